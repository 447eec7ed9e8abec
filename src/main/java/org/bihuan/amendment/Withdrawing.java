package org.bihuan.amendment;

import java.util.List;
import java.util.Map;

import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.ledger.Withdrawals;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.springframework.stereotype.Component;

/**
 * 撤回: the offices that assigned take an assignment back, 政协办 a whole outcome. What has ended is not taken back: a verified or converted
 * assignment stands, and so does an outcome that has one.
 */
@Component
class Withdrawing {

	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Withdrawals withdrawals;
	private final Organisation organisation;
	private final Telling telling;
	private final Trail trail;
	private final ReplyPapers papers;
	private final Meanwhile meanwhile;

	Withdrawing(Outcomes outcomes, Assignments assignments, Withdrawals withdrawals, Organisation organisation, Telling telling, Trail trail,
			ReplyPapers papers, Meanwhile meanwhile) {
		this.meanwhile = meanwhile;
		this.papers = papers;
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.withdrawals = withdrawals;
		this.organisation = organisation;
		this.telling = telling;
		this.trail = trail;
	}

	/**
	 * @param assignment null to withdraw the whole outcome
	 * @param seen by whoever withdraws
	 */
	void withdraw(Outcome outcome, Assignment assignment, Answer answer, String actor, Subject about, Meanwhile.Seen seen) {
		Reader reader = organisation.reader(actor);
		if (assignment == null) {
			Refusal.unless(AmendmentKind.WITHDRAW.isFor(reader, false), "整件成果由区政协办撤回；区委办、区政府办请填写交办件编号，逐件撤回。");
			withdrawOutcome(outcome, answer, actor, about);
		}
		else {
			Refusal.unless(AmendmentKind.WITHDRAW.isFor(reader, true), "交办件由区委办、区政府办撤回；区政协办请填写成果编号，撤回整件成果。");
			meanwhile.refuseIfMoved(seen, assignment, actor);
			withdrawAssignment(outcome, assignment, answer, actor, about);
		}
	}

	private void withdrawAssignment(Outcome outcome, Assignment assignment, Answer answer, String actor, Subject about) {
		Refusal.unless(AmendmentKind.WITHDRAW.suits(assignment.state()), "交办件 " + assignment.id() + " 已经核查销号、转化或撤回，不能再撤回。");
		List<Integer> left = withdrawals.onlyIn(assignment.id());
		Refusal.unless(left.isEmpty() || answer.text("remainder") != null,
				() -> "撤回后建议 " + String.join("、", left.stream().map(String::valueOf).toList())
						+ " 没有单位承办，请在“余下建议的处理”中写明理由；应由别的单位承办的，请改用“改派”。");
		Refusal.unless(!left.isEmpty() || answer.text("remainder") == null, "撤回后每条建议都还有单位承办，“余下建议的处理”请不要填写。");
		take(Occasion.ASSIGNMENT_WITHDRAWN, outcome, assignment, answer, actor, answer.text("remainder"), about);
	}

	private void withdrawOutcome(Outcome outcome, Answer answer, String actor, Subject about) {
		Refusal.unless(outcome.closedAt() == null, "成果 " + outcome.id() + " 已经办结、终止或撤回，不能再撤回。");
		Refusal.unless(answer.text("remainder") == null, "撤回整件成果不再有余下的建议，“余下建议的处理”请不要填写。");
		List<Assignment> all = assignments.of(outcome.id());
		Refusal.unless(all.stream().noneMatch(one -> one.state() == State.VERIFIED || one.state() == State.CONVERTED),
				"成果 " + outcome.id() + " 已有交办件核查销号或转化，不能整件撤回；请由区委办、区政府办逐件撤回其余的交办件。");
		// all of them before the first number: each of the others may be on its way to one
		all.forEach(one -> assignments.lock(one.id()));
		all.stream().filter(one -> one.state() != State.WITHDRAWN)
				.forEach(one -> take(Occasion.WITHDRAWN_WITH_OUTCOME, outcome, one, answer, actor, null, Subject.assignment(one)));
		withdrawals.record(outcome.id(), null, cause(answer), answer.text("reason"), null, outcome.state(), actor);
		outcomes.close(outcome.id(), Outcomes.State.CLOSED, Outcomes.Closing.WITHDRAWN);
		telling.tell(News.ofOutcome(Occasion.OUTCOME_WITHDRAWN, outcome.id(), "withdrawn",
				"协商成果《" + outcome.title() + "》（" + outcome.id() + "）已撤回，不再办理。"));
		trail.add(actor, Act.OUTCOME_WITHDRAWN, about, Map.of("cause", cause(answer), "reason", answer.text("reason")));
	}

	private static Withdrawals.Cause cause(Answer answer) {
		return answer.term("cause", Withdrawals.Cause.class);
	}

	private void take(Occasion occasion, Outcome outcome, Assignment assignment, Answer answer, String actor, String remainder, Subject about) {
		withdrawals.record(assignment.outcomeId(), assignment.id(), cause(answer), answer.text("reason"), remainder,
				assignment.state(), actor);
		assignments.withdraw(assignment.id());
		papers.giveBack(assignment.id());
		telling.tell(News.ofAssignment(occasion, assignment, "withdrawn",
				"《" + outcome.title() + "》的交办件 " + assignment.id() + " 已撤回，不再办理。理由：" + answer.text("reason")));
		trail.add(actor, Act.WITHDRAWN, about, Fields.of("cause", cause(answer), "reason",
				answer.text("reason"), "remainder", remainder, "formerState", assignment.state()));
	}
}
