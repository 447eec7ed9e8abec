package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 协办意见: what a co-unit gives to the lead unit, within the period that the table says. */
@Component("giveCoOpinion")
class GiveCoOpinion extends HandlingWork {

	/**
	 * What its form reads.
	 *
	 * @param limit the last day on which it is in time
	 */
	record View(@JsonUnwrapped CaseView about, String limit) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), dueOn(task).toString());
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
