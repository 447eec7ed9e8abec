package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read as the text would be that it was read into before, wherever a part of it ends. */
class FileTextTest {

	private static final int PART = 1 << 16;

	@TempDir
	private Path folder;

	@Test
	void itReadsForwardsAndBackwardsAsTheWholeTextDoes() throws IOException {
		byte[] bytes = new byte[3 * PART + 17];
		new Random(7).nextBytes(bytes);
		String whole = new String(bytes, StandardCharsets.ISO_8859_1);
		Path file = Files.write(folder.resolve("file"), bytes);
		try (FileText text = new FileText(file)) {
			assertThat(text.length()).isEqualTo(whole.length());
			for (int at : new int[] { 0, PART - 1, PART, bytes.length - 1, 2 * PART, 1, PART, 0 }) {
				assertThat(text.charAt(at)).as("at %s", at).isEqualTo(whole.charAt(at));
			}
			assertThat(text.subSequence(PART - 5, 2 * PART + 5).toString()).isEqualTo(whole.substring(PART - 5, 2 * PART + 5));
			assertThat(text.from(PART + 3).readAllBytes()).isEqualTo(whole.substring(PART + 3).getBytes(StandardCharsets.ISO_8859_1));
		}
	}

	@Test
	void whatStandsLastIsFoundAcrossItsParts() throws IOException {
		String whole = "end" + "x".repeat(PART - 4) + "end" + "y".repeat(2 * PART);
		Path file = Files.writeString(folder.resolve("file"), whole);
		try (FileText text = new FileText(file)) {
			assertThat(text.lastIndexOf("end")).isEqualTo(whole.lastIndexOf("end"));
			assertThat(text.lastIndexOf("never")).isEqualTo(-1);
		}
	}
}
