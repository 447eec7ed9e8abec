package org.bihuan.submission;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 主要领导审阅 and 受理初审: passes, or returns with reasons. */
@Component("checkSubmission")
class CheckSubmission extends SubmissionWork {

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return submission.readingLimit();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String verdict = answer.text("verdict");
		Refusal.unless("pass".equals(verdict) || answer.text("reason") != null, "退回请写明理由。");
		String step = "task_readByChair".equals(task.getTaskDefinitionKey()) ? "chair" : "acceptance";
		submission.check(outcomeId(task), step, verdict, answer.text("reason"), actor);
		if ("acceptance".equals(step) && "pass".equals(verdict)) {
			outcomes.become(outcomeId(task), Outcomes.State.ASSIGNMENT);
		}
		task.getExecution().setVariable("submissionVerdict", verdict);
		record(task, actor, "submission-checked", Map.of("step", step, "verdict", verdict, "reason", String.valueOf(answer.text("reason"))));
	}
}
