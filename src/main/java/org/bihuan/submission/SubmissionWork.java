package org.bihuan.submission;

import java.util.Map;
import java.util.TreeMap;

import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
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
		return id(task, "outcomeId");
	}

	Map<String, Object> caseView(DelegateTask task) {
		Outcome outcome = outcomes.get(outcomeId(task));
		Map<String, Object> view = new TreeMap<>();
		view.put("outcomeId", outcome.id());
		view.put("title", outcome.title());
		view.put("committee", organisation.name(outcome.committee()));
		view.put("report", outcome.summary());
		view.put("number", outcome.submissionNo() == null ? "" : outcome.submissionNo());
		view.put("returned", submission.returned(outcome.id()));
		view.put("suggestions", String.join("\n\n", outcomes.suggestions(outcome.id()).stream()
				.map(suggestion -> "%d. %s".formatted(suggestion.seq(), suggestion.text())).toList()));
		return view;
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		trail.add(actor, act, Subject.outcome(outcomeId(task)).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}
}
