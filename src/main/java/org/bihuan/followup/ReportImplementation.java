package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Point;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 落实: the unit reports completion to three offices [S], or how far it is; the decision table sets the look-back's date. */
@Component("reportImplementation")
class ReportImplementation extends FollowUpWork {

	private final Clock clock;
	private final LookBackSchedule schedule;
	private final Telling telling;

	ReportImplementation(Clock clock, LookBackSchedule schedule, Telling telling) {
		this.clock = clock;
		this.schedule = schedule;
		this.telling = telling;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return rowPerSuggestion(task, "measures");
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		// a limit that a failed look-back set stays the due day, however often one asks since
		var assignment = assignment(task);
		return assignment.lookBackLimitOn() != null ? assignment.lookBackLimitOn() : assignment.nextLookBackOn();
	}

	/** On that day those who follow up come to see how far it is. */
	@Override
	protected Date followUpAt(DelegateTask task) {
		return followUp.lookBackDate(assignment(task).id());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		boolean completed = answer.term("progress", Progress.class) == Progress.COMPLETED;
		LocalDate today = LocalDate.now(clock);
		LocalDate completedOn = completed ? answer.date("completedOn") : null;
		Refusal.when(CompletionPolicy.refusal(completedOn, assignment.receivedOn(), /* reportedOn= */ today, today));
		List<Point> measures = perSuggestion(task, answer, "measures", "measure", "落实情况");
		long report = followUp.report(assignment.id(), completedOn, measures, actor);
		LocalDate lookBackOn = schedule.next(assignment, completedOn);
		assignments.planLookBack(assignment.id(), lookBackOn);
		if (completed) {
			assignments.claim(assignment.id(), completedOn);
			telling.tell(News.ofAssignment(Occasion.IMPLEMENTED, assignment, "implemented/" + report,
					"交办件 " + assignment.id() + " 报告落实完成（" + completedOn + "），定于 " + lookBackOn + " 回头看。"));
		}
		task.getExecution().setVariable(Variables.COMPLETION_CLAIMED, completed);
		record(task, actor, completed ? Act.IMPLEMENTATION_CLAIMED : Act.PROGRESS_REPORTED,
				Map.of("lookBackOn", lookBackOn.toString()));
	}
}
