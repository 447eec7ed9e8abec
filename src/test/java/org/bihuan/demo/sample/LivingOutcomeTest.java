package org.bihuan.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the day: each living case stands where it is said, since as many days and not many more. */
class LivingOutcomeTest {

	private static final HolidayCalendar CALENDAR = HolidayFiles.fromClasspath();

	/** A working day, the days of 春节 and 国庆, and a year whose holidays nobody has told yet. */
	static Stream<LocalDate> days() {
		return Stream.of(LocalDate.of(2024, 3, 13), LocalDate.of(2025, 2, 2), LocalDate.of(2025, 10, 5), LocalDate.of(2031, 5, 17));
	}

	@ParameterizedTest
	@MethodSource("days")
	void theLastActWasSoManyDaysAgoOrAFewMore(LocalDate today) {
		WorkingDays workingDays = new WorkingDays(() -> CALENDAR);
		assertThat(LivingOutcome.all()).hasSizeGreaterThan(11).allSatisfy(one -> {
			SampleCase found = one.onThe(today, 40, workingDays);
			LocalDate last = null;
			while (found.next() != null) {
				last = ShanghaiTime.dateAt(found.take().at());
			}
			assertThat(last).as(one.outcome().title()).isBetween(today.minusDays(one.since() + 14), today.minusDays(one.since()));
		});
	}
}
