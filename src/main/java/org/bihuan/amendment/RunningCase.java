package org.bihuan.amendment;

import java.util.List;

import org.bihuan.ledger.Outcomes;
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

	RunningCase(@Lazy RuntimeService runtime, Outcomes outcomes) {
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

	void tell(Execution waiting, String message) {
		runtime.messageEventReceived(message, waiting.getId());
	}
}
