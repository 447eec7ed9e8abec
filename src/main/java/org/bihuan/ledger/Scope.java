package org.bihuan.ledger;

import java.util.List;

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

	public Scope {
		units = List.copyOf(units);
	}

	/**
	 * The condition on {@code outcome o} and {@code assignment a}, to be joined by {@code and}; its parameters are {@code :scopeUnits} and {@code
	 * :scopeMember}.
	 */
	String condition() {
		if (everything) {
			return "1 = 1";
		}
		String byUnit = "(a.lead_unit in (:scopeUnits) or a.id = any(array(select c.assignment_id from assignment_unit c where c.unit in "
				+ "(:scopeUnits))))";
		String byMember = "o.id in (select m.outcome_id from outcome_member m where m.member = :scopeMember)";
		if (units.isEmpty()) {
			return member == null ? "1 = 0" : byMember;
		}
		return member == null ? byUnit : "(" + byUnit + " or " + byMember + ")";
	}
}
