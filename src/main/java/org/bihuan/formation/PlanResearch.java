package org.bihuan.formation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 制定调研方案: how the topic is looked into, and which members take part. */
@Component("planResearch")
class PlanResearch extends FormationWork {

	/** What its form reads. */
	record View(@JsonUnwrapped CaseView about, List<Option> members) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), organisation.members());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		List<String> members = answer.list("members");
		outcomes.participate(outcomeId(task), members);
		formation.plan(outcomeId(task), answer.text("plan"), actor);
		record(task, actor, Act.RESEARCH_PLANNED, Map.of("plan", answer.text("plan"), "members", members));
	}
}
