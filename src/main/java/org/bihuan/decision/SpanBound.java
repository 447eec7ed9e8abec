package org.bihuan.decision;

import org.bihuan.calendar.Span;
import org.bihuan.model.Bound;

/** How many of a unit a period may have, as {@link Span} has it. */
final class SpanBound {

	private SpanBound() {
	}

	/** @param unit as a table writes it; of one that nobody understands, of which others tell, the widest */
	static Bound of(Object unit) {
		Span.Unit of = Span.Unit.find(String.valueOf(unit)).orElse(Span.Unit.DAYS);
		return new Bound(1, of.most(), "期限至少一" + (of == Span.Unit.MONTHS ? "个月" : of.label()) + "，最长两年，不然推算不出到期日");
	}
}
