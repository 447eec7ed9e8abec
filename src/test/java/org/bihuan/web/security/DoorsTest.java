package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Answers;
import org.bihuan.web.Http;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each door that the platform leaves open, tried from outside. */
class DoorsTest extends CycleTest {

	/** Would be visible if anything evaluated it. */
	private static final String ATTACK = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
			+ ".invoke(null, 'bihuan.attacked', 'yes')}";

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/engine", "/engine-rest/engine/default/task", "/engine-rest/task", "/engine-rest/task/count",
			"/engine-rest/identity/groups?userId=admin",
			"/engine-rest/process-definition", "/engine-rest/history/task", "/api/deadlines?received=2023-09-11", "/api/openapi",
			"/api/statistics" })
	void nobodyIsServedAnonymously(String path) {
		assertThat(Http.anonymous(port).get(path).status()).as(path).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/../engine-rest/task", "/engine-rest//task", "/engine-rest/;x=y/task", "/login/..;/engine-rest/task" })
	void aPathThatHidesAnotherIsServedToNobody(String path) {
		assertThat(Http.anonymous(port).get(path).status()).as(path).isEqualTo(400);
		assertThat(Http.basic(port, "admin").get(path).status()).as(path).isEqualTo(400);
	}

	@Test
	void aWrongPasswordIsNotServed() throws Exception {
		var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + "/engine-rest/task"))
				.header("Authorization",
						"Basic " + java.util.Base64.getEncoder().encodeToString("dukao2:guess".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
				.build();
		assertThat(java.net.http.HttpClient.newHttpClient().send(request, java.net.http.HttpResponse.BodyHandlers.discarding()).statusCode())
				.isEqualTo(401);
		assertThat(Http.basic(port, "admin").get("/engine-rest/task").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/camunda/api/admin/setup/default/user/create,403", "/camunda/api/admin/setup/default/user/create/,403",
			"/camunda/api/admin//setup/default/user/create,400", "/camunda/api/admin/setup;x=y/default/user/create,400",
			"/camunda/api/admin/%73etup/default/user/create,403", "/camunda/api/cockpit/../admin/setup/default/user/create,400",
			"/camunda/app/admin/default/setup/,403", "/camunda/app/admin/default/setup/#/setup,403" })
	void nobodyCreatesAnAdministratorThroughTheSetup(String path, int refused) {
		Map<String, Object> intruder = Map.of("profile", Map.of("id", "intruder", "firstName", "x", "lastName", "y"), "credentials",
				Map.of("password", "intruder"));
		Http attacker = Http.anonymous(port);
		attacker.get("/camunda/app/admin/default/");
		// the group without a direct member is what opens the door in the platform
		identity.deleteMembership("admin", "camunda-admin");
		try {
			assertThat(attacker.post(path, intruder).status()).as(path).isEqualTo(refused);
			assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
		}
		finally {
			identity.createMembership("admin", "camunda-admin");
		}
	}

	@Test
	void expressionsInQueriesAreRefusedAtAnyDepth() {
		List<Object> queries = List.of(Map.of("assigneeExpression", ATTACK), Map.of("orQueries", List.of(Map.of("assigneeExpression", ATTACK))),
				Map.of("orQueries", List.of(Map.of("orQueries", List.of(Map.of("candidateUserExpression", ATTACK))))),
				Map.of("orQueries", List.of(Map.of("dueBeforeExpression", ATTACK))),
				"{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + ATTACK + "\"}]}");
		Http rest = Http.basic(port, "zhengxie1");
		Http webapp = Http.session(port, "zhengxie1", "tasklist");
		for (Object query : queries) {
			for (Http.Answer answer : List.of(rest.post("/engine-rest/task", query), rest.post("/engine-rest/task/count", query),
					rest.post("/engine-rest/engine/default/task", query), webapp.post("/camunda/api/engine/engine/default/task", query))) {
				assertThat(answer.status()).as("%s", query).isEqualTo(400);
				assertThat(answer.message()).contains("表达式");
			}
		}
		assertThat(rest.get("/engine-rest/task?assigneeExpression=%24%7B1%7D").status()).isEqualTo(400);
		assertThat(System.getProperty("bihuan.attacked")).isNull();
	}

	@Test
	void theEngineItselfEvaluatesNoExpressionOfAQuery() {
		// should a request ever pass the filter: the engine refuses too
		Throwable refused = catchThrowable(() -> tasks.createTaskQuery().taskAssigneeExpression(ATTACK).list());
		assertThat(refused).hasMessageContaining("Expressions are forbidden");
		assertThat(System.getProperty("bihuan.attacked")).isNull();
	}

	@Test
	void expressionsInStoredFiltersAreRefusedAndOnlyAdministratorsMakeFilters() {
		Map<String, Object> stored = Map.of("resourceType", "Task", "name", "攻击", "query",
				Map.of("orQueries", List.of(Map.of("assigneeExpression", ATTACK))));
		Map<String, Object> plain = Map.of("resourceType", "Task", "name", "普通", "query", Map.of("assignee", "admin"));
		assertThat(Http.basic(port, "admin").post("/engine-rest/filter/create", stored).status()).isEqualTo(400);
		assertThat(Http.basic(port, "zhengxie1").post("/engine-rest/filter/create", plain).status()).isEqualTo(403);
		assertThat(Http.session(port, "zhengxie1", "tasklist").post("/camunda/api/engine/engine/default/filter/create", plain).status())
				.isEqualTo(403);
		var made = Http.basic(port, "admin").post("/engine-rest/filter/create", plain);
		assertThat(made.status()).isEqualTo(200);
		assertThat(Http.basic(port, "admin").delete("/engine-rest/filter/" + made.json().path("id").asText()).status()).isEqualTo(204);

		String own = Http.basic(port, "zhengxie1").get("/engine-rest/filter?resourceType=Task").json().get(0).path("id").asText();
		assertThat(Http.basic(port, "zhengxie1").put("/engine-rest/filter/" + own, plain).status()).isEqualTo(403);
		assertThat(Http.basic(port, "zhengxie1").delete("/engine-rest/filter/" + own).status()).isEqualTo(403);
		assertThat(Http.basic(port, "zhengxie1")
				.post("/engine-rest/filter/" + own + "/list", Map.of("orQueries", List.of(Map.of("assigneeExpression", ATTACK)))).status())
				.isEqualTo(400);
		assertThat(System.getProperty("bihuan.attacked")).isNull();
	}

	@Test
	void theEngineItselfStoresNoExpression() {
		var filter = filterService().newTaskFilter("stored").setQuery(tasks.createTaskQuery().taskAssigneeExpression(ATTACK));
		assertThat(catchThrowable(() -> filterService().saveFilter(filter))).hasMessageContaining("Expressions are forbidden");
	}

	private org.camunda.bpm.engine.FilterService filterService() {
		return org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine().getFilterService();
	}

	@Test
	void onlyHealthIsShownOfTheActuatorAndThereIsNoDatabaseConsole() {
		for (String path : List.of("/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers", "/h2-console",
				"/h2-console/login.do")) {
			assertThat(Http.anonymous(port).get(path).status()).as(path).isEqualTo(404);
			assertThat(Http.basic(port, "admin").get(path).status()).as(path).isEqualTo(404);
		}
		assertThat(Http.anonymous(port).get("/actuator/health").json().path("status").asText()).isEqualTo("UP");
		assertThat(Http.anonymous(port).get("/actuator/health").json().has("components")).isFalse();
	}

	@Test
	void anUncaughtErrorRaisesAndLosesNothing() {
		var model = Bpmn.createExecutableProcess("uncaught").camundaHistoryTimeToLive(1).startEvent().camundaFormKey("form")
				.serviceTask("serviceTask_fails")
				.camundaAsyncBefore()
				.camundaDelegateExpression("${throwsUncaughtError}").endEvent().done();
		repository.createDeployment().addModelInstance("uncaught.bpmn", model).deploy();
		Answers.during(Answer.of(Map.of()), () -> runtime.startProcessInstanceByKey("uncaught"));
		String job = management.createJobQuery().processDefinitionKey("uncaught").singleResult().getId();
		assertThat(catchThrowable(() -> management.executeJob(job))).hasMessageContaining("nobody-catches-this");
		assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("uncaught").count()).as("the case is still there").isEqualTo(1);
	}

	@Test
	void whoMayAnswerATaskMayNotChangeItsCase() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		String instance = task("task_planResearch").getProcessInstanceId();
		Http committee = Http.basic(port, "chengxiang1");
		Map<String, Object> value = Map.of("value", "CG1999-1", "type", "String");
		assertThat(committee.put("/engine-rest/process-instance/" + instance + "/variables/outcomeId", value).status()).isEqualTo(403);
		assertThat(committee.put("/engine-rest/task/" + task + "/variables/outcomeId", value).status()).isEqualTo(403);
		assertThat(committee.put("/engine-rest/task/" + task + "/localVariables/view", value).status()).isEqualTo(403);
		assertThat(committee.delete("/engine-rest/process-instance/" + instance).status()).isEqualTo(403);
		assertThat(committee.post("/engine-rest/task/" + task + "/bpmnError", Map.of("errorCode", "x")).status()).isEqualTo(400);
		assertThat(committee.post("/engine-rest/task/" + task + "/bpmnEscalation", Map.of("escalationCode", "x")).status()).isEqualTo(400);
		assertThat(committee.post("/engine-rest/task/" + task + "/delegate", Map.of("userId", "gongan1")).status()).isEqualTo(403);
		assertThat(committee.delete("/engine-rest/task/" + task).status()).isEqualTo(403);
		assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
		assertThat(runtime.getVariable(instance, "outcomeId")).isEqualTo(outcomeId);
	}

	@Test
	void noCaseStartsWithoutItsForm() {
		Http committee = Http.basic(port, "chengxiang1");
		Map<String, Object> before = ledger();
		assertThat(committee.post("/engine-rest/process-definition/key/formation/start", Map.of()).status()).isEqualTo(404);
		assertThat(committee.post("/engine-rest/process-definition/key/consultation-outcome/start", Map.of()).status()).isEqualTo(400);
		assertThat(committee.post("/engine-rest/process-definition/key/consultation-outcome/start",
				Map.of("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "serviceTask_closeOutcome")))).status())
				.isEqualTo(400);
		assertThat(Http.basic(port, "admin").post("/engine-rest/process-definition/key/follow-up/start",
				Map.of("variables", Map.of("assignmentId", Map.of("value", "x", "type", "String")))).status()).isEqualTo(400);
		assertThat(Http.basic(port, "gongan1").post("/engine-rest/process-definition/key/consultation-outcome/submit-form", Map.of()).status())
				.isEqualTo(404);
		assertThat(ledger()).isEqualTo(before);
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	@Test
	void aTaskIsClaimedForOneselfAloneAndMayBeGivenBack() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		Http.Answer forAnother = Http.basic(port, "gongan1").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "nongye1"));
		assertThat(forAnother.status()).isEqualTo(400);
		assertThat(forAnother.message()).isEqualTo("任务只能由本人认领，不能替他人认领。");
		assertThat(task("task_draftReply").getAssignee()).isNull();
		assertThat(Http.basic(port, "nongye1").get("/engine-rest/task/" + task).status()).isEqualTo(404);
		assertThat(Http.basic(port, "gongan1").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "gongan1")).status()).isEqualTo(204);
		assertThat(Http.basic(port, "gongan2").post("/engine-rest/task/" + task + "/unclaim", Map.of()).status()).as("another's claim")
				.isEqualTo(403);
		assertThat(Http.basic(port, "gongan1").post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "nongye1")).status()).isEqualTo(403);
		assertThat(Http.basic(port, "gongan1").post("/engine-rest/task/" + task + "/unclaim", Map.of()).status()).isEqualTo(204);
		assertThat(Http.basic(port, "gongan2").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "gongan2")).status()).isEqualTo(204);
	}

	@Test
	void aHugeBodyIsNotReadBeforeALogin() {
		assertThat(Http.anonymous(port).post("/engine-rest/task", "\"" + "x".repeat(5 * 1024 * 1024) + "\"").status()).isEqualTo(401);
		assertThat(Http.anonymous(port).post("/camunda/api/engine/engine/default/task/x/submit-form", "\"" + "x".repeat(5 * 1024 * 1024) + "\"")
				.status()).isEqualTo(413);
	}

	@Test
	void whatGoesWrongIsToldInChinese() {
		Http office = Http.pages(port, "zhengxie1");
		for (String path : new String[] { "/overdue?week=abc", "/notices?before=abc", "/nothing" }) {
			assertThat(office.get(path).body()).as(path).contains("出错了", "role=\"alert\"").doesNotContain("Whitelabel", "Exception");
		}
		assertThat(office.get("/lights").status()).isEqualTo(400);
		office.get("/login");
		assertThat(office.form("/login", Map.of("username", "zhengxie1", "password", "zhengxie1", "to", "/ledger?x={a}")).status()).isEqualTo(302);
	}

	@Test
	void anotherSiteCannotActWithOnesSession() {
		Http admin = Http.pages(port, "admin");
		admin.from("http://evil.example");
		assertThat(admin.form("/clock/forward", Map.of("days", "1")).status()).isEqualTo(403);
		admin.from("http://a b");
		assertThat(admin.form("/clock/forward", Map.of("days", "1")).status()).isEqualTo(403);
	}

	@Test
	void theFiguresAreForWhoSeesEverything() {
		for (String person : new String[] { "gongan1", "weiyuan1", "fenxi1" }) {
			Http.Answer answer = Http.basic(port, person).get("/api/statistics");
			assertThat(answer.status()).as(person).isEqualTo(403);
			assertThat(answer.message()).contains("统计只供");
		}
		assertThat(Http.basic(port, "zhengxie1").get("/api/statistics").status()).isEqualTo(200);
	}
}
