package org.bihuan.formation;

import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 逾期未反馈: silence is recorded and does not block [D]. */
@Component("recordSilence")
class RecordSilence implements JavaDelegate {

	private final Formation formation;
	private final Trail trail;

	RecordSilence(Formation formation, Trail trail) {
		this.formation = formation;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String outcomeId = (String) execution.getVariable(Variables.OUTCOME_ID);
		trail.add(Actors.SYSTEM, Act.OPINION_SILENT, Subject.outcome(outcomeId), Map.of("silent", formation.recordSilence(outcomeId)));
	}
}
