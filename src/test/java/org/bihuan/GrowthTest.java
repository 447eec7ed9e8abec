package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.ledger.Assignments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An assignment that nobody answers for a year: it is not forgotten, and does not fill the database. On the former version each was told of 1,239
 * times; 164 of them made 20,000 notices a year.
 */
@Tag("wide")
class GrowthTest extends CycleTest {

	/** Of one case in a year, to all together: README and ADR 40 say so. */
	private static final int MOST_NOTICES = 260;

	private int told(String recipient, LocalDate from, LocalDate to) {
		return jdbc.sql("select count(*) from notice where outcome_id = ? and recipient = ? and created_at >= ? and created_at < ?")
				.params(outcomeId, recipient, from.atStartOfDay(BihuanApplication.ZONE).toOffsetDateTime(),
						to.atStartOfDay(BihuanApplication.ZONE).toOffsetDateTime())
				.query(Integer.class).single();
	}

	private void daily(LocalDate from, LocalDate to) {
		from.datesUntil(to).forEach(day -> {
			clockTo(day.atTime(8, 10));
			runtime.startProcessInstanceByKey("task-limits");
			clockTo(day.atTime(8, 30));
			runDueJobs();
		});
	}

	@Test
	void whoIsToldOfWhatNobodyAnswersIsToldLessAndLessAndHigherUp() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments",
				List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复", "leader",
						"quzhang1"))));
		upTo("task_draftReply");
		LocalDate due = LocalDate.of(2023, 11, 13);
		int before = all();
		daily(LocalDate.of(2023, 9, 12), due.plusDays(366));
		assertThat(assignment().state()).isEqualTo(Assignments.State.OVERDUE);
		assertThat(told("unit-gongan", due.plusDays(1), due.plusDays(11))).as("ten days, each day").isGreaterThanOrEqualTo(10);
		assertThat(told("unit-gongan", due.plusDays(61), due.plusDays(366))).as("then each thirty days").isEqualTo(10);
		assertThat(told("supervision-office", due.plusDays(1), due.plusDays(366))).as("higher up, from the thirtieth day on").isEqualTo(12);
		assertThat(all() - before).as("notices of a year").isLessThanOrEqualTo(MOST_NOTICES);
	}

	private int all() {
		return jdbc.sql("select count(*) from notice where outcome_id = ?").param(outcomeId).query(Integer.class).single();
	}
}
