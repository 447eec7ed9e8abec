package org.bihuan.calendar;

import org.bihuan.ledger.Outcomes;

/** Breaks the rule that the calendar stands alone, to show that it notices. */
class Trespasser {

	Outcomes outcomes;
}
