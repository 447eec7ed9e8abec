package org.bihuan.handling;

import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Reassignments;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 改派裁定: the offices decide who has it, also if that is the same unit again. */
@Component("decideReassignment")
class DecideReassignment extends HandlingWork {

	private final Reassignments reassignments;

	DecideReassignment(Reassignments reassignments) {
		this.reassignments = reassignments;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = caseView(task);
		var open = reassignments.open(assignment(task).id());
		view.put("proposed", organisation.name(open.proposedUnit()));
		view.put("reason", open.reason());
		view.put("units", organisation.units());
		return view;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String unit = organisation.staffed(answer.text("toUnit"));
		handling.reassign(assignment(task).id(), unit, answer.text("decision"), actor);
		record(task, actor, Act.REASSIGNED, Map.of("to", unit, "decision", answer.text("decision")));
	}
}
