package org.bihuan.amendment;

import java.util.List;

import org.bihuan.ledger.Outcomes;
import org.bihuan.reconciliation.Reconciliation;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The case that runs, as an amendment meets it: where it waits for a message that its model names. */
@Component
class RunningCase {

	private final RuntimeService runtime;
	private final Outcomes outcomes;
	private final Reconciliation reconciliation;

	RunningCase(@Lazy RuntimeService runtime, Outcomes outcomes, Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
		this.runtime = runtime;
		this.outcomes = outcomes;
	}

	/** Where the outcome's case waits for this message now; nothing when it does not. */
	List<Execution> waiting(String outcomeId, String message) {
		return runtime.createExecutionQuery().processInstanceId(outcomes.get(outcomeId).processInstanceId()).messageEventSubscriptionName(message)
				.list();
	}

	/** The same, of one assignment. */
	List<Execution> waiting(String outcomeId, String message, String assignmentId) {
		return waiting(outcomeId, message).stream().filter(one -> assignmentId.equals(runtime.getVariable(one.getId(), Variables.ASSIGNMENT_ID)))
				.toList();
	}

	/** Whether the engine has nothing any more of what the ledger takes back: the whole case is gone, or this assignment of it is. */
	boolean isGone(String outcomeId, String assignmentId) {
		return runtime.createProcessInstanceQuery().processInstanceId(outcomes.get(outcomeId).processInstanceId()).count() == 0
				|| (assignmentId != null && !reconciliation.carries(assignmentId));
	}

	void tell(Execution waiting, String message) {
		runtime.messageEventReceived(message, waiting.getId());
	}
}
