package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.calendar.Deadline;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.Answer;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.ClockEntries.What;
import org.bihuan.settings.Limits;
import org.bihuan.terms.Asking;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
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
	private final int receiptDays;
	private final int conversionDays;

	Handling(JdbcClient jdbc, Clock clock, Assignments assignments, WorkingDays workingDays, ReplyDeadline replyDeadline, ClockEntries clockEntries,
			ReminderSchedule reminders, Limits limits) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.workingDays = workingDays;
		this.replyDeadline = replyDeadline;
		this.clockEntries = clockEntries;
		this.reminders = reminders;
		this.receiptDays = limits.receipt();
		this.conversionDays = limits.conversion();
	}

	record Draft(long id, String assignmentId, ReplyDecision decision, ReplyClass replyClass, String reply, String policyBasis,
			ConversionKind proposedKind,
			String talk, String contact, String phone, String draftedBy, LocalDate extendUntil, LocalDate plannedOn) {
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
		return by.after(delivered, receiptDays);
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

	/** By when the offices decide on a conversion asked for today. */
	LocalDate conversionLimit() {
		return workingDays.after(LocalDate.now(clock), conversionDays).due();
	}

	void deliver(Assignment assignment) {
		jdbc.sql("update assignment set delivered_at = ?, received_on = null, receipt = null, state = ? where id = ?")
				.params(OffsetDateTime.now(clock), State.ASSIGNED.code(), assignment.id()).update();
		Deadline limit = receiptDeadline(LocalDate.now(clock), workingDays);
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.DELIVERED, limit.received(), limit.due(), limit.provisional(), limit.steps());
	}

	/** Starts the clock on the day of receipt. */
	Deadline receive(String assignmentId, LocalDate on, Receipt receipt) {
		Deadline deadline = replyDeadline.after(on);
		jdbc.sql("""
				update assignment set received_on = :on, receipt = :receipt, due_on = :due, due_provisional = :provisional,
				expires_at = :expires, state = :state where id = :id""").param("on", on).param("receipt", receipt.code())
				.param("due", deadline.due()).param("provisional", deadline.provisional())
				.param("expires", ShanghaiTime.at(deadline.expiresAt())).param("state", State.RECEIVED.code()).param("id", assignmentId).update();
		clockEntries.add(assignmentId, leadUnit(assignmentId), receipt == Receipt.SIGNED ? What.SIGNED : What.DEEMED, on, deadline.due(),
				deadline.provisional(),
				deadline.steps());
		Deadline limit = replyDeadline.after(on, ReplyDeadline.SHORT_MONTHS);
		for (String unit : assignments.coUnits(assignmentId)) {
			askCoUnit(assignmentId, unit, limit.due());
			clockEntries.add(assignmentId, unit, What.CO_ASKED, on, limit.due(), limit.provisional(), limit.steps());
		}
		return deadline;
	}

	/** After a 改派 the co-units may have been asked before: what was given stays given, who was silent is asked again. */
	private void askCoUnit(String assignmentId, String unit, LocalDate limit) {
		List<String> before = jdbc.sql("select state from co_opinion where assignment_id = ? and unit = ?").params(assignmentId, unit)
				.query(String.class).list();
		if (before.isEmpty()) {
			jdbc.sql("insert into co_opinion (assignment_id, unit, state, limit_on) values (?, ?, ?, ?)")
					.params(assignmentId, unit, Asking.ASKED.code(), limit)
					.update();
		}
		else if (!before.contains(Asking.GIVEN.code())) {
			jdbc.sql("update co_opinion set state = ?, limit_on = ? where assignment_id = ? and unit = ?")
					.params(Asking.ASKED.code(), limit, assignmentId, unit)
					.update();
		}
	}

	void sendBack(Assignment assignment, String proposed, String reason, String actor) {
		jdbc.sql("insert into reassignment (assignment_id, from_unit, proposed_unit, reason, asked_by) values (?, ?, ?, ?, ?)")
				.params(assignment.id(), assignment.leadUnit(), proposed, reason, actor).update();
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.SENT_BACK, LocalDate.now(clock), null, false, List.of(reason));
	}

	record Reassignment(long id, String fromUnit, String proposedUnit, String reason) {
	}

	Reassignment openReassignment(String assignmentId) {
		return jdbc.sql("select id, from_unit, proposed_unit, reason from reassignment where assignment_id = ? and to_unit is null order by id desc")
				.param(assignmentId).query(Rows.of(Reassignment.class)).list().get(0);
	}

	void reassign(String assignmentId, String unit, String decision, String actor) {
		jdbc.sql("update reassignment set to_unit = ?, decision = ?, decided_by = ? where id = ?")
				.params(unit, decision, actor, openReassignment(assignmentId).id()).update();
		jdbc.sql("update assignment set lead_unit = ? where id = ?").params(unit, assignmentId).update();
		clockEntries.add(assignmentId, unit, What.REASSIGNED, LocalDate.now(clock), null, false, List.of(decision));
		jdbc.sql("delete from assignment_unit where assignment_id = ? and unit = ?").params(assignmentId, unit).update();
	}

	void giveCoOpinion(String id, String text, String actor) {
		jdbc.sql("update co_opinion set state = ?, text = ?, signed_by = ? where id = ?")
				.params(Asking.GIVEN.code(), text, actor, Long.valueOf(id)).update();
	}

	int recordCoSilence(String assignmentId) {
		return jdbc.sql("update co_opinion set state = ? where assignment_id = ? and state = ?")
				.params(Asking.SILENT.code(), assignmentId, Asking.ASKED.code()).update();
	}

	record CoOpinion(String unit, Asking state, String text) {
	}

	List<CoOpinion> coOpinions(String assignmentId) {
		return jdbc.sql("select unit, state, text from co_opinion where assignment_id = ? order by id").param(assignmentId)
				.query(Rows.of(CoOpinion.class))
				.list();
	}

	void draft(String assignmentId, ReplyDecision decision, String replyText, Answer answer, String actor) {
		jdbc.sql("""
				insert into reply_draft (assignment_id, decision, reply_class, reply, policy_basis, proposed_kind, talk, contact, phone,
				drafted_by, drafted_at,
					extend_until, planned_on)
				values (:id, :decision, :class, :reply, :basis, :kind, :talk, :contact, :phone, :actor, :at, :until, :planned)""")
				.param("id", assignmentId)
				.param("decision", decision.code()).param("class", Term.codeOf(answer.term("replyClass", ReplyClass.class)))
				.param("reply", replyText)
				.param("basis", answer.text("policyBasis")).param("kind", Term.codeOf(answer.term("proposedKind", ConversionKind.class)))
				.param("talk", answer.text("talk"))
				.param("contact", answer.text("contact")).param("phone", answer.text("phone")).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).param("until", answer.date("extendUntil")).param("planned", answer.date("plannedOn"))
				.update();
	}

	/** What the unit that has it now drafted last; what another drafted before a 改派 is not its business. */
	Optional<Draft> lastDraft(String assignmentId) {
		return jdbc.sql("""
				select d.* from reply_draft d join assignment a on a.id = d.assignment_id
				where a.id = ? and d.drafted_at >= a.delivered_at order by d.id desc""").param(assignmentId).query(Rows.of(Draft.class)).list()
				.stream()
				.findFirst();
	}

	/** @param plannedOn what a reply of class B promises; null for the others */
	void replied(String assignmentId, ReplyClass replyClass, LocalDate plannedOn) {
		jdbc.sql("update assignment set replied_on = ?, reply_class = ?, tracked_class = ?, planned_on = ?, state = ? where id = ?")
				.params(LocalDate.now(clock), replyClass.code(), replyClass.code(), plannedOn, State.REPLIED.code(), assignmentId).update();
	}
}
