package org.bihuan.amendment;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.StartWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The start form of 更正、撤回、改派、补交办: finds what the number names, and hands over to the one of the four that is asked for. */
@Component("amend")
class Amend extends StartWork {

	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Correcting correcting;
	private final Withdrawing withdrawing;
	private final Reassigning reassigning;
	private final Adding adding;
	private final Meanwhile meanwhile;

	Amend(Outcomes outcomes, Assignments assignments, Organisation organisation, Correcting correcting, Withdrawing withdrawing,
			Reassigning reassigning, Adding adding, Meanwhile meanwhile) {
		this.meanwhile = meanwhile;
		this.adding = adding;
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.organisation = organisation;
		this.correcting = correcting;
		this.withdrawing = withdrawing;
		this.reassigning = reassigning;
	}

	@Override
	protected void accept(DelegateExecution execution, Answer answer, String actor) {
		Refusal.unless(AmendmentKind.CORRECT.isFor(organisation.reader(actor), false), "更正、撤回、改派、补交办由区委办、区政府办、区政协办办理，请联系他们。");
		String number = answer.text("number");
		String named = assignments.find(number).map(Assignment::outcomeId).orElse(number);
		Meanwhile.Seen seen = meanwhile.look(named);
		// one amendment of an outcome after the other: what each replaces is what stood there then
		outcomes.lock(named);
		Assignment assignment = assignments.find(number).orElse(null);
		Outcome outcome = outcomes.find(assignment == null ? number : assignment.outcomeId())
				.orElseThrow(() -> Refusal.invalid("没有编号为“" + number + "”的成果或交办件，请核对（如 CG2023-5、CG2023-5-1）。"));
		AmendmentKind kind = answer.term("kind", AmendmentKind.class);
		Subject about = new Subject(outcome.id(), assignment == null ? null : assignment.id(), key(execution),
				execution.getProcessInstanceId());
		switch (kind) {
			case WITHDRAW -> withdrawing.withdraw(outcome, assignment, answer, actor, about, seen);
			case REASSIGN -> reassigning.reassign(assignment, answer, actor, about, seen);
			case ADD -> adding.ask(outcome, assignment, answer, actor, about);
			case CORRECT -> correcting.correct(outcome, assignment, answer, actor, about, seen);
		}
		execution.setProcessBusinessKey(outcome.id());
		execution.setVariable(Variables.OUTCOME_ID, outcome.id());
		execution.setVariable(Variables.ASSIGNMENT_ID, assignment == null ? null : assignment.id());
		execution.setVariable(Variables.AMENDMENT_KIND, kind.code());
	}
}
