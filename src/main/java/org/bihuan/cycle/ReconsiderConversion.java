package org.bihuan.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Promises;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 研究处置: a refused conversion returns to the offices, who send the assignment back with a new date for its reply. */
@Component("reconsiderConversion")
class ReconsiderConversion extends TaskWork {

	private final Dossiers dossiers;
	private final Replies replies;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Trail trail;
	private final Clock clock;
	private final Promises promises;
	private final ReplyLimits limits;
	private final Telling telling;

	ReconsiderConversion(Dossiers dossiers, Replies replies, Assignments assignments, Organisation organisation, Trail trail, Clock clock,
			Promises promises,
			ReplyLimits limits, Telling telling) {
		this.telling = telling;
		this.promises = promises;
		this.limits = limits;
		this.dossiers = dossiers;
		this.replies = replies;
		this.assignments = assignments;
		this.organisation = organisation;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * What its form reads.
	 *
	 * @param explanation why the unit could not answer; empty where the offices converted it of their own
	 * @param refusal why the conversion was refused
	 * @param promises the days that were promised before
	 * @param latest the last day that may be promised
	 */
	record View(@JsonUnwrapped Dossier about, String assignmentId, String unit, String requirement, Markdown explanation, String refusal,
			Markdown promises, String latest) {
	}

	@Override
	protected View view(DelegateTask task) {
		Assignment assignment = assignment(task);
		return new View(dossiers.of(assignment.outcomeId()).part(task.getName(), assignment.id()), assignment.id(),
				organisation.name(assignment.leadUnit()), assignment.requirement(),
				Markdown.folded(Markdown.literal(replies.last(assignment.id()).map(replies::inWords).orElse(""))),
				trail.lastDetail(assignment.id(), Act.CONVERSION_REFUSED, "reason"),
				promises.inWords(assignment.id(), telling.inWords(Occasion.PROMISED_AGAIN, assignment.outcomeId(), assignment.id())),
				limits.promise().latest(assignment.dueOn(), LocalDate.now(clock)).toString());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Assignment assignment = assignment(task);
		LocalDate promised = answer.date("promisedOn");
		Refusal.when(limits.promise().refusal("新的答复期限", promised, assignment.dueOn(), LocalDate.now(clock)));
		promises.make(assignment, promised, answer.text("reason"), actor);
		assignments.become(assignment.id(), Assignments.State.RECEIVED);
		trail.add(actor, Act.CONVERSION_RECONSIDERED, Subject.assignment(assignment)
				.in(key(task), task.getId()), Map.of("promisedOn", promised.toString(), "reason", answer.text("reason")));
	}

	private Assignment assignment(DelegateTask task) {
		return assignments.get((String) task.getVariable(Variables.ASSIGNMENT_ID));
	}
}
