package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task is taken by answering it, in the transaction of the answer; whoever else is at it learns of it, by name. */
@Tag("database")
class TakingByAnsweringTest extends CycleTest {

	@Autowired
	private HistoryService history;
	@Autowired
	private AuthorizationService authorizations;

	@AfterEach
	void nothingTypedStays() {
		jdbc.sql("delete from draft").update();
	}

	private String submit(String user, Task task, Map<String, Object> answer) {
		return as(user, () -> refused(() -> forms.submitTaskForm(task.getId(), answer)));
	}

	private JsonNode desk(String user, String task) {
		return Http.pages(port, user).get("/desk?task=" + task).json();
	}

	@Test
	void whoAnswersATaskThatNobodyHasClaimedHasTakenIt() {
		startUpTo("task_planResearch");
		Task task = task("task_planResearch");
		as("chengxiang1", () -> {
			forms.submitTaskForm(task.getId(), plain(task));
			return null;
		});
		assertThat(history.createHistoricTaskInstanceQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo("chengxiang1");
		assertThat(openTasks()).containsExactly("task_recordResearch");
		assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list())
				.as("rights to what is gone").isEmpty();
	}

	@Test
	void anAnswerThatIsRefusedTakesNothing() {
		startUpTo("task_planResearch");
		Task task = task("task_planResearch");
		assertThat(submit("chengxiang1", task, Map.of("plan", "走访"))).contains("参与委员");
		assertThat(task("task_planResearch").getAssignee()).isNull();
	}

	@Test
	void whoComesSecondHearsWhoHasAnsweredAndWhen() {
		startUpTo("task_planResearch");
		Task task = task("task_planResearch");
		complete("chengxiang1", task, plain(task));
		String told = "该任务已由宋长江（城乡委）于 2023-09-11 09:00办结，这一份没有提交。写的文字还在屏幕上，需要时请先复制，再刷新任务列表。";
		assertThat(submit("chengxiang2", task, plain(task))).isEqualTo(told);
		Http.Answer late = Http.basic(port, "chengxiang2").post("/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables", Map.of()));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.message()).isEqualTo(told);
		assertThat(desk("chengxiang2", task.getId()).path("ended").asText()).isEqualTo("已由宋长江（城乡委）于 2023-09-11 09:00办结。");
	}

	@Test
	void whoFindsItClaimedHearsByWhom() {
		startUpTo("task_planResearch");
		Task task = task("task_planResearch");
		tasks.claim(task.getId(), "chengxiang2");
		assertThat(submit("chengxiang1", task, plain(task))).isEqualTo("该任务已由他人（罗兰）认领，请先由其取消认领。");
		JsonNode card = desk("chengxiang1", task.getId()).path("card");
		assertThat(card.path("open").asBoolean()).isFalse();
		assertThat(card.path("holder").asText()).isEqualTo("罗兰");
	}

	/** What the colleague types is nobody's business, that he types is told before anybody has typed a page for nothing. */
	@Test
	void whileTwoAreAtTheSameTaskEachHearsOfTheOther() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		assertThat(desk("chengxiang2", task).has("beside")).isFalse();
		Http.pages(port, "chengxiang1").put("/drafts?task=" + task + "&account=chengxiang1",
				"{\"version\":0,\"fields\":{\"plan\":{\"value\":\"分两组走访\",\"began\":\"x\"}}}");
		assertThat(desk("chengxiang2", task).path("beside").asText()).isEqualTo("宋长江（09:00）也在填写这项任务，尚未提交。先提交的算数；要由您办，请点“由我办理”。");
		assertThat(desk("chengxiang1", task).has("beside")).as("of himself").isFalse();
		assertThat(Http.pages(port, "weiyuan1").get("/desk?task=" + task).body()).as("whoever it is not for").isEqualTo("{}");
		clockTo(MONDAY.plusMinutes(16));
		assertThat(desk("chengxiang2", task).has("beside")).as("who has stopped").isFalse();
	}

	@Test
	void theHeadOfATaskSaysWhatItIsAboutAndWhoseItIs() {
		startUpTo("task_draftReply");
		JsonNode card = desk("gongan1", task("task_draftReply").getId()).path("card");
		assertThat(card.path("title").asText()).isEqualTo("基层派出所改造");
		assertThat(card.path("number").asText()).isEqualTo(outcomeId + "-1");
		assertThat(card.path("unit").asText()).isEqualTo("主办：公安局");
		assertThat(card.path("due").asText()).isEqualTo("2023-11-13");
		assertThat(card.path("light").asText()).isEqualTo("green");
		assertThat(card.path("groups").asText()).isEqualTo("公安局");
		assertThat(card.path("open").asBoolean()).isTrue();
		assertThat(card.path("plain").asText()).as("a reply has to be written").isEmpty();
	}

	@Test
	void severalAreAcknowledgedAtOnceEachByItself() {
		startUpTo("task_acknowledgeReport");
		runtime.createProcessInstanceQuery().active().list().forEach(one -> runtime.suspendProcessInstanceById(one.getId()));
		String first = outcomeId;
		startUpTo("task_acknowledgeReport");
		runtime.createProcessInstanceQuery().suspended().list().forEach(one -> runtime.activateProcessInstanceById(one.getId()));
		List<String> own = as("zhengxie1", () -> tasks.createTaskQuery().taskCandidateUser("zhengxie1").list()).stream().map(Task::getId).toList();
		assertThat(own).hasSize(2);
		String others = as("quwei1", () -> tasks.createTaskQuery().taskCandidateUser("quwei1").list()).get(0).getId();

		JsonNode done = Http.pages(port, "zhengxie1").post("/desk/answers", Map.of("answer", "知悉", "tasks", List.of(own.get(0), others, own.get(1))))
				.json();

		assertThat(done.findValuesAsText("done")).containsExactly("true", "false", "true");
		assertThat(done.path(1).path("said").asText()).isEqualTo("任务已经办结、已被收回，或者不由您办理。");
		assertThat(jdbc
				.sql("select outcome_id from answer where step_key = 'task_acknowledgeReport' and given_by = 'zhengxie1' and outcome_id in (?, ?)")
				.params(first, outcomeId).query(String.class).list()).containsExactlyInAnyOrder(first, outcomeId);
		assertThat(tasks("task_acknowledgeReport")).hasSize(4);
	}

	@Test
	void aPlainYesIsGivenToWhatAsksForNothingElse() {
		startUpTo("task_reviewByHead");
		Task review = task("task_reviewByHead");
		Http head = Http.pages(port, "chengxiang2");
		assertThat(desk("chengxiang2", review.getId()).path("card").path("plain").asText()).isEqualTo("同意");
		assertThat(head.post("/desk/answers", Map.of("answer", "知悉", "tasks", List.of(review.getId()))).json().path(0).path("said").asText())
				.isEqualTo("这项任务不能这样办理，请打开表单填写。");
		// the two-person rule holds: the drafter does not review his own
		assertThat(Http.pages(port, "chengxiang1").post("/desk/answers", Map.of("answer", "同意", "tasks", List.of(review.getId()))).json().path(0)
				.path("done").asBoolean()).isFalse();
		assertThat(head.post("/desk/answers", Map.of("answer", "同意", "tasks", List.of(review.getId()))).json().path(0).path("done").asBoolean())
				.isTrue();
		assertThat(openTasks()).containsExactly("task_reviewByOffice");
		assertThat(head.post("/desk/answers", Map.of("answer", "同意", "tasks", List.of(review.getId()))).json().path(0).path("said").asText())
				.startsWith("已由罗兰（城乡委）于 2023-09-11").endsWith("办结。");
	}

	@Test
	void whatIsNoListOfTasksIsRefusedInChinese() {
		Http office = Http.pages(port, "zhengxie1");
		for (String body : List.of("", "[]", "{\"answer\":\"知悉\"}", "{\"answer\":\"知悉\",\"tasks\":[]}", "{\"answer\":\"知悉\",\"tasks\":[\"a b\"]}",
				"{\"tasks\":[\"x\"]}", "{\"answer\":")) {
			Http.Answer refused = office.post("/desk/answers", body);
			assertThat(refused.status()).as(body).isEqualTo(400);
			assertThat(refused.message()).as(body).contains("没有办理");
		}
	}
}
