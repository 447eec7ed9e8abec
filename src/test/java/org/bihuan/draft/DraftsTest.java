package org.bihuan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

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
@Tag("database")
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

	private List<String> kept() {
		return jdbc.sql("select account || ' ' || kind || ' ' || version from draft order by account, kind").query(String.class).list();
	}

	@Test
	void itsWriterFindsItAgainWhereverHeLogsIn() {
		assertThat(read("chengxiang1").body()).isEqualTo("{\"account\":\"chengxiang1\",\"version\":0,\"at\":\"\",\"fields\":{}}");
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
		assertThat(put("chengxiang1", "{\"version\":2,\"fields\":{}}").json().path("version").asInt()).isZero();
		assertThat(kept()).isEmpty();
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
	void itGoesWithTheTaskThatEndsOtherwise() {
		put("chengxiang1", TYPED);
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "duplicate"));
		assertThat(openTasks()).isEmpty();
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
		assertThat(read("chengxiang1").json().path("version").asInt()).as("it is given to nobody from that moment").isZero();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEmpty();
	}

	@Test
	void whatATaskLeftBehindGoesInTheMorningToo() {
		put("chengxiang1", TYPED);
		jdbc.sql("update draft set place = 'a-task-that-ended'").update();
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEmpty();
	}

	@Test
	void whoLeavesASharedMachineTakesItWithHim() {
		put("chengxiang1", TYPED);
		put("chengxiang2", TYPED);
		Http stays = at("chengxiang2");
		assertThat(stays.form("/logout", Map.of()).status()).isEqualTo(302);
		assertThat(kept()).as("whose machine is his own").hasSize(2);
		Http leaves = at("chengxiang1");
		assertThat(leaves.form("/logout", Map.of("shared", "yes")).status()).isEqualTo(302);
		assertThat(kept()).containsExactly("chengxiang2 task 1");
		assertThat(leaves.get("/drafts?task=" + task).status()).as("the session has ended").isEqualTo(302);
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
