package org.bihuan.formation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.terms.ReviewLevel;
import org.bihuan.terms.ReviewVerdict;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** 多层把关: 专委会 head, then 政协办, then the deputy chair in charge; each may send back with reasons, nothing else passes. */
@Component("reviewReport")
class ReviewReport extends FormationWork {

	private static final Map<String, ReviewLevel> LEVELS = Map.of(TaskKeys.REVIEW_BY_HEAD, ReviewLevel.HEAD,
			TaskKeys.REVIEW_BY_OFFICE, ReviewLevel.OFFICE,
			TaskKeys.REVIEW_BY_DEPUTY_CHAIR, ReviewLevel.DEPUTY_CHAIR);

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	private List<String> level(DelegateTask task) {
		return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
				.flatMap(group -> organisation.accountsOf(group).stream())
				.distinct().toList();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		ReviewVerdict verdict = answer.term("verdict", ReviewVerdict.class);
		Refusal.when(ReviewingPolicy.refusal(actor, formation.drafters(outcomeId(task)), level(task), verdict, answer.text("reason")));
		formation.review(outcomeId(task), inThisStep(task, LEVELS), verdict, answer.text("reason"), actor);
		task.getExecution().setVariable(Variables.REVIEW_VERDICT, verdict.code());
		record(task, actor, Act.REPORT_REVIEWED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
