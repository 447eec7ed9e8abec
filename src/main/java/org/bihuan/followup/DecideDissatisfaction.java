package org.bihuan.followup;

import java.util.Map;

import org.bihuan.engine.Answer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 不满意处置: after the meeting the offices decide, with a reason that stays on record: closed as verified, or stronger supervision. */
@Component("decideDissatisfaction")
class DecideDissatisfaction extends SatisfactionWork {

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		refuseHandlers(task, actor, "承办单位的人员不能处置对本单位的不满意，请由他人办理。");
		satisfaction.decide(assignment(task).id(), answer, actor);
		record(task, actor, "dissatisfaction-decided", Map.of("decision", answer.text("decision"), "reason", answer.text("reason")));
	}
}
