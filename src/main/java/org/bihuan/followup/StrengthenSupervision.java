package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.calendar.DayPolicy;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Documents;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.TimerIds;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 加强督办: 督考办 sets a new limit with its demands, and decides whether to open a 专项督查; no timer ever does. */
@Component("strengthenSupervision")
class StrengthenSupervision extends FollowUpWork {

	private final Clock clock;
	private final Numbers numbers;
	private final Documents documents;
	private final ManagementService management;

	StrengthenSupervision(Clock clock, Numbers numbers, Documents documents, @Lazy ManagementService management) {
		this.clock = clock;
		this.numbers = numbers;
		this.documents = documents;
		this.management = management;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		LocalDate limit = answer.date("limit");
		Refusal.when(DayPolicy.toCome("新的期限", limit, LocalDate.now(clock)));
		assignments.limitLookBack(assignment.id(), limit);
		// while in progress the unit's task waits already: its timer moves with the limit
		management.createJobQuery().timers().processInstanceId(task.getProcessInstanceId()).activityId(TimerIds.PROGRESS_DUE).list()
				.forEach(job -> management.setJobDuedate(job.getId(), followUp.lookBackDate(assignment.id())));
		if (answer.yes("inspect")) {
			String number = numbers.next(Numbers.Kind.INSPECTION);
			followUp.inspect(assignment.id(), number, answer.text("demands"), actor);
			assignments.supervise(assignment.id(), Supervision.INSPECTION);
			documents.issue(Documents.Kind.INSPECTION, number, Documents.Kind.INSPECTION.label(), assignment.outcomeId(), assignment.id(),
					Map.of("demands", answer.text("demands")),
					actor);
		}
		record(task, actor, Act.SUPERVISION_STRENGTHENED,
				Map.of("limit", limit.toString(), "inspect", answer.yes("inspect"), "demands", answer.text("demands")));
	}
}
