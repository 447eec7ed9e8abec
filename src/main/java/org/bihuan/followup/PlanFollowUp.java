package org.bihuan.followup;

import org.bihuan.ledger.Assignments;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 排定跟踪日期: from the reply on, an assignment always has a day on which somebody asks how far it is. */
@Component("planFollowUp")
class PlanFollowUp implements JavaDelegate {

	private final Assignments assignments;
	private final LookBackSchedule schedule;

	PlanFollowUp(Assignments assignments, LookBackSchedule schedule) {
		this.assignments = assignments;
		this.schedule = schedule;
	}

	@Override
	public void execute(DelegateExecution execution) {
		var assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		assignments.planLookBack(assignment.id(), schedule.next(assignment, null));
	}
}
