package org.bihuan.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.followup.SatisfactionPolicy.Way;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions.SatisfactionConsequence;

/** What 满意度处置 is asked, and what is understood of its answer: see {@link Satisfaction}. It is asked with whatever was counted. */
public final class SatisfactionTable implements TableUse {

	@Override
	public String key() {
		return SatisfactionConsequence.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of();
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(SatisfactionConsequence.WAY, Stream.of(Way.values()).map(Way::code).toList());
	}
}
