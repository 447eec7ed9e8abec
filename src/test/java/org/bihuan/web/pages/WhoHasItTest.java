package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 在谁手里: every row and page of a case says which step waits, with which unit and whom, since when and until when, and leads to the task and to
 * corrections. On the former version none of them did but the list of late tasks, which named either the unit or the person.
 */
@Tag("wide")
class WhoHasItTest extends CycleTest {

	private static final String TASK = "/camunda/app/tasklist/default/#/?task=";
	private static final String START = "/camunda/app/tasklist/default/#/?processStart=";

	private String page(String reader, String path) {
		Http.Answer answer = Http.pages(port, reader).get(path);
		assertThat(answer.status()).as("%s reads %s", reader, path).isEqualTo(200);
		return answer.body();
	}

	private String row(String reader) {
		String page = page(reader, "/ledger?text=" + outcomeId);
		return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
	}

	private String ofCase(String reader) {
		return page(reader, "/outcomes/" + outcomeId);
	}

	private void claim(String key, String user) {
		String task = task(key).getId();
		as(user, () -> {
			tasks.claim(task, user);
			return null;
		});
	}

	@Test
	void theStepItsUnitItsPersonAndItsDaysAreSaidOnRowAndPage() {
		startUpTo("task_draftReply");
		String due = assignment().dueOn().toString();
		for (String shown : List.of(row("zhengxie1"), ofCase("zhengxie1"), row("gongan1"), ofCase("gongan1"))) {
			assertThat(shown).contains("拟定答复", "公安局（未认领）", "2023-09-11 起", due + " 止");
		}
		claim("task_draftReply", "gongan1");
		for (String shown : List.of(row("zhengxie1"), ofCase("zhengxie1"), row("gongan2"), ofCase("gongan2"))) {
			assertThat(shown).contains("公安局 公安局承办人").doesNotContain("未认领");
		}
	}

	@Test
	void whoMayOpenTheTaskIsLedToItAndNobodyElse() {
		startUpTo("task_draftReply");
		String link = TASK + task("task_draftReply").getId();
		for (String mayOpen : List.of("gongan1", "gongan2", "admin")) {
			assertThat(row(mayOpen)).as(mayOpen).contains(link);
			assertThat(ofCase(mayOpen)).as(mayOpen).contains(link);
		}
		for (String mayNot : List.of("zhengxie1", "zhengfu1", "dukao1", "chengxiang1", "weiyuan1")) {
			assertThat(row(mayNot)).as(mayNot).contains("拟定答复").doesNotContain(TASK);
			assertThat(ofCase(mayNot)).as(mayNot).contains("拟定答复").doesNotContain(TASK);
		}
	}

	@Test
	void aUnitSeesOnlyWhatWaitsOnItsOwn() {
		startUpTo("task_draftReport");
		Map<String, Object> two = Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力")));
		answer("task_draftReport", two);
		upTo("task_reviseReport");
		answer("task_reviseReport", two);
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-caizheng", "requirement", "两个月内答复"))));
		assertThat(row("zhengxie1")).as("nothing is with a unit yet").contains("确认跟踪专委会", "区政协办（未认领）");
		assertThat(ofCase("gongan1")).as("what waits on the whole is none of a unit's").doesNotContain("确认跟踪专委会");
		assertThat(row("gongan1")).doesNotContain("确认跟踪专委会");
		upTo("task_signReceipt");
		assertThat(ofCase("zhengxie1")).contains("公安局（未认领）", "财政局（未认领）");
		assertThat(ofCase("gongan1")).contains("公安局（未认领）").doesNotContain("财政局");
		assertThat(row("gongan1")).contains("公安局（未认领）").doesNotContain("财政局");
	}

	@Test
	void whatWaitsForADayAndNobodySaysSoAndWhatHasEndedSaysNothing() {
		startUpTo("task_acknowledgeReport");
		List.of("quwei1", "zhengfu1", "zhengxie1").forEach(office -> complete(office,
				as(office, () -> tasks.createTaskQuery().taskDefinitionKey("task_acknowledgeReport").list().get(0)), Map.of()));
		String day = assignment().nextLookBackOn().toString();
		assertThat(openTasks()).isEmpty();
		assertThat(row("zhengxie1")).contains("等待回头看", day + " 止");
		assertThat(ofCase("zhengxie1")).contains("等待回头看", day + " 止");
		toTheEnd();
		assertThat(row("zhengxie1")).doesNotContain("未认领", "等待回头看", "class=\"now\"");
		assertThat(ofCase("zhengxie1")).doesNotContain("未认领", "等待回头看", "class=\"now\"");
	}

	@Test
	void theListsSayItToo() {
		startUpTo("task_draftReply");
		clockTo(assignment().dueOn().plusDays(1).atTime(9, 0));
		runDueJobs();
		assertThat(page("zhengxie1", "/overdue")).contains("超期任务").doesNotContain(TASK);
		for (String path : List.of("/overdue", "/sheet")) {
			String shown = page("zhengfu1", path);
			assertThat(shown.substring(shown.indexOf(outcomeId + "-1"))).as(path).contains("处置逾期答复", "2023-11-14 起",
					TASK + task("task_handleOverdue").getId());
		}
	}

	@Test
	void correctionsBeginWithTheNumberFilledInWhereTheAccountMayMakeThem() {
		startUpTo("task_draftReply");
		String assignment = "&amp;number=" + outcomeId + "-1";
		String outcome = "&amp;number=" + outcomeId + "\"";
		for (String shown : List.of(row("zhengfu1"), ofCase("zhengfu1"))) {
			assertThat(shown).contains(START + "amendment&amp;kind=correct" + assignment, START + "amendment&amp;kind=withdraw" + assignment,
					START + "amendment&amp;kind=reassign" + assignment, START + "amendment&amp;kind=add" + outcome,
					START + "late-instruction" + outcome, START + "amendment&amp;kind=correct" + outcome)
					.doesNotContain(START + "amendment&amp;kind=withdraw" + outcome);
		}
		for (String shown : List.of(row("zhengxie1"), ofCase("zhengxie1"))) {
			assertThat(shown).contains(START + "amendment&amp;kind=correct" + assignment, START + "amendment&amp;kind=withdraw" + outcome)
					.doesNotContain("kind=reassign", "kind=add", START + "late-instruction", START + "amendment&amp;kind=withdraw" + assignment);
		}
		for (String nobodyHere : List.of("gongan1", "chengxiang1", "dukao1", "weiyuan1", "shuji1")) {
			assertThat(row(nobodyHere)).as(nobodyHere).doesNotContain(START);
			assertThat(ofCase(nobodyHere)).as(nobodyHere).doesNotContain(START);
		}
		answer("task_draftReply");
		answer("task_signReply");
		upTo("task_reportImplementation");
		assertThat(ofCase("zhengfu1")).as("after the reply nothing moves to another unit").contains("kind=withdraw").doesNotContain("kind=reassign");
	}
}
