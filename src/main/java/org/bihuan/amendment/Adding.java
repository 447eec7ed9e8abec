package org.bihuan.amendment;

import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.MessageNames;
import org.springframework.stereotype.Component;

/** 补交办 is asked for: only of an outcome that is with its units now. What is assigned to whom, the task that follows asks. */
@Component
class Adding {

	private final Organisation organisation;
	private final RunningCase runningCase;
	private final Trail trail;

	Adding(Organisation organisation, RunningCase runningCase, Trail trail) {
		this.organisation = organisation;
		this.runningCase = runningCase;
		this.trail = trail;
	}

	/** @param assignment null when the number was an outcome's, as it has to be */
	void ask(Outcome outcome, Assignment assignment, Answer answer, String actor, Subject about) {
		Refusal.unless(AmendmentKind.ADD.isFor(organisation.reader(actor), false), "补交办由区委办、区政府办办理，请联系他们。");
		Refusal.unless(assignment == null, "补交办的是成果的建议，请填写成果编号（如 CG2023-5）。");
		Refusal.unless(outcome.closing() != Closing.WITHDRAWN, "成果 " + outcome.id() + " 已经撤回，不能再补交办。");
		Refusal.unless(outcome.closedAt() == null, "成果 " + outcome.id() + " 已经办结或终止，不能再补交办。");
		Refusal.unless(AmendmentKind.ADD.suits(outcome.state()), "成果 " + outcome.id() + " 还没有分解交办，请在“分解交办”中一并交办。");
		Refusal.unless(!runningCase.waiting(outcome.id(), MessageNames.ASSIGNMENT_ADDED).isEmpty(),
				"成果 " + outcome.id() + " 的交办件还没有送到承办单位，或者正在办结，现在不能补交办。请查看现状后再试。");
		trail.add(actor, Act.FURTHER_ASKED, about, Map.of("reason", answer.text("reason")));
	}
}
