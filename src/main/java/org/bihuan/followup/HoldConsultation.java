package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.calendar.DayPolicy;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 面商: the ratings allow neither 核查销号 nor another redo, so the 专委会 brings unit and members together; who met whom, when, with what result. */
@Component("holdConsultation")
class HoldConsultation extends SatisfactionWork {

	private final Clock clock;

	HoldConsultation(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What its form reads.
	 *
	 * @param verdict why they are to meet
	 */
	record View(@JsonUnwrapped RatedView rated, String verdict) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(ratedView(task), satisfaction.verdict(assignment(task).id()).reason());
	}

	@Override
	protected void begun(DelegateTask task, LocalDate due) {
		lookingUntil(task, due);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		refuseHandlers(task, actor, "承办单位的人员不能记录本单位的面商，请由专委会其他人员办理。");
		Refusal.when(DayPolicy.been(answer.date("metOn"), LocalDate.now(clock), "“面商日期”不能晚于今天，请在面商之后再填写。"));
		satisfaction.met(assignment(task).id(), answer, actor);
		record(task, actor, Act.CONSULTATION_HELD,
				Map.of("metOn", answer.text("metOn"), "participants", answer.text("participants"), "meeting", answer.text("result")));
	}
}
