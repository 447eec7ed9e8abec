package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.document.DocumentFiles;
import org.bihuan.json.Json;
import org.bihuan.ledger.Documents;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A 专委会 that nobody foresaw, with its people, its routing and a category of its own: by accounts, one table and one form, with no Java at all. */
@Tag("long")
class NewCommitteeTest extends CycleTest {

	private static final String COMMITTEE = "committee-huanzi";

	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;

	private String deployment;

	@BeforeEach
	void theCommitteeAndItsTable() throws IOException {
		Group group = identity.newGroup(COMMITTEE);
		group.setName("环境资源委");
		group.setType("WORKFLOW");
		identity.saveGroup(group);
		person("huanzi1", "江", "清源");
		person("huanzi2", "林", "长青");
		DeploymentBuilder models = repository.createDeployment().name("an analyst's");
		for (String folder : List.of("processes", "forms")) {
			try (Stream<Path> all = Files.list(Path.of(folder))) {
				for (Path file : all.sorted().toList()) {
					models.addString(file.getFileName().toString(), Files.readString(file));
				}
			}
		}
		deployment = models
				.addString("committee-routing.dmn", DecisionTables.withRule("committee-routing", List.of("contains(?, \"水环境\")", ""),
						List.of("\"生态环境\"", "\"" + COMMITTEE + "\"", "5")))
				.addString("sort-instructions.form", Files.readString(Path.of("forms", "sort-instructions.form")).replaceFirst(
						"(\"label\": \"类别\",\\s+\"values\": \\[)", "$1 {\"label\": \"生态环境\", \"value\": \"生态环境\"},"))
				.deploy().getId();
	}

	private void person(String id, String family, String given) {
		User user = identity.newUser(id);
		user.setLastName(family);
		user.setFirstName(given);
		user.setPassword(id);
		identity.saveUser(user);
		identity.createMembership(id, COMMITTEE);
	}

	@AfterEach
	void theHouseIsAsItWas() {
		endCases();
		// the former models' start timers begin again now: not in a case's year
		ClockUtil.reset();
		repository.deleteDeployment(deployment, true, true, true);
		identity.deleteUser("huanzi1");
		identity.deleteUser("huanzi2");
		identity.deleteGroup(COMMITTEE);
	}

	private JsonNode proposed(String task, String variable) {
		return Json.read(String.valueOf(tasks.getVariableLocal(task(task).getId(), variable)));
	}

	private String paper(String kind) throws IOException {
		long id = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind().code().equals(kind)).reduce((one, other) -> other).orElseThrow()
				.id();
		try (XWPFWordExtractor words = new XWPFWordExtractor(
				new XWPFDocument(new ByteArrayInputStream(files.version(id, files.newest(id)).orElseThrow())))) {
			return words.getText();
		}
	}

	@Test
	void itFormsIsRoutedToFollowsUpAndIsCalledByItsNameEverywhere() throws IOException {
		clockTo(MONDAY);
		outcomeId = start("huanzi1", "consultation-outcome",
				Map.of("secret", "no", "title", "农村水环境整治", "kind", "research", "background", "河道淤塞")).getBusinessKey();
		upTo("task_sortInstructions");
		JsonNode row = proposed("task_sortInstructions", "sorting").path(0);
		assertThat(row.path("category").asText() + " " + row.path("committee").asText()).isEqualTo("生态环境 " + COMMITTEE);
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_sortInstructions").getId(), "view"))).contains("环境资源委", COMMITTEE);
		answerOnly("task_sortInstructions", Map.of("sorting",
				List.of(Map.of("instruction", row.path("instruction").asText(), "category", "生态环境", "committee", COMMITTEE))));
		upTo("task_confirmFollowUp");
		assertThat(proposed("task_confirmFollowUp", "followUpCommittee").asText()).isEqualTo(COMMITTEE);
		answerOnly("task_confirmFollowUp", Map.of("followUpCommittee", COMMITTEE));
		upTo("task_lookBackByCommittee");
		assertThat(somebodyFor(task("task_lookBackByCommittee"))).isEqualTo("huanzi1");
		toTheEnd();
		assertThat(paper("reply")).contains("委员会环境资源委：");
		assertThat(paper("closing")).contains("签字：江清源");
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("生态环境，分送环境资源委", "江清源").doesNotContain(COMMITTEE);
		assertThat(Http.pages(port, "huanzi1").get("/outcomes/" + outcomeId).status()).isEqualTo(200);
	}
}
