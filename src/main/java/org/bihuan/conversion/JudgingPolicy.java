package org.bihuan.conversion;

import java.util.Optional;

/** 审定 of a conversion: by another person than its author, who says why unless it is used. */
final class JudgingPolicy {

	private JudgingPolicy() {
	}

	/**
	 * Why this may not be done, in Chinese with what to do; empty when it may.
	 *
	 * @param drafter who wrote the version in hand
	 * @param reason null when none was written
	 */
	static Optional<String> refusal(String judge, String drafter, Judgement judgement, String reason) {
		if (judgement != Judgement.ACCEPT && reason == null) {
			return Optional.of("不同意的，请写明理由：退回修改的写明改什么，其余写明为什么。");
		}
		return judge.equals(drafter) ? Optional.of("撰写人不能审定自己的稿件，请由他人审定。") : Optional.empty();
	}
}
