package org.bihuan.formation;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 反馈意见: one department's or member's word on the draft. */
@Component("giveOpinion")
class GiveOpinion extends FormationWork {

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = caseView(task);
		Formation.Opinion opinion = formation.opinion(id(task, "opinionId"));
		view.put("asked", organisation.name(opinion.asked()));
		view.put("limit", opinion.limitOn().toString());
		return view;
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return formation.opinion(id(task, "opinionId")).limitOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		formation.give(id(task, "opinionId"), answer.text("opinion"), actor);
		record(task, actor, Act.OPINION_GIVEN, Map.of("opinion", answer.text("opinion")));
	}
}
