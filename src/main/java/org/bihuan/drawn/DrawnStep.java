package org.bihuan.drawn;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.dossier.Formed;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.engine.guard.StepGuard;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The work of every user task that the program has no work of its own for: an analyst draws it with a form and people, and it is asked, checked
 * against its form, kept and told under its own name. It has no rules but its form's; what decides how the case goes on its form marks.
 */
@Component(StepGuard.DRAWN)
class DrawnStep extends TaskWork {

	private static final Formed NOT_TOLD = new Formed(Markdown.NOTHING, Markdown.NOTHING, Markdown.NOTHING, Markdown.NOTHING, Markdown.NOTHING);

	private final Dossiers dossiers;
	private final Assignments assignments;
	private final Replies replies;
	private final Organisation organisation;
	private final Trail trail;

	DrawnStep(Dossiers dossiers, Assignments assignments, Replies replies, Organisation organisation, Trail trail) {
		this.dossiers = dossiers;
		this.assignments = assignments;
		this.replies = replies;
		this.organisation = organisation;
		this.trail = trail;
	}

	/**
	 * What a form of an added step may show: the case at a glance, and while it is about one assignment what that is to do. What there is not is
	 * empty, so that one form serves in every diagram.
	 *
	 * @param formed how the report came about; empty while it is about one assignment, as for the steps of the handling
	 * @param assignmentId null while it is about the outcome as a whole
	 * @param unit 主办
	 * @param requirement as the offices wrote it
	 * @param leader the leader in charge
	 * @param received the day of receipt
	 * @param due the last day of the reply, with a promise in brackets
	 * @param draft the last draft of the reply
	 */
	record View(@JsonUnwrapped Dossier about, @JsonUnwrapped Formed formed, String assignmentId, String unit, String requirement, String leader,
			String received, String due, Markdown coOpinions, Markdown draft) {
	}

	@Override
	protected View view(DelegateTask task) {
		String outcomeId = id(task, Variables.OUTCOME_ID);
		String assignmentId = id(task, Variables.ASSIGNMENT_ID);
		if (outcomeId == null) {
			return of(new Dossier(name(task), "", name(task), Markdown.NOTHING, "", "", "", Markdown.NOTHING, Markdown.NOTHING, Markdown.NOTHING,
					List.of(), ""), NOT_TOLD);
		}
		if (assignmentId == null) {
			Dossiers.Opened opened = dossiers.formed(outcomeId);
			return of(opened.whole(name(task)), opened.formed());
		}
		Assignment assignment = assignments.get(assignmentId);
		Dossiers.Opened opened = dossiers.of(outcomeId);
		return new View(opened.part(name(task), assignmentId), NOT_TOLD, assignmentId, organisation.name(assignment.leadUnit()),
				assignment.requirement(), organisation.name(assignment.responsibleLeader()), day(assignment.receivedOn()),
				day(assignment.owedOn()) + (assignment.promisedOn() == null ? "" : "（承诺 " + assignment.promisedOn() + " 前答复）"),
				opened.coOpinions(assignmentId), replies.last(assignmentId).map(replies::inWords).map(Markdown::literal).orElse(Markdown.NOTHING));
	}

	private static View of(Dossier about, Formed formed) {
		return new View(about, formed, null, "", "", "", "", "", Markdown.NOTHING, Markdown.NOTHING);
	}

	private static String day(Object day) {
		return day == null ? "" : day.toString();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		trail.add(actor, Act.STEP_TAKEN, new Subject(id(task, Variables.OUTCOME_ID), id(task, Variables.ASSIGNMENT_ID), key(task), task.getId()),
				Map.of("task", name(task)));
	}
}
