package org.bihuan.handling;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Reassignments;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 裁定改派: the offices decide who has it, also if that is the same unit again. */
@Component("decideReassignment")
class DecideReassignment extends HandlingWork {

	private final Reassignments reassignments;

	DecideReassignment(Reassignments reassignments) {
		this.reassignments = reassignments;
	}

	/**
	 * What its form reads.
	 *
	 * @param proposed the unit that the present one thinks it belongs to
	 * @param reason why it is not its own
	 */
	record View(@JsonUnwrapped CaseView about, String proposed, String reason, List<Option> units) {
	}

	@Override
	protected View view(DelegateTask task) {
		var open = reassignments.open(assignment(task).id());
		return new View(caseView(task), organisation.name(open.proposedUnit()), open.reason(), organisation.units());
	}

	/** The unit that the present one proposes. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of("toUnit", reassignments.open(assignment(task).id()).proposedUnit());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String unit = organisation.staffed(answer.text("toUnit"));
		handling.reassign(assignment(task).id(), unit, answer.text("decision"), actor);
		record(task, actor, Act.REASSIGNED, Map.of("to", unit, "decision", answer.text("decision")));
	}
}
