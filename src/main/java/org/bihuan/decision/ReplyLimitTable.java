package org.bihuan.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.calendar.Span;
import org.bihuan.ledger.Outcomes;
import org.bihuan.model.Bound;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;

/** What 答复期限 is asked, and what is understood of its answer: see {@link ReplyLimits}. Categories and committees may be any. */
public final class ReplyLimitTable implements TableUse {

	@Override
	public String key() {
		return Decisions.ReplyLimit.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of(Decisions.ReplyLimit.KIND,
				Stream.concat(Stream.of(Outcomes.Kind.values()).<Object>map(Outcomes.Kind::code), Stream.of((Object) ReplyLimits.NONE)).toList());
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(Decisions.ReplyLimit.UNIT, Stream.of(Span.Unit.values()).map(Span.Unit::code).toList());
	}

	@Override
	public Bound bound(String output, Map<String, Object> row) {
		return output.equals(Decisions.ReplyLimit.NUMBER) ? SpanBound.of(row.get(Decisions.ReplyLimit.UNIT)) : null;
	}
}
