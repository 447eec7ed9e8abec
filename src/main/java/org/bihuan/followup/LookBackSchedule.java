package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.calendar.WorkingDays;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** When an assignment is looked at next, by the decision table that analysts edit. */
@Component
class LookBackSchedule {

	private final Clock clock;
	private final WorkingDays workingDays;
	private final DecisionService decisions;

	LookBackSchedule(Clock clock, WorkingDays workingDays, @Lazy DecisionService decisions) {
		this.workingDays = workingDays;
		this.clock = clock;
		this.decisions = decisions;
	}

	/**
	 * The next day, never before today: 30 days after the claimed completion, every three months while in progress, and for a reply of class B
	 * the day it
	 * promised, as long as that lies ahead; where that is a rest day, the first working day after it. A time limit set by a failed look-back is
	 * never put off by a report of progress; it is the day that 督考办 named, whatever day that is.
	 *
	 * @param completedOn the claimed completion; null while in progress
	 */
	LocalDate next(Assignment assignment, LocalDate completedOn) {
		LocalDate today = LocalDate.now(clock);
		LocalDate promised = assignment.plannedOn();
		Progress progress = completedOn == null ? Progress.IN_PROGRESS : Progress.COMPLETED;
		Map<String, Object> row = decisions.evaluateDecisionByKey(Decisions.LookBackSchedule.KEY)
				.variables(Map.of(Decisions.LookBackSchedule.PROGRESS, progress.code(), Decisions.LookBackSchedule.REPLY_CLASS,
						String.valueOf(Term.codeOf(assignment.replyClass())), Decisions.LookBackSchedule.PROMISE_AHEAD,
						promised != null && promised.isAfter(today)))
				.evaluate().getSingleResult().getEntryMap();
		LocalDate from = switch (Term.of(LookBackFrom.class, (String) row.get(Decisions.LookBackSchedule.FROM))) {
			case COMPLETED -> completedOn;
			case PROMISED -> promised;
			case TODAY -> today;
		};
		LocalDate day = from.plusMonths(((Number) row.get(Decisions.LookBackSchedule.MONTHS)).intValue())
				.plusDays(((Number) row.get(Decisions.LookBackSchedule.DAYS)).intValue());
		LocalDate next = workingDays.endOf(day.isBefore(today) ? today : day);
		LocalDate limit = assignment.lookBackLimitOn();
		return completedOn == null && limit != null && limit.isAfter(today) && limit.isBefore(next) ? limit : next;
	}
}
