package org.bihuan.ledger;

import org.bihuan.json.Json;

/** H2's {@code ledger_finds}; PostgreSQL has the same in its migration, with an index. */
public final class LedgerText {

	private LedgerText() {
	}

	/** The first of a JSON list of texts; for the migration that carried the promises over. */
	public static String first(String list) {
		return Json.read(list).path(0).asText();
	}

	/** Whether the searched text contains the sought one; neither is null. */
	public static boolean finds(String searched, String sought) {
		return searched.contains(sought);
	}
}
