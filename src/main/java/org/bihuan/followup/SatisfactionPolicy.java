package org.bihuan.followup;

import java.util.List;
import java.util.Optional;

import org.bihuan.terms.Rating;

/**
 * What follows from the ratings of one look-back [E: 不满意 → redo once → face to face → the offices decide; D: silence is not satisfaction].
 *
 * <p>Whoever of 专委会 and members is 不满意 with the process or with the result counts: the answers are not averaged. Silence and
 * 不表态 are no answers. Where nobody has answered at all nothing is closed on silence: they are met in person.
 */
final class SatisfactionPolicy {

	private SatisfactionPolicy() {
	}

	/** What is to be done next. */
	enum Way {
		/** 核查销号. */
		CLOSE,
		/** The unit does it again, once. */
		REDO,
		/** 面商, then the offices decide. */
		CONSULT
	}

	/** @param reason in Chinese, for the trail and for those who act on it */
	record Verdict(Way way, String reason) {
	}

	/**
	 * What one party said.
	 *
	 * @param process null when silent
	 * @param result the same
	 */
	record Rated(String party, Rating process, Rating result) {

		boolean unsatisfied() {
			return process == Rating.UNSATISFIED || result == Rating.UNSATISFIED;
		}

		boolean answered() {
			return says(process) || says(result);
		}

		private static boolean says(Rating answer) {
			return answer != null && answer != Rating.NONE;
		}
	}

	/**
	 * Why it may not be rated so, in Chinese with what to do; empty when it may: the unit does it again by what was said.
	 *
	 * @param remark null when none was written
	 */
	static Optional<String> refusal(Rated given, String remark) {
		return given.unsatisfied() && remark == null ? Optional.of("不满意的请在“意见”中说明哪里不满意，承办单位据此重新办理。") : Optional.empty();
	}

	/** @param redone whether the assignment was done again already after an earlier 不满意 */
	static Verdict judge(List<Rated> ratings, boolean redone) {
		long unsatisfied = ratings.stream().filter(Rated::unsatisfied).count();
		if (unsatisfied > 0 && !redone) {
			return new Verdict(Way.REDO, unsatisfied + " 方不满意，责成重新办理一次。");
		}
		if (unsatisfied > 0) {
			return new Verdict(Way.CONSULT, "重新办理后仍有 " + unsatisfied + " 方不满意，须当面商谈。");
		}
		long answered = ratings.stream().filter(Rated::answered).count();
		if (answered == 0) {
			return new Verdict(Way.CONSULT, "无人作出评价。沉默不算满意，须当面商谈。");
		}
		return new Verdict(Way.CLOSE, answered + " 方作出评价，没有不满意；" + (ratings.size() - answered) + " 方未表态。");
	}
}
