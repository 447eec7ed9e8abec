package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refusal arrives as it is, through REST and through the API of the webapps: the status, our sentence alone, nothing written. */
@Tag("wide")
class RefusalsOverHttpTest extends CycleTest {

	private static Map<String, Object> form(Map<String, ?> answer) {
		Map<String, Object> variables = new HashMap<>();
		answer.forEach((key, value) -> variables.put(key, value instanceof String ? Map.of("value", value, "type", "String")
				: Map.of("value", json(value), "type", "Json")));
		return Map.of("variables", variables);
	}

	private static String json(Object value) {
		try {
			return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** All ways on which a client may answer a task. */
	private List<Http.Answer> everyWay(String user, String task, Map<String, Object> body) {
		Http rest = Http.basic(port, user);
		Http webapp = Http.session(port, user, "tasklist");
		return List.of(rest.post("/engine-rest/task/" + task + "/submit-form", body), rest.post("/engine-rest/task/" + task + "/complete", body),
				rest.post("/engine-rest/engine/default/task/" + task + "/submit-form", body),
				webapp.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", body),
				webapp.post("/camunda/api/engine/engine/default/task/" + task + "/complete", body));
	}

	@Test
	void aWrongAnswerIsRefusedInOurWordsAlone() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		Map<String, Object> before = ledger();
		Map<String, Map<String, ?>> wrong = Map.of("请填写“调研方案”。", Map.of("members", List.of("weiyuan1")), "“调研方案”最多 2000 字，现有 4001 字，请精简后再提交。",
				Map.of("members", List.of("weiyuan1"), "plan", "长".repeat(4001)), "“调研方案”最多 2000 字，现有 20000 字，请精简后再提交。",
				Map.of("members", List.of("weiyuan1"), "plan", "长".repeat(20_000)), "表单中没有“outcomeId”这一栏，请刷新页面后重新填写。",
				Map.of("members", List.of("weiyuan1"), "plan", "走访", "outcomeId", "CG1999-1"), "“参与委员”所选的项（nobody）已不可选，请刷新页面后重新选择。",
				Map.of("members", List.of("nobody"), "plan", "走访"));
		wrong.forEach((sentence, answer) -> {
			for (Http.Answer refused : everyWay("chengxiang1", task, form(answer))) {
				assertThat(refused.status()).isEqualTo(400);
				assertThat(refused.message()).isEqualTo(sentence);
			}
		});
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_planResearch");
	}

	@Test
	void aBadStartIsRefusedToo() {
		int runningBefore = running();
		Map<String, Object> before = ledger();
		Map<String, Object> body = form(Map.of("secret", "yes", "title", "某涉密事项"));
		Http webapp = Http.session(port, "chengxiang1", "tasklist");
		String definition = repository.createProcessDefinitionQuery().processDefinitionKey("consultation-outcome").latestVersion().singleResult()
				.getId();
		for (Http.Answer refused : List.of(
				Http.basic(port, "chengxiang1").post("/engine-rest/process-definition/key/consultation-outcome/submit-form", body),
				webapp.post("/camunda/api/engine/engine/default/process-definition/" + definition + "/submit-form", body))) {
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.message()).isEqualTo("涉密事项不得进入本系统：未保存任何内容。请按保密规定以纸质方式办理。");
		}
		assertThat(ledger()).isEqualTo(before);
		assertThat(running()).isEqualTo(runningBefore);
	}

	private int running() {
		return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'consultation-outcome' and start_user_id_ = 'chengxiang1' and "
				+ "end_time_ is null").query(Integer.class).single();
	}

	@Test
	void anAmendmentIsTheOfficesAloneAndRefusedInOurWords() {
		startUpTo("task_draftReply");
		String start = "/engine-rest/process-definition/key/amendment/submit-form";
		Map<String, Object> reassign = form(Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局", "reason", "属财政职责"));
		Map<String, Object> before = ledger();
		for (String other : List.of("gongan1", "chengxiang1", "weiyuan1", "dukao1")) {
			assertThat(Http.basic(port, other).post(start, reassign).status()).as(other).isEqualTo(404);
		}
		Http.Answer wrong = Http.basic(port, "quwei1").post(start,
				form(Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "公安局", "reason", "再办")));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.message()).isEqualTo("这件交办件现在就由“公安局”承办，请改填别的单位。");
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(Http.basic(port, "quwei1").post(start, reassign).status()).isEqualTo(200);
		assertThat(assignment().leadUnit()).isEqualTo("unit-caizheng");
	}

	/** The messages behind 撤回 and 改派 would end a case past the ledger. */
	@Test
	void nobodySendsTheMessagesOfAnAmendmentByHimself() {
		startUpTo("task_draftReply");
		Map<String, Object> before = ledger();
		// who may do neither hears that; the administrator, who might, is told what to do instead
		Map<String, Integer> refused = Map.of("gongan1", 403, "quwei1", 403, "zhengxie1", 403, "weiyuan1", 403, "fenxi1", 403, "admin", 400);
		refused.forEach((user, status) -> {
			for (String message : List.of("assignmentWithdrawn", "assignmentReassigned", "outcomeWithdrawn", "assignmentAdded")) {
				Http.Answer sent = Http.basic(port, user).post("/engine-rest/message", Map.of("messageName", message, "businessKey", outcomeId));
				assertThat(sent.status()).as("%s sends %s: %s", user, message, sent.body()).isEqualTo(status);
				runtime.createExecutionQuery().messageEventSubscriptionName(message).list().forEach(waiting -> assertThat(Http.basic(port, user)
						.post("/engine-rest/execution/" + waiting.getId() + "/messageSubscriptions/" + message + "/trigger", Map.of()).status())
						.as("%s triggers %s", user, message)
						.isEqualTo(status));
			}
		});
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_draftReply");
	}

	@Test
	void anAnswerToWhatIsGoneIsAConflict() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		Map<String, Object> before = ledger();
		for (Http.Answer late : everyWay("gongan1", task, form(adopted()))) {
			assertThat(late.status()).isEqualTo(409);
			assertThat(late.message()).isEqualTo("该任务已经办结或已被收回（可能刚刚由他人完成，或已到期转出）。请刷新任务列表。");
		}
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_handleOverdue");
	}

	@Test
	void whatSomebodyElseHasClaimedIsRefused() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		tasks.claim(task, "chengxiang2");
		Map<String, Object> before = ledger();
		for (Http.Answer refused : everyWay("chengxiang1", task, form(Map.of("members", List.of("weiyuan1"), "plan", "走访")))) {
			assertThat(refused.status()).as(refused.body()).isEqualTo(400);
			assertThat(refused.message()).contains("已由他人");
		}
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void malformedJsonIsRefusedInChinese() {
		startUpTo("task_planResearch");
		String path = "/engine-rest/task/" + task("task_planResearch").getId() + "/submit-form";
		assertThat(Http.basic(port, "chengxiang1").post(path, "{\"variables\":").message()).matches(".*[\\u4e00-\\u9fff].*");
		Http.Answer broken = Http.basic(port, "chengxiang1").post(path, "{\"variables\":{\"members\":{\"type\":\"Json\",\"value\":\"[\"}}}");
		assertThat(broken.status()).isEqualTo(400);
		assertThat(broken.message()).matches(".*[\\u4e00-\\u9fff].*");
		assertThat(openTasks()).containsExactly("task_planResearch");
	}

	@Test
	void aRightAnswerIsTakenOverRest() {
		startUpTo("task_planResearch");
		Http.Answer taken = Http.basic(port, "chengxiang1").post("/engine-rest/task/" + task("task_planResearch").getId() + "/submit-form",
				form(Map.of("members", List.of("weiyuan1"), "plan", "走".repeat(2000))));
		assertThat(taken.status()).as(taken.body()).isEqualTo(204);
		assertThat(openTasks()).containsExactly("task_recordResearch");
	}
}
