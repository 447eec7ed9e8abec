package org.bihuan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is typed and not handed in is kept for its writer alone, and goes with its task. Before, it was nowhere but on the screen: another tab of the
 * form, a reload or a lost session, and it was gone.
 */
@Tag("wide")
@Tag("database-again")
class DraftsTest extends CycleTest {

	private static final String TYPED = "{\"version\":0,\"fields\":{\"plan\":{\"value\":\"分两组走访\",\"began\":\"x\"}}}";

	private String task;

	@BeforeEach
	void aTask() {
		startUpTo("task_planResearch");
		task = task("task_planResearch").getId();
	}

	@AfterEach
	void nothingStays() {
		jdbc.sql("delete from draft").update();
	}

	private Http at(String user) {
		return Http.session(port, user, "tasklist");
	}

	private Http.Answer put(String user, String place, String account, String body) {
		return at(user).put("/drafts?" + place + "&account=" + account, body);
	}

	private Http.Answer put(String user, String body) {
		return put(user, "task=" + task, user, body);
	}

	private Http.Answer read(String user) {
		return at(user).get("/drafts?task=" + task);
	}

	/** Of whom, and the number of what was saved, wherever there is any text. */
	private List<String> kept() {
		return jdbc.sql("select account || ' ' || kind || ' ' || version from draft where fields <> '{}' order by account, kind, place")
				.query(String.class).list();
	}

	private static String typed(int version, String text) {
		return "{\"version\":" + version + ",\"fields\":{\"talk\":{\"value\":\"" + text + "\",\"began\":\"x\"}}}";
	}

	/** 公安局 drafts its reply, and the two months are over. */
	private void takenBackByTheDeadline(String... writers) {
		upTo("task_draftReply");
		task = task("task_draftReply").getId();
		for (String writer : writers) {
			assertThat(put(writer, typed(0, writer + "已与委员面商")).json().path("version").asInt()).isEqualTo(1);
		}
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
	}

	private void theOfficeDemandsAReply() {
		answer("task_handleOverdue");
		upTo("task_draftReply");
		task = task("task_draftReply").getId();
	}

	@Test
	void itsWriterFindsItAgainWhereverHeLogsIn() {
		assertThat(read("chengxiang1").body()).isEqualTo("{\"account\":\"chengxiang1\",\"version\":0,\"at\":\"\",\"left\":\"\",\"fields\":{}}");
		assertThat(put("chengxiang1", TYPED).body()).isEqualTo("{\"version\":1,\"at\":\"09:00\"}");
		assertThat(read("chengxiang1").json().at("/fields/plan/value").asText()).isEqualTo("分两组走访");
		clockTo(LocalDateTime.of(2023, 9, 12, 8, 0));
		assertThat(read("chengxiang1").json().path("at").asText()).isEqualTo("09-11 09:00");
	}

	@Test
	void nobodyElseReadsIt() {
		put("chengxiang1", TYPED);
		assertThat(read("chengxiang2").json().path("version").asInt()).as("a colleague's own").isZero();
		for (String other : List.of("gongan1", "zhengxie1", "admin", "fenxi1")) {
			Http.Answer answer = read(other);
			assertThat(answer.status()).as(other).isEqualTo(409);
			assertThat(answer.message()).isEqualTo("任务不存在、已经办结，或者不由您办理，文字没有保存。请刷新任务列表。");
			assertThat(put(other, TYPED).status()).as(other).isEqualTo(409);
		}
		assertThat(at("chengxiang1").get("/drafts?task=" + task + "&account=chengxiang2").json().path("account").asText()).isEqualTo("chengxiang1");
		assertThat(kept()).containsExactly("chengxiang1 task 1");
		assertThat(Http.anonymous(port).get("/drafts?task=" + task).status()).isEqualTo(302);
	}

	@Test
	void whatOneAccountTypedIsNotKeptForAnother() {
		Http.Answer refused = put("chengxiang2", "task=" + task, "chengxiang1", TYPED);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.message()).contains("另一个账号写的");
		assertThat(kept()).isEmpty();
	}

	@Test
	void ofTwoBrowsersNoneWritesOverTheOtherUnseen() {
		put("chengxiang1", TYPED);
		assertThat(put("chengxiang1", TYPED.replace("\"version\":0", "\"version\":1").replace("两组", "三组")).json().path("version").asInt())
				.isEqualTo(2);
		Http.Answer late = put("chengxiang1", TYPED.replace("\"version\":0", "\"version\":1").replace("两组", "四组"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.json().path("type").asText()).isEqualTo("Newer");
		assertThat(late.message()).isEqualTo("另一处在 09:00 保存了更新的文字，这里的没有保存。请选择留哪一份。");
		assertThat(put("chengxiang1", TYPED).status()).as("who does not know of it").isEqualTo(409);
		assertThat(put("chengxiang1", "{\"version\":1,\"fields\":{}}").status()).as("who takes all of it away").isEqualTo(409);
		assertThat(read("chengxiang1").json().at("/fields/plan/value").asText()).isEqualTo("分三组走访");
		assertThat(put("chengxiang1", "{\"version\":2,\"fields\":{}}").json().path("version").asInt()).isEqualTo(3);
		assertThat(kept()).isEmpty();
	}

	/** What was cleared began at 1 again: a browser that had not looked since wrote over the newer text, and nothing said so. */
	@Test
	void whoHasNotLookedSinceItWasClearedWritesOverNothing() {
		put("chengxiang1", TYPED);
		put("chengxiang1", "{\"version\":1,\"fields\":{}}");
		assertThat(read("chengxiang1").json().path("version").asInt()).as("of nothing").isEqualTo(2);
		assertThat(put("chengxiang1", typed(1, "早先的")).message()).as("nothing is newer too")
				.isEqualTo("另一处在 09:00 清空或者提交了这张表单，这里的没有保存。请选择留哪一份。");
		assertThat(put("chengxiang1", typed(0, "不知道的")).status()).isEqualTo(409);
		assertThat(put("chengxiang1", typed(2, "后来的")).json().path("version").asInt()).isEqualTo(3);
		Http.Answer stale = put("chengxiang1", typed(1, "早先的"));
		assertThat(stale.json().path("type").asText()).isEqualTo("Newer");
		assertThat(stale.json().path("version").asInt()).isEqualTo(3);
		assertThat(read("chengxiang1").json().at("/fields/talk/value").asText()).isEqualTo("后来的");
	}

	/** The same after the days that it is kept. */
	@Test
	void theNumbersGoOnAfterItsDays() {
		put("chengxiang1", TYPED);
		clockTo(LocalDateTime.of(2023, 12, 10, 9, 0));
		assertThat(read("chengxiang1").json().path("version").asInt()).isEqualTo(1);
		assertThat(read("chengxiang1").json().path("fields").isEmpty()).isTrue();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(put("chengxiang1", typed(0, "不知道的")).status()).isEqualTo(409);
		assertThat(put("chengxiang1", typed(1, "后来的")).json().path("version").asInt()).isEqualTo(2);
		assertThat(put("chengxiang1", typed(1, "早先的")).status()).isEqualTo(409);
	}

	/** And of a start form, which is filled in again and again. */
	@Test
	void theNumbersGoOnAfterAStartFormIsHandedIn() {
		String form = "process=consultation-outcome";
		put("chengxiang1", form, "chengxiang1", TYPED);
		start("chengxiang1", "consultation-outcome", topic());
		assertThat(at("chengxiang1").get("/drafts?" + form).json().path("version").asInt()).isEqualTo(2);
		assertThat(put("chengxiang1", form, "chengxiang1", typed(2, "下一件")).status()).isEqualTo(200);
		assertThat(put("chengxiang1", form, "chengxiang1", typed(1, "上一件")).status()).as("another browser with the former one").isEqualTo(409);
	}

	/** It was gone at the moment at which the timer fired. */
	@Test
	void whatATimerTookBackIsGivenToItsWriterInTheNextTaskOfTheStep() {
		takenBackByTheDeadline("gongan1", "gongan2");
		assertThat(read("gongan1").status()).as("the task that has ended").isEqualTo(409);
		theOfficeDemandsAReply();
		Http.Answer given = read("gongan1");
		assertThat(given.json().at("/fields/talk/value").asText()).isEqualTo("gongan1已与委员面商");
		assertThat(given.json().path("version").asInt()).as("of this task nothing is kept yet").isZero();
		assertThat(given.json().path("at").asText()).isEmpty();
		assertThat(given.json().path("left").asText()).isEqualTo("09-11 09:00");
		assertThat(read("gongan2").json().at("/fields/talk/value").asText()).as("each has his own").isEqualTo("gongan2已与委员面商");
		assertThat(read("caizheng1").status()).as("who may not do the task").isEqualTo(409);

		assertThat(put("gongan1", typed(0, "改过的")).json().path("version").asInt()).isEqualTo(1);
		assertThat(read("gongan1").json().at("/fields/talk/value").asText()).isEqualTo("改过的");
		assertThat(read("gongan1").json().path("left").asText()).as("from here on it is this task's").isEmpty();
		put("gongan1", "{\"version\":1,\"fields\":{}}");
		assertThat(read("gongan1").json().path("fields").isEmpty()).as("what he takes away does not come back").isTrue();
		answer("task_draftReply");
		assertThat(kept()).isEmpty();
	}

	@Test
	void whatATimerTookBackIsGivenForTheSameStepOfTheSameCaseOnly() {
		takenBackByTheDeadline("gongan1");
		String former = outcomeId;
		theOfficeDemandsAReply();
		assertThat(read("gongan1").json().path("left").asText()).isNotEmpty();
		answer("task_draftReply");
		assertThat(kept()).isEmpty();
		upTo("task_reportImplementation");
		task = task("task_reportImplementation").getId();
		Date trackingDay = timer("boundary_progressDue").getDuedate();
		clockTo(Date.from(trackingDay.toInstant().minus(Duration.ofDays(10))));
		put("gongan1", typed(0, "正在落实"));
		clockTo(trackingDay);
		runDueJobs();
		upTo("task_reportImplementation");
		task = task("task_reportImplementation").getId();
		assertThat(read("gongan1").json().at("/fields/talk/value").asText()).isEqualTo("正在落实");
		endCases();
		startUpTo("task_draftReply");
		assertThat(outcomeId).isNotEqualTo(former);
		task = task("task_draftReply").getId();
		assertThat(read("gongan1").json().path("left").asText()).isEmpty();
		upTo("task_reportImplementation");
		task = task("task_reportImplementation").getId();
		assertThat(read("gongan1").json().path("left").asText()).as("the same step of another case").isEmpty();
	}

	/** A browser that was without a network, or without a login, comes late with it. */
	@Test
	void whatComesAfterTheTaskWasTakenBackIsKeptWithTheRest() {
		takenBackByTheDeadline("gongan1");
		assertThat(put("gongan1", typed(0, "不知道的")).status()).isEqualTo(409);
		assertThat(put("gongan1", typed(1, "最后几个字")).json().path("version").asInt()).isEqualTo(2);
		assertThat(put("gongan2", typed(0, "没有写过的")).status()).as("of whom nothing was left").isEqualTo(409);
		theOfficeDemandsAReply();
		assertThat(read("gongan1").json().at("/fields/talk/value").asText()).isEqualTo("最后几个字");
	}

	/** A row of the former version says neither its step nor its case. */
	@Test
	void whatWasTypedBeforeTheUpgradeIsLeftToo() {
		upTo("task_draftReply");
		task = task("task_draftReply").getId();
		put("gongan1", typed(0, "升级以前写的"));
		jdbc.sql("update draft set step = null, about = null").update();
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		theOfficeDemandsAReply();
		assertThat(read("gongan1").json().at("/fields/talk/value").asText()).isEqualTo("升级以前写的");
	}

	@Test
	void whatWasLeftGoesAfterItsDaysAndFromASharedMachine() {
		takenBackByTheDeadline("gongan1", "gongan2");
		theOfficeDemandsAReply();
		at("gongan2").form("/logout", Map.of("shared", "yes"));
		assertThat(read("gongan2").json().path("left").asText()).isEmpty();
		assertThat(kept()).containsExactly("gongan1 task 1");
		clockTo(LocalDateTime.of(2023, 12, 10, 9, 0));
		assertThat(read("gongan1").json().path("left").asText()).isEmpty();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single()).as("no row stays of tasks that have ended").isZero();
	}

	@Test
	void itGoesWithTheTaskWhoeverAnswersIt() {
		put("chengxiang1", TYPED);
		put("chengxiang2", TYPED);
		answer("task_planResearch");
		assertThat(kept()).isEmpty();
		assertThat(put("chengxiang1", TYPED).status()).as("a late save").isEqualTo(409);
		assertThat(kept()).isEmpty();
	}

	@Test
	void aRefusedAnswerLeavesItWhereItIs() {
		put("chengxiang1", TYPED);
		refused(() -> answer("task_planResearch", Map.of("plan", "")));
		assertThat(kept()).containsExactly("chengxiang1 task 1");
	}

	@Test
	void ofACaseThatIsWithdrawnItIsGivenToNobodyAndGoesAfterItsDays() {
		put("chengxiang1", TYPED);
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "duplicate"));
		assertThat(openTasks()).isEmpty();
		assertThat(read("chengxiang1").status()).isEqualTo(409);
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).containsExactly("chengxiang1 task 1");
		clockTo(LocalDateTime.of(2023, 12, 10, 9, 0));
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEmpty();
	}

	@Test
	void aStartFormsGoesWhenItIsHandedIn() {
		assertThat(put("chengxiang1", "process=consultation-outcome", "chengxiang1", TYPED).status()).isEqualTo(200);
		assertThat(put("chengxiang2", "process=consultation-outcome", "chengxiang2", TYPED).status()).isEqualTo(200);
		assertThat(put("gongan1", "process=consultation-outcome", "gongan1", TYPED).status()).as("who may not start it").isEqualTo(403);
		assertThat(put("chengxiang1", "process=handling", "chengxiang1", TYPED).status()).as("what nobody starts").isEqualTo(403);
		start("chengxiang1", "consultation-outcome", topic());
		assertThat(kept()).as("each has his own").containsExactly("chengxiang2 start 1");
	}

	@Test
	void afterAQuarterOfAYearTheMorningsWorkTakesItAway() {
		put("chengxiang1", TYPED);
		clockTo(LocalDateTime.of(2023, 12, 10, 8, 0));
		assertThat(read("chengxiang1").json().path("version").asInt()).as("the day before").isEqualTo(1);
		clockTo(LocalDateTime.of(2023, 12, 10, 9, 0));
		assertThat(read("chengxiang1").json().path("fields").isEmpty()).as("it is given to nobody from that moment").isTrue();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEmpty();
	}

	@Test
	void whatWasSavedWhileItsTaskWasAnsweredIsGivenToNobodyAndGoesInTheMorning() {
		upTo("task_draftReply");
		task = task("task_draftReply").getId();
		put("gongan1", typed(0, "正在保存"));
		jdbc.sql("update draft set account = 'gongan2'").update();
		String answered = task;
		answer("task_draftReply");
		jdbc.sql("""
				insert into draft (account, kind, place, version, fields, saved_at, step, about)
				values ('gongan1', 'task', ?, 1, '{"talk":{}}', ?, 'task_draftReply', ?)""").params(answered, OffsetDateTime.now(ZoneOffset.UTC),
				outcomeId + "-1").update();
		answer("task_signReply", Map.of("verdict", "return", "reason", "写清楚"));
		task = task("task_draftReply").getId();
		assertThat(read("gongan1").json().path("left").asText()).isEmpty();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEmpty();
	}

	@Test
	void whoLeavesASharedMachineTakesItWithHim() {
		put("chengxiang1", TYPED);
		put("chengxiang2", TYPED);
		for (Map<String, String> own : List.of(Map.<String, String>of(), Map.of("shared", ""), Map.of("shared", "no"), Map.of("shared", "false"),
				Map.of("shared", "0"), Map.of("shared", "是吗"))) {
			assertThat(at("chengxiang2").form("/logout", own).status()).as("%s", own).isEqualTo(302);
			assertThat(kept()).as("whose machine is his own: %s", own).hasSize(2);
		}
		Http leaves = at("chengxiang1");
		assertThat(leaves.form("/logout", Map.of("shared", "yes")).status()).isEqualTo(302);
		assertThat(kept()).containsExactly("chengxiang2 task 1");
		assertThat(leaves.get("/drafts?task=" + task).status()).as("the session has ended").isEqualTo(302);
		at("chengxiang2").form("/logout", Map.of("shared", "true"));
		assertThat(kept()).isEmpty();
	}

	/** Fell before: what was sent as he left came in after everything was forgotten, and was there for whoever logged in as him. */
	@Test
	void whatIsOnItsWayWhileItsWriterLeavesASharedMachineIsNotKept() throws IOException {
		Http leaves = at("chengxiang1");
		PipedOutputStream typed = new PipedOutputStream();
		PipedInputStream sent = new PipedInputStream(typed);
		CompletableFuture<Http.Answer> saved = CompletableFuture.supplyAsync(() -> leaves.put("/drafts?account=chengxiang1&task=" + task, sent));
		typed.write("{\"version\":0,".getBytes(StandardCharsets.UTF_8));
		typed.flush();
		assertThat(leaves.get("/notices").status()).isEqualTo(200);
		assertThat(leaves.form("/logout", Map.of("shared", "yes")).status()).isEqualTo(302);
		typed.write("\"fields\":{\"report\":\"竞\"}}".getBytes(StandardCharsets.UTF_8));
		typed.close();

		assertThat(saved.join().message()).as("what he is told to do").contains("登录");
		assertThat(kept()).isEmpty();
	}

	@Test
	void itGoesWithTheAccount() {
		User clerk = identity.newUser("caogao1");
		clerk.setFirstName("草");
		clerk.setLastName("稿");
		clerk.setPassword("caogao1");
		identity.saveUser(clerk);
		identity.createMembership("caogao1", "committee-chengxiang");
		put("caogao1", TYPED);
		put("chengxiang1", TYPED);
		identity.deleteUser("caogao1");
		assertThat(kept()).containsExactly("chengxiang1 task 1");
	}

	@Test
	void whateverIsSentIsKeptAsItIsOrRefusedInChinese() {
		for (String wrong : List.of("", "{", "[]", "null", "{\"version\":0}", "{\"version\":-1,\"fields\":{}}", "{\"version\":\"0\",\"fields\":{}}",
				"{\"version\":0,\"fields\":[]}", "{\"version\":2147483647,\"fields\":{}}", "[".repeat(5000))) {
			Http.Answer answer = put("chengxiang1", wrong);
			assertThat(answer.status()).as(wrong).isEqualTo(400);
			assertThat(answer.message()).contains("不是所要的 JSON");
		}
		assertThat(put("chengxiang1", "{\"version\":0,\"fields\":{\"a\":\"" + "长".repeat(800_000) + "\"}}").message()).contains("填写的内容过多");
		for (String place : List.of("task=%00", "task=" + "x".repeat(200), "task=nothing")) {
			assertThat(put("chengxiang1", place, "chengxiang1", TYPED).status()).as(place).isEqualTo(409);
		}
		assertThat(put("chengxiang1", "process=%00", "chengxiang1", TYPED).status()).isEqualTo(403);
		assertThat(put("chengxiang1", "task=" + task + "&process=x", "chengxiang1", TYPED).message()).contains("只写一个");
		assertThat(kept()).isEmpty();
		String halves = "{\"version\":0,\"fields\":{\"a\":\"\\ud83d，\\u0000，\\udc00\\\\u4e2d😀\"}}";
		assertThat(put("chengxiang1", halves).status()).isEqualTo(200);
		assertThat(read("chengxiang1").json().at("/fields/a").asText()).isEqualTo("\ud83d，\u0000，\udc00\\u4e2d😀");
	}

	@Test
	void whatIsTypedIsNoAnswerAndChangesNothingOfTheCase() {
		Map<String, Object> before = ledger();
		put("chengxiang1", TYPED);
		Map<String, Object> after = ledger();
		before.remove("draft");
		before.remove("DRAFT");
		after.remove("draft");
		after.remove("DRAFT");
		assertThat(after).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_planResearch");
	}

	@Test
	void aFormSaysWhoseItIs() {
		assertThat(at("chengxiang1").get("/camunda/api/engine/engine/default/task/" + task + "/deployed-form").json().path("for").toString())
				.contains("\"task\":\"" + task + "\"", "\"account\":\"chengxiang1\"");
		String definition = repository.createProcessDefinitionQuery().processDefinitionKey("consultation-outcome").latestVersion().singleResult()
				.getId();
		assertThat(at("chengxiang1").get("/camunda/api/engine/engine/default/process-definition/" + definition + "/deployed-start-form").json()
				.path("for").toString()).contains("\"process\":\"consultation-outcome\"", "\"account\":\"chengxiang1\"");
	}
}
