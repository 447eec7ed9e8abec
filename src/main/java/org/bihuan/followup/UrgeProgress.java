package org.bihuan.followup;

import org.bihuan.engine.acting.Actors;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 催报进展: the day has come and the unit has not reported completion, which is told. The next day is planned at once,
 * whether or not the unit reports, so that none is ever missed.
 */
@Component("urgeProgress")
class UrgeProgress implements JavaDelegate {

	private final LookBackSchedule schedule;
	private final Assignments assignments;
	private final Telling telling;
	private final Trail trail;

	UrgeProgress(LookBackSchedule schedule, Assignments assignments, Telling telling, Trail trail) {
		this.schedule = schedule;
		this.assignments = assignments;
		this.telling = telling;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		var assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		String text = "交办件 " + assignment.id() + " 的跟踪日（" + assignment.nextLookBackOn() + "）已到，尚未报告落实完成，请报告进展。";
		telling.tell(News.ofAssignment(Occasion.PROGRESS_DUE, assignment, "progress-due/" + assignment.nextLookBackOn(), text));
		trail.add(Actors.SYSTEM, Act.PROGRESS_URGED, Subject.assignment(assignment), Fields.of("day", assignment.nextLookBackOn()));
		assignments.planLookBack(assignment.id(), schedule.next(assignment, null));
	}
}
