package org.bihuan.submission;

import java.util.Map;

import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the submission shows and leaves on the trail. */
abstract class SubmissionWork extends TaskWork {

	@Autowired
	Submission submission;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;

	static String outcomeId(DelegateTask task) {
		return id(task, Variables.OUTCOME_ID);
	}

	/**
	 * What every form of the submission may show; longer texts in Markdown.
	 *
	 * @param number of the submission; empty before
	 * @param returned why it was sent back last; empty when it was not
	 */
	record CaseView(String outcomeId, String title, String committee, String report, String number, String returned, Markdown suggestions) {
	}

	CaseView caseView(DelegateTask task) {
		Outcome outcome = outcomes.get(outcomeId(task));
		return new CaseView(outcome.id(), outcome.title(), organisation.name(outcome.committee()), outcome.summary(),
				outcome.submissionNo() == null ? "" : outcome.submissionNo(), submission.returned(outcome.id()),
				Suggestion.numbered(outcomes.suggestions(outcome.id())));
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		trail.add(actor, act, Subject.outcome(outcomeId(task)).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}
}
