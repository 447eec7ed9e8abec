package org.bihuan.handling;

import java.util.Date;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the handling shows and leaves on the trail. */
abstract class HandlingWork extends TaskWork {

	@Autowired
	Handling handling;
	@Autowired
	Replies replies;
	@Autowired
	Assignments assignments;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;
	@Autowired
	Dossiers dossiers;
	@Autowired
	ClockSheet clockSheet;
	@Autowired
	RunningClocks runningClocks;
	@Autowired
	ReplyLimits replyLimits;

	/** The next reminder, so that Tasklist sorts by it. */
	@Override
	protected Date followUpAt(DelegateTask task) {
		return runningClocks.nextReminder(task.getTaskDefinitionKey(), assignment(task));
	}

	Assignment assignment(DelegateTask task) {
		return assignments.get(id(task, Variables.ASSIGNMENT_ID));
	}

	/**
	 * What every form of the handling may show besides the 案卷: days and people in words, longer texts in Markdown.
	 *
	 * @param requirement as the offices wrote it
	 * @param leader the leader in charge; empty when none is
	 * @param received {@code 尚未签收} before
	 * @param promised the day that is promised, in brackets; empty when none is
	 * @param clock how the dates came about
	 * @param draft the last draft of the reply; empty before
	 */
	record CaseView(@JsonUnwrapped Dossier about, String assignmentId, String unit, String requirement, String leader, String received, String due,
			String promised, Markdown clock, Markdown coOpinions, Markdown draft) {

		CaseView withDraft(Markdown drafted) {
			return new CaseView(about, assignmentId, unit, requirement, leader, received, due, promised, clock, coOpinions, drafted);
		}
	}

	CaseView caseView(DelegateTask task) {
		Assignment assignment = assignment(task);
		Dossiers.Opened opened = dossiers.of(assignment.outcomeId());
		return new CaseView(opened.part(task.getName(), assignment.id()), assignment.id(), organisation.name(assignment.leadUnit()),
				assignment.requirement(), organisation.name(assignment.responsibleLeader()),
				assignment.receivedOn() == null ? "尚未签收" : assignment.receivedOn().toString(), due(assignment),
				assignment.promisedOn() == null ? "" : "（承诺 " + assignment.promisedOn() + " 前答复）",
				Markdown.folded(clockSheet.inWords(assignment.id())), opened.coOpinions(assignment.id()),
				replies.last(assignment.id()).map(replies::inWords).map(Markdown::literal).orElse(Markdown.NOTHING));
	}

	private String due(Assignment assignment) {
		return assignment.dueOn() == null ? "签收之日起" + replyLimits.of(assignment).words()
				: assignment.dueOn() + (assignment.dueProvisional() ? "（暂定）" : "")
						+ (assignment.extendedOn() == null ? "" : "，已延期到 " + assignment.extendedOn());
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		Assignment assignment = assignment(task);
		trail.add(actor, act, Subject.assignment(assignment).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}
}
