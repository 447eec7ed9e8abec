package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation. What stands between its marks is made by a test, and made anew with {@code -Dbihuan.write=true}. */
record Page(Path file) {

	static Page of(String first, String... more) {
		return new Page(Path.of(first, more));
	}

	String text() {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The part of this name says what the code says; written first where that is asked for. */
	void says(String part, String made) {
		String start = "<!-- " + part + " -->\n";
		String end = "<!-- /" + part + " -->";
		String text = text();
		assertThat(text).as("the marks of %s in %s", part, file).contains(start).contains(end);
		int from = text.indexOf(start) + start.length();
		int to = text.indexOf(end);
		if (Boolean.getBoolean("bihuan.write")) {
			write(text.substring(0, from) + made.strip() + "\n" + text.substring(to));
			return;
		}
		assertThat(text.substring(from, to).strip()).as("%s in %s; make it anew with -Dbihuan.write=true", part, file).isEqualTo(made.strip());
	}

	private void write(String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
