package org.bihuan.sample;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * One person completes one task, or starts a process.
 *
 * @param at the historical moment
 * @param task the task's key; null to submit the start form of {@code process}
 * @param answer the form values, from what the form shows
 */
record Act(Instant at, String account, String process, String task, Function<View, Map<String, Object>> answer) {

	static Act of(Instant at, String account, String task, Function<View, Map<String, Object>> answer) {
		return new Act(at, account, null, task, answer);
	}

	static Act start(Instant at, String account, String process, Function<View, Map<String, Object>> answer) {
		return new Act(at, account, process, null, answer);
	}
}
