package org.bihuan.amendment;

import java.util.List;

import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Hands 撤回 and 改派 to the case that runs: by the messages that its model waits for, so that the diagram tells what happened. */
@Configuration(proxyBeanMethods = false)
class AmendmentDelegates {

	private final RuntimeService runtime;
	private final Outcomes outcomes;

	AmendmentDelegates(@Lazy RuntimeService runtime, Outcomes outcomes) {
		this.runtime = runtime;
		this.outcomes = outcomes;
	}

	@Bean
	JavaDelegate withdrawRunning() {
		return execution -> {
			boolean whole = execution.getVariable("assignmentId") == null;
			tell(execution, whole ? "outcomeWithdrawn" : "assignmentWithdrawn");
		};
	}

	@Bean
	JavaDelegate reassignRunning() {
		return execution -> tell(execution, "assignmentReassigned");
	}

	/** @throws Refusal when the case does not wait for it: then nothing of the amendment is written either */
	private void tell(DelegateExecution amendment, String message) {
		String assignmentId = (String) amendment.getVariable("assignmentId");
		List<Execution> waiting = runtime.createExecutionQuery()
				.processInstanceId(outcomes.get((String) amendment.getVariable("outcomeId")).processInstanceId())
				.messageEventSubscriptionName(message).list().stream()
				.filter(one -> assignmentId == null || assignmentId.equals(runtime.getVariable(one.getId(), "assignmentId"))).toList();
		if (waiting.size() != 1) {
			throw Refusal.overtaken("这一件刚刚办到了别的环节，或者还没有送到承办单位，现在不能撤回或改派。请查看现状后再试。");
		}
		runtime.messageEventReceived(message, waiting.get(0).getId());
	}
}
