package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Versions that an advisory touches: the build refuses them, SECURITY.md says of each which and why, and none of them runs here. */
class AdvisoriesTest {

	/** As the enforcer in pom.xml has it: every version before this one. */
	private static final Pattern FLOOR = Pattern.compile("<exclude>[\\w.-]+:([\\w.-]+):\\(,([\\w.-]+)\\)</exclude>");

	private record Floor(String library, String version) {

		/** Of the one jar that runs here. */
		String running() {
			List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
					.map(jar -> Path.of(jar).getFileName().toString())
					.filter(jar -> jar.matches(Pattern.quote(library) + "-\\d.*\\.jar")).distinct().toList();
			assertThat(jars).as(library).hasSize(1);
			return jars.get(0).substring(library.length() + 1, jars.get(0).length() - ".jar".length());
		}
	}

	private static List<Floor> floors() throws IOException {
		return FLOOR.matcher(Files.readString(Path.of("pom.xml"))).results().map(one -> new Floor(one.group(1), one.group(2))).toList();
	}

	private static int[] numbers(String version) {
		return Arrays.stream(version.replaceFirst("[^\\d.].*", "").split("\\.")).filter(part -> !part.isEmpty()).mapToInt(Integer::parseInt)
				.toArray();
	}

	@Test
	void noneOfThemRunsHere() throws IOException {
		assertThat(floors()).hasSizeGreaterThan(10)
				.allSatisfy(floor -> assertThat(Arrays.compare(numbers(floor.running()), numbers(floor.version()))).as("%s", floor)
						.isNotNegative());
	}

	@Test
	void eachHasItsReasonInTheListAndTheListHasNoOther() throws IOException {
		String list = Files.readString(Path.of("SECURITY.md")).split("<!-- floors -->")[1];
		Matcher rows = Pattern.compile("(?m)^\\| ([\\w.-]+) \\| ([\\w.-]+) \\| ([\\w.-]+) \\| .*CVE-\\d{4}-\\d+.* \\|$").matcher(list);
		List<String> told = rows.results().map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)).toList();
		assertThat(told)
				.containsExactlyInAnyOrderElementsOf(
						floors().stream().map(one -> one.library() + " " + one.version() + " " + one.running()).toList());
	}
}
