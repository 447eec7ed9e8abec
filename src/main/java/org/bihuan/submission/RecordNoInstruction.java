package org.bihuan.submission;

import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 未批示: who did not write within the limit; the cycle goes on [D]. */
@Component("recordNoInstruction")
class RecordNoInstruction implements JavaDelegate {

	private final Submission submission;
	private final Trail trail;

	RecordNoInstruction(Submission submission, Trail trail) {
		this.submission = submission;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String outcomeId = (String) execution.getVariable(Variables.OUTCOME_ID);
		trail.add(Actors.SYSTEM, Act.INSTRUCTION_SILENT, Subject.outcome(outcomeId), Map.of("silent", submission.recordUnanswered(outcomeId)));
	}
}
