package org.bihuan.ledger;

/** H2's {@code ledger_finds}; PostgreSQL has the same in its migration, with an index. */
public final class LedgerText {

	private LedgerText() {
	}

	/** Whether the searched text contains the sought one; neither is null. */
	public static boolean finds(String searched, String sought) {
		return searched.contains(sought);
	}
}
