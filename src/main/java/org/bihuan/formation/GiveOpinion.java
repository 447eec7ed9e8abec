package org.bihuan.formation;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 反馈意见: one department's or member's word on the draft. */
@Component("giveOpinion")
class GiveOpinion extends FormationWork {

	/**
	 * What its form reads.
	 *
	 * @param asked the unit or member
	 * @param limit the last day for it
	 */
	record View(@JsonUnwrapped CaseView about, String asked, String limit) {
	}

	@Override
	protected View view(DelegateTask task) {
		Formation.Opinion opinion = formation.opinion(id(task, Variables.OPINION_ID));
		return new View(caseView(task), organisation.name(opinion.asked()), opinion.limitOn().toString());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return formation.opinion(id(task, Variables.OPINION_ID)).limitOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		formation.give(id(task, Variables.OPINION_ID), answer.text("opinion"), actor);
		record(task, actor, Act.OPINION_GIVEN, Map.of("opinion", answer.text("opinion")));
	}
}
