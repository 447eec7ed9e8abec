package org.bihuan.handling;

import java.util.Set;

import org.bihuan.demo.rehearsal.TimeLapse;
import org.bihuan.ledger.Notices;
import org.bihuan.terms.NoticeKind;

/** Breaks the rules that production knows neither the sample nor the rehearsal and tells nobody by itself, to show that they notice. */
class Trespasser {

	TimeLapse lapse;
	org.bihuan.demo.sample.Trespasser sample;

	void tell(Notices notices) {
		notices.tell("unit-gongan", "once", NoticeKind.OVERDUE, null, null, "逾期", Set.of());
	}
}
