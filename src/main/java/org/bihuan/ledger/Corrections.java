package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 更正: the ledger shows what is right now, and what stood there before stays readable beside who changed it, when and why. */
@Repository
public class Corrections {

	static final OfOutcome<Correction> OF_OUTCOME = OfOutcome.in("correction", Correction.class, "t.id");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final List<Correctable> owners;
	private final ApplicationEventPublisher events;

	Corrections(JdbcClient jdbc, Clock clock, List<Correctable> owners, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.owners = owners;
		this.events = events;
	}

	/** Something was corrected, now and in this transaction: whoever issued papers that say it issues them anew. */
	public record Corrected(Correction correction) {
	}

	/**
	 * What may be corrected: what a person wrote. Never what the server stamped (送达, 签收, 到期, 答复), what is a judgement of its own (a
	 * verdict, a signature, a rating), the words of a numbered document, or a promise, whose change would be an extension.
	 */
	public enum Field implements Term {

		OUTCOME_TITLE("outcome-title", "成果：名称", Of.OUTCOME, "start-consultation-outcome", "title"),
		INSTRUCTION_WORDS("instruction-words", "批示：内容", Of.INSTRUCTION, "enter-instruction", "words"),
		INSTRUCTION_WRITTEN_ON("instruction-written-on", "批示：日期", Of.INSTRUCTION, "enter-instruction", "writtenOn"),
		ASSIGNMENT_REQUIREMENT("assignment-requirement", "交办件：办理要求", Of.ASSIGNMENT, "make-assignments", "requirement"),
		ASSIGNMENT_LEADER("assignment-leader", "交办件：责任领导", Of.ASSIGNMENT, null, null),
		ASSIGNMENT_TRACKED_CLASS("assignment-tracked-class", "交办件：跟踪结果分类", Of.ASSIGNMENT, null, null),
		REPLY_CONTACT("reply-contact", "答复：联系人", Of.ASSIGNMENT, "draft-reply", "contact"),
		REPLY_PHONE("reply-phone", "答复：联系电话", Of.ASSIGNMENT, "draft-reply", "phone"),
		IMPLEMENTATION_REPORT("implementation-report", "落实报告：内容", Of.ASSIGNMENT, "report-implementation", "measure"),
		IMPLEMENTATION_COMPLETED_ON("implementation-completed-on", "落实报告：完成日期", Of.ASSIGNMENT, "report-implementation", "completedOn");

		/** What number it is asked for by. */
		public enum Of {
			OUTCOME, INSTRUCTION, ASSIGNMENT
		}

		private final String code;
		private final String label;
		private final Of of;
		private final String form;
		private final String key;

		Field(String code, String label, Of of, String form, String key) {
			this.code = code;
			this.label = label;
			this.of = of;
			this.form = form;
			this.key = key;
		}

		@Override
		public String code() {
			return code;
		}

		@Override
		public String label() {
			return label;
		}

		public Of of() {
			return of;
		}

		/** Days are written as {@code 2023-09-11}. */
		public boolean isDate() {
			return this == INSTRUCTION_WRITTEN_ON || this == IMPLEMENTATION_COMPLETED_ON;
		}

		/** The form that asked for it first, whose rules hold for what replaces it; null for what is chosen from a list that no form keeps. */
		public String form() {
			return form;
		}

		/** The field of {@link #form}. */
		public String key() {
			return key;
		}
	}

	/** @param oldValue what stood there; null for nothing. Dates are written as {@code 2023-09-11}, people as account ids */
	public record Correction(long id, String outcomeId, String assignmentId, Field field, String subjectId, String oldValue, String newValue,
			String reason,
			String correctedBy, OffsetDateTime correctedAt) {

		/** The correction that would take it back. */
		public Correction undone() {
			return new Correction(id, outcomeId, assignmentId, field, subjectId, /* oldValue= */ newValue, /* newValue= */ oldValue, reason,
					correctedBy, correctedAt);
		}

		/** This one and a later one of the same field as one: from what stood there first to what stands there last. */
		public Correction then(Correction later) {
			return new Correction(later.id, outcomeId, assignmentId, field, subjectId, oldValue, later.newValue, later.reason, later.correctedBy,
					later.correctedAt);
		}
	}

	private Correctable owner(Field field) {
		return owners.stream().filter(one -> one.correctable().contains(field)).findFirst()
				.orElseThrow(() -> new IllegalStateException("nobody owns " + field.code()));
	}

	/** The row that holds a field of an assignment: itself, its last reply draft or its last report; empty when there is none yet. */
	public Optional<String> rowOf(Field field, String assignmentId) {
		return owner(field).rowOf(field, assignmentId);
	}

	/** The ids of the written instructions of a leader on an outcome; {@code recordedOn} narrows to those of that day unless it is null. */
	public List<String> instructions(String outcomeId, String leader, LocalDate recordedOn) {
		return jdbc.sql("""
				select id from instruction where outcome_id = :outcome and leader = :leader and state = :written
				and (cast(:day as date) is null or written_on = :day) order by id""").param("outcome", outcomeId).param("leader", leader)
				.param("written", InstructionState.WRITTEN.code())
				.param("day", recordedOn)
				.query(Long.class).list().stream().map(String::valueOf).toList();
	}

	/** Why the step that wrote this field first would not have taken this value, in its words; empty when it would. */
	public Optional<String> refusal(Field field, String subjectId, String newValue) {
		return owner(field).refusal(field, subjectId, newValue);
	}

	/** What stands in a field now; null for nothing. */
	public String value(Field field, String subjectId) {
		return owner(field).value(field, subjectId);
	}

	/**
	 * Puts {@code newValue} in the place of what stood there, which is kept.
	 *
	 * @param assignmentId null for a field of the outcome or of an instruction
	 * @return the correction, as it is kept
	 */
	public Correction correct(Field field, String subjectId, String outcomeId, String assignmentId, String newValue, String reason,
			String actor) {
		jdbc.sql("""
				insert into correction (outcome_id, assignment_id, field, subject_id, old_value, new_value, reason, corrected_by, corrected_at)
				values (:outcome, :assignment, :field, :subject, :old, :new, :reason, :actor, :at)""").param("outcome", outcomeId)
				.param("assignment", assignmentId).param("field", field.code()).param("subject", subjectId).param("old", value(field, subjectId))
				.param("new", newValue).param("reason", reason).param("actor", actor).param("at", OffsetDateTime.now(clock)).update();
		owner(field).correct(field, subjectId, newValue);
		Correction correction = find(outcomeId);
		events.publishEvent(new Corrected(correction));
		return correction;
	}

	private Correction find(String outcomeId) {
		return jdbc.sql("select * from correction where outcome_id = ? order by id desc limit 1").param(outcomeId).query(Rows.of(Correction.class))
				.single();
	}

	/** The corrections of an outcome and its assignments, oldest first. */
	public List<Correction> ofOutcome(String outcomeId) {
		return OF_OUTCOME.read(jdbc, outcomeId);
	}
}
