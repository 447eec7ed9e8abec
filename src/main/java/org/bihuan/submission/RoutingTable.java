package org.bihuan.submission;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.TableUse;
import org.bihuan.terms.Category;
import org.bihuan.terms.Decisions;

/** What 分送专委会 is understood to answer: see {@link SortInstructions}. It is asked with whatever was written. */
public final class RoutingTable implements TableUse {

	/** The column that the form of 分送批示 has under the same name. */
	private static final String CATEGORY = "category";

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
		return Map.of(CATEGORY, Stream.of(Category.values()).map(Category::code).toList());
	}
}
