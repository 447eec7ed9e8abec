package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample year that was replayed from something else is never read. */
class SampleYearSourceTest {

	@TempDir
	private Path classes;

	@Test
	void whateverChangesTheYearIsMadeAnew() throws IOException {
		Files.createDirectories(classes.resolve("forms"));
		Path form = Files.writeString(classes.resolve("forms/sign-reply.form"), "{}");
		String before = SampleYear.source(classes);
		assertThat(SampleYear.source(classes)).as("the same files").isEqualTo(before);
		Files.writeString(form, "{ }");
		String changed = SampleYear.source(classes);
		assertThat(changed).as("a changed form").isNotEqualTo(before);
		Files.move(form, classes.resolve("forms/signed-reply.form"));
		assertThat(SampleYear.source(classes)).as("a renamed form").isNotEqualTo(changed);
	}
}
