package org.bihuan.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What the program asks a decision table, and what it understands of the answer. It stands with who asks, and is listed in
 * {@code META-INF/services/org.bihuan.model.TableUse}. Has a public constructor without parameters.
 */
public interface TableUse {

	/** The decision's id. */
	String key();

	/** For each input expression all values that may come: texts, numbers, yes or no. One that is not here may be anything. */
	Map<String, List<Object>> asked();

	/** For each output that is a word all that are understood. One that is not here may be anything of its type. */
	Map<String, List<String>> understood();

	/** Whether a word of an output is understood; by default one of {@link #understood}, and any where that names none. */
	default boolean understands(String output, String word) {
		return !understood().containsKey(output) || understood().get(output).contains(word);
	}

	/**
	 * What a number may be that a row answers: the one place that says it, for the check and for who reads the answer.
	 *
	 * @param row what the row answers, by output; a null for what cannot be said
	 * @return null where any number will do
	 */
	default Bound bound(String output, Map<String, Object> row) {
		return null;
	}

	/** What is wrong with a row as a whole, in whole Chinese sentences; null for nothing. */
	default String wrong(Map<String, Object> row) {
		return null;
	}

	/** Who asks this table; empty for nobody who says so. */
	static Optional<TableUse> of(String key) {
		return Listed.ALL.stream().filter(one -> one.key().equals(key)).findFirst();
	}

	/** Those that are listed, read once. */
	final class Listed {

		private static final List<TableUse> ALL = ServiceLoader.load(TableUse.class, TableUse.class.getClassLoader()).stream()
				.map(ServiceLoader.Provider::get).toList();

		private Listed() {
		}
	}
}
