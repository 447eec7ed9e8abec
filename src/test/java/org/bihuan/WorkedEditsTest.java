package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelEdit;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.bihuan.model.SetDifference;
import org.bihuan.model.SetDifference.FileChange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The changes of the analysts' handbook fit the models as they are now, are sound, and are drawn as well as the house draws. */
class WorkedEditsTest {

	private static final ModelSet PACKAGED = ModelSet.packaged();

	@TempDir
	private Path folder;

	/** Every file of the folder: none is forgotten. */
	static List<String> changes() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "help", "analyst"))) {
			return files.map(one -> one.getFileName().toString().replace(".edit", "")).sorted().toList();
		}
	}

	private static ModelSet edited(String change) {
		return ModelEdit.packaged("help/analyst", change).applied(PACKAGED);
	}

	@ParameterizedTest
	@MethodSource("changes")
	void eachFitsAndIsSound(String change) {
		ModelSet edited = edited(change);
		assertThat(ModelCheck.problems(edited)).extracting(Problem::sentence).isEmpty();
		assertThat(SetDifference.between(PACKAGED, edited)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("changes")
	void whatIsDrawnIsDrawnAsTheHouseDraws(String change) throws IOException {
		ModelSet edited = edited(change);
		for (FileChange one : SetDifference.between(PACKAGED, edited).stream().filter(each -> each.name().endsWith(".bpmn")).toList()) {
			Drawing drawing = new Drawing(Files.write(folder.resolve(one.name()), edited.files().get(one.name())));
			assertThat(drawing.points()).isGreaterThanOrEqualTo(7);
			assertThat(drawing.overlaps()).isEmpty();
			assertThat(drawing.linesThroughShapes()).isEmpty();
			assertThat(drawing.looseEnds()).isEmpty();
			assertThat(drawing.meetings()).isEmpty();
			assertThat(drawing.againstTheGrain()).isEmpty();
			assertThat(drawing.wordsInTheWay()).isEmpty();
			assertThat(drawing.namedAndStanding()).allSatisfy((lane, nodes) -> assertThat(nodes.getKey()).as(lane).isEqualTo(nodes.getValue()));
		}
	}
}
