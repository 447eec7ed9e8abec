package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.bihuan.web.pages.SheetController.Line;
import org.bihuan.web.pages.SheetController.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The leaders' sheet: red from the day after, yellow before, and never more than a page. */
@Tag("wide")
class SheetTest extends CycleTest {

	/** What other tests left open would fill the page: their cases are over. */
	@BeforeEach
	void nothingElseIsOpen() {
		jdbc.sql("update assignment set state = 'VERIFIED', replied_on = coalesce(replied_on, date '2020-01-01'), closed_on = date '2020-01-01'")
				.update();
	}

	private static Part part(int lines) {
		return new Part("答复逾期", "应答复日", "承办单位",
				Collections.nCopies(lines,
						new Line("CG2023-1", "CG2023-1-1", "标题", "公安局", LocalDate.of(2023, 11, 13), "今天到期", "", List.of(), List.of())),
				0);
	}

	/** One says that there is nothing; else heading, head, rows, and one for how many more there are. */
	private static int linesOnPaper(Part part) {
		return part.count() == 0 ? 1 : 2 + part.lines().size() + (part.more() > 0 ? 1 : 0);
	}

	private String section(String from, String to) {
		String page = Http.pages(port, "zhengxie1").get("/sheet").body();
		return page.substring(page.indexOf(from), page.indexOf(to));
	}

	@Test
	void redIsFromTheDayAfterTheDueDayNeverOnIt() {
		startUpTo("task_draftReply");
		LocalDate due = assignment().dueOn();
		for (LocalDateTime moment : List.of(due.minusDays(15).atTime(0, 0), due.atTime(23, 59))) {
			clockTo(moment);
			assertThat(section("已过期限", "临近期限")).as("%s", moment).doesNotContain(outcomeId);
			assertThat(section("临近期限", "什么时候兑现")).as("%s", moment).contains(outcomeId + "-1", due.toString());
			assertThat(Http.pages(port, "gongan1").get("/ledger?light=YELLOW&text=" + outcomeId).body()).contains("共 1 行");
		}
		clockTo(due.plusDays(1).atTime(0, 0));
		assertThat(section("已过期限", "临近期限")).contains(outcomeId + "-1", "已逾期 1 天");
		assertThat(section("临近期限", "什么时候兑现")).doesNotContain(outcomeId);
		assertThat(Http.pages(port, "gongan1").get("/ledger?light=RED&text=" + outcomeId).body()).contains("共 1 行",
				"<span class=\"light red\">红</span>");
		clockTo(due.minusDays(16).atTime(12, 0));
		assertThat(section("已过期限", "什么时候兑现")).doesNotContain(outcomeId);
		assertThat(Http.pages(port, "gongan1").get("/ledger?light=GREEN&text=" + outcomeId).body()).contains("共 1 行");
	}

	@Test
	void whatIsPromisedStandsWithItsDay() {
		startUpTo("task_draftReply");
		clockTo(assignment().expiresAt().atZoneSameInstant(org.bihuan.BihuanApplication.ZONE).toLocalDateTime());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		String page = Http.pages(port, "zhengxie1").get("/sheet").body();
		assertThat(page.substring(page.indexOf("什么时候兑现"))).contains("推迟后的答复（", outcomeId + "-1", assignment().promisedOn().toString());
	}

	@Test
	void howeverManyThereAreItStaysOnePage() {
		List<List<Part>> cut = SheetController
				.onOnePage(List.of(List.of(part(40), part(0), part(3)), List.of(part(12), part(1)), List.of(part(7), part(0)), List.of(part(0))));
		int lines = cut.stream().flatMap(List::stream).mapToInt(SheetTest::linesOnPaper).sum();
		assertThat(lines).isLessThanOrEqualTo(36);
		assertThat(cut.get(0).get(0).count()).as("still told how many there are").isEqualTo(40);
		assertThat(cut.get(0).get(0).lines()).hasSizeGreaterThan(3);
		assertThat(cut.get(0).get(2).more()).as("a short part is not cut").isZero();
	}
}
