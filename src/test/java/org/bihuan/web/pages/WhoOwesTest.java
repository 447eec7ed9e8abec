package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.web.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is past its day is told of, and counted to, those whose step it is; and it is past its day on every page at once. On the former version a
 * look-back was red on the day after it opened, while its tasks had five working days, and what the committee and 督考办 left lying was counted to
 * the unit.
 */
@Tag("wide")
class WhoOwesTest extends CycleTest {

	/** What other tests left open would fill the sheet: their cases are over. */
	@BeforeEach
	void nothingElseIsOpen() {
		jdbc.sql("update assignment set state = 'VERIFIED', replied_on = coalesce(replied_on, date '2020-01-01'), closed_on = date '2020-01-01'")
				.update();
	}

	private String page(String path) {
		return Http.pages(port, "zhengxie1").get(path).body();
	}

	/** In a page's table, from the number of the assignment to the end of its row; empty when it does not stand there. */
	private String row(String page, String from, String to) {
		String part = page.substring(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
		int start = part.lastIndexOf("<tr", Math.max(0, part.indexOf(assignment().id())));
		return start < 0 ? "" : part.substring(start, part.indexOf("</tr>", start)).replaceAll("\\s*<[^>]*>\\s*", "|");
	}

	private LocalDate due(String task) {
		return ShanghaiTime.dateAt(task(task).getDueDate().toInstant());
	}

	private String light() {
		String ledger = page("/ledger?text=" + outcomeId);
		String shown = ledger.substring(ledger.indexOf("class=\"light") + 13);
		return shown.substring(0, shown.indexOf('"')).strip();
	}

	private String card(String task) {
		String id = task(task).getId();
		return Http.pages(port, "admin").get("/lights?tasks=" + id).json().path(id).path("light").asText();
	}

	/** How much is 落实逾期 of this assignment's unit. */
	private int countedToTheUnit() {
		String rows = page("/ledger?figure=FOLLOW_UP_LATE&unit=unit-gongan&text=" + outcomeId);
		return rows.split(assignment().id() + "<", -1).length - 1;
	}

	private void to(LocalDate day) {
		clockTo(day.atTime(9, 0));
		runDueJobs();
	}

	@Test
	void aLookBackIsInTimeUntilTheLastDayOfItsTasksOnEveryPage() {
		startUpTo("task_lookBackByCommittee");
		LocalDate last = due("task_lookBackByCommittee");
		to(last);
		assertThat(light()).isEqualTo("yellow").isEqualTo(card("task_lookBackByCommittee"));
		assertThat(row(page("/overdue"), "<main", "</main>")).isEmpty();
		to(last.plusDays(1));
		assertThat(light()).isEqualTo("red").isEqualTo(card("task_lookBackByCommittee"));
		assertThat(row(page("/overdue"), "<h2>回头看逾期", "<h2>超期任务")).contains("城乡委、督考办", last.toString(), "已逾期 1 天");
	}

	@Test
	void whatThoseWhoLookLeaveLyingIsCountedToThem() {
		startUpTo("task_lookBackByCommittee");
		to(due("task_lookBackByCommittee").plusDays(1));
		assertThat(countedToTheUnit()).isZero();
		assertThat(row(page("/overdue"), "<h2>落实逾期", "<h2>回头看逾期")).isEmpty();
		assertThat(page("/ledger?figure=LOOK_BACK_LATE&text=" + outcomeId)).contains(assignment().id());
		assertThat(row(page("/sheet"), "落实、回头看日期已过", "任务超期")).contains("城乡委、督考办").doesNotContain("公安局");
	}

	@Test
	void whatTheMembersAreAskedIsInTimeUntilTheDayTheyWereTold() {
		startUpTo("task_rateSatisfaction");
		LocalDate last = ShanghaiTime
				.dateAt(tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().get(0).getDueDate().toInstant());
		to(last);
		assertThat(light()).isEqualTo("yellow");
		assertThat(row(page("/overdue"), "<main", "</main>")).isEmpty();
	}

	@Test
	void aFailedLookBackIsTheUnitsAgainWhenItHasItsNewLimit() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision", Map.of("inPlace", "no"));
		runDueJobs();
		LocalDate limit = due("task_strengthenSupervision").plusDays(20);
		to(due("task_strengthenSupervision").plusDays(1));
		assertThat(light()).isEqualTo("red");
		assertThat(countedToTheUnit()).as("督考办 has set no limit yet").isZero();
		answer("task_strengthenSupervision", Map.of("limit", limit.toString()));
		assertThat(light()).isEqualTo("green");
		to(limit.plusDays(1));
		assertThat(countedToTheUnit()).isEqualTo(1);
		assertThat(row(page("/overdue"), "<h2>落实逾期", "<h2>回头看逾期")).contains("公安局", "整改到位");
	}
}
