package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.Span;
import org.bihuan.decision.OtherLimit;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.ClockEntries.What;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 延期 [E]: where a place allows it, once, at most so long as the decision table 其他期限 says, asked for before the due date with a
 * reason, decided by the offices. The rule's own due day stays, so that a reply is judged against both.
 */
@Component
class Extensions {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final ReplyDeadline replyDeadline;
	private final RunningClocks runningClocks;
	private final ClockEntries clockEntries;
	private final ReplyLimits limits;
	private final boolean enabled;

	Extensions(JdbcClient jdbc, Clock clock, Assignments assignments, ReplyDeadline replyDeadline, RunningClocks runningClocks,
			ClockEntries clockEntries,
			ReplyLimits limits, ExtensionRule rule) {
		this.limits = limits;
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.replyDeadline = replyDeadline;
		this.runningClocks = runningClocks;
		this.clockEntries = clockEntries;
		this.enabled = rule.enabled();
	}

	record Extension(long id, LocalDate untilOn, String reason, ExtensionState state, String decision) {
	}

	/** The one extension that the unit which has it now may have asked for: another unit has its own clock. */
	Optional<Extension> of(String assignmentId) {
		return jdbc.sql("""
				select id, until_on, reason, state, decision from extension where assignment_id = :id
				and asked_at >= (select delivered_at from assignment where id = :id) order by id desc""").param("id", assignmentId)
				.query(Rows.of(Extension.class)).list().stream().findFirst();
	}

	/** Whether the unit may ask for an extension now: where the place allows any, once, and before the due date. */
	boolean mayBeAskedFor(Assignment assignment) {
		return ExtensionPolicy.open(enabled, of(assignment.id()).isPresent(), assignment.promisedOn(), assignment.dueOn(), LocalDate.now(clock));
	}

	/** The latest day an extension may end on: so long after the due date as the table says now, moved off a rest day. */
	LocalDate latest(Assignment assignment) {
		return latest(assignment, limits.other(OtherLimit.EXTENSION));
	}

	private LocalDate latest(Assignment assignment, Span most) {
		return replyDeadline.after(assignment.dueOn(), most).due();
	}

	/** @throws Refusal when the place allows none, it was asked for before, or the day is out of its bounds */
	void check(Assignment assignment, LocalDate until) {
		Refusal.unless(mayBeAskedFor(assignment), "现在不能申请延期：延期只能在到期前申请一次，且须由本地启用。");
		bounds(assignment, until);
	}

	private void bounds(Assignment assignment, LocalDate until) {
		Span most = limits.other(OtherLimit.EXTENSION);
		Refusal.when(ExtensionPolicy.refusal(until, assignment.dueOn(), most, latest(assignment, most)));
	}

	/** @throws Refusal as {@link #check} */
	void ask(Assignment assignment, LocalDate until, String reason, String actor) {
		check(assignment, until);
		jdbc.sql("insert into extension (assignment_id, until_on, reason, asked_by, asked_at, state) values (?, ?, ?, ?, ?, ?)")
				.params(assignment.id(), until, reason, actor, OffsetDateTime.now(clock), ExtensionState.ASKED.code()).update();
	}

	/** @param until the day agreed to; null refuses the request */
	void decide(String processInstanceId, Assignment assignment, LocalDate until, String decision, String actor) {
		Extension asked = of(assignment.id()).orElseThrow();
		jdbc.sql("update extension set state = ?, decision = ?, decided_by = ? where id = ?")
				.params((until == null ? ExtensionState.REFUSED : ExtensionState.AGREED).code(), decision, actor, asked.id()).update();
		if (until == null) {
			return;
		}
		bounds(assignment, until);
		assignments.extend(assignment.id(), until);
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.EXTENDED, assignment.dueOn(), until, false,
				List.of("原到期日 " + assignment.dueOn() + "，申请理由：" + asked.reason(), "裁定延期到 " + until + "：" + decision));
		runningClocks.follow(processInstanceId, assignments.get(assignment.id()));
	}

	/** A request that the due date overtook, or that a unit made which no longer has the assignment, is no longer open. */
	void overtake(String assignmentId) {
		jdbc.sql("update extension set state = ? where assignment_id = ? and state = ?")
				.params(ExtensionState.OVERTAKEN.code(), assignmentId, ExtensionState.ASKED.code()).update();
	}
}
