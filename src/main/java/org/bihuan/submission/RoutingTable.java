package org.bihuan.submission;

import java.util.List;
import java.util.Map;

import org.bihuan.decision.CommitteeRouting;
import org.bihuan.model.Bound;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;

/** What 分送专委会 is understood to answer: see {@link SortInstructions}. It is asked with whatever was written. */
public final class RoutingTable implements TableUse {

	@Override
	public String key() {
		return Decisions.CommitteeRouting.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of();
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of();
	}

	@Override
	public Bound bound(String output, Map<String, Object> row) {
		return output.equals(Decisions.CommitteeRouting.WEIGHT) ? CommitteeRouting.WEIGHT : null;
	}
}
