package org.bihuan.conversion;

import org.bihuan.ledger.Outcomes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversions of assignments, and what their model asks. */
@Component("conversions")
public class Conversions {

	private final JdbcClient jdbc;
	private final Outcomes outcomes;

	Conversions(JdbcClient jdbc, Outcomes outcomes) {
		this.jdbc = jdbc;
		this.outcomes = outcomes;
	}

	record Conversion(long id, String assignmentId, String kind, String title, String content, String state, String draftedBy) {
	}

	/** The unit that writes why it does not adopt. */
	public String leadUnit(String assignmentId) {
		return jdbc.sql("select lead_unit from assignment where id = ?").param(assignmentId).query(String.class).single();
	}

	/** The committee that follows the outcome up, else the one that formed it; it proposes the 提案. */
	public String committee(String outcomeId) {
		var outcome = outcomes.get(outcomeId);
		return outcome.followUpCommittee() == null ? outcome.committee() : outcome.followUpCommittee();
	}

	void open(String assignmentId, String kind) {
		jdbc.sql("insert into conversion (assignment_id, kind, state) values (?, ?, 'open')").params(assignmentId, kind).update();
	}

	Conversion current(String assignmentId) {
		return jdbc.sql("select id, assignment_id, kind, title, content, state, drafted_by from conversion where assignment_id = ? order by id desc")
				.param(assignmentId).query(Conversion.class).list().get(0);
	}

	void draft(long id, String title, String content, String proposer, String actor) {
		jdbc.sql("update conversion set title = ?, content = ?, proposer = ?, drafted_by = ? where id = ?").params(title, content, proposer, actor, id).update();
	}

	void decide(long id, String state, String number, String reason, String actor) {
		jdbc.sql("update conversion set state = ?, number = ?, reason = ?, decided_by = ? where id = ?").params(state, number, reason, actor, id).update();
	}
}
