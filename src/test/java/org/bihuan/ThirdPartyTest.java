package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is shipped with the jar, under which licences: the build reads it from the poms, THIRD-PARTY.md says it to people. */
class ThirdPartyTest {

	/** Written by the build before the tests, see the licence plugin in pom.xml. */
	private static final Path MADE = Path.of("target", "third-party", "libraries.md");

	/** Of the licences of a library one is chosen; these ask nothing of the code beside it. */
	private static final Set<String> ASKS_NOTHING_OF_OURS = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EDL-1.0", "CC0-1.0",
			"bpmn.io");

	/** Copyleft of the library's own files: unchanged and in a jar of their own they may be shipped beside ours. */
	private static final Set<String> OWN_FILES_ALONE = Set.of("EPL-2.0", "MPL-2.0");

	private record Library(String name, Set<String> licences) {

		static Library of(String row) {
			List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
			return new Library(cells.get(1), Set.of(cells.get(3).split("、")));
		}

		boolean hasOneOf(Set<String> some) {
			return licences.stream().anyMatch(some::contains);
		}
	}

	private static List<String> rows() throws IOException {
		return Files.readAllLines(MADE).stream().filter(line -> line.startsWith("| ")).sorted().toList();
	}

	private static List<Library> libraries() throws IOException {
		return rows().stream().map(Library::of).toList();
	}

	@Test
	void theListIsThatOfTheJar() throws IOException {
		Page.of("THIRD-PARTY.md").says("libraries", "| 库 | 版本 | 许可 |\n|---|---|---|\n" + String.join("\n", rows()));
		assertThat(libraries()).extracting(Library::name)
				.contains("org.camunda.bpm:camunda-engine", "com.h2database:h2", "org.postgresql:postgresql",
						"com.deepoove:poi-tl", "org.webjars.npm:bpmn-js")
				.hasSizeGreaterThan(100);
	}

	@Test
	void noLibraryAsksForTheSourceOfOurs() throws IOException {
		assertThat(libraries()).allSatisfy(library -> assertThat(library.hasOneOf(ASKS_NOTHING_OF_OURS) || library.hasOneOf(OWN_FILES_ALONE))
				.as("%s", library).isTrue());
	}

	@Test
	void whatIsCopyleftIsNamedAmongTheRemarks() throws IOException {
		String remarks = Page.of("THIRD-PARTY.md").text().split("<!-- libraries -->")[0];
		assertThat(libraries().stream().filter(library -> !library.hasOneOf(ASKS_NOTHING_OF_OURS)).map(library -> library.name().split(":")[0])
				.distinct()).allSatisfy(group -> assertThat(remarks).contains("`" + group));
	}

	@Test
	void theWatermarkOfTheDiagramsIsLeftAlone() throws IOException {
		try (Stream<Path> ours = Files.walk(Path.of("src", "main", "resources"))) {
			List<Path> styles = ours.filter(file -> file.toString().matches(".*\\.(css|js|html)")).toList();
			assertThat(styles).hasSizeGreaterThan(15)
					.allSatisfy(file -> assertThat(file).content().doesNotContain("bjs-", "djs-container", "bpmn.io"));
		}
	}
}
