package org.bihuan.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;

/**
 * Which rows of the ledger are wanted. Every part may be null, which asks for nothing.
 *
 * @param year the year of 报送
 * @param committee 牵头专委会
 * @param unit 主办 or 协办; with a figure 主办 alone, for which figures are counted
 * @param status where the row stands
 * @param light of the reply that is owed
 * @param text words that number, title or submission number contain, each of them
 * @param figure the rows behind a figure of the statistics
 */
public record LedgerFilter(Integer year, String committee, String unit, Status status, Light light, String text, Figure figure) {

	private static final int MOST_WORDS = 5;

	/** Nothing is asked for. */
	public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null, null, null);

	/** Where a row stands: an outcome until it has assignments, then each assignment by itself. */
	public enum Status {

		FORMATION("形成中", false), SUBMISSION("报送批示中", false), ASSIGNMENT("分解交办中", false), ENDED("选题终止", false), CLOSED("无需交办，已办结", false),
		ASSIGNED("待签收", true), RECEIVED("办理中", true), OVERDUE("逾期未答复", true), CONVERTING("转化办理中", true), REPLIED("已答复，落实中", true),
		IMPLEMENTED("已报完成，待回头看", true), VERIFIED("已核查销号", true), CONVERTED("已转化", true), WITHDRAWN("已撤回", true);

		private final String label;
		private final boolean ofAssignment;

		Status(String label, boolean ofAssignment) {
			this.label = label;
			this.ofAssignment = ofAssignment;
		}

		public String label() {
			return label;
		}
	}

	/** Whether only rows with an assignment can match. */
	boolean needsAssignment() {
		return unit != null || light != null || (status != null && status.ofAssignment) || (figure != null && figure.ofAssignments());
	}

	/** Whether only outcomes without any assignment can match: they have these states while, or because, they have none. */
	boolean excludesAssignments() {
		return status != null && !status.ofAssignment;
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
			conditions.add(status.ofAssignment ? "a.state = :status"
					: "o.state = :status" + (status == Status.CLOSED ? " and o.closing = 'no-assignment'" : ""));
		}
		if (light != null) {
			conditions.add(switch (light) {
				case RED -> "a.open_due_on < :today";
				case YELLOW -> "a.open_due_on between :today and :yellowUntil";
				case GREEN -> "a.open_due_on > :yellowUntil";
			});
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
		parameters.put("status", status == null ? null : status.name());
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
