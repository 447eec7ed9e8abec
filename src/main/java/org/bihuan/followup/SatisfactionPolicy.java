package org.bihuan.followup;

import java.util.List;
import java.util.Optional;

import org.bihuan.terms.Rating;
import org.bihuan.terms.Term;

/**
 * What follows from the ratings of one look-back [E: 不满意 → redo once → face to face → the offices decide; D: silence is not satisfaction]: the
 * decision table 满意度处置 says it, and here stands what no table may change.
 *
 * <p>Whoever of 专委会 and members is 不满意 with the process or with the result counts: the answers are not averaged. Silence and
 * 不表态 are no answers. Where nobody has answered at all nothing is closed on silence: they are met in person.
 */
final class SatisfactionPolicy {

	private SatisfactionPolicy() {
	}

	/** What is to be done next, as the decision table 满意度处置 says it. */
	enum Way implements Term {

		/** 核查销号. */
		CLOSE("close", "核查销号"),
		/** The unit does it again. */
		REDO("redo", "责成重新办理"),
		/** 面商, then the offices decide. */
		CONSULT("consult", "当面商谈");

		private final String code;
		private final String label;

		Way(String code, String label) {
			this.code = code;
			this.label = label;
		}

		@Override
		public String code() {
			return code;
		}

		@Override
		public String label() {
			return label;
		}
	}

	/**
	 * What all who were asked said together: what the table is told.
	 *
	 * @param asked how many were
	 * @param unsatisfied how many are 不满意 with the process or with the result
	 * @param answered how many said anything
	 */
	record Said(int asked, int unsatisfied, int answered) {

		static Said of(List<Rated> ratings) {
			return new Said(ratings.size(), (int) ratings.stream().filter(Rated::unsatisfied).count(),
					(int) ratings.stream().filter(Rated::answered).count());
		}
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

	/**
	 * What is done, and why.
	 *
	 * @param redone whether the assignment was done again already after an earlier 不满意
	 * @param wayOfTable what the decision table says; nothing closes on silence or on 不满意, whatever that is
	 */
	static Verdict judge(Said said, boolean redone, Way wayOfTable) {
		boolean mayClose = said.unsatisfied() == 0 && said.answered() > 0;
		Way way = wayOfTable == Way.CLOSE && !mayClose ? Way.CONSULT : wayOfTable;
		String heard = said.unsatisfied() > 0 ? (redone ? "重新办理后仍有 " : "") + said.unsatisfied() + " 方不满意"
				: said.answered() == 0 ? "无人作出评价。沉默不算满意"
						: said.answered() + " 方作出评价，没有不满意；" + (said.asked() - said.answered()) + " 方未表态";
		return new Verdict(way, heard + switch (way) {
			case CLOSE -> "。";
			case REDO -> "，责成重新办理一次。";
			case CONSULT -> "，须当面商谈。";
		});
	}
}
