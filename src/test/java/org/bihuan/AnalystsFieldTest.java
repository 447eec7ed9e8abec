package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an analyst adds to a form is kept and shown by that one file, with no Java at all. */
@Tag("long")
class AnalystsFieldTest extends CycleTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private String deployment;

	/** The models and forms as they are, with one more field in 拟定答复. */
	@BeforeEach
	void aFieldIsAdded() throws IOException {
		DeploymentBuilder models = repository.createDeployment().name("an analyst's");
		for (Path file : files("processes", "forms")) {
			models.addString(file.getFileName().toString(), Files.readString(file));
		}
		ObjectNode form = (ObjectNode) JSON.readTree(Files.readString(Path.of("forms", "draft-reply.form")));
		((ArrayNode) form.path("components")).add(JSON.readTree("""
				{"type": "textfield", "key": "budget", "label": "所需经费", "id": "field_budget", "validate": {"required": true, "maxLength": 50}}"""));
		((ArrayNode) form.path("components")).add(JSON.readTree("""
				{"type": "select", "key": "source", "label": "经费来源", "id": "field_source", "values": [{"label": "区级财政", "value": "district"}]}"""));
		deployment = models.addInputStream("draft-reply.form", new java.io.ByteArrayInputStream(form.toString().getBytes(StandardCharsets.UTF_8)))
				.deploy().getId();
	}

	private static List<Path> files(String... folders) throws IOException {
		List<Path> files = new java.util.ArrayList<>();
		for (String folder : folders) {
			try (Stream<Path> all = Files.list(Path.of(folder))) {
				files.addAll(all.filter(file -> !file.endsWith("draft-reply.form")).sorted().toList());
			}
		}
		return files;
	}

	@AfterEach
	void theModelsAreAsTheyWere() {
		endCases();
		// the former models' start timers begin again now: not in a case's year
		ClockUtil.reset();
		repository.deleteDeployment(deployment, true, true, true);
	}

	@Test
	void itIsAskedForKeptAndShownOnThePage() {
		startUpTo("task_draftReply");
		assertThat(refused(() -> answer("task_draftReply"))).isEqualTo("请填写“所需经费”。");
		answer("task_draftReply", Map.of("budget", "三百二十万元", "source", "district"));
		upTo("task_reportImplementation");
		String page = Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
		assertThat(page.substring(page.indexOf("id=\"timeline\""))).contains("所需经费", "三百二十万元", "经费来源", "区级财政").doesNotContain("district");
		assertThat(page.substring(page.indexOf("id=\"assignments\""), page.indexOf("id=\"timeline\""))).as("beside the reply").contains("所需经费",
				"三百二十万元");
	}
}
