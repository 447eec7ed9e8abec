package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 退回 by a unit with the offices' 裁定, and 改派 by the offices on their own: who had it, who has it then, and why. */
@Repository
public class Reassignments {

	private final JdbcClient jdbc;
	private final Clock clock;

	Reassignments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A 退回 that waits for its 裁定. */
	public record Open(long id, String fromUnit, String proposedUnit, String reason) {
	}

	/** 退回: the unit says that it is not its own, and whose it should be. */
	public void ask(Assignment assignment, String proposed, String reason, String actor) {
		jdbc.sql("insert into reassignment (assignment_id, from_unit, proposed_unit, reason, asked_by) values (?, ?, ?, ?, ?)")
				.params(assignment.id(), assignment.leadUnit(), proposed, reason, actor).update();
	}

	/** @throws org.springframework.dao.EmptyResultDataAccessException when none waits */
	public Open open(String assignmentId) {
		return jdbc.sql("""
				select id, from_unit, proposed_unit, reason from reassignment where assignment_id = ? and to_unit is null
				order by id desc limit 1""").param(assignmentId).query(Rows.of(Open.class)).single();
	}

	/** 裁定 of a 退回. */
	public void decide(String assignmentId, String unit, String decision, String actor) {
		jdbc.sql("update reassignment set to_unit = ?, decision = ?, decided_by = ? where id = ?")
				.params(unit, decision, actor, open(assignmentId).id()).update();
	}

	/**
	 * 改派 by the offices: the times of the unit that had it stay on record. A 退回 that still waits for its 裁定 is hereby decided.
	 *
	 * @return how often it has been moved or sent back, with this time
	 */
	public int move(Assignment assignment, String unit, String reason, String actor) {
		OffsetDateTime now = OffsetDateTime.now(clock);
		jdbc.sql("update reassignment set to_unit = ?, decision = ?, decided_by = ?, decided_at = ? where assignment_id = ? and to_unit is null")
				.params(unit, reason, actor, now, assignment.id()).update();
		jdbc.sql("""
				insert into reassignment (assignment_id, from_unit, proposed_unit, reason, asked_by, to_unit, decision, decided_by, decided_at,
				from_delivered_at, from_received_on, from_receipt, from_due_on, from_promised_on)
				values (:id, :from, :to, :reason, :actor, :to, :reason, :actor, :at, :delivered, :received, :receipt, :due, :promised)""")
				.param("id", assignment.id()).param("from", assignment.leadUnit()).param("to", unit).param("reason", reason).param("actor", actor)
				.param("at", now).param("delivered", assignment.deliveredAt()).param("received", assignment.receivedOn())
				.param("receipt", Term.codeOf(assignment.receipt())).param("due", assignment.dueOn()).param("promised", assignment.promisedOn())
				.update();
		return jdbc.sql("select count(*) from reassignment where assignment_id = ?").param(assignment.id()).query(Integer.class).single();
	}
}
