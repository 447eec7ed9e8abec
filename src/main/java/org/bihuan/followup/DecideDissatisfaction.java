package org.bihuan.followup;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.AfterMeeting;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 处置不满意: after the meeting the offices decide, with a reason that stays on record: closed as verified, or stronger supervision. */
@Component("decideDissatisfaction")
class DecideDissatisfaction extends SatisfactionWork {

	@Override
	protected RatedView view(DelegateTask task) {
		return ratedView(task);
	}

	@Override
	protected void begun(DelegateTask task, LocalDate due) {
		lookingUntil(task, due);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		refuseHandlers(task, actor, "承办单位的人员不能处置对本单位的不满意，请由他人办理。");
		AfterMeeting decision = answer.term("decision", AfterMeeting.class);
		satisfaction.decide(assignment(task).id(), decision, answer.text("reason"), actor);
		record(task, actor, Act.DISSATISFACTION_DECIDED, Map.of("decision", decision, "reason", answer.text("reason")));
	}
}
