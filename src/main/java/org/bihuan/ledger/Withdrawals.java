package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 撤回: what was taken back, how far it had come, by whom and why. Nothing of the case is deleted. */
@Repository
public class Withdrawals {

	private final JdbcClient jdbc;
	private final Clock clock;

	Withdrawals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param assignmentId null when the whole outcome was withdrawn
	 * @param cause {@code wrong}, {@code duplicate} or {@code other}
	 * @param remainder why suggestions stay without an assignment; null when none do
	 * @param formerState how far it had come
	 */
	public record Withdrawal(long id, String outcomeId, String assignmentId, String cause, String reason, String remainder, String formerState,
			String withdrawnBy, OffsetDateTime withdrawnAt) {
	}

	public void record(String outcomeId, String assignmentId, String cause, String reason, String remainder, String formerState, String actor) {
		jdbc.sql("""
				insert into withdrawal (outcome_id, assignment_id, cause, reason, remainder, former_state, withdrawn_by, withdrawn_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(outcomeId, assignmentId, cause, reason, remainder, formerState, actor, OffsetDateTime.now(clock)).update();
	}

	/** The suggestions that only this assignment answers for: no other that stands has them. */
	public List<Integer> onlyIn(String assignmentId) {
		return jdbc
				.sql("""
						select s.seq from suggestion s join assignment_suggestion mine on mine.suggestion_id = s.id
						where mine.assignment_id = :id and not exists (select 1 from assignment_suggestion other join assignment a on a.id =
						other.assignment_id
						where other.suggestion_id = s.id and other.assignment_id <> :id and a.state <> 'WITHDRAWN') order by s.seq""")
				.param("id", assignmentId)
				.query(Integer.class).list();
	}

	/** The withdrawals of an outcome and its assignments, oldest first. */
	public List<Withdrawal> ofOutcome(String outcomeId) {
		return jdbc.sql("select * from withdrawal where outcome_id = ? order by id").param(outcomeId).query(Withdrawal.class).list();
	}
}
