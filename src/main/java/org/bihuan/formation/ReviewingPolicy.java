package org.bihuan.formation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.bihuan.ledger.WritersPolicy;
import org.bihuan.terms.ReviewVerdict;

/** 多层把关: nobody passes his own report, and who sends it back says why. */
final class ReviewingPolicy {

	private ReviewingPolicy() {
	}

	/**
	 * Why this may not be done, in Chinese with what to do; empty when it may.
	 *
	 * @param drafters who drafted or revised the report, in the order of its versions; none of them passes it
	 * @param level whom the task is for ({@link WritersPolicy})
	 * @param reason null when none was written
	 */
	static Optional<String> refusal(String reviewer, List<String> drafters, Collection<String> level, ReviewVerdict verdict, String reason) {
		if (verdict == ReviewVerdict.PASS) {
			return WritersPolicy.keptOut(drafters, level).contains(reviewer) ? Optional.of("起草或修改过这份成果的人不能为它把关，请由本级的其他人把关。") : Optional.empty();
		}
		return reason == null ? Optional.of("退回修改请写明理由。") : Optional.empty();
	}
}
