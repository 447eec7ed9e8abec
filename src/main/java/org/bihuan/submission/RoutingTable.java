package org.bihuan.submission;

import java.util.List;
import java.util.Map;

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
}
