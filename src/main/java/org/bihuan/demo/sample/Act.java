package org.bihuan.demo.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One person completes one task, or starts a process.
 *
 * @param at the historical moment
 * @param task the task's key; null to submit the start form of {@code process}
 * @param answer the form values, from what the form shows
 * @param scans titles of the papers that are scanned and attached to the task before it is completed
 */
record Act(Instant at, String account, String process, String task, Function<View, Map<String, Object>> answer, List<String> scans) {

	static Act of(Instant at, String account, String task, Function<View, Map<String, Object>> answer) {
		return new Act(at, account, null, task, answer, List.of());
	}

	static Act start(Instant at, String account, String process, Function<View, Map<String, Object>> answer) {
		return new Act(at, account, process, null, answer, List.of());
	}

	/** The same with a paper scanned and attached first. */
	Act with(String scan) {
		return new Act(at, account, process, task, answer, Stream.concat(scans.stream(), Stream.of(scan)).toList());
	}
}
