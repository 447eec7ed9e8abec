package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bihuan.calendar.Deadline;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.Span;
import org.bihuan.ledger.Corrections.Field;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The assignments (交办件) of an outcome: each with its own unit, clock, reply and end. */
@Repository
public class Assignments implements Correctable {

	/** The states in which nothing is to be done any more. */
	public static final Set<State> ENDS = EnumSet.of(State.VERIFIED, State.CONVERTED, State.WITHDRAWN);

	static final OfOutcome<Assignment> OF_OUTCOME = OfOutcome.in("assignment", Assignment.class, "t.seq");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ClockEntries clockEntries;
	private final Outcomes outcomes;

	Assignments(JdbcClient jdbc, Clock clock, ClockEntries clockEntries, Outcomes outcomes) {
		this.outcomes = outcomes;
		this.clockEntries = clockEntries;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Reply and implementation are two axes: REPLIED is not the end, only VERIFIED and CONVERTED are; WITHDRAWN (撤回) is no longer anybody's to
	 * do.
	 */
	public enum State implements Term {

		ASSIGNED("ASSIGNED", "待签收"), RECEIVED("RECEIVED", "办理中"), OVERDUE("OVERDUE", "待逾期处置"), CONVERTING("CONVERTING", "转化办理中"),
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
	 * @param replyPeriod how long the reply may take, as the table said when it was received; null before
	 * @param plannedOn what a reply of class B promised; null for the others
	 * @param redoLimitOn by when it was to be done again after 不满意; null when that never happened
	 * @param lookRound which look-back is the current one, from 1; 0 before the first
	 */
	public record Assignment(String id, String outcomeId, int seq, String requirement, String responsibleLeader, String leadUnit,
			State state, String assignedBy, OffsetDateTime assignedAt, OffsetDateTime deliveredAt, LocalDate receivedOn, Receipt receipt,
			Span replyPeriod, LocalDate dueOn, boolean dueProvisional, LocalDate extendedOn, LocalDate promisedOn,
			OffsetDateTime expiresAt, LocalDate repliedOn, ReplyClass replyClass,
			ReplyClass trackedClass, LocalDate nextLookBackOn, LocalDate lookBackLimitOn, Supervision supervisionLevel, LocalDate implementedOn,
			LocalDate closedOn, LocalDate plannedOn, LocalDate redoLimitOn, int lookRound) {

		/** The due day as it stands: the rule's own, or that of an extension; null before receipt. */
		public LocalDate currentDueOn() {
			return Owed.of(this).currentDueOn();
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
		// two at once for one outcome wait for each other: each has a number of its own
		outcomes.lock(outcomeId);
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
		return OF_OUTCOME.read(jdbc, outcomeId);
	}

	/** Those of these ids, each once; an id that is none's has none. */
	public List<Assignment> all(Collection<String> ids) {
		return ids.isEmpty() ? List.of()
				: jdbc.sql("select * from assignment where id in (:ids) order by id").param("ids", ids).query(Rows.of(Assignment.class)).list();
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
	 * rule stays on record; the clock now runs to the end of the promised day, in Asia/Shanghai. Only {@link Promises} calls it, which keeps each.
	 */
	void promise(String id, LocalDate promised, String reason) {
		clockEntries.add(id, get(id).leadUnit(), ClockEntries.What.PROMISED, LocalDate.now(clock), promised, false, List.of(reason));
		jdbc.sql("update assignment set promised_on = ?, expires_at = ? where id = ?")
				.params(promised, ShanghaiTime.at(ShanghaiTime.endOf(promised)), id).update();
	}

	/** It reaches its unit now: the unit has still to sign for it. */
	public void deliver(String id) {
		jdbc.sql("update assignment set delivered_at = ?, received_on = null, receipt = null, reply_period = null, state = ? where id = ?")
				.params(OffsetDateTime.now(clock), State.ASSIGNED.code(), id).update();
	}

	/**
	 * The unit has it since this day, on which its clock starts.
	 *
	 * @param period how long its reply may take; kept, so that a calendar that is loaded later counts by it
	 */
	public void receive(String id, LocalDate on, Receipt receipt, Span period, Deadline deadline) {
		jdbc.sql("""
				update assignment set received_on = :on, receipt = :receipt, reply_period = :period, due_on = :due, due_provisional = :provisional,
				expires_at = :expires, state = :state where id = :id""").param("on", on).param("receipt", receipt.code())
				.param("period", period.toString()).param("due", deadline.due()).param("provisional", deadline.provisional())
				.param("expires", ShanghaiTime.at(deadline.expiresAt())).param("state", State.RECEIVED.code()).param("id", id).update();
	}

	/** 延期: the reply is waited for until the end of this day, in Shanghai; the rule's own day stays. */
	public void extend(String id, LocalDate until) {
		jdbc.sql("update assignment set extended_on = ?, expires_at = ? where id = ?").params(until, ShanghaiTime.at(ShanghaiTime.endOf(until)), id)
				.update();
	}

	/** Another calendar is in force: the rule's own day is this. An extension never ends before it, and a promise stays. */
	public void moveDue(String id, LocalDate due, boolean provisional) {
		jdbc.sql("update assignment set due_on = ?, due_provisional = ? where id = ?").params(due, provisional, id).update();
		jdbc.sql("update assignment set extended_on = due_on where id = ? and extended_on < due_on").param(id).update();
		jdbc.sql("update assignment set expires_at = ? where id = ?").params(ShanghaiTime.at(ShanghaiTime.endOf(get(id).owedOn())), id).update();
	}

	/**
	 * The written reply is issued today.
	 *
	 * @param plannedOn what a reply of class B promises; null for the others
	 */
	public void reply(String id, ReplyClass replyClass, LocalDate plannedOn) {
		jdbc.sql("update assignment set replied_on = ?, reply_class = ?, tracked_class = ?, planned_on = ?, state = ? where id = ?")
				.params(LocalDate.now(clock), replyClass.code(), replyClass.code(), plannedOn, State.REPLIED.code(), id).update();
	}

	/** When it is looked at next. */
	public void planLookBack(String id, LocalDate on) {
		jdbc.sql("update assignment set next_look_back_on = ? where id = ?").params(on, id).update();
	}

	/** The unit says that it has done it: a look-back of its own follows. */
	public void claim(String id, LocalDate completedOn) {
		jdbc.sql("update assignment set implemented_on = ?, state = ?, look_round = look_round + 1 where id = ?")
				.params(completedOn, State.IMPLEMENTED.code(), id).update();
	}

	/** 再次答复: the class that it gives is the tracked result, the first reply's stays; a look-back of its own follows on this day. */
	public void repliedAgain(String id, ReplyClass replyClass, LocalDate lookBackOn) {
		jdbc.sql("update assignment set tracked_class = ?, next_look_back_on = ?, look_round = look_round + 1, state = ? where id = ?")
				.params(replyClass.code(), lookBackOn, State.IMPLEMENTED.code(), id).update();
	}

	/** Sets the level of supervision (督办级别). */
	public void supervise(String id, Supervision level) {
		jdbc.sql("update assignment set supervision_level = ? where id = ?").params(level.level(), id).update();
	}

	/**
	 * Sets a new limit, on which the assignment is looked at again; where completion has been claimed meanwhile, the day of that look-back stays.
	 */
	public void limitLookBack(String id, LocalDate limit) {
		jdbc.sql("update assignment set look_back_limit_on = ?, next_look_back_on = case when state = ? then next_look_back_on "
				+ "else ? end where id = ?").params(limit, State.IMPLEMENTED.code(), limit, id).update();
	}

	/** It is to be done again after 不满意, by this day. */
	public void redo(String id, LocalDate limit) {
		jdbc.sql("update assignment set redo_limit_on = ?, next_look_back_on = ?, state = ? where id = ?")
				.params(limit, limit, State.REPLIED.code(), id).update();
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

	/** Keeps others from changing it until the transaction ends. */
	public void lock(String id) {
		jdbc.sql("select id from assignment where id = ? for update").param(id).query(String.class).optional();
	}

	/** Another unit than was asked is to handle it, which has not received it yet. */
	public void handTo(String id, String unit, String reason) {
		clockEntries.add(id, unit, ClockEntries.What.REASSIGNED, LocalDate.now(clock), null, false, List.of(reason));
		jdbc.sql("update assignment set lead_unit = ? where id = ?").params(unit, id).update();
		jdbc.sql("delete from assignment_unit where assignment_id = ? and unit = ?").params(id, unit).update();
	}

	/** Hands an assignment to another unit, whose own clock starts with its receipt; the times of the unit before are for the caller to keep. */
	public void moveTo(String id, String unit, String reason) {
		clockEntries.add(id, unit, ClockEntries.What.REASSIGNED, LocalDate.now(clock), null, false, List.of(reason));
		jdbc.sql("""
				update assignment set lead_unit = ?, state = ?, delivered_at = null, received_on = null, receipt = null, reply_period = null,
				due_on = null, due_provisional = false, extended_on = null, promised_on = null, expires_at = null where id = ?""")
				.params(unit, State.ASSIGNED.code(), id).update();
		jdbc.sql("delete from assignment_unit where assignment_id = ? and unit = ?").params(id, unit).update();
	}

	@Override
	public Set<Field> correctable() {
		return EnumSet.of(Field.ASSIGNMENT_REQUIREMENT, Field.ASSIGNMENT_LEADER, Field.ASSIGNMENT_TRACKED_CLASS);
	}

	@Override
	public String value(Field field, String id) {
		Assignment it = get(id);
		return switch (field) {
			case ASSIGNMENT_REQUIREMENT -> it.requirement();
			case ASSIGNMENT_LEADER -> it.responsibleLeader();
			case ASSIGNMENT_TRACKED_CLASS -> Term.codeOf(it.trackedClass());
			default -> throw new IllegalArgumentException(field.code());
		};
	}

	@Override
	public void correct(Field field, String id, String value) {
		String column = switch (field) {
			case ASSIGNMENT_REQUIREMENT -> "requirement";
			case ASSIGNMENT_LEADER -> "responsible_leader";
			case ASSIGNMENT_TRACKED_CLASS -> "tracked_class";
			default -> throw new IllegalArgumentException(field.code());
		};
		jdbc.sql("update assignment set " + column + " = ? where id = ?").params(value, id).update();
	}

	/** The day of the claimed completion was put right. */
	public void correctImplementedOn(String id, LocalDate on) {
		jdbc.sql("update assignment set implemented_on = ? where id = ?").params(on, id).update();
	}

	/** Whether the outcome may close: it has assignments, and every one is verified, converted or withdrawn. */
	public boolean allEnded(String outcomeId) {
		List<Assignment> all = of(outcomeId);
		return !all.isEmpty() && all.stream().allMatch(Assignment::ended);
	}
}
