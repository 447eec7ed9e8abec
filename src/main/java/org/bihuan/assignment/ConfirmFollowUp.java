package org.bihuan.assignment;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.CommitteeRouting;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 确认跟踪专委会: the decision table proposes who follows up, 政协办 confirms. */
@Component("confirmFollowUp")
class ConfirmFollowUp extends TaskWork {

	private final Outcomes outcomes;
	private final Organisation organisation;
	private final CommitteeRouting routing;
	private final Trail trail;
	private final Dossiers dossiers;

	ConfirmFollowUp(Outcomes outcomes, Organisation organisation, CommitteeRouting routing, Trail trail,
			Dossiers dossiers) {
		this.dossiers = dossiers;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.routing = routing;
		this.trail = trail;
	}

	/**
	 * What its form reads.
	 *
	 * @param assigned who was given what
	 * @param proposed by the decision table
	 */
	record View(@JsonUnwrapped Dossier about, Markdown assigned, String proposed, List<Option> committees) {
	}

	@Override
	protected View view(DelegateTask task) {
		Dossiers.Opened opened = dossiers.of(id(task, Variables.OUTCOME_ID));
		return new View(opened.whole(task.getName()), opened.assigned(), organisation.name(proposed(opened.file().outcome())),
				organisation.committees());
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of("followUpCommittee", proposed(outcomes.get(id(task, Variables.OUTCOME_ID))));
	}

	private String proposed(Outcomes.Outcome outcome) {
		return routing.of(outcome.title(), outcome.committee(), organisation.committees().stream().map(Option::value).toList()).committee();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String committee = organisation.staffed(answer.text("followUpCommittee"));
		outcomes.followedUpBy(id(task, Variables.OUTCOME_ID), committee);
		trail.add(actor, Act.FOLLOW_UP_CONFIRMED, Subject.outcome(id(task, Variables.OUTCOME_ID)).in(task.getTaskDefinitionKey(), task.getId()),
				Map.of("committee", committee));
	}
}
