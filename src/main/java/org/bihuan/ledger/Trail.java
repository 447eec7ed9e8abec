package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The event trail: every act, once, for ever. */
@Repository
public class Trail {

	static final OfOutcome<Event> OF_OUTCOME = OfOutcome.in("event", Event.class, "t.id");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ApplicationEventPublisher events;

	Trail(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	/** Something was done to this outcome or to one of its assignments, now and in this transaction. */
	public record Recorded(String outcomeId) {
	}

	/**
	 * What an act is about; everything but the actor and the act may be null.
	 *
	 * @param taskKey that of the step's {@link org.bihuan.terms.Role}, whatever its element is called; of a step that has none the element's id
	 */
	public record Subject(String outcomeId, String assignmentId, String taskKey, String taskId) {

		/** No case: the house itself, its accounts and groups. */
		public static Subject house() {
			return new Subject(null, null, null, null);
		}

		public static Subject outcome(String outcomeId) {
			return new Subject(outcomeId, null, null, null);
		}

		public static Subject assignment(Assignment assignment) {
			return new Subject(assignment.outcomeId(), assignment.id(), null, null);
		}

		/** The same, done in this task, or by a start form: then the two are its element and the instance that it started. */
		public Subject in(String taskKey, String taskId) {
			return new Subject(outcomeId, assignmentId, taskKey, taskId);
		}
	}

	public record Event(long id, OffsetDateTime at, String actor, Act act, String outcomeId, String assignmentId, String taskKey,
			String taskId, String detail) {

		/** One field of what was written with the act; empty when there is none. */
		public String field(String name) {
			return Json.read(detail).path(name).asText("");
		}
	}

	/** Adds an act that happens now, with a new unique id. */
	public void add(String actor, Act act, Subject subject, Map<String, ?> detail) {
		jdbc.sql("""
				insert into event (uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
				values (:uid, :at, :actor, :act, :outcome, :assignment, :taskKey, :taskId, :detail)""")
				.param("uid", UUID.randomUUID().toString()).param("at", OffsetDateTime.now(clock)).param("actor", actor).param("act", act.code())
				.param("outcome", subject.outcomeId()).param("assignment", subject.assignmentId())
				.param("taskKey", subject.taskKey()).param("taskId", subject.taskId()).param("detail", Json.write(detail)).update();
		if (subject.outcomeId() != null) {
			events.publishEvent(new Recorded(subject.outcomeId()));
		}
	}

	/** The acts on an outcome and its assignments, oldest first. */
	public List<Event> ofOutcome(String outcomeId) {
		return OF_OUTCOME.read(jdbc, outcomeId);
	}

	/** The latest acts of these kinds, newest first. */
	public List<Event> latest(List<Act> acts, int most) {
		return jdbc.sql("select * from event where act in (:acts) order by id desc limit :most")
				.param("acts", acts.stream().map(Act::code).toList()).param("most", most).query(Rows.of(Event.class)).list();
	}

	/** The latest acts of an account, newest first. */
	public List<Event> ofActor(String actor, int most) {
		return jdbc.sql("select * from event where actor = ? order by id desc limit ?").params(actor, most).query(Rows.of(Event.class)).list();
	}

	/** One field of the latest such act on an assignment; empty when there was none. */
	public String lastDetail(String assignmentId, Act act, String field) {
		return jdbc.sql("select detail from event where assignment_id = ? and act = ? order by id desc limit 1").params(assignmentId, act.code())
				.query(String.class).optional().map(detail -> Json.read(detail).path(field).asText("")).orElse("");
	}
}
