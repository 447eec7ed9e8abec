package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyDeadlineTest {

	private static final Span TWO_MONTHS = Span.months(2);

	private HolidayCalendar calendar = HolidayFiles.fromClasspath();

	private final ReplyDeadline policy = new ReplyDeadline(() -> calendar);

	/** The table of domain.md. */
	@ParameterizedTest
	@CsvSource({
			"2023-09-11, 2023-11-11, 2023-11-13",
			"2023-08-07, 2023-10-07, 2023-10-07",
			"2023-08-01, 2023-10-01, 2023-10-07",
			"2023-12-31, 2024-02-29, 2024-02-29",
			"2024-12-31, 2025-02-28, 2025-02-28",
			"2025-03-03, 2025-05-03, 2025-05-06" })
	void isDueAsTheRulesTableSays(LocalDate received, LocalDate corresponding, LocalDate due) {
		Deadline deadline = policy.after(received, TWO_MONTHS);
		assertThat(deadline.received()).isEqualTo(received);
		assertThat(deadline.corresponding()).isEqualTo(corresponding);
		assertThat(deadline.due()).isEqualTo(due);
		assertThat(deadline.provisional()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({
			// the last four days of a December end on one day, in a leap year three
			"2024-12-28, 2025-02-28", "2024-12-29, 2025-02-28", "2024-12-30, 2025-02-28",
			"2023-12-28, 2024-02-28", "2023-12-29, 2024-02-29", "2023-12-30, 2024-02-29",
			// a day 31 that lands in a month of 30
			"2023-07-31, 2023-09-30", "2022-04-30, 2022-06-30", "2025-04-30, 2025-06-30",
			// the last of a short month keeps its number, it does not become the last of a long one
			"2023-02-28, 2023-04-28", "2024-02-29, 2024-04-29", "2023-06-30, 2023-08-30" })
	void keepsTheDayNumberOrTakesTheLastOfTheMonth(LocalDate received, LocalDate corresponding) {
		assertThat(policy.after(received, TWO_MONTHS).corresponding()).isEqualTo(corresponding);
	}

	@ParameterizedTest
	@CsvSource({ "2023-01-31, 2023-02-28", "2024-01-31, 2024-02-29", "2023-09-08, 2023-10-08", "2023-03-29, 2023-05-04" })
	void takesOneMonthForAJoinedOpinionOrANewReply(LocalDate received, LocalDate due) {
		assertThat(policy.after(received, Span.months(1)).due()).isEqualTo(due);
	}

	@Test
	void passesFromOneYearsFileIntoAnothers() {
		// 2022-12-31 is named by the notice for 2023
		Deadline deadline = policy.after(LocalDate.of(2022, 10, 31), TWO_MONTHS);
		assertThat(deadline.due()).isEqualTo("2023-01-03");
		assertThat(deadline.steps()).contains("2022-12-31（星期六）元旦放假，是休息日，顺延。");
	}

	@Test
	void startsOnARestDayToo() {
		assertThat(policy.after(LocalDate.of(2023, 10, 1), TWO_MONTHS).due()).isEqualTo("2023-12-01");
	}

	@Test
	void endsAtMidnightInShanghai() {
		Deadline deadline = policy.after(LocalDate.of(2023, 9, 11), TWO_MONTHS);
		assertThat(deadline.expiresAt()).isEqualTo(Instant.parse("2023-11-13T16:00:00Z"));
		assertThat(deadline.endOfDueDay()).isEqualTo(LocalDateTime.of(2023, 11, 13, 23, 59, 59));
	}

	@Test
	void saysWhyItWasMovedOffAWeekend() {
		assertThat(policy.after(LocalDate.of(2023, 9, 11), TWO_MONTHS).steps()).containsExactly(
				"收到日期为 2023-09-11（星期一），当日不计入，自次日起算。",
				"2 个月后的对应日为 2023-11-11（星期六）。",
				"2023-11-11（星期六），是休息日，顺延。",
				"2023-11-12（星期日），是休息日，顺延。",
				"2023-11-13（星期一），是工作日，为到期日，截止到当日 24:00。");
	}

	@Test
	void saysThatASaturdayIsWorked() {
		assertThat(policy.after(LocalDate.of(2023, 8, 7), TWO_MONTHS).steps()).containsExactly(
				"收到日期为 2023-08-07（星期一），当日不计入，自次日起算。",
				"2 个月后的对应日为 2023-10-07（星期六）。",
				"2023-10-07（星期六）调休上班，是工作日，为到期日，截止到当日 24:00。");
	}

	@Test
	void namesEachDayOfAHoliday() {
		assertThat(policy.after(LocalDate.of(2023, 8, 1), TWO_MONTHS).steps()).hasSize(9)
				.contains("2023-10-01（星期日）中秋节、国庆节放假，是休息日，顺延。", "2023-10-06（星期五）中秋节、国庆节放假，是休息日，顺延。")
				.endsWith("2023-10-07（星期六）调休上班，是工作日，为到期日，截止到当日 24:00。");
	}

	@Test
	void saysThatTheMonthHasNoSuchDay() {
		assertThat(policy.after(LocalDate.of(2023, 12, 31), TWO_MONTHS).steps())
				.contains("2 个月后的 2024 年 2 月没有 31 日，以该月最后一日 2024-02-29（星期四）为对应日。");
	}

	@ParameterizedTest
	@CsvSource({
			"2026-11-15, 2027-01-15, true",
			// the last that ends in a known year, and the first that does not
			"2026-10-31, 2026-12-31, false",
			"2026-11-01, 2027-01-01, true" })
	void isProvisionalWhereTheYearIsNotAnnounced(LocalDate received, LocalDate due, boolean provisional) {
		Deadline deadline = policy.after(received, TWO_MONTHS);
		assertThat(deadline.due()).isEqualTo(due);
		assertThat(deadline.provisional()).isEqualTo(provisional);
		assertThat(deadline.steps().contains("2027 年的放假安排尚未公布，暂只按星期六、星期日为休息日计算；此到期日为暂定，公布后重新计算。"))
				.isEqualTo(provisional);
	}

	@Test
	void isProvisionalWhenOnlyTheRollingReachesTheUnknownYear() {
		// the 29th and the 30th of this December are a weekend, the 31st is given off
		ReplyDeadline rolling = new ReplyDeadline(() -> HolidayCalendar
				.of(Map.of(2029, Map.of(LocalDate.of(2029, 12, 31), true))));
		Deadline deadline = rolling.after(LocalDate.of(2029, 10, 29), TWO_MONTHS);
		assertThat(deadline.corresponding()).isEqualTo("2029-12-29");
		assertThat(deadline.due()).isEqualTo("2030-01-01");
		assertThat(deadline.provisional()).isTrue();
	}

	@Test
	void isNotProvisionalForTheYearOfReceiptAlone() {
		ReplyDeadline later = new ReplyDeadline(() -> HolidayCalendar
				.of(Map.of(2028, Map.of(LocalDate.of(2028, 1, 1), true))));
		assertThat(later.after(LocalDate.of(2027, 12, 15), TWO_MONTHS).provisional()).isFalse();
	}

	@Test
	void isRecomputedOnceTheYearIsLoaded() {
		LocalDate received = LocalDate.of(2026, 11, 1);
		calendar = calendar.with(HolidayFiles.read("""
				{"year":2027,"announcedBy":"测试","days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}""", "2027"));
		Deadline deadline = policy.after(received, TWO_MONTHS);
		assertThat(deadline.due()).isEqualTo("2027-01-04");
		assertThat(deadline.provisional()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({
			// six weeks from a Monday are a Monday, and where that is a rest day the first working day after it
			"2023-09-11, 2023-10-23, 2023-10-23", "2023-08-22, 2023-10-03, 2023-10-07", "2023-11-20, 2024-01-01, 2024-01-02" })
	void takesSixWeeks(LocalDate received, LocalDate corresponding, LocalDate due) {
		Deadline deadline = policy.after(received, new Span(6, Span.Unit.WEEKS));
		assertThat(deadline.corresponding()).isEqualTo(corresponding);
		assertThat(deadline.due()).isEqualTo(due);
		assertThat(deadline.steps().get(1)).startsWith("6 周后的对应日为 " + corresponding + "（");
	}

	@ParameterizedTest
	@CsvSource({ "2023-09-11, 2023-10-26, 2023-10-26", "2024-01-15, 2024-02-29, 2024-02-29", "2023-08-17, 2023-10-01, 2023-10-07" })
	void takesFortyFiveDays(LocalDate received, LocalDate corresponding, LocalDate due) {
		Deadline deadline = policy.after(received, new Span(45, Span.Unit.DAYS));
		assertThat(deadline.corresponding()).isEqualTo(corresponding);
		assertThat(deadline.due()).isEqualTo(due);
		assertThat(deadline.steps().get(1)).startsWith("45 天后的对应日为 " + corresponding + "（");
	}

	@Test
	void agreesWithTheNaiveRuleForEveryReceiptDate() {
		NaiveRule rule = new NaiveRule();
		IntStream.of(1, 2).forEach(months -> {
			LocalDate end = LocalDate.of(2026, 10, 31);
			long checked = LocalDate.of(2022, 1, 1).datesUntil(end.plusDays(1)).peek(received -> {
				Deadline deadline = policy.after(received, Span.months(months));
				assertThat(deadline.due().toString()).as("%s + %s months", received, months)
						.isEqualTo(rule.due(received.toString(), months));
				assertThat(deadline.provisional()).as("%s + %s months", received, months).isFalse();
				// one step for the receipt, one for the corresponding day, one for each day from it to the due day
				assertThat(deadline.steps()).hasSize(2 + 1
						+ (int) deadline.corresponding().datesUntil(deadline.due()).count());
			}).filter(received -> true).count();
			assertThat(checked).isEqualTo(1765);
		});
	}
}
