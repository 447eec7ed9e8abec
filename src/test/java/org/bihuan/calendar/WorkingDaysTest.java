package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

	private static final HolidayCalendar SHIPPED = HolidayFiles.fromClasspath();

	private final WorkingDays policy = new WorkingDays(() -> SHIPPED);

	@ParameterizedTest
	@CsvSource({
			// a plain week, and over its end
			"2023-09-11, 3, 2023-09-14", "2023-09-14, 3, 2023-09-19",
			// started on a rest day
			"2023-09-16, 3, 2023-09-20",
			// over 春节 2023: off from 01-21 to 01-27, then a worked Saturday and Sunday
			"2023-01-19, 3, 2023-01-29", "2023-01-20, 5, 2023-02-01",
			// over 春节 2024: 02-04 (Sunday) and 02-18 (Sunday) are worked, off from 02-10 to 02-17
			"2024-02-02, 5, 2024-02-08", "2024-02-08, 3, 2024-02-19", "2024-02-07, 10, 2024-02-27",
			// over 国庆节 2023: both days of the weekend after it are worked
			"2023-09-28, 2, 2023-10-08", "2023-09-28, 3, 2023-10-09" })
	void findsTheNthWorkingDay(LocalDate start, int count, LocalDate due) {
		// 2024-02-09 itself is worked: 除夕 was left to the employers that year
		Deadline deadline = policy.after(start, count);
		assertThat(deadline.due()).isEqualTo(due).isEqualTo(deadline.corresponding());
		assertThat(deadline.received()).isEqualTo(start);
		assertThat(deadline.provisional()).isFalse();
	}

	@Test
	void saysWhatItCountsAndWhatNot() {
		assertThat(policy.after(LocalDate.of(2023, 9, 28), 3).steps()).containsExactly(
				"起算日为 2023-09-28（星期四），当日不计入，自次日起数 3 个工作日。",
				"2023-09-29（星期五）中秋节、国庆节放假，是休息日，不计。",
				"2023-09-30（星期六）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-01（星期日）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-02（星期一）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-03（星期二）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-04（星期三）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-05（星期四）中秋节、国庆节放假，是休息日，不计。",
				"2023-10-06（星期五）中秋节、国庆节放假，是休息日，不计。",
				"第 1 个工作日：2023-10-07（星期六）调休上班。",
				"第 2 个工作日：2023-10-08（星期日）调休上班。",
				"第 3 个工作日：2023-10-09（星期一）。",
				"2023-10-09（星期一）为到期日，截止到当日 24:00。");
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-28, 3, 2026-12-31, false", "2026-12-28, 4, 2027-01-01, true", "2026-12-30, 3, 2027-01-04, true" })
	void isProvisionalIntoAYearNotAnnounced(LocalDate start, int count, LocalDate due, boolean provisional) {
		Deadline deadline = policy.after(start, count);
		assertThat(deadline.due()).isEqualTo(due);
		assertThat(deadline.provisional()).isEqualTo(provisional);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 5, 10 })
	void countsDownToTheDayItFound(int count) {
		LocalDate.of(2022, 1, 1).datesUntil(LocalDate.of(2026, 11, 1)).forEach(start -> {
			LocalDate due = policy.after(start, count).due();
			assertThat(policy.workingDaysBetween(start, due)).as("%s", start).isEqualTo(count);
			assertThat(policy.workingDaysBetween(due, start)).as("%s", start).isEqualTo(-count);
		});
	}

	@ParameterizedTest
	@CsvSource({
			"2023-11-13, 2023-11-13, 0",
			// the weekend before a Monday is as far away as its Friday's evening
			"2023-11-10, 2023-11-13, 1", "2023-11-11, 2023-11-13, 1", "2023-11-12, 2023-11-13, 1",
			"2023-11-06, 2023-11-13, 5", "2023-11-03, 2023-11-13, 6",
			// overdue
			"2023-11-14, 2023-11-13, -1", "2023-11-20, 2023-11-13, -5" })
	void countsWhatRemains(LocalDate today, LocalDate due, int remaining) {
		assertThat(policy.workingDaysBetween(today, due)).isEqualTo(remaining);
	}

	@ParameterizedTest
	@ValueSource(ints = { -3, 0, 251 })
	void refusesAnAbsurdCount(int count) {
		assertThatIllegalArgumentException().isThrownBy(() -> policy.after(LocalDate.of(2023, 9, 11), count))
				.withMessage("期限应为 1 至 250 个工作日，不能是 " + count + " 个");
	}
}
