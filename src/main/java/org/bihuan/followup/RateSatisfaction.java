package org.bihuan.followup;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 评价满意度: 过程 and 结果 apart, by the 专委会 and by each member who took part; one does not see what the others say. */
@Component("rateSatisfaction")
class RateSatisfaction extends FollowUpWork {

	private final Satisfaction satisfaction;

	RateSatisfaction(Satisfaction satisfaction) {
		this.satisfaction = satisfaction;
	}

	/**
	 * What its form reads.
	 *
	 * @param ratingLimit the last day for an answer
	 */
	record View(@JsonUnwrapped CaseView about, String ratingLimit) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), dueOn(task).toString());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return satisfaction.asked(id(task, Variables.RATING_ID)).limitOn();
	}

	@Override
	protected void begun(DelegateTask task, LocalDate due) {
		lookingUntil(task, due);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		refuseHandlers(task, actor, "承办单位的人员不能评价本单位的办理情况，请由他人办理。");
		Rating process = answer.term("process", Rating.class);
		Rating result = answer.term("result", Rating.class);
		Refusal.when(SatisfactionPolicy.refusal(new SatisfactionPolicy.Rated(actor, process, result), answer.text("remark")));
		satisfaction.rate(id(task, Variables.RATING_ID), process, result, answer.text("remark"), actor);
		record(task, actor, Act.SATISFACTION_RATED, Fields.of("process", process, "result", result, "remark",
				answer.text("remark")));
	}
}
