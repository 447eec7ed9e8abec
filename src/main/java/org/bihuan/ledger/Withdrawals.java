package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 撤回: what was taken back, how far it had come, by whom and why. Nothing of the case is deleted. */
@Repository
public class Withdrawals {

	static final OfOutcome<Withdrawal> OF_OUTCOME = OfOutcome.in("withdrawal", Withdrawal.class, "t.id");

	private final JdbcClient jdbc;
	private final Clock clock;

	Withdrawals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** 撤回原因. */
	public enum Cause implements Term {

		WRONG("wrong", "交办或报送有误"), DUPLICATE("duplicate", "重复"), OTHER("other", "其他");

		private final String code;
		private final String label;

		Cause(String code, String label) {
			this.code = code;
			this.label = label;
		}

		@Override
		public String code() {
			return code;
		}

		@Override
		public String label() {
			return label;
		}
	}

	/**
	 * @param assignmentId null when the whole outcome was withdrawn
	 * @param remainder why suggestions stay without an assignment; null when none do
	 * @param formerState how far it had come: the code of the outcome's or the assignment's state
	 */
	public record Withdrawal(long id, String outcomeId, String assignmentId, Cause cause, String reason, String remainder, String formerState,
			String withdrawnBy, OffsetDateTime withdrawnAt) {
	}

	public void record(String outcomeId, String assignmentId, Cause cause, String reason, String remainder, Term formerState, String actor) {
		jdbc.sql("""
				insert into withdrawal (outcome_id, assignment_id, cause, reason, remainder, former_state, withdrawn_by, withdrawn_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(outcomeId, assignmentId, cause.code(), reason, remainder, formerState.code(), actor, OffsetDateTime.now(clock)).update();
	}

	/** The suggestions that only this assignment answers for: no other that stands has them. */
	public List<Integer> onlyIn(String assignmentId) {
		return jdbc
				.sql("""
						select s.seq from suggestion s join assignment_suggestion mine on mine.suggestion_id = s.id
						where mine.assignment_id = :id and not exists (select 1 from assignment_suggestion other join assignment a on a.id =
						other.assignment_id
						where other.suggestion_id = s.id and other.assignment_id <> :id and a.state <> :withdrawn) order by s.seq""")
				.param("id", assignmentId).param("withdrawn", Assignments.State.WITHDRAWN.code())
				.query(Integer.class).list();
	}

	/** The withdrawals of an outcome and its assignments, oldest first. */
	public List<Withdrawal> ofOutcome(String outcomeId) {
		return OF_OUTCOME.read(jdbc, outcomeId);
	}
}
