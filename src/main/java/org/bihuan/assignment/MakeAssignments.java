package org.bihuan.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.ReplyLimits;
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
	private final ReplyLimits limits;

	MakeAssignments(Outcomes outcomes, Organisation organisation, Assigning assigning, Trail trail, Dossiers dossiers,
			ReplyLimits limits) {
		this.limits = limits;
		this.dossiers = dossiers;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.assigning = assigning;
		this.trail = trail;
	}

	/**
	 * What its form reads.
	 *
	 * @param replyPeriod how long a reply may take, in words
	 */
	record View(@JsonUnwrapped Dossier about, String replyPeriod, List<Option> units, List<Option> leaders) {
	}

	@Override
	protected View view(DelegateTask task) {
		Dossiers.Opened opened = dossiers.of(id(task, Variables.OUTCOME_ID));
		return new View(opened.whole(task.getName()), limits.now(opened.file().outcome()).words(), organisation.units(), organisation.leaders());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String outcomeId = id(task, Variables.OUTCOME_ID);
		Subject subject = Subject.outcome(outcomeId).in(task.getTaskDefinitionKey(), task.getId());
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
			trail.add(actor, Act.ASSIGNED, new Subject(outcomeId, made.id(), task.getTaskDefinitionKey(), task.getId()), made.detail());
		}
		Refusal.unless(open.isEmpty(), () -> "还有 " + open.size() + " 条建议没有交办，请把每条建议都交给承办单位。");
		outcomes.become(outcomeId, Outcomes.State.HANDLING);
	}
}
