package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The assignments (交办件) of an outcome: each with its own unit, clock, reply and end. */
@Repository
public class Assignments {

	/** The states in which nothing is to be done any more. */
	public static final Set<State> ENDS = EnumSet.of(State.VERIFIED, State.CONVERTED, State.WITHDRAWN);

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ClockEntries clockEntries;

	Assignments(JdbcClient jdbc, Clock clock, ClockEntries clockEntries) {
		this.clockEntries = clockEntries;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Reply and implementation are two axes: REPLIED is not the end, only VERIFIED and CONVERTED are; WITHDRAWN (撤回) is no longer anybody's to
	 * do.
	 */
	public enum State implements Term {

		ASSIGNED("ASSIGNED", "待签收"), RECEIVED("RECEIVED", "办理中"), OVERDUE("OVERDUE", "逾期未答复"), CONVERTING("CONVERTING", "转化办理中"),
		REPLIED("REPLIED", "已答复，落实中"), IMPLEMENTED("IMPLEMENTED", "已报完成，待回头看"), VERIFIED("VERIFIED", "已核查销号"), CONVERTED("CONVERTED", "已转化"),
		WITHDRAWN("WITHDRAWN", "已撤回");

		private final String code;
		private final String label;

		State(String code, String label) {
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
	 * One 交办件 as it stands now.
	 *
	 * @param plannedOn what a reply of class B promised; null for the others
	 * @param redoLimitOn by when it was to be done again after 不满意; null when that never happened
	 */
	public record Assignment(String id, String outcomeId, int seq, String requirement, String responsibleLeader, String leadUnit,
			State state, String assignedBy, OffsetDateTime assignedAt, OffsetDateTime deliveredAt, LocalDate receivedOn, Receipt receipt,
			LocalDate dueOn, boolean dueProvisional, LocalDate extendedOn, LocalDate promisedOn, OffsetDateTime expiresAt, LocalDate repliedOn,
			ReplyClass replyClass,
			ReplyClass trackedClass, LocalDate nextLookBackOn, LocalDate lookBackLimitOn, Supervision supervisionLevel, LocalDate implementedOn,
			LocalDate closedOn, LocalDate plannedOn, LocalDate redoLimitOn) {

		/** The due day as it stands: the rule's own, or that of an extension; null before receipt. */
		public LocalDate currentDueOn() {
			return extendedOn != null ? extendedOn : dueOn;
		}

		/** The last day on which the reply is waited for: the due day, or the day promised after it was missed; null before receipt. */
		public LocalDate owedOn() {
			return promisedOn != null ? promisedOn : currentDueOn();
		}

		/** Whether nothing is to be done any more. */
		public boolean ended() {
			return ENDS.contains(state);
		}
	}

	/**
	 * Adds the next assignment of an outcome.
	 *
	 * @return its id, for example {@code CG2023-5-1}
	 */
	public String assign(String outcomeId, String requirement, String responsibleLeader, String leadUnit, List<String> coUnits,
			List<String> suggestionIds, String actor) {
		int seq = 1 + jdbc.sql("select coalesce(max(seq), 0) from assignment where outcome_id = ?").param(outcomeId)
				.query(Integer.class).single();
		String id = outcomeId + "-" + seq;
		jdbc.sql("""
				insert into assignment (id, outcome_id, seq, requirement, responsible_leader, lead_unit, state, assigned_by, assigned_at)
				values (:id, :outcome, :seq, :requirement, :leader, :unit, :state, :actor, :at)""")
				.param("id", id).param("outcome", outcomeId).param("seq", seq).param("requirement", requirement)
				.param("leader", responsibleLeader).param("unit", leadUnit).param("state", State.ASSIGNED.code()).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update();
		coUnits.forEach(unit -> jdbc.sql("insert into assignment_unit (assignment_id, unit) values (?, ?)").params(id, unit).update());
		suggestionIds.forEach(suggestion -> jdbc.sql("insert into assignment_suggestion (assignment_id, suggestion_id) values (?, ?)")
				.params(id, suggestion).update());
		return id;
	}

	/** @throws IllegalStateException if there is none */
	public Assignment get(String id) {
		return find(id).orElseThrow(() -> new IllegalStateException("no assignment " + id));
	}

	/** The assignment of this id, if there is one. */
	public Optional<Assignment> find(String id) {
		return jdbc.sql("select * from assignment where id = ?").param(id).query(Rows.of(Assignment.class)).optional();
	}

	public List<Assignment> of(String outcomeId) {
		return jdbc.sql("select * from assignment where outcome_id = ? order by seq").param(outcomeId).query(Rows.of(Assignment.class)).list();
	}

	public List<String> coUnits(String id) {
		return jdbc.sql("select unit from assignment_unit where assignment_id = ? order by unit").param(id).query(String.class).list();
	}

	public List<Outcomes.Suggestion> suggestions(String id) {
		return jdbc.sql("""
				select s.* from suggestion s join assignment_suggestion a on a.suggestion_id = s.id
				where a.assignment_id = ? order by s.seq""").param(id).query(Rows.of(Outcomes.Suggestion.class)).list();
	}

	public void become(String id, State state) {
		jdbc.sql("update assignment set state = ? where id = ?").params(state.code(), id).update();
	}

	/**
	 * Sets the date by which a reply is still owed, after the due date was missed or a conversion refused. The due date of the
	 * rule stays on record; the clock now runs to the end of the promised day, in Asia/Shanghai.
	 */
	public void promise(String id, LocalDate promised, String reason) {
		clockEntries.add(id, get(id).leadUnit(), ClockEntries.What.PROMISED, LocalDate.now(clock), promised, false, List.of(reason));
		jdbc.sql("update assignment set promised_on = ?, expires_at = ? where id = ?")
				.params(promised, ShanghaiTime.at(ShanghaiTime.endOf(promised)), id).update();
	}

	/** Ends an assignment: {@link State#VERIFIED} or {@link State#CONVERTED}, today. */
	public void end(String id, State state) {
		if (state != State.VERIFIED && state != State.CONVERTED) {
			throw new IllegalArgumentException("an assignment ends verified or converted, not " + state);
		}
		jdbc.sql("update assignment set state = ?, closed_on = ? where id = ?").params(state.code(), LocalDate.now(clock), id).update();
	}

	/** Withdraws an assignment (撤回). Its dates stay as they are: it was neither verified nor converted, so it has no day of closing. */
	public void withdraw(String id) {
		become(id, State.WITHDRAWN);
	}

	/** Hands an assignment to another unit, whose own clock starts with its receipt; the times of the unit before are for the caller to keep. */
	public void moveTo(String id, String unit, String reason) {
		clockEntries.add(id, unit, ClockEntries.What.REASSIGNED, LocalDate.now(clock), null, false, List.of(reason));
		jdbc.sql("""
				update assignment set lead_unit = ?, state = ?, delivered_at = null, received_on = null, receipt = null, due_on = null,
				due_provisional = false, extended_on = null, promised_on = null, expires_at = null where id = ?""")
				.params(unit, State.ASSIGNED.code(), id).update();
		jdbc.sql("delete from assignment_unit where assignment_id = ? and unit = ?").params(id, unit).update();
	}

	/** Whether the outcome may close: it has assignments, and every one is verified, converted or withdrawn. */
	public boolean allEnded(String outcomeId) {
		List<Assignment> all = of(outcomeId);
		return !all.isEmpty() && all.stream().allMatch(Assignment::ended);
	}
}
