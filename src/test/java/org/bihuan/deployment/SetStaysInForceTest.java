package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.Bihuan;
import org.bihuan.Postgres;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One database, started again and again as an office does it. On the former version each start took what the jar or the folder had: what an analyst
 * had deployed from the Modeler was gone, or was used in part.
 */
@Tag("database")
@Tag("process")
class SetStaysInForceTest {

	@TempDir
	private Path folder;

	private List<String> database() {
		return "postgresql".equals(System.getProperty("bihuan.test.database"))
				? List.of("--spring.datasource.url=" + Postgres.newDatabase(), "--spring.datasource.username=postgres",
						"--spring.datasource.password=postgres")
				: List.of("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0");
	}

	private Bihuan start(List<String> database, String... more) {
		List<String> arguments = new ArrayList<>(database);
		arguments.addAll(List.of("--bihuan.sample=false", "--camunda.bpm.job-execution.enabled=false"));
		arguments.addAll(List.of(more));
		return Bihuan.start(folder, Map.of(), arguments.toArray(String[]::new));
	}

	private static byte[] mail(String name) throws IOException {
		return Files.readString(Path.of("processes", "mail-delivery.bpmn")).replace("name=\"邮件送达\"", "name=\"" + name + "\"")
				.getBytes(StandardCharsets.UTF_8);
	}

	/** The folder of somebody else, with the same diagram under a third name. */
	private Path otherFolder() throws IOException {
		Path models = folder.resolve("other");
		for (String part : List.of("processes", "forms", "documents")) {
			Files.createDirectories(models.resolve(part));
			try (Stream<Path> files = Files.list(Path.of(part))) {
				for (Path file : files.toList()) {
					Files.copy(file, models.resolve(part).resolve(file.getFileName()));
				}
			}
		}
		Files.write(models.resolve("processes/mail-delivery.bpmn"), mail("别的文件夹"));
		return models;
	}

	/** The latest version of every process, by key: its name, its number and its deployment. */
	private static JsonNode latest(int port) {
		return Http.basic(port, "fenxi1").get("/engine-rest/process-definition?latestVersion=true&sortBy=key&sortOrder=asc").json();
	}

	@Test
	void whatTheAnalystDeployedStaysHoweverItIsStartedAgain() throws IOException {
		List<String> database = database();
		JsonNode deployed;
		try (Bihuan first = start(database)) {
			int port = first.ready();
			assertThat(new Modeler("http://127.0.0.1:" + port + "/engine-rest", "fenxi1")
					.deploy("送达", Map.of("mail-delivery.bpmn", mail("分析员的"))).status()).isEqualTo(200);
			deployed = latest(port);
			assertThat(deployed.findValuesAsText("name")).contains("分析员的");
		}
		try (Bihuan again = start(database)) {
			assertThat(latest(again.ready())).as("from the jar").isEqualTo(deployed);
			assertThat(String.join("\n", again.log())).contains("随程序打包的一套与现行的第 2 套不同，没有采用", "/models");
		}
		try (Bihuan again = start(database, "--bihuan.models=" + otherFolder())) {
			assertThat(latest(again.ready())).as("with another folder").isEqualTo(deployed);
			assertThat(String.join("\n", again.log())).contains("bihuan.models 文件夹里的一套与现行的第 2 套不同，没有采用");
		}
		try (Bihuan again = start(database)) {
			int port = again.ready();
			assertThat(latest(port)).as("without a folder again").isEqualTo(deployed);
			assertThat(Http.pages(port, "fenxi1").get("/models").body()).contains("第 2 套", "Camunda Modeler", "随程序打包的一套");
		}
	}
}
