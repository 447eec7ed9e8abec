package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.bihuan.EngineTest;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelSet;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A set comes into force as a whole, by whichever door, or not at all. On the former version an analyst's deployment was a 403, and an
 * administrator's ran beside the rest.
 */
@Tag("database")
@Tag("long")
class ModelDeploymentTest extends EngineTest {

	@Autowired
	private ModelDeployment deployment;
	@Autowired
	private ModelSets sets;

	private Force before;

	@BeforeEach
	void whatIsInForce() {
		before = sets.inForce().orElseThrow();
	}

	@AfterEach
	void itIsInForceAgain() {
		FormerSet.restore(before, sets, deployment, identity);
	}

	private Modeler modeler(String account) {
		return new Modeler("http://127.0.0.1:" + port + "/engine-rest", account);
	}

	private byte[] edited(String file, String from, String to) {
		String text = new String(deployment.inForce().files().get(file), StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
	}

	private byte[] renamed() {
		return edited("mail-delivery.bpmn", "name=\"邮件送达\"", "name=\"邮件送达（改）\"");
	}

	private byte[] otherForm() {
		return edited("sign-receipt.form", "\"components\": [",
				"\"components\": [ {\"type\": \"text\", \"id\": \"Field_note\", \"text\": \"收到后三日内签收\"},");
	}

	private Map<String, String> latest() {
		return repository.createProcessDefinitionQuery().latestVersion().list().stream()
				.collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getDeploymentId));
	}

	private long versions() {
		return repository.createProcessDefinitionQuery().count();
	}

	@Test
	void theModelersFileIsTakenAsTheSetInForceWithThisFileChanged() {
		byte[] changed = renamed();
		assertThat(modeler("fenxi1").checkConnection().status()).isEqualTo(200);

		Answer answer = modeler("fenxi1").deploy("mail-delivery", Map.of("mail-delivery.bpmn", changed));

		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		String id = answer.json().path("id").asText();
		assertThat(answer.json().path("deployedProcessDefinitions").findValuesAsText("key")).containsExactly("mail-delivery");
		assertThat(latest().values()).as("every diagram is of one deployment").containsOnly(id);
		assertThat(latest()).containsKeys("consultation-outcome", "handling", "mail-delivery");
		assertThat(repository.getDeploymentResourceNames(id)).contains("handling.bpmn", "sign-receipt.form", "reminder-schedule.dmn")
				.noneMatch(name -> name.contains("/") || name.contains("\\"));
		assertThat(deployment.inForce()).isEqualTo(deployment.set(before.setId()).with("mail-delivery.bpmn", changed));
		Force now = sets.inForce().orElseThrow();
		assertThat(now.source()).isEqualTo(Source.MODELER);
		assertThat(now.decidedBy()).isEqualTo("fenxi1");
		assertThat(now.why()).isEqualTo("经 Camunda Modeler 部署“mail-delivery”：mail-delivery.bpmn");
		assertThat(now.deploymentId()).isEqualTo(id);
		ProcessDefinition handling = repository.createProcessDefinitionQuery().processDefinitionKey("handling").latestVersion().singleResult();
		assertThat(handling.getVersionTag()).isEqualTo("1.0.0+" + now.number());
	}

	@Test
	void severalFilesAtOnceAreOneSet() {
		Answer answer = modeler("fenxi1").deploy("两个文件", Map.of("mail-delivery.bpmn", renamed(), "sign-receipt.form", otherForm()));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(sets.latest()).isEqualTo(before.number() + 1);
		assertThat(sets.inForce().orElseThrow().why()).contains("mail-delivery.bpmn、sign-receipt.form");
	}

	@Test
	void anUnchangedFileMakesNoNewVersionAndNoNewSet() {
		long versions = versions();
		Answer answer = modeler("fenxi1").deploy("again", Map.of("handling.bpmn", deployment.inForce().files().get("handling.bpmn")));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("id").asText()).isEqualTo(before.deploymentId());
		assertThat(versions()).isEqualTo(versions);
		assertThat(sets.latest()).isEqualTo(before.number());
	}

	@Test
	void whereTheAnalystsFileLiesMeansNothing() {
		assertThat(modeler("fenxi1").deploy("folder", Map.of("C:\\models\\processes\\mail-delivery.bpmn", renamed())).status()).isEqualTo(200);
		assertThat(deployment.inForce().files()).containsKey("mail-delivery.bpmn").hasSameSizeAs(deployment.set(before.setId()).files());
	}

	@Test
	void oneWrongFileIsRefusedWithAllThatIsWrongAndNothingChanges() {
		Map<String, Object> ledger = ledger();
		long versions = versions();
		long deployments = repository.createDeploymentQuery().count();

		Answer answer = modeler("fenxi1").deploy("wrong", new TreeMap<>(Map.of("mail-delivery.bpmn", renamed(), "conversion.bpmn",
				edited("conversion.bpmn", "name=\"limit\" value=\"5\"", "name=\"limit\" value=\"soon\""), "reply.docx",
				"no word".getBytes(StandardCharsets.UTF_8))));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).startsWith("没有部署，什么也没有改动。").contains("conversion.bpmn", "limit=soon", "reply.docx", "不是 Word 文档")
				.doesNotContain("mail-delivery", "Exception");
		assertThat(ledger()).isEqualTo(ledger);
		assertThat(versions()).isEqualTo(versions);
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
	}

	@Test
	void whatOnlyTheEngineFindsWrongIsRefusedAsWell() {
		Map<String, Object> ledger = ledger();
		Answer answer = modeler("fenxi1").deploy("wrong", Map.of("mail-delivery.bpmn",
				edited("mail-delivery.bpmn", "<bpmn:startEvent", "<bpmn:serviceTask id=\"task_nothing\" name=\"什么也不做\" /><bpmn:startEvent")));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).contains("mail-delivery.bpmn", "task_nothing");
		assertThat(ledger()).isEqualTo(ledger);
	}

	@Test
	void aProcessInAFileOfAnotherNameIsRefusedAndBothFilesAreNamed() {
		Answer answer = modeler("fenxi1").deploy("copy", Map.of("送达 副本.bpmn", renamed()));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).contains("送达 副本.bpmn", "mail-delivery.bpmn", "里已经有了");
	}

	@Test
	void aFileThatNoSetHasIsRefused() {
		Answer answer = modeler("fenxi1").deploy("script", Map.of("evil.groovy", "x".getBytes(StandardCharsets.UTF_8)));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).contains("evil.groovy", ".bpmn");
	}

	@Test
	void whoIsNoAnalystDeploysNothing() {
		Map<String, Object> ledger = ledger();
		for (String account : List.of("gongan1", "zhengfu1", "chengxiang1", "weiyuan1")) {
			Answer answer = modeler(account).deploy("mine", Map.of("mail-delivery.bpmn", renamed()));
			assertThat(answer.status()).as(account).isEqualTo(403);
			assertThat(answer.message()).isEqualTo("部署流程图、决策表、表单和文书模板只供流程分析员和系统管理员。");
		}
		assertThat(ledger()).isEqualTo(ledger);
	}

	@Test
	void nothingIsDeployedAroundTheSet() {
		Http admin = Http.basic(port, "admin");
		long deployments = repository.createDeploymentQuery().count();
		Answer again = admin.post("/engine-rest/deployment/" + before.deploymentId() + "/redeploy", Map.of());
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.message()).contains("恢复从前的一套");
		Answer later = modeler("fenxi1").deploy("later", Map.of("mail-delivery.bpmn", renamed()),
				Map.of("deployment-activation-time", "2030-01-01T00:00:00"));
		assertThat(later.status()).isEqualTo(400);
		assertThat(later.message()).contains("deployment-activation-time");
		assertThat(modeler("fenxi1").deploy("tenant", Map.of("mail-delivery.bpmn", renamed()), Map.of("tenant-id", "one")).status()).isEqualTo(400);
		assertThat(admin.delete("/engine-rest/deployment/" + before.deploymentId() + "?cascade=true").status()).isEqualTo(400);
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
		Answer webapp = Http.session(port, "admin", "cockpit").upload("/camunda/api/engine/engine/default/deployment/create", "sign-receipt.form",
				otherForm());
		assertThat(webapp.status()).as(webapp.body()).isEqualTo(200);
		assertThat(latest().values()).containsOnly(sets.inForce().orElseThrow().deploymentId());
	}

	@Test
	void whoBeganOnASetThatIsNoLongerInForceHearsWhatChangedMeanwhile() {
		long mine = as("fenxi1", () -> deployment.propose(deployment.inForce().with("sign-receipt.form", otherForm())));
		assertThat(modeler("admin").deploy("先到", Map.of("mail-delivery.bpmn", renamed())).status()).isEqualTo(200);

		assertThat(refused(() -> as("fenxi1", () -> deployment.putInForce(mine, before.number(), "三日内签收"))))
				.contains("现行的是第 " + before.number() + " 套", "系统管理员", "第 " + (before.number() + 1) + " 套生效", "“先到”", "mail-delivery.bpmn")
				.doesNotContain("sign-receipt.form");
		assertThat(sets.latest()).isEqualTo(before.number() + 1);
	}

	@Test
	void ofTwoAtTheSameMomentOneIsTakenWholeAndOneIsRefused() throws Exception {
		long one = as("fenxi1", () -> deployment.propose(deployment.inForce().with("sign-receipt.form", otherForm())));
		long other = as("fenxi1", () -> deployment.propose(deployment.inForce().with("mail-delivery.bpmn", renamed())));
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Future<String>> answers = both.invokeAll(List.<Callable<String>>of(() -> decided(start, one), () -> decided(start, other)));
			List<String> said = List.of(answers.get(0).get(), answers.get(1).get());
			assertThat(said).containsExactlyInAnyOrder("taken", Refusal.Kind.OVERTAKEN.name());
			assertThat(sets.latest()).isEqualTo(before.number() + 1);
			assertThat(latest().values()).containsOnly(sets.inForce().orElseThrow().deploymentId());
			assertThat(sets.setInForce()).isEqualTo(Map.of(0, one, 1, other).get(said.indexOf("taken")));
		}
		finally {
			both.shutdownNow();
		}
	}

	private String decided(CyclicBarrier start, long set) throws Exception {
		start.await();
		identity.setAuthentication("fenxi1", List.of("analyst"));
		try {
			deployment.putInForce(set, before.number(), "同时");
			return "taken";
		}
		catch (Refusal refused) {
			return refused.kind().name();
		}
		finally {
			identity.clearAuthentication();
		}
	}

	@Test
	void theFormerSetComesBackWhole() {
		modeler("fenxi1").deploy("改", Map.of("mail-delivery.bpmn", renamed()));
		Force back = as("fenxi1", () -> deployment.putInForce(before.setId(), before.number() + 1, "退回"));
		assertThat(back.hash()).isEqualTo(before.hash());
		assertThat(back.number()).isEqualTo(before.number() + 2);
		assertThat(latest().values()).containsOnly(back.deploymentId());
		assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("mail-delivery").latestVersion().singleResult().getName())
				.isEqualTo("邮件送达");
		assertThat(sets.history()).extracting(Force::number).startsWith(back.number(), back.number() - 1, before.number());
	}

	@Test
	void aSetThatIsInForceAlreadyOrHasNoReasonIsRefused() {
		assertThat(refused(() -> as("fenxi1", () -> deployment.propose(deployment.inForce())))).contains("完全相同");
		long set = as("fenxi1", () -> deployment.propose(deployment.inForce().with("sign-receipt.form", otherForm())));
		assertThat(refused(() -> as("fenxi1", () -> deployment.putInForce(set, before.number(), "  ")))).contains("为什么");
		assertThat(refused(() -> as("fenxi1", () -> deployment.putInForce(Long.MAX_VALUE, before.number(), "没有")))).contains("没有这一套");
		assertThat(refused(() -> as("fenxi1", () -> deployment.putInForce(before.setId(), before.number(), "又一次")))).contains("就是现行的");
	}

	@Test
	void onlyATemplateChangesAndTheEngineHasNoNewVersion() {
		long versions = versions();
		ModelSet changed = deployment.inForce().with("reply.docx", deployment.inForce().files().get("assignment.docx"));
		assertThat(refused(() -> as("fenxi1", () -> deployment.propose(changed)))).contains("reply.docx");
		byte[] repacked = DocumentEdits.withParagraph(deployment.inForce().files().get("reply.docx"), "（一式两份）");
		Answer answer = modeler("fenxi1").deploy("模板", Map.of("reply.docx", repacked));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(sets.inForce().orElseThrow().deploymentId()).isEqualTo(before.deploymentId());
		assertThat(versions()).isEqualTo(versions);
	}
}
