package org.bihuan.amendment;

import java.util.List;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.terms.MessageNames;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands 撤回, 改派 and 补交办 to the case that runs: by the messages that its model waits for, so that the diagram tells what happened. */
@Configuration(proxyBeanMethods = false)
class AmendmentDelegates {

	private final RunningCase runningCase;

	AmendmentDelegates(RunningCase runningCase) {
		this.runningCase = runningCase;
	}

	@Bean
	JavaDelegate withdrawRunning() {
		return execution -> {
			String assignmentId = (String) execution.getVariable(Variables.ASSIGNMENT_ID);
			boolean whole = assignmentId == null;
			if (runningCase.isGone((String) execution.getVariable(Variables.OUTCOME_ID), assignmentId)) {
				// as the check of both sides names it: nothing runs that could be stopped, and the ledger would have it open for ever
				return;
			}
			tell(execution, whole ? MessageNames.OUTCOME_WITHDRAWN : MessageNames.ASSIGNMENT_WITHDRAWN);
		};
	}

	@Bean
	JavaDelegate reassignRunning() {
		return execution -> tell(execution, MessageNames.ASSIGNMENT_REASSIGNED);
	}

	/** The case waits for it once for each group of assignments that was sent out: any of them takes it in. */
	@Bean
	JavaDelegate addRunning() {
		return execution -> {
			List<Execution> waiting = runningCase.waiting((String) execution.getVariable(Variables.OUTCOME_ID), MessageNames.ASSIGNMENT_ADDED);
			if (waiting.isEmpty()) {
				throw Refusal.overtaken("这件成果刚刚办结或撤回，不能再补交办。请刷新后选“不再补交办”。");
			}
			runningCase.tell(waiting.get(0), MessageNames.ASSIGNMENT_ADDED);
		};
	}

	/** @throws Refusal when the case does not wait for it: then nothing of the amendment is written either */
	private void tell(DelegateExecution amendment, String message) {
		String assignmentId = (String) amendment.getVariable(Variables.ASSIGNMENT_ID);
		String outcomeId = (String) amendment.getVariable(Variables.OUTCOME_ID);
		List<Execution> waiting = assignmentId == null ? runningCase.waiting(outcomeId, message)
				: runningCase.waiting(outcomeId, message, assignmentId);
		if (waiting.size() != 1) {
			throw Refusal.overtaken("这一件刚刚办到了别的环节，或者还没有送到承办单位，现在不能撤回或改派。请查看现状后再试。");
		}
		runningCase.tell(waiting.get(0), message);
	}
}
