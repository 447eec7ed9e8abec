package org.bihuan.formation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.dossier.Formed;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
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
	@Autowired
	Dossiers dossiers;

	static String outcomeId(DelegateTask task) {
		return id(task, Variables.OUTCOME_ID);
	}

	/** What every form of the formation may show: the outcome as far as it has come, and how it came there. */
	record CaseView(@JsonUnwrapped Dossier about, @JsonUnwrapped Formed formed) {
	}

	CaseView caseView(DelegateTask task) {
		Dossiers.Opened opened = dossiers.formed(outcomeId(task));
		return new CaseView(opened.whole(task.getName()), opened.formed());
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		trail.add(actor, act, Subject.outcome(outcomeId(task)).in(key(task), task.getId()), detail);
	}

	/** Stores the report and its numbered suggestions. */
	void write(DelegateTask task, Answer answer, String actor) {
		formation.draft(outcomeId(task), answer.text("report"), actor);
		outcomes.suggest(outcomeId(task), answer.rows("suggestions").stream().map(row -> row.text("text")).toList());
	}

	/** Whose opinion may be asked. */
	record Askable(List<Option> units, List<Option> members) {
	}

	Askable askable() {
		return new Askable(organisation.units(), organisation.members());
	}

	List<String> asked(Answer answer) {
		answer.list("askedUnits").forEach(organisation::staffed);
		return java.util.stream.Stream.concat(answer.list("askedUnits").stream(), answer.list("askedMembers").stream()).toList();
	}
}
