package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.ledger.Assignments.Assignment;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** When an assignment is looked at next, by the decision table that analysts edit. */
@Component
class LookBackSchedule {

	private final Clock clock;
	private final DecisionService decisions;

	LookBackSchedule(Clock clock, @Lazy DecisionService decisions) {
		this.clock = clock;
		this.decisions = decisions;
	}

	/** @param progress {@code completed} or {@code in-progress}. A time limit set by a failed look-back is never put off by a report of progress. */
	LocalDate next(Assignment assignment, String progress) {
		Map<String, Object> row = decisions.evaluateDecisionByKey("look-back-schedule")
				.variables(Map.of("progress", progress, "replyClass", String.valueOf(assignment.replyClass()))).evaluate().getSingleResult().getEntryMap();
		LocalDate today = LocalDate.now(clock);
		LocalDate next = today.plusMonths(((Number) row.get("months")).intValue()).plusDays(((Number) row.get("days")).intValue());
		LocalDate limit = assignment.lookBackLimitOn();
		return "in-progress".equals(progress) && limit != null && limit.isAfter(today) && limit.isBefore(next) ? limit : next;
	}
}
