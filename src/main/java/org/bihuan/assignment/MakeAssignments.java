package org.bihuan.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 分解交办: every suggestion goes to a 主办 unit, or the offices record why nothing is assigned; never silently nothing. */
@Component("makeAssignments")
class MakeAssignments extends TaskWork {

	private final Outcomes outcomes;
	private final Organisation organisation;
	private final Assigning assigning;
	private final Trail trail;
	private final Dossiers dossiers;

	MakeAssignments(Outcomes outcomes, Organisation organisation, Assigning assigning, Trail trail, Dossiers dossiers) {
		this.dossiers = dossiers;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.assigning = assigning;
		this.trail = trail;
	}

	/** What its form reads. */
	record View(@JsonUnwrapped Dossier about, List<Option> units, List<Option> leaders) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(dossiers.of(id(task, Variables.OUTCOME_ID)).whole(task.getName()), organisation.units(), organisation.leaders());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String outcomeId = id(task, Variables.OUTCOME_ID);
		Subject subject = Subject.outcome(outcomeId).in(key(task), task.getId());
		boolean assign = answer.yes("assign");
		task.getExecution().setVariable(Variables.ASSIGNMENTS_MADE, assign ? "yes" : "no");
		if (!assign) {
			trail.add(actor, Act.NOTHING_ASSIGNED, subject, Map.of("reason", answer.text("reason")));
			return;
		}
		Refusal.unless(!answer.rows("assignments").isEmpty(), "请至少填写一件交办件；确实无需交办的，请选“无需交办”并写明理由。");
		Set<String> open = new HashSet<>(outcomes.suggestions(outcomeId).stream().map(Suggestion::id).toList());
		for (Answer row : answer.rows("assignments")) {
			open.removeAll(row.list("suggestions"));
			Assigning.Made made = assigning.assign(outcomeId, row, actor);
			trail.add(actor, Act.ASSIGNED, new Subject(outcomeId, made.id(), key(task), task.getId()), made.detail());
		}
		Refusal.unless(open.isEmpty(), () -> "还有 " + open.size() + " 条建议没有交办，请把每条建议都交给承办单位。");
		outcomes.become(outcomeId, Outcomes.State.HANDLING);
	}
}
