package org.bihuan.formation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.bihuan.terms.ReviewVerdict;

/** 多层把关: nobody passes his own report, and who sends it back says why. */
final class ReviewingPolicy {

	private ReviewingPolicy() {
	}

	/**
	 * Why this may not be done, in Chinese with what to do; empty when it may.
	 *
	 * @param drafters who drafted or revised the report, in the order of its versions
	 * @param level whom the task is for: where all of them have written in it, only the last writer may not pass it, or nobody could any more
	 * @param reason null when none was written
	 */
	static Optional<String> refusal(String reviewer, List<String> drafters, Collection<String> level, ReviewVerdict verdict, String reason) {
		if (verdict == ReviewVerdict.PASS) {
			List<String> writers = drafters.containsAll(level) ? drafters.subList(drafters.size() - 1, drafters.size()) : drafters;
			return writers.contains(reviewer) ? Optional.of("起草或修改过这份成果的人不能为它把关，请由本级的其他人把关。") : Optional.empty();
		}
		return reason == null ? Optional.of("退回修改请写明理由。") : Optional.empty();
	}
}
