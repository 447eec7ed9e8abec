package org.bihuan.formation;

import java.time.Clock;
import java.time.LocalDate;

import org.bihuan.calendar.DayPolicy;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.ledger.Outcomes.State;
import org.bihuan.terms.Deliberation;
import org.bihuan.terms.ReviewLevel;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 主席会议审议: passes, goes back, or ends the topic. */
@Component("deliberate")
class Deliberate extends FormationWork {

	private final Clock clock;

	Deliberate(Clock clock) {
		this.clock = clock;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Deliberation verdict = answer.term("verdict", Deliberation.class);
		Refusal.unless(verdict == Deliberation.PASS || answer.text("reason") != null, "退回或终止请写明理由。");
		Refusal.when(DayPolicy.been("会议日期", answer.date("heldOn"), LocalDate.now(clock)));
		formation.review(outcomeId(task), ReviewLevel.CHAIR_MEETING, verdict, answer.text("reason"), actor);
		if (verdict == Deliberation.ENDED) {
			outcomes.close(outcomeId(task), State.ENDED, Closing.ENDED);
		}
		else if (verdict == Deliberation.PASS) {
			outcomes.become(outcomeId(task), State.SUBMISSION);
		}
		task.getExecution().setVariable(Variables.CHAIR_MEETING_VERDICT, verdict.code());
		record(task, actor, Act.CHAIR_MEETING_HELD, Fields.of("verdict", verdict, "heldOn", answer.text("heldOn"), "reason",
				answer.text("reason")));
	}
}
