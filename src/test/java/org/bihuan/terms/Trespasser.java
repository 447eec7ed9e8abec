package org.bihuan.terms;

import org.bihuan.ledger.Outcomes;

/** Breaks the rule that the words know nobody, to show that it notices. */
class Trespasser {

	Outcomes outcomes;
}
