package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.Deadline;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.Span;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.decision.OtherLimit;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.ClockEntries.What;
import org.bihuan.ledger.Reassignments;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.TaskKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handling's part of the ledger, and what its model asks: above all when the clock ends. */
@Component("handling")
public class Handling {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final WorkingDays workingDays;
	private final ReplyDeadline replyDeadline;
	private final ClockEntries clockEntries;
	private final ReminderSchedule reminders;
	private final Reassignments reassignments;
	private final TaskLimits limits;
	private final Posts posts;
	private final ReplyLimits replyLimits;

	Handling(JdbcClient jdbc, Clock clock, Assignments assignments, WorkingDays workingDays, ReplyDeadline replyDeadline, ClockEntries clockEntries,
			ReminderSchedule reminders, Reassignments reassignments, TaskLimits limits, Posts posts, ReplyLimits replyLimits) {
		this.replyLimits = replyLimits;
		this.posts = posts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.workingDays = workingDays;
		this.replyDeadline = replyDeadline;
		this.clockEntries = clockEntries;
		this.reminders = reminders;
		this.reassignments = reassignments;
		this.limits = limits;
	}

	public String leadUnit(String assignmentId) {
		return assignments.get(assignmentId).leadUnit();
	}

	/** Whether the unit has it in hand already: an assignment that comes back is not received a second time. */
	public boolean received(String assignmentId) {
		return assignments.get(assignmentId).receivedOn() != null;
	}

	/** The last working day on which the unit may sign or send back, counted from delivery. */
	LocalDate receiptLimit(String assignmentId) {
		return receiptDeadline(ShanghaiTime.dateAt(assignments.get(assignmentId).deliveredAt().toInstant()), workingDays).due();
	}

	/** The same for a delivery on this day, by the calendar in force or another. */
	Deadline receiptDeadline(LocalDate delivered, WorkingDays by) {
		return by.after(delivered, limits.workingDays(TaskKeys.SIGN_RECEIPT));
	}

	/** 催办: a cycle that begins on the first day on which somebody is to be reminded, and then looks every day. */
	public String reminders(String assignmentId) {
		return reminders.cycle(runningClocks(assignments.get(assignmentId)));
	}

	/** The last day of each clock that somebody is reminded of: a promise made after the due day does not silence the reminders. */
	Map<String, LocalDate> runningClocks(Assignment assignment) {
		Map<String, LocalDate> ends = new HashMap<>(Map.of(ReminderSchedule.REPLY, assignment.currentDueOn()));
		if (awaitsCoUnits(assignment.id())) {
			ends.put(ReminderSchedule.CO_OPINION, coOpinionLimitOn(assignment.id()));
		}
		return ends;
	}

	/** 视为签收 at the end of the last working day for it. */
	public Date receiptDeadline(String assignmentId) {
		return Date.from(ShanghaiTime.endOf(receiptLimit(assignmentId)));
	}

	/** When the reply is overdue, from the ledger: 00:00 of the day after the due (or promised) day. */
	public Date expiry(String assignmentId) {
		return Date.from(assignments.get(assignmentId).expiresAt().toInstant());
	}

	/** The co-units still asked; empty when there are none, which the model routes. */
	public List<String> openCoOpinions(String assignmentId) {
		return jdbc.sql("""
				select id from co_opinion where assignment_id = :id and state = :asked
				and unit in (select unit from assignment_unit where assignment_id = :id) order by id""").param("id", assignmentId)
				.param("asked", Asking.ASKED.code()).query(Long.class).list().stream().map(String::valueOf).toList();
	}

	public boolean awaitsCoUnits(String assignmentId) {
		return !openCoOpinions(assignmentId).isEmpty();
	}

	public String coUnit(String coOpinionId) {
		return jdbc.sql("select unit from co_opinion where id = ?").param(Long.valueOf(coOpinionId)).query(String.class).single();
	}

	public Date coOpinionLimit(String assignmentId) {
		return Date.from(ShanghaiTime.endOf(coOpinionLimitOn(assignmentId)));
	}

	/** The last day on which a co-unit's opinion is in time. */
	LocalDate coOpinionLimitOn(String assignmentId) {
		return jdbc.sql("""
				select max(limit_on) from co_opinion where assignment_id = :id
				and unit in (select unit from assignment_unit where assignment_id = :id)""").param("id", assignmentId).query(LocalDate.class)
				.single();
	}

	void deliver(Assignment assignment) {
		assignments.deliver(assignment.id());
		Deadline limit = receiptDeadline(LocalDate.now(clock), workingDays);
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.DELIVERED, limit.received(), limit.due(), limit.provisional(), limit.steps());
	}

	/** What the decision table 答复期限 is told of an outcome: its kind. */
	public String kind(String outcomeId) {
		return replyLimits.kind(outcomeId);
	}

	/** What the decision table 答复期限 is told of an outcome: what its 批示 is about. */
	public String category(String outcomeId) {
		return replyLimits.category(outcomeId);
	}

	/** What the decision table 答复期限 is told of an outcome: the committee that formed it. */
	public String committee(String outcomeId) {
		return replyLimits.committee(outcomeId);
	}

	/** Starts the clock on the day of receipt; the periods are kept with it, so that a later table changes nothing. */
	Deadline receive(String assignmentId, LocalDate on, Receipt receipt, Span period) {
		Deadline deadline = replyDeadline.after(on, period);
		assignments.receive(assignmentId, on, receipt, period, deadline);
		clockEntries.add(assignmentId, leadUnit(assignmentId), receipt == Receipt.SIGNED ? What.SIGNED : What.DEEMED, on, deadline.due(),
				deadline.provisional(),
				deadline.steps());
		List<String> coUnits = assignments.coUnits(assignmentId);
		if (!coUnits.isEmpty()) {
			askCoUnits(assignmentId, on, coUnits, replyLimits.other(OtherLimit.CO_OPINION));
		}
		return deadline;
	}

	private void askCoUnits(String assignmentId, LocalDate on, List<String> coUnits, Span period) {
		Deadline limit = replyDeadline.after(on, period);
		for (String unit : coUnits) {
			askCoUnit(assignmentId, unit, period, limit.due());
			clockEntries.add(assignmentId, unit, What.CO_ASKED, on, limit.due(), limit.provisional(), limit.steps());
		}
	}

	/** After a 改派 the co-units may have been asked before: what was given stays given, who was silent is asked again. */
	private void askCoUnit(String assignmentId, String unit, Span period, LocalDate limit) {
		List<String> before = jdbc.sql("select state from co_opinion where assignment_id = ? and unit = ?").params(assignmentId, unit)
				.query(String.class).list();
		if (before.isEmpty()) {
			jdbc.sql("insert into co_opinion (assignment_id, unit, state, limit_period, limit_on) values (?, ?, ?, ?, ?)")
					.params(assignmentId, unit, Asking.ASKED.code(), period.toString(), limit)
					.update();
		}
		else if (!before.contains(Asking.GIVEN.code())) {
			jdbc.sql("update co_opinion set state = ?, limit_period = ?, limit_on = ? where assignment_id = ? and unit = ?")
					.params(Asking.ASKED.code(), period.toString(), limit, assignmentId, unit)
					.update();
		}
	}

	void sendBack(Assignment assignment, String proposed, String reason, String actor) {
		reassignments.ask(assignment, proposed, reason, actor);
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.SENT_BACK, LocalDate.now(clock), null, false, List.of(reason));
	}

	void reassign(String assignmentId, String unit, String decision, String actor) {
		reassignments.decide(assignmentId, unit, decision, actor);
		assignments.handTo(assignmentId, unit, decision);
	}

	/** Another calendar is in force: the co-unit has until this day. */
	void moveCoOpinion(String assignmentId, String unit, LocalDate limit) {
		jdbc.sql("update co_opinion set limit_on = ? where assignment_id = ? and unit = ?").params(limit, assignmentId, unit).update();
	}

	void giveCoOpinion(String id, String text, String actor) {
		posts.require(actor, "协办意见", List.of(coUnit(id)));
		jdbc.sql("update co_opinion set state = ?, text = ?, signed_by = ? where id = ?")
				.params(Asking.GIVEN.code(), text, actor, Long.valueOf(id)).update();
	}

	int recordCoSilence(String assignmentId) {
		return jdbc.sql("update co_opinion set state = ? where assignment_id = ? and state = ?")
				.params(Asking.SILENT.code(), assignmentId, Asking.ASKED.code()).update();
	}
}
