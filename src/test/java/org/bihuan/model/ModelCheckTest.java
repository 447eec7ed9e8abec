package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** What travels in the jar is sound, and every rule that is written is asked. */
class ModelCheckTest {

	@Test
	void thePackagedSetIsSound() {
		assertThat(ModelCheck.problems(ModelSet.packaged())).extracting(Problem::sentence).isEmpty();
	}

	/** The check does not hold them against their schemas again. */
	@Test
	void thePackagedFilesKeepToTheirSchemas() throws SAXException {
		for (Map.Entry<String, byte[]> file : ModelSet.packaged().files().entrySet()) {
			assertThat(FileRead.schema(file.getKey(), file.getValue())).as(file.getKey()).isEmpty();
		}
	}

	/** Nor the table of notices against what it says. */
	@Test
	void thePackagedTablesTellAsTheyShould() {
		assertThat(ModelSet.packaged().files()).allSatisfy((name, bytes) -> assertThat(NoticeTable.read(name, bytes)).isEmpty());
	}

	/** A set is known by its bytes, not by its names. */
	@Test
	void whatWasSaidOfASetIsNotSaidOfAnother() {
		ModelSet sound = ModelSet.packaged();
		byte[] handling = sound.files().get("handling.bpmn");
		ModelSet broken = sound.with("handling.bpmn", new String(handling, StandardCharsets.UTF_8).replace("${deliverAssignment}", "${deliver}")
				.getBytes(StandardCharsets.UTF_8));
		assertThat(ModelCheck.problems(sound)).isEmpty();
		assertThat(ModelCheck.problems(broken)).isNotEmpty().isEqualTo(ModelCheck.problems(broken));
		assertThat(ModelCheck.problems(broken.with("handling.bpmn", handling))).isEmpty();
	}

	/** What the browser loaded twice was told of forty times, once for each of its elements. */
	@ParameterizedTest
	@CsvSource({ "conversion.bpmn, conversion (1).bpmn", "supervision-level.dmn, supervision-level - 副本.dmn", "notices.dmn, notices(2).dmn" })
	void aCopyIsToldOfInOneSentence(String file, String copy) {
		ModelSet set = ModelSet.packaged();
		assertThat(ModelCheck.problems(set.with(copy, set.files().get(file)))).extracting(Problem::sentence)
				.singleElement().asString().startsWith(copy + "：").contains("在 " + file + " 里已经有了", "浏览器");
	}

	/** The check went down into it with one call a level, until its stack was full. */
	@Test
	void whatIsWithinItselfWithoutEndIsRefusedInAWord() {
		String handling = new String(ModelSet.packaged().files().get("handling.bpmn"), StandardCharsets.UTF_8);
		String deep = handling.replace("</bpmn:process>",
				"<bpmn:subProcess>".repeat(20_000) + "</bpmn:subProcess>".repeat(20_000) + "</bpmn:process>");
		assertThat(ModelCheck.problems(ModelSet.packaged().with("handling.bpmn", deep.getBytes(StandardCharsets.UTF_8))))
				.extracting(Problem::sentence)
				.anyMatch(one -> one.startsWith("handling.bpmn") && one.contains("一层套一层太深"));
	}

	@Test
	void everyRuleAndEveryUseOfATableIsListed() {
		Set<Class<?>> kinds = Set.of(Rule.class, TableUse.class);
		Set<String> written = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.bihuan").stream()
				.filter(one -> kinds.stream().anyMatch(one::isAssignableTo) && !one.isInterface()).map(JavaClass::getName)
				.collect(Collectors.toSet());
		Set<String> listed = kinds.stream().flatMap(kind -> ServiceLoader.load(kind).stream()).map(one -> one.type().getName())
				.collect(Collectors.toSet());
		assertThat(listed).isEqualTo(written);
	}
}
