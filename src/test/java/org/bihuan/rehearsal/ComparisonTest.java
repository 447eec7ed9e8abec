package org.bihuan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.bihuan.rehearsal.Comparison.Difference;
import org.bihuan.rehearsal.Walked.Case;
import org.bihuan.rehearsal.Walked.Ending;
import org.bihuan.rehearsal.Walked.Step;
import org.bihuan.rehearsal.Walked.Stuck;
import org.bihuan.rehearsal.Walked.Told;
import org.bihuan.rehearsal.Walked.Untaken;
import org.junit.jupiter.api.Test;

/** What the same case meets in two sets, in Chinese sentences. */
class ComparisonTest {

	private static final String BEGIN = "2025-03-03";
	private static final Step SIGN = task("task_signReceipt", "签收交办件", "公安局", "2025-03-06");
	private static final Step REPLY = task("task_draftReply", "拟定答复", "公安局", "2025-05-06");
	private static final Ending CLOSED = new Ending("已落实办结", null, "2025-07-01");

	private static Step task(String key, String name, String who, String due) {
		return new Step(key, name, false, List.of(who), BEGIN, due, 0);
	}

	private static Step timer(String on) {
		return new Step("boundary_replyReminder", "催办时刻", true, List.of(), on, null, days(on));
	}

	private static Told told(String whom, String how, String on) {
		return new Told("答复期限已过", whom, how, on, days(on));
	}

	private static long days(String on) {
		return ChronoUnit.DAYS.between(LocalDate.parse(BEGIN), LocalDate.parse(on));
	}

	private static Walked walked(Ending ending, List<Told> told, Step... steps) {
		return new Walked(List.of(new Case("straight", "照直办理", List.of(steps), told, ending)), List.of());
	}

	private static List<String> between(Walked before, Walked after) {
		return Comparison.between(before, after).stream().map(Difference::what).toList();
	}

	@Test
	void theSameIsNoDifference() {
		Walked one = walked(CLOSED, List.of(told("公安局", "系统通知", "2025-05-07")), SIGN, timer("2025-04-28"), REPLY);
		assertThat(between(one, one)).isEmpty();
	}

	@Test
	void anAddedStepIsToldWithItsPeopleAndItsPlace() {
		Step added = task("task_legalReview", "法制审核", "区司法局", "2025-03-06");
		assertThat(between(walked(CLOSED, List.of(), SIGN, REPLY), walked(CLOSED, List.of(), SIGN, added, REPLY)))
				.containsExactly("多了一步“法制审核”，由区司法局办理，在“签收交办件”之后。");
		assertThat(between(walked(CLOSED, List.of(), SIGN, added, REPLY), walked(CLOSED, List.of(), SIGN, REPLY)))
				.containsExactly("不再有“法制审核”这一步。");
	}

	@Test
	void anotherLimitAnotherNameAndOtherPeopleAreToldOfTheStep() {
		assertThat(between(walked(CLOSED, List.of(), REPLY),
				walked(CLOSED, List.of(), task("task_draftReply", "起草答复", "财政局", "2025-04-14")))).containsExactly("“拟定答复”改叫“起草答复”。",
						"“起草答复”原来由公安局办理，现在由财政局办理。", "“起草答复”的期限短了 22 天（2025-03-03 开始的，原来 2025-05-06 到期，现在 2025-04-14 到期）。");
	}

	@Test
	void daysOfTimersAndWhoIsToldAreCompared() {
		assertThat(between(
				walked(CLOSED, List.of(told("区委办", "系统通知", "2025-05-07"), told("公安局", "系统通知", "2025-05-07")), SIGN, timer("2025-04-28"),
						timer("2025-04-29")),
				walked(new Ending("已落实办结", null, "2025-07-03"), List.of(told("公安局", "系统通知和邮件", "2025-05-08"), told("督考办", "系统通知和邮件", "2025-05-07")),
						SIGN, timer("2025-04-17"))))
				.containsExactly("“催办时刻”的日子不同：原来 2025-04-28、2025-04-29，现在 2025-04-17。", "“答复期限已过”告知公安局，原来用系统通知，现在用系统通知和邮件。",
						"“答复期限已过”告知公安局的日子不同：原来 2025-05-07，现在 2025-05-08。", "多了：“答复期限已过”告知督考办（系统通知和邮件）。",
						"不再有：“答复期限已过”告知区委办。", "办完的日子晚了 2 天。");
	}

	@Test
	void whatOnlyComesOnAnotherDaySinceTheStepBeforeItDoesIsNoDifference() {
		Step later = new Step("task_draftReply", "拟定答复", false, List.of("公安局"), "2025-03-05", "2025-05-06", 2);
		Step reminder = new Step("boundary_replyReminder", "催办时刻", true, List.of(), "2025-04-30", null, days("2025-04-28"));
		assertThat(between(walked(CLOSED, List.of(told("公安局", "系统通知", "2025-04-28")), REPLY, timer("2025-04-28")),
				walked(CLOSED, List.of(new Told("答复期限已过", "公安局", "系统通知", "2025-04-30", days("2025-04-28"))), later, reminder))).isEmpty();
	}

	@Test
	void whoAreToldTheSameAreNamedTogether() {
		assertThat(between(walked(CLOSED, List.of(), SIGN),
				walked(CLOSED, List.of(told("区委办", "系统通知", "2025-05-07"), told("区政府办", "系统通知", "2025-05-07")), SIGN)))
				.containsExactly("多了：“答复期限已过”告知区委办、区政府办（系统通知）。");
	}

	@Test
	void ofACaseThatStopsWhatNoLongerFollowsIsNoDifferenceOfItsOwn() {
		Stuck stuck = new Stuck("handling.bpmn", "签收交办件", "task_signReceipt", "没有可以办理的人。");
		Walked stops = walked(new Ending("停住：" + stuck.sentence(), stuck, "2025-03-03"), List.of(), SIGN);
		Walked closes = walked(CLOSED, List.of(told("公安局", "系统通知", "2025-05-07")), SIGN, REPLY);
		assertThat(between(closes, stops))
				.containsExactly("结局不同：原来“已落实办结”，现在“停住：handling.bpmn 的“签收交办件”（task_signReceipt）：没有可以办理的人。”。");
		assertThat(Report.of(stops, closes, "现行的第 1 套", "", 1).sound()).isFalse();
		assertThat(Report.of(stops, stops, "现行的第 1 套", "", 1).stuck()).as("in the other set as well").extracting(Report.Stopped::alsoInForce)
				.containsExactly(true);
	}

	@Test
	void oneDifferenceOfManyCasesIsToldOnceAndNewWaysAreNamed() {
		Step added = task("task_legalReview", "法制审核", "区司法局", null);
		Case straight = new Case("straight", "照直办理", List.of(SIGN), List.of(), CLOSED);
		Case other = new Case("other", "“审签答复”选“退回”", List.of(SIGN), List.of(), CLOSED);
		Case now = new Case("straight", "照直办理", List.of(SIGN, added), List.of(), CLOSED);
		Case otherNow = new Case("other", "“审签答复”选“退回”", List.of(SIGN, added), List.of(), CLOSED);
		Case fresh = new Case("fresh", "“法制审核”选“退回”", List.of(SIGN, added), List.of(), CLOSED);
		Walked before = new Walked(List.of(straight, other), List.of(new Untaken("handling.bpmn", "电子签章？", "是", "flow_seal")));
		Report report = Report.of(new Walked(List.of(now, otherNow, fresh), List.of(new Untaken("handling.bpmn", "电子签章？", "是", "flow_seal"))),
				before, "现行的第 1 套", "", 12);
		assertThat(report.differences())
				.containsExactly(new Difference("多了一步“法制审核”，由区司法局办理，在“签收交办件”之后。", List.of("照直办理", "“审签答复”选“退回”")));
		assertThat(report.newCases()).containsExactly("“法制审核”选“退回”");
		assertThat(report.lines()).contains("走了 3 件，用时 12 秒：每一件都办得完，1 条路没有一件走过，与现行的第 1 套有 2 处不同。",
				"  handling.bpmn 的“电子签章？”——“是”（flow_seal），比较的那一套也没有走过");
	}
}
