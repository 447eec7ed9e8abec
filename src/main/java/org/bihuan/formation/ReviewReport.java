package org.bihuan.formation;

import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 多层把关: 专委会 head, then 政协办, then the deputy chair in charge; each may send back with reasons, nothing else passes. */
@Component("reviewReport")
class ReviewReport extends FormationWork {

	private static final Map<String, String> LEVELS = Map.of("task_reviewByHead", "head", "task_reviewByOffice", "office",
			"task_reviewByDeputyChair", "deputy-chair");

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String verdict = answer.text("verdict");
		Refusal.unless("pass".equals(verdict) || answer.text("reason") != null, "退回修改请写明理由。");
		formation.review(outcomeId(task), LEVELS.get(task.getTaskDefinitionKey()), verdict, answer.text("reason"), actor);
		task.getExecution().setVariable("reviewVerdict", verdict);
		record(task, actor, "report-reviewed", Map.of("verdict", verdict, "reason", String.valueOf(answer.text("reason"))));
	}
}
