package org.bihuan.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of changes is kept up: each still applies and names a test that is there. Whether the test catches it, {@link Changes} tells. */
class ChangesTest {

	private static final String DIFF = "--- a/a.txt\n+++ b/a.txt\n@@ -2 +2 @@\n one\n-two\n+zwei\n three\n";

	static List<Change> changes() {
		return Change.all();
	}

	@ParameterizedTest
	@MethodSource("changes")
	void appliesAndNamesATest(Change change) throws IOException {
		for (String file : change.files()) {
			assertThat(Path.of(file)).isRegularFile();
			String text = Files.readString(Path.of(file));
			assertThat(change.appliedTo(file, text)).isNotEqualTo(text);
		}
		change.caughtBy().forEach(test -> assertThat(Change.method(test)).startsWith(test + "("));
	}

	/** A list of changes of one corner says nothing of the others. */
	@Test
	void everyAreaHasSome() {
		Set<String> areas = changes().stream().map(change -> change.name().split("/")[0]).collect(Collectors.toSet());
		assertThat(areas).contains("rights", "notices", "clocks", "figures", "conversions", "documents", "doors", "numbering", "submission", "trail",
				"assignment", "formation",
				"follow-up", "amendment", "models", "pages");
		assertThat(changes()).hasSizeGreaterThanOrEqualTo(45);
	}

	@Test
	void linesAreReplacedWhereverTheyStand() {
		Change change = Change.parse("x", "Two is told in German.\nCaught-by: org.bihuan.changes.ChangesTest#everyAreaHasSome\n\n" + DIFF);
		assertThat(change.sentence()).isEqualTo("Two is told in German.");
		assertThat(change.appliedTo("a.txt", "zero\nzero\nzero\none\ntwo\nthree\n")).isEqualTo("zero\nzero\nzero\none\nzwei\nthree\n");
	}

	@Test
	void whatIsGoneOrThereTwiceIsNotChanged() {
		Change change = Change.parse("x", "Two is told in German.\nCaught-by: org.bihuan.changes.ChangesTest#everyAreaHasSome\n\n" + DIFF);
		assertThatIllegalArgumentException().isThrownBy(() -> change.appliedTo("a.txt", "one\n2\nthree\n"))
				.withMessageContaining("no longer applies");
		assertThatIllegalArgumentException().isThrownBy(() -> change.appliedTo("a.txt", "one\ntwo\nthree\none\ntwo\nthree\n"))
				.withMessageContaining("more than once");
	}

	@ParameterizedTest
	@ValueSource(strings = { DIFF, "A sentence.\n" + DIFF, "Caught-by: a.B#c\n" + DIFF, "no sentence\nCaught-by: a.B#c\n" + DIFF,
			"A sentence.\nCaught-by: a.B#c\n", "A sentence.\nCaught-by: a.B#c\n--- a/a.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-x\n+y\n",
			"A sentence.\nCaught-by: a.B#c\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-x\n+y\n\\ No newline at end of file\n" })
	void whatSaysTooLittleIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Change.parse("x", text));
	}

	/** A constant is written into the classes that use it, which the profile then compiles, too. */
	@Test
	void aChangedConstantIsSeen() {
		String head = "Two is three.\nCaught-by: org.bihuan.changes.ChangesTest#everyAreaHasSome\n\n--- a/A.java\n+++ b/A.java\n@@ -1,2 +1,2 @@\n";
		assertThat(Change.parse("x", head + "-\tstatic final int TWO = 2;\n+\tstatic final int TWO = 3;\n").changesAConstantOf("A.java")).isTrue();
		assertThat(Change.parse("x", head + " \tstatic final int TWO = 2;\n-\tint two;\n").changesAConstantOf("A.java")).isFalse();
	}

	@Test
	void aTestThatIsNotThereIsNotTakenForOne() {
		assertThat(Change.method("org.bihuan.changes.ChangesTest#appliesAndNamesATest")).endsWith("(org.bihuan.changes.Change)");
		for (String gone : new String[] { "org.bihuan.NoTest#x", "org.bihuan.changes.ChangesTest#changes", "org.bihuan.changes.ChangesTest" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> Change.method(gone));
		}
	}
}
