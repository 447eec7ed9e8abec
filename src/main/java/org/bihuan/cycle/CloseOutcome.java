package org.bihuan.cycle;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 办结: closes an outcome whose assignments are all verified, converted or withdrawn, or that was recorded to need none. "Reply is not
 * implementation": whatever else the process believes, the ledger is asked; a contradiction becomes an incident.
 *
 * <p>A withdrawn assignment no longer counts: the outcome is implemented if one of the others was verified, converted if the others were
 * converted, and withdrawn if there are no others.
 */
@Component("closeOutcome")
class CloseOutcome implements JavaDelegate {

	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Telling telling;
	private final Trail trail;

	CloseOutcome(Outcomes outcomes, Assignments assignments, Telling telling, Trail trail) {
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.telling = telling;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String id = (String) execution.getVariable(Variables.OUTCOME_ID);
		List<Assignment> all = assignments.of(id);
		if (!all.isEmpty() && !assignments.allEnded(id)) {
			throw new IllegalStateException("成果 " + id + " 还有交办件未核查销号、未转化、也未撤回，不能办结。");
		}
		Closing closing = closing(all);
		outcomes.close(id, Outcomes.State.CLOSED, closing);
		Outcome outcome = outcomes.get(id);
		String text = "协商成果《" + outcome.title() + "》（" + id + "）已办结。";
		telling.tell(News.ofOutcome(Occasion.CLOSED, id, "closed", text).wordedFor(Addressee.MEMBERS, "您参与的" + text));
		trail.add(Actors.SYSTEM, Act.OUTCOME_CLOSED, Subject.outcome(id), Map.of("closing", closing));
	}

	private static Closing closing(List<Assignment> all) {
		if (all.isEmpty()) {
			return Closing.NO_ASSIGNMENT;
		}
		List<Assignments.State> states = all.stream().map(Assignment::state).toList();
		return states.contains(Assignments.State.VERIFIED) ? Closing.IMPLEMENTED
				: states.contains(Assignments.State.CONVERTED) ? Closing.CONVERTED : Closing.WITHDRAWN;
	}
}
