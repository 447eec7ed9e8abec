package org.bihuan.amendment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 改派 of an assignment that runs, before its reply is issued: the old unit's times stay on record, the new one signs and has a clock of its own. */
@Component
class Reassigning {

	/** Before the reply: with a unit, or overdue with the offices. */
	private static final Set<State> BEFORE_THE_REPLY = Set.of(State.ASSIGNED, State.RECEIVED, State.OVERDUE);

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Notices notices;
	private final Trail trail;

	Reassigning(JdbcClient jdbc, Clock clock, Assignments assignments, Organisation organisation, Notices notices, Trail trail) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.organisation = organisation;
		this.notices = notices;
		this.trail = trail;
	}

	/** @param assignment null when the number was an outcome's, which is refused */
	void reassign(Assignment assignment, Answer answer, String actor) {
		Refusal.unless(organisation.reader(actor).groups().stream().anyMatch(Organisation.PARTY_AND_GOV_OFFICES::contains), "交办件由区委办、区政府办改派，请联系他们。");
		Refusal.unless(assignment != null, "改派的是交办件，请填写交办件编号（如 CG2023-5-1）。");
		Refusal.unless(BEFORE_THE_REPLY.contains(assignment.state()), "交办件 " + assignment.id() + " 已经答复、转化、销号或撤回，不能再改派。");
		String unit = unit(answer.text("toUnit"));
		Refusal.unless(!unit.equals(assignment.leadUnit()), "这件交办件现在就由“" + organisation.name(unit) + "”承办，请改填别的单位。");
		// a 退回 that still waits for its 裁定 is hereby decided
		jdbc.sql("update reassignment set to_unit = ?, decision = ?, decided_by = ?, decided_at = ? where assignment_id = ? and to_unit is null")
				.params(unit, answer.text("reason"), actor, OffsetDateTime.now(clock), assignment.id()).update();
		jdbc.sql("""
				insert into reassignment (assignment_id, from_unit, proposed_unit, reason, asked_by, to_unit, decision, decided_by, decided_at,
				from_delivered_at, from_received_on, from_receipt, from_due_on, from_promised_on)
				values (:id, :from, :to, :reason, :actor, :to, :reason, :actor, :at, :delivered, :received, :receipt, :due, :promised)""")
				.param("id", assignment.id()).param("from", assignment.leadUnit()).param("to", unit).param("reason", answer.text("reason"))
				.param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).param("delivered", assignment.deliveredAt()).param("received", assignment.receivedOn())
				.param("receipt", Term.codeOf(assignment.receipt())).param("due", assignment.dueOn()).param("promised", assignment.promisedOn())
				.update();
		assignments.moveTo(assignment.id(), unit, answer.text("reason"));
		int times = jdbc.sql("select count(*) from reassignment where assignment_id = ?").param(assignment.id()).query(Integer.class).single();
		String text = "交办件 " + assignment.id() + " 已由“" + organisation.name(assignment.leadUnit()) + "”改派给“" + organisation.name(unit) + "”。";
		notices.tell(List.of(assignment.leadUnit(), unit), assignment, "reassigned/" + times, Notices.Kind.REASSIGNED, text);
		trail.add(actor, Act.REASSIGNED, Subject.assignment(assignment), Map.of("from", assignment.leadUnit(), "to", unit, "decision",
				answer.text("reason"), "received", String.valueOf(assignment.receivedOn()), "due", String.valueOf(assignment.dueOn())));
	}

	private String unit(String name) {
		return organisation.staffed(organisation.units().stream().filter(one -> one.get("value").equals(name) || one.get("label").equals(name))
				.map(one -> (String) one.get("value")).findFirst().orElseThrow(() -> Refusal.invalid("“" + name + "”不在承办单位名单中，请填写单位全称。")));
	}
}
