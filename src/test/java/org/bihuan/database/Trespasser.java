package org.bihuan.database;

import org.bihuan.ledger.Outcomes;

/** Breaks the rule that the database knows nobody, to show that it notices. */
class Trespasser {

	Outcomes outcomes;
}
