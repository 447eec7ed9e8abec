package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.calendar.WorkingDays;
import org.bihuan.decision.Tables;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Term;
import org.springframework.stereotype.Component;

/** When an assignment is looked at next, by the decision table that analysts edit. */
@Component
class LookBackSchedule {

	private final Clock clock;
	private final WorkingDays workingDays;
	private final Tables tables;

	LookBackSchedule(Clock clock, WorkingDays workingDays, Tables tables) {
		this.workingDays = workingDays;
		this.clock = clock;
		this.tables = tables;
	}

	/**
	 * The next day, never before today: as the table counts it from the claimed completion, from today, or from the day that a reply of class B
	 * promised; where that is a rest day, the first working day after it. A time limit set by a failed look-back is
	 * never put off by a report of progress; it is the day that 督考办 named, whatever day that is.
	 *
	 * @param completedOn the claimed completion; null while in progress
	 */
	LocalDate next(Assignment assignment, LocalDate completedOn) {
		LocalDate today = LocalDate.now(clock);
		LocalDate promised = assignment.plannedOn();
		Progress progress = completedOn == null ? Progress.IN_PROGRESS : Progress.COMPLETED;
		Tables.Row row = tables.one(Decisions.LookBackSchedule.KEY,
				Map.of(Decisions.LookBackSchedule.PROGRESS, progress.code(), Decisions.LookBackSchedule.REPLY_CLASS,
						String.valueOf(Term.codeOf(assignment.replyClass())), Decisions.LookBackSchedule.PROMISE_AHEAD,
						promised != null && promised.isAfter(today)));
		LocalDate named = switch (row.word(Decisions.LookBackSchedule.FROM, LookBackFrom.class)) {
			case COMPLETED -> completedOn;
			case PROMISED -> promised;
			case TODAY -> today;
		};
		// a table may name a day that this one has not
		LocalDate day = (named == null ? today : named).plusMonths(row.number(Decisions.LookBackSchedule.MONTHS, LookBackTable.MONTHS))
				.plusDays(row.number(Decisions.LookBackSchedule.DAYS, LookBackTable.DAYS));
		LocalDate next = workingDays.endOf(day.isBefore(today) ? today : day);
		LocalDate limit = assignment.lookBackLimitOn();
		return completedOn == null && limit != null && limit.isAfter(today) && limit.isBefore(next) ? limit : next;
	}
}
