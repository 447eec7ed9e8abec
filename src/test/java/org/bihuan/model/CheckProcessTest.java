package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.bihuan.BihuanApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check as an analyst calls it: a process of its own, on a machine with another encoding, without a database. */
@Tag("process")
class CheckProcessTest {

	@TempDir
	private Path folder;

	private Process check(Path models) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Dfile.encoding=GBK",
				"-Dstdout.encoding=GBK", "-cp", System.getProperty("java.class.path"), BihuanApplication.class.getName(),
				"--bihuan.check=" + models).directory(folder.toFile()).redirectOutput(folder.resolve("out.txt").toFile())
				.redirectError(folder.resolve("err.txt").toFile()).start();
	}

	private String said() throws IOException {
		return new String(Files.readAllBytes(folder.resolve("out.txt")), StandardCharsets.UTF_8);
	}

	@Test
	void itEndsByItselfAndSaysHowTheFolderIs() throws Exception {
		Path models = CheckCommandTest.copy(folder.resolve("models"));
		Process sound = check(models);
		assertThat(sound.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(said()).startsWith("检查通过：");
		assertThat(sound.exitValue()).isZero();
		Path form = models.resolve("forms/look-back.form");
		Files.writeString(form, Files.readString(form).replace("\"key\": \"siteCheck\"", "\"key\": \"site\""));
		Process broken = check(models);
		assertThat(broken.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(said()).contains("look-back.form 的“", "（siteCheck）：没有了这一栏", "共 2 处要改");
		assertThat(broken.exitValue()).isEqualTo(1);
		assertThat(folder.resolve("data")).as("no database").doesNotExist();
		assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("Exception");
	}
}
