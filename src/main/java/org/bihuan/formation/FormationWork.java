package org.bihuan.formation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the formation shows and leaves on the trail. */
abstract class FormationWork extends TaskWork {

	@Autowired
	Formation formation;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;

	static String outcomeId(DelegateTask task) {
		return id(task, "outcomeId");
	}

	/** The outcome as far as it has come; steps add their own. */
	Map<String, Object> caseView(DelegateTask task) {
		Outcome outcome = outcomes.get(outcomeId(task));
		Map<String, Object> view = new TreeMap<>();
		view.put("outcomeId", outcome.id());
		view.put("title", outcome.title());
		view.put("committee", organisation.name(outcome.committee()));
		view.put("background", outcome.background());
		view.put("report", outcome.summary() == null ? "" : outcome.summary());
		view.put("suggestions", String.join("\n\n", outcomes.suggestions(outcome.id()).stream()
				.map(suggestion -> "%d. %s".formatted(suggestion.seq(), suggestion.text())).toList()));
		return view;
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		trail.add(actor, act, Subject.outcome(outcomeId(task)).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}

	/** Stores the report and its numbered suggestions. */
	void write(DelegateTask task, Answer answer, String actor) {
		formation.draft(outcomeId(task), answer.text("report"), actor);
		outcomes.suggest(outcomeId(task), answer.rows("suggestions").stream().map(row -> row.text("text")).toList());
	}

	/** Units and members whose opinion may be asked. */
	void offerAsked(Map<String, Object> view) {
		view.put("units", organisation.units());
		view.put("members", organisation.members());
	}

	List<String> asked(Answer answer) {
		answer.list("askedUnits").forEach(organisation::staffed);
		return java.util.stream.Stream.concat(answer.list("askedUnits").stream(), answer.list("askedMembers").stream()).toList();
	}
}
