package org.bihuan.ledger;

import java.util.Collection;
import java.util.List;

/**
 * Nobody lets his own text pass: of 把关 on a report and of 审签 on a reply alike. Whoever wrote any version of it is kept out, not only who wrote the
 * last: most of the last one may be the first writer's.
 */
public final class WritersPolicy {

	private WritersPolicy() {
	}

	/**
	 * Whose own text it is.
	 *
	 * @param writers who wrote it, in the order of its versions; one at least
	 * @param people whom the decision is for: where all of them have written in it, only the last writer is kept out, or nobody could
	 */
	public static List<String> keptOut(List<String> writers, Collection<String> people) {
		return writers.containsAll(people) ? writers.subList(writers.size() - 1, writers.size()) : writers;
	}

	/** Who of these people may decide on it, in their order; empty when there is nobody besides the last writer. */
	public static List<String> left(List<String> writers, Collection<String> people) {
		List<String> keptOut = keptOut(writers, people);
		return people.stream().filter(one -> !keptOut.contains(one)).toList();
	}
}
