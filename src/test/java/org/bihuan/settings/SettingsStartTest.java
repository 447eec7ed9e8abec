package org.bihuan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.bihuan.Bihuan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with a wrong setting ends with the sentence alone: a real process, as an office starts it. */
@Tag("wide")
class SettingsStartTest {

	@TempDir
	private Path folder;

	private List<String> refused(Map<String, String> environment, String... arguments) {
		try (Bihuan started = Bihuan.start(folder, environment, arguments)) {
			assertThat(started.exitCode()).isEqualTo(1);
			return started.log();
		}
	}

	@Test
	void theSentenceStandsAlone() {
		List<String> log = refused(Map.of(), "--bihuan.light.yellow-days=soon");
		assertThat(log.get(log.size() - 1)).endsWith("没有启动：配置 bihuan.light.yellow-days=soon 不对，应为：0 至 60 的整数（到期前多少天起亮黄灯）。");
		assertThat(log).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat ") || line.contains("Application run failed"));
		assertThat(Files.exists(folder.resolve("data"))).as("nothing was touched").isFalse();
	}

	@Test
	void aMisspeltVariableOfTheEnvironmentEndsTheStart() {
		List<String> log = refused(Map.of("BIHUAN_NUMBER_REPLY", "5"));
		assertThat(log.get(log.size() - 1)).endsWith("没有启动：没有 bihuan.number.reply 这个配置项，您要写的可能是 bihuan.numbers.reply。");
	}

	@Test
	void productionHasTheMachinesTime() {
		List<String> log = refused(Map.of(), "--spring.profiles.active=production", "--bihuan.now=2023-09-12T08:00:00",
				"--spring.datasource.url=jdbc:h2:mem:production");
		assertThat(log).anyMatch(line -> line.endsWith("没有启动：生产环境不能改变时钟（bihuan.now）。")).noneMatch(line -> line.startsWith("\tat "));
	}
}
