package org.bihuan.submission;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.dossier.Formed;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
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
	@Autowired
	Dossiers dossiers;

	static String outcomeId(DelegateTask task) {
		return id(task, Variables.OUTCOME_ID);
	}

	/**
	 * What every form of the submission may show.
	 *
	 * @param returned why it was sent back last; empty when it was not
	 */
	record CaseView(@JsonUnwrapped Dossier about, @JsonUnwrapped Formed formed, String returned) {
	}

	CaseView caseView(DelegateTask task) {
		Dossiers.Opened opened = dossiers.formed(outcomeId(task));
		return new CaseView(opened.whole(task.getName()), opened.formed(), submission.returned(outcomeId(task)));
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		trail.add(actor, act, Subject.outcome(outcomeId(task)).in(key(task), task.getId()), detail);
	}
}
