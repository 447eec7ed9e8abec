package org.bihuan.amendment;

import java.util.List;

import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Reassignments;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Option;
import org.springframework.stereotype.Component;

/** 改派 of an assignment that runs, before its reply is issued: the old unit's times stay on record, the new one signs and has a clock of its own. */
@Component
class Reassigning {

	private final Reassignments reassignments;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Telling telling;
	private final Trail trail;
	private final ReplyPapers papers;
	private final Meanwhile meanwhile;

	Reassigning(Reassignments reassignments, Assignments assignments, Organisation organisation, Telling telling, Trail trail,
			ReplyPapers papers, Meanwhile meanwhile) {
		this.meanwhile = meanwhile;
		this.papers = papers;
		this.reassignments = reassignments;
		this.assignments = assignments;
		this.organisation = organisation;
		this.telling = telling;
		this.trail = trail;
	}

	/**
	 * @param assignment null when the number was an outcome's, which is refused
	 * @param seen by whoever moves it
	 */
	void reassign(Assignment assignment, Answer answer, String actor, Subject about, Meanwhile.Seen seen) {
		Refusal.unless(AmendmentKind.REASSIGN.isFor(organisation.reader(actor), true), "交办件由区委办、区政府办改派，请联系他们。");
		Refusal.unless(assignment != null, "改派的是交办件，请填写交办件编号（如 CG2023-5-1）。");
		meanwhile.refuseIfMoved(seen, assignment, actor);
		Refusal.unless(AmendmentKind.REASSIGN.suits(assignment.state()), "交办件 " + assignment.id() + " 已经答复、转化、销号或撤回，不能再改派。");
		String unit = unit(answer.text("toUnit"));
		Refusal.unless(!unit.equals(assignment.leadUnit()), "这件交办件现在就由“" + organisation.name(unit) + "”承办，请改填别的单位。");
		int times = reassignments.move(assignment, unit, answer.text("reason"), actor);
		assignments.moveTo(assignment.id(), unit, answer.text("reason"));
		papers.giveBack(assignment.id());
		String text = "交办件 " + assignment.id() + " 已由“" + organisation.name(assignment.leadUnit()) + "”改派给“" + organisation.name(unit) + "”。";
		telling.tell(News.ofAssignment(Occasion.REASSIGNED, assignment, "reassigned/" + times, text)
				.with(Addressee.FORMER_UNIT, () -> List.of(assignment.leadUnit())));
		trail.add(actor, Act.REASSIGNED, about, Fields.of("from", assignment.leadUnit(), "to", unit, "decision",
				answer.text("reason"), "received", assignment.receivedOn(), "due", assignment.dueOn()));
	}

	private String unit(String name) {
		return organisation.staffed(organisation.units().stream().filter(one -> one.isMeantBy(name)).map(Option::value).findFirst()
				.orElseThrow(() -> Refusal.invalid("“" + name + "”不在承办单位名单中，请填写单位全称。")));
	}
}
