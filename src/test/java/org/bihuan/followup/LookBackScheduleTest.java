package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;

import org.bihuan.DecisionTables;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.ReplyClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of the next look-back, by the table as it is shipped; the day of the test is 2023-10-11. */
class LookBackScheduleTest {

	private static final LocalDate TODAY = LocalDate.of(2023, 10, 11);

	private final LookBackSchedule schedule = new LookBackSchedule(Clock.fixed(ShanghaiTime.startOf(TODAY), ShanghaiTime.ZONE),
			new WorkingDays(HolidayFiles::fromClasspath), DecisionTables.tables());

	@ParameterizedTest
	@CsvSource({
			// claimed to be done: thirty days later, never a day that has passed
			"A,,,2023-10-11,2023-11-10", "A,,,2023-09-11,2023-10-11", "A,,,2023-09-10,2023-10-11", "C,,,2023-01-01,2023-10-11",
			"B,2024-05-31,,2023-10-11,2023-11-10",
			// a period that ends on a rest day ends with the next working day: a Saturday, the whole holiday, and a Sunday that is worked
			"A,,,2023-09-14,2023-10-16", "A,,,2023-12-02,2024-01-02", "A,,,2024-01-05,2024-02-04",
			// in progress: three months from today
			"A,,,,2024-01-11", "C,,,,2024-01-11", ",,,,2024-01-11",
			// promised: that day, as long as it lies ahead
			"B,2023-10-12,,,2023-10-12", "B,2024-06-01,,,2024-06-03", "B,2024-05-31,,,2024-05-31", "B,2023-10-11,,,2024-01-11",
			"B,2023-10-10,,,2024-01-11",
			// a limit that a failed look-back set is not put off by a report of progress
			"A,,2023-11-15,,2023-11-15", "A,,2023-10-12,,2023-10-12", "A,,2024-01-11,,2024-01-11", "A,,2024-01-12,,2024-01-11",
			"A,,2023-10-11,,2024-01-11", "A,,2023-09-01,,2024-01-11",
			// it is the day that 督考办 named, also a Saturday
			"A,,2023-10-21,,2023-10-21",
			// but a completion is looked at after its own thirty days
			"A,,2023-10-20,2023-10-11,2023-11-10" })
	void theNextDay(ReplyClass replyClass, LocalDate plannedOn, LocalDate limitOn, LocalDate completedOn, LocalDate next) {
		Assignment assignment = mock(Assignment.class);
		when(assignment.replyClass()).thenReturn(replyClass);
		when(assignment.plannedOn()).thenReturn(plannedOn);
		when(assignment.lookBackLimitOn()).thenReturn(limitOn);
		assertThat(schedule.next(assignment, completedOn)).isEqualTo(next);
	}
}
