package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 协办意见: what a co-unit gives to the lead unit, within one month. */
@Component("giveCoOpinion")
class GiveCoOpinion extends HandlingWork {

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return handling.coOpinionLimitOn(assignment(task).id());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		handling.giveCoOpinion(id(task, Variables.CO_OPINION_ID), answer.text("opinion"), actor);
		record(task, actor, Act.CO_OPINION_GIVEN, Map.of("opinion", answer.text("opinion")));
	}
}
