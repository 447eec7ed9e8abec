package org.bihuan.submission;

import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.CheckStep;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 主要领导审阅 and 受理初审: passes, or returns with reasons. */
@Component("checkSubmission")
class CheckSubmission extends SubmissionWork {

	private static final Map<String, CheckStep> STEPS = Map.of(TaskKeys.READ_BY_CHAIR, CheckStep.CHAIR, TaskKeys.ACCEPT_SUBMISSION,
			CheckStep.ACCEPTANCE);

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Verdict verdict = answer.term("verdict", Verdict.class);
		Refusal.unless(verdict == Verdict.PASS || answer.text("reason") != null, "退回请写明理由。");
		// null in an old diagram that has this work at a step of its own: that is neither, and is told under its own name alone
		CheckStep step = STEPS.get(key(task));
		if (step != null) {
			submission.check(outcomeId(task), step, verdict, answer.text("reason"), actor);
		}
		if (step == CheckStep.ACCEPTANCE && verdict == Verdict.PASS) {
			outcomes.become(outcomeId(task), Outcomes.State.ASSIGNMENT);
		}
		task.getExecution().setVariable(Variables.SUBMISSION_VERDICT, verdict.code());
		record(task, actor, Act.SUBMISSION_CHECKED, Fields.of("step", step, "verdict", verdict, "reason", answer.text("reason")));
	}
}
