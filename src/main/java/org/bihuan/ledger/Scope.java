package org.bihuan.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose eyes a query has. It is part of the SQL, so that what may not be seen is never read.
 *
 * @param everything sees every outcome and assignment; the other parts then do not matter
 * @param units sees the assignments of these units, as 主办 or 协办; never null
 * @param member sees the outcomes in which this member took part; null for who is no member
 */
public record Scope(boolean everything, List<String> units, String member) {

	/** The offices, the leaders, the committees. */
	public static final Scope EVERYTHING = new Scope(true, List.of(), null);

	private static final String EVERY_ROW = "1 = 1";
	private static final String NO_ROW = "1 = 0";
	private static final String OF_UNITS = "(a.lead_unit in (:scopeUnits) or a.id = any(array(select c.assignment_id from assignment_unit c where "
			+ "c.unit in (:scopeUnits))))";

	public Scope {
		units = List.copyOf(units);
	}

	/**
	 * The condition on {@code outcome o} and {@code assignment a}, to be joined by {@code and}; its parameters are {@code :scopeUnits} and {@code
	 * :scopeMember}.
	 */
	String condition() {
		if (everything) {
			return EVERY_ROW;
		}
		String byMember = ofWhole("o.id");
		if (units.isEmpty()) {
			return byMember;
		}
		return member == null ? OF_UNITS : "(" + OF_UNITS + " or " + byMember + ")";
	}

	/**
	 * Of SQL's expression for an outcome's id: whether all of that outcome is seen, how it came about and every assignment; the same as {@link
	 * #seesWhole}. Its parameters are those of {@link #parameters}.
	 */
	public String ofWhole(String outcomeId) {
		return everything ? EVERY_ROW
				: member == null ? NO_ROW : outcomeId + " in (select m.outcome_id from outcome_member m where m.member = :scopeMember)";
	}

	/** The SELECT of a column of the assignments {@code a} that the units see; of no row for who is of no unit. */
	public String ofAssignments(String column) {
		return "select " + column + " from assignment a where " + (units.isEmpty() ? NO_ROW : OF_UNITS);
	}

	/** Whether all of an outcome with these members is seen. */
	public boolean seesWhole(Collection<String> members) {
		return everything || (member != null && members.contains(member));
	}

	/** What the conditions ask for. */
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("scopeUnits", units);
		parameters.put("scopeMember", member);
		return parameters;
	}
}
