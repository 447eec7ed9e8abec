package org.bihuan.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.Bound;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Supervision;

/** What 督办级别 is asked, and what is understood of its answer: see {@link RaiseSupervision}. */
public final class SupervisionTable implements TableUse {

	static final Bound LEVELS = new Bound(0, Supervision.INSPECTION.level(), "督办级别只有这几级");

	@Override
	public String key() {
		return Decisions.SupervisionLevel.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of(Decisions.SupervisionLevel.LEVEL, Stream.of(Supervision.values()).<Object>map(Supervision::level).toList());
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(Decisions.SupervisionLevel.NEXT, Stream.of(Supervision.values()).map(one -> String.valueOf(one.level())).toList());
	}

	@Override
	public Bound bound(String output, Map<String, Object> row) {
		return output.equals(Decisions.SupervisionLevel.NEXT) ? LEVELS : null;
	}
}
