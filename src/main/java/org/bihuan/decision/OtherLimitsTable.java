package org.bihuan.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.calendar.Span;
import org.bihuan.model.Bound;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;

/** What 其他期限 is asked, and what is understood of its answer: see {@link ReplyLimits#other}. */
public final class OtherLimitsTable implements TableUse {

	@Override
	public String key() {
		return Decisions.OtherLimits.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of(Decisions.OtherLimits.LIMIT, Stream.of(OtherLimit.values()).<Object>map(OtherLimit::code).toList());
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(Decisions.OtherLimits.UNIT, Stream.of(Span.Unit.values()).map(Span.Unit::code).toList());
	}

	@Override
	public Bound bound(String output, Map<String, Object> row) {
		return output.equals(Decisions.OtherLimits.NUMBER) ? SpanBound.of(row.get(Decisions.OtherLimits.UNIT)) : null;
	}
}
