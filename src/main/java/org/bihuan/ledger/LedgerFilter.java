package org.bihuan.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.terms.Term;

/**
 * Which rows of the ledger are wanted. Every part may be null, which asks for nothing.
 *
 * @param year the year of 报送
 * @param committee 牵头专委会
 * @param unit 主办 or 协办; with a figure 主办 alone, for which figures are counted
 * @param status where the row stands
 * @param light of what is owed now
 * @param text words that number, title or submission number contain, each of them
 * @param figure the rows behind a figure of the statistics
 */
public record LedgerFilter(Integer year, String committee, String unit, Status status, Light light, String text, Figure figure) {

	private static final int MOST_WORDS = 5;

	/** Nothing is asked for. */
	public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null, null, null);

	/** Where a row stands: an outcome until it has assignments, then each assignment by itself. */
	public enum Status {

		FORMATION(Outcomes.State.FORMATION), SUBMISSION(Outcomes.State.SUBMISSION), ASSIGNMENT(Outcomes.State.ASSIGNMENT),
		ENDED(Outcomes.State.ENDED), CLOSED(Outcomes.State.CLOSED),
		ASSIGNED(Assignments.State.ASSIGNED), RECEIVED(Assignments.State.RECEIVED), OVERDUE(Assignments.State.OVERDUE),
		CONVERTING(Assignments.State.CONVERTING), REPLIED(Assignments.State.REPLIED), IMPLEMENTED(Assignments.State.IMPLEMENTED),
		VERIFIED(Assignments.State.VERIFIED), CONVERTED(Assignments.State.CONVERTED), WITHDRAWN(Assignments.State.WITHDRAWN);

		private final Term state;

		Status(Term state) {
			this.state = state;
		}

		/** What the state is called; a closed outcome without assignments is one that needed none. */
		public String label() {
			return this == CLOSED ? Closing.NO_ASSIGNMENT.label() : state.label();
		}

		private boolean ofAssignment() {
			return state instanceof Assignments.State;
		}
	}

	/** Whether only rows with an assignment can match. */
	boolean needsAssignment() {
		return unit != null || light != null || (status != null && status.ofAssignment() && status != Status.WITHDRAWN)
				|| (figure != null && figure.ofAssignments());
	}

	/** Whether only outcomes without any assignment can match: they have these states while, or because, they have none. */
	boolean excludesAssignments() {
		return status != null && !status.ofAssignment();
	}

	/** The conditions on {@code outcome o} and {@code assignment a}, one for each part that asks for something. */
	List<String> conditions() {
		List<String> conditions = new ArrayList<>();
		if (year != null) {
			conditions.add("o.submitted_year = :year");
		}
		if (committee != null) {
			conditions.add("o.committee = :committee");
		}
		if (unit != null) {
			conditions.add(ofUnit());
		}
		if (status != null) {
			conditions.add(switch (status) {
				case CLOSED -> "o.state = :status and o.closing = " + Closing.NO_ASSIGNMENT.quoted();
				// also an outcome that was withdrawn before it had assignments; found by its id, so that both find it by an index
				case WITHDRAWN -> "o.id in (select w.outcome_id from assignment w where w.state = :status union all select v.id from outcome v "
						+ "where v.closing = " + Closing.WITHDRAWN.quoted() + ") and (a.state = :status or a.id is null)";
				default -> (status.ofAssignment() ? "a" : "o") + ".state = :status";
			});
		}
		if (light != null) {
			conditions.add(Owed.lit(light));
		}
		for (int word = 0; word < words().size(); word++) {
			conditions.add("ledger_finds(o.search_text, :word" + word + ")");
		}
		if (figure != null) {
			conditions.add("o.submitted_on is not null and " + figure.condition());
		}
		return conditions;
	}

	/** A figure counts for the 主办 alone, and 退办 for the unit that sent back. */
	private String ofUnit() {
		if (figure == Figure.SENT_BACK) {
			return "exists (select 1 from reassignment r where r.assignment_id = a.id and r.from_unit = :unit and " + Figure.GIVEN_BACK + ")";
		}
		return figure != null ? "a.lead_unit = :unit"
				: "(a.lead_unit = :unit or a.id = any(array(select c.assignment_id from assignment_unit c where c.unit = :unit)))";
	}

	/**
	 * @param today in Shanghai
	 * @param yellowDays how many days before the due day yellow begins
	 */
	Map<String, Object> parameters(LocalDate today, int yellowDays) {
		Map<String, Object> parameters = new HashMap<>(Map.of("today", today, "yellowUntil", today.plusDays(yellowDays)));
		parameters.put("year", year);
		parameters.put("committee", committee);
		parameters.put("unit", unit);
		parameters.put("status", status == null ? null : status.state.code());
		for (int word = 0; word < words().size(); word++) {
			parameters.put("word" + word, words().get(word));
		}
		return parameters;
	}

	private List<String> words() {
		return text == null ? List.of()
				: Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
	}
}
