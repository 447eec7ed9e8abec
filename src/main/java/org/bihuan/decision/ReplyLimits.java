package org.bihuan.decision;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.calendar.PromisePolicy;
import org.bihuan.calendar.Span;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Records;
import org.bihuan.terms.Decisions;
import org.springframework.stereotype.Component;

/**
 * How long a reply may take, and what hangs on it, by the tables that analysts edit (答复期限, 其他期限). An assignment keeps the period that held when
 * it was received, so that a later table changes only what is received afterwards.
 */
@Component
public class ReplyLimits {

	/** What the table is told of an outcome whose 批示 nobody has sorted, or of one of which it is not known. */
	static final String NONE = "none";

	private final Tables tables;
	private final Outcomes outcomes;
	private final Records records;

	public ReplyLimits(Tables tables, Outcomes outcomes, Records records) {
		this.tables = tables;
		this.outcomes = outcomes;
		this.records = records;
	}

	/** Of a reply to this assignment: what it was received with; before that what the table says now. */
	public Span of(Assignment assignment) {
		return assignment.replyPeriod() != null ? assignment.replyPeriod() : now(outcomes.get(assignment.outcomeId()));
	}

	/**
	 * The same, where a business-rule task of the diagram has asked the table.
	 *
	 * @param number what it was answered; null where no task has asked: then the table is asked here
	 * @throws Refusal if the answer cannot be understood
	 */
	public Span of(Assignment assignment, Object number, Object unit) {
		if (assignment.replyPeriod() != null || number == null) {
			return of(assignment);
		}
		Map<String, Object> answers = new HashMap<>();
		answers.put(Decisions.ReplyLimit.NUMBER, number);
		answers.put(Decisions.ReplyLimit.UNIT, unit);
		return Tables.answered(Decisions.ReplyLimit.KEY, answers).span(Decisions.ReplyLimit.NUMBER, Decisions.ReplyLimit.UNIT);
	}

	/** What the table is told of an outcome: its kind. */
	public String kind(String outcomeId) {
		return known(outcomes.get(outcomeId).kind().code());
	}

	/** What the table is told of an outcome: what its 批示 is about, as it was sorted. */
	public String category(String outcomeId) {
		return records.firstCategory(outcomeId).orElse(NONE);
	}

	/** What the table is told of an outcome: the committee that formed it. */
	public String committee(String outcomeId) {
		return known(outcomes.get(outcomeId).committee());
	}

	/** Of a reply to what is received now. */
	public Span now(Outcome outcome) {
		return now(kind(outcome.id()), category(outcome.id()), committee(outcome.id()));
	}

	/**
	 * The same for an outcome that there need not be.
	 *
	 * @param kind a code of {@link Outcomes.Kind}; null for none in particular, as the others
	 * @param category what its 批示 is about, as 分送批示 has it
	 * @param committee the id of the committee that formed it
	 * @throws Refusal if the table says nothing that can be understood
	 */
	public Span now(String kind, String category, String committee) {
		return tables.one(Decisions.ReplyLimit.KEY, Map.of(Decisions.ReplyLimit.KIND, known(kind), Decisions.ReplyLimit.CATEGORY, known(category),
				Decisions.ReplyLimit.COMMITTEE, known(committee))).span(Decisions.ReplyLimit.NUMBER, Decisions.ReplyLimit.UNIT);
	}

	private static String known(String value) {
		return value == null ? NONE : value;
	}

	/**
	 * A period that hangs on a reply, as it is now.
	 *
	 * @throws Refusal as {@link #now}
	 */
	public Span other(OtherLimit which) {
		return tables.one(Decisions.OtherLimits.KEY, Map.of(Decisions.OtherLimits.LIMIT, which.code())).span(Decisions.OtherLimits.NUMBER,
				Decisions.OtherLimits.UNIT);
	}

	/** How far a reply may be put off by a promise, as it is now. */
	public PromisePolicy promise() {
		return new PromisePolicy(other(OtherLimit.PROMISE));
	}
}
