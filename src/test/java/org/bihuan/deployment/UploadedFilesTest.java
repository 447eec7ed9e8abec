package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.bihuan.model.Problem;
import org.junit.jupiter.api.Test;

/** Files come in by bare name, from whichever machine and in whatever folder of a ZIP. */
class UploadedFilesTest {

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] zip(Charset names, String... entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
			for (String entry : entries) {
				zip.putNextEntry(new ZipEntry(entry));
				zip.write(bytes(entry));
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	@Test
	void aFileIsKnownByItsBareName() {
		UploadedFiles uploaded = UploadedFiles.of(Map.of("C:\\models\\handling.bpmn", bytes("a"), "/srv/a/forms/sign.form", bytes("b")));
		assertThat(uploaded.files()).containsOnlyKeys("handling.bpmn", "sign.form");
		assertThat(uploaded.problems()).isEmpty();
	}

	@Test
	void whatNoSetHasIsRefusedAloneAndLeftInAZip() throws IOException {
		assertThat(UploadedFiles.of(Map.of("handling.BPMN", bytes("a"), "x.groovy", bytes("b"))).problems()).extracting(Problem::file)
				.containsExactlyInAnyOrder("handling.BPMN", "x.groovy");
		UploadedFiles uploaded = UploadedFiles.of(Map.of("models.zip",
				zip(StandardCharsets.UTF_8, "models/processes/a.bpmn", "models/forms/b.form", "models/说明.txt",
						"__MACOSX/models/processes/._a.bpmn")));
		assertThat(uploaded.files()).containsOnlyKeys("a.bpmn", "b.form");
		assertThat(uploaded.left()).containsExactly("models/说明.txt", "__MACOSX/models/processes/._a.bpmn");
		assertThat(uploaded.problems()).isEmpty();
	}

	@Test
	void aZipOfWindowsWithChineseNamesIsRead() throws IOException {
		assertThat(UploadedFiles.of(Map.of("models.zip", zip(Charset.forName("GBK"), "流程/法制审核.bpmn"))).files()).containsOnlyKeys("法制审核.bpmn");
	}

	@Test
	void twoOfOneNameAreRefused() throws IOException {
		UploadedFiles uploaded = UploadedFiles.of(Map.of("models.zip", zip(StandardCharsets.UTF_8, "old/a.bpmn", "new/a.bpmn")));
		assertThat(uploaded.problems()).extracting(Problem::sentence).containsExactly("a.bpmn：models.zip 的几个文件夹里都有它。一套里文件不能同名，请只留一个。");
	}

	@Test
	void whatIsNoZipOrHasTooMuchInItIsTold() throws IOException {
		assertThat(UploadedFiles.of(Map.of("models.zip", bytes("not a zip"))).problems()).extracting(Problem::file).containsExactly("models.zip");
		String[] many = java.util.stream.IntStream.range(0, 600).mapToObj(one -> one + ".form").toArray(String[]::new);
		UploadedFiles uploaded = UploadedFiles.of(Map.of("many.zip", zip(StandardCharsets.UTF_8, many)));
		assertThat(uploaded.problems()).extracting(Problem::what).singleElement().asString().contains("太多");
		assertThat(uploaded.files()).as("none of them is taken").isEqualTo(UploadedFiles.of(Map.of()).files());
		assertThat(List.copyOf(uploaded.left())).isEmpty();
	}
}
