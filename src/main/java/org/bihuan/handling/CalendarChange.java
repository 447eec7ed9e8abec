package org.bihuan.handling;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.bihuan.calendar.CalendarYear;
import org.bihuan.calendar.Deadline;
import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.Span;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.json.Json;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.ClockEntries.What;
import org.bihuan.ledger.Hash;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Owed;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Rows;
import org.bihuan.waiting.WaitingTasks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year's announced calendar moves the clocks that run: first shown, then applied in one act, refused whole when anything has
 * changed since it was shown. Each is counted with the period that it was received with. What has ended keeps its dates. A promised day
 * and an extension stand beside the rule's own day and stay; only an extension that the rule's day has passed is lifted to it.
 */
@Component
public class CalendarChange {

	private final AnnouncedCalendars calendars;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final RunningClocks runningClocks;
	private final ClockEntries clockEntries;
	private final Trail trail;
	private final JdbcClient jdbc;
	private final Handling handling;
	private final WaitingTasks waiting;
	private final Actors actors;

	private final Witness witness;

	CalendarChange(AnnouncedCalendars calendars, Assignments assignments, Outcomes outcomes, RunningClocks runningClocks, ClockEntries clockEntries,
			Trail trail,
			JdbcClient jdbc, Handling handling, WaitingTasks waiting, Actors actors, Witness witness) {
		this.witness = witness;
		this.actors = actors;
		this.waiting = waiting;
		this.calendars = calendars;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.runningClocks = runningClocks;
		this.clockEntries = clockEntries;
		this.trail = trail;
		this.jdbc = jdbc;
		this.handling = handling;
	}

	/** Whose end moves. */
	public enum Limit {
		RECEIPT("签收期限"), REPLY("答复期限"), CO_OPINION("协办期限"), TASK("任务时限");

		private final String label;

		Limit(String label) {
			this.label = label;
		}

		/** In Chinese; so it is kept with the notice, too. */
		@JsonValue
		public String label() {
			return label;
		}
	}

	/**
	 * One date that moves, or becomes firm.
	 *
	 * @param assignmentId or the outcome's, for a task that is about the whole
	 * @param unit whose clock
	 * @param taskId of a task whose working days are counted anew; null for the others
	 */
	public record Move(String assignmentId, String title, String unit, Limit what, LocalDate from, LocalDate to, boolean wasProvisional,
			boolean provisional, String taskId) {

		/** Of an assignment's clock. */
		public Move(String assignmentId, String title, String unit, Limit what, LocalDate from, LocalDate to, boolean wasProvisional,
				boolean provisional) {
			this(assignmentId, title, unit, what, from, to, wasProvisional, provisional, null);
		}
	}

	/** @param fingerprint what {@link #apply} wants to see again: the file, the calendar it follows, and every move */
	public record Preview(int year, int days, List<Move> moves, String fingerprint) {
	}

	/**
	 * What a file would move.
	 *
	 * @throws Refusal in Chinese, when it is not a calendar
	 */
	public Preview preview(String json) {
		return preview(json, calendars.latest());
	}

	private Preview preview(String json, long supersedes) {
		CalendarYear year;
		HolidayCalendar changed;
		try {
			year = HolidayFiles.readAnnounced(json, "所给的放假安排");
			changed = calendars.get().with(year);
		}
		catch (IllegalArgumentException malformed) {
			throw Refusal.invalid(malformed.getMessage() + "。什么也没有改动。");
		}
		List<Move> moves = moves(changed);
		return new Preview(year.year(), year.days().size(), moves,
				Hash.of((supersedes + json + Json.write(moves)).getBytes(StandardCharsets.UTF_8)));
	}

	private List<Move> moves(HolidayCalendar changed) {
		ReplyDeadline rule = new ReplyDeadline(() -> changed);
		WorkingDays workingDays = new WorkingDays(() -> changed);
		List<Move> moves = new ArrayList<>();
		for (Assignment one : running()) {
			if (one.receivedOn() == null) {
				LocalDate delivered = ShanghaiTime.dateAt(one.deliveredAt().toInstant());
				add(moves, one, one.leadUnit(), Limit.RECEIPT, handling.receiptDeadline(delivered, new WorkingDays(calendars)),
						handling.receiptDeadline(delivered, workingDays));
				continue;
			}
			Deadline before = new Deadline(one.receivedOn(), one.dueOn(), one.dueOn(), one.dueProvisional(), List.of());
			add(moves, one, one.leadUnit(), Limit.REPLY, before, rule.after(one.receivedOn(), one.replyPeriod()));
			for (Asked asked : asked(one.id())) {
				boolean wasProvisional = new ReplyDeadline(calendars).after(one.receivedOn(), asked.limitPeriod()).provisional();
				add(moves, one, asked.unit(), Limit.CO_OPINION,
						new Deadline(one.receivedOn(), asked.limitOn(), asked.limitOn(), wasProvisional, List.of()),
						rule.after(one.receivedOn(), asked.limitPeriod()));
			}
		}
		waiting.moved(calendars, () -> changed).forEach(one -> moves.add(new Move(one.task().number(), one.task().title(),
				one.task().holders().isEmpty() ? "" : one.task().holders().get(0), Limit.TASK, one.task().dueOn(), one.to(), one.wasProvisional(),
				one.provisional(), one.task().id())));
		return moves;
	}

	private void add(List<Move> moves, Assignment one, String unit, Limit what, Deadline before, Deadline after) {
		if (!before.due().equals(after.due()) || before.provisional() != after.provisional()) {
			moves.add(new Move(one.id(), outcomes.get(one.outcomeId()).title(), unit, what, before.due(), after.due(), before.provisional(),
					after.provisional()));
		}
	}

	private List<Assignment> running() {
		return jdbc
				.sql("""
						select id from assignment a where a.delivered_at is not null and (a.state = :received or (a.state = :assigned and
						a.received_on is null
						and not exists (select 1 from reassignment r where r.assignment_id = a.id and r.to_unit is null))) order by id""")
				.param("received", State.RECEIVED.code()).param("assigned", State.ASSIGNED.code())
				.query(String.class).list().stream().map(assignments::get).toList();
	}

	private record Asked(String unit, Span limitPeriod, LocalDate limitOn) {
	}

	private List<Asked> asked(String assignmentId) {
		return jdbc.sql("""
				select unit, limit_period, limit_on from co_opinion where assignment_id = :id and state = :asked
				and unit in (select unit from assignment_unit where assignment_id = :id) order by unit""").param("id", assignmentId)
				.param("asked", Asking.ASKED.code()).query(Rows.of(Asked.class)).list();
	}

	/**
	 * Loads the calendar and moves every clock, timer, due date and reminder that it moves, or nothing.
	 *
	 * @param fingerprint of the preview that was shown
	 * @return what moved
	 * @throws Refusal when the preview is no longer what would happen (HTTP 409), or the file is no calendar (400)
	 */
	@Transactional
	public List<Move> apply(String json, String fingerprint, String actor) {
		long supersedes = calendars.latest();
		Preview now = preview(json, supersedes);
		if (!Objects.equals(now.fingerprint(), fingerprint)) {
			throw Refusal.overtaken("与预览时相比，放假安排或在办的交办件已有变化。什么也没有改动，请重新预览后再确认。");
		}
		try {
			calendars.load(supersedes, now.year(), json, Json.write(now.moves()), actor);
		}
		catch (DuplicateKeyException another) {
			throw Refusal.overtaken("刚刚有人载入了另一份放假安排。什么也没有改动，请重新预览后再确认。", another);
		}
		List<Move> ofAssignments = now.moves().stream().filter(move -> move.what() != Limit.TASK).toList();
		// what waits follows the ledger: the application moves it, an account may not
		actors.openly(() -> {
			now.moves().stream().filter(move -> move.what() == Limit.TASK).forEach(this::moveTask);
			ofAssignments.forEach(move -> apply(move, now.year()));
			ofAssignments.stream().map(Move::assignmentId).distinct().forEach(runningClocks::follow);
			return null;
		});
		witness.of(actor);
		trail.add(actor, Act.CALENDAR_LOADED, Subject.house(),
				Map.of("year", now.year(), "days", now.days(), "moved", now.moves().size()));
		return now.moves();
	}

	private void moveTask(Move move) {
		waiting.due(move.taskId(), move.to());
		// what those owe who look at it is owed by that day
		assignments.find(move.assignmentId()).filter(one -> Owed.of(one).isLookedAt() && move.from().equals(one.nextLookBackOn()))
				.ifPresent(one -> assignments.planLookBack(one.id(), move.to()));
		Subject of = assignments.find(move.assignmentId()).map(Subject::assignment).orElse(Subject.outcome(move.assignmentId()));
		trail.add(Actors.SYSTEM, Act.DEADLINE_MOVED, of,
				Map.of("what", move.what().label(), "before", move.from().toString(), "after", move.to().toString()));
	}

	private void apply(Move move, int year) {
		Assignment one = assignments.get(move.assignmentId());
		String result = move.from().equals(move.to()) ? "日期不变，" + (move.provisional() ? "仍为暂定。" : "不再是暂定。")
				: "由 " + move.from() + " 改为 " + move.to() + "。";
		List<String> steps = new ArrayList<>(List.of(year + " 年放假安排公布，重新推算" + move.what().label() + "：" + result));
		switch (move.what()) {
			case REPLY -> {
				Deadline deadline = new ReplyDeadline(calendars).after(one.receivedOn(), one.replyPeriod());
				steps.addAll(deadline.steps());
				assignments.moveDue(one.id(), move.to(), move.provisional());
			}
			case CO_OPINION -> handling.moveCoOpinion(one.id(), move.unit(), move.to());
			case RECEIPT -> steps.add("签收期限自送达起算。");
			case TASK -> throw new IllegalArgumentException("a task's day is no clock of its assignment");
		}
		clockEntries.add(one.id(), move.unit(), What.MOVED,
				one.receivedOn() == null ? ShanghaiTime.dateAt(one.deliveredAt().toInstant()) : one.receivedOn(), move.to(),
				move.provisional(), steps);
		trail.add(Actors.SYSTEM, Act.DEADLINE_MOVED, Subject.assignment(one),
				Map.of("what", move.what().label(), "before", move.from().toString(), "after", move.to().toString()));
	}
}
