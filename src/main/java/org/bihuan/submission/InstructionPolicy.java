package org.bihuan.submission;

import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.DayPolicy;

/** 批示: on which day one may have been written, and when its paper has to be seen. Days in Shanghai. */
final class InstructionPolicy {

	private InstructionPolicy() {
	}

	/** Why it cannot have been written on this day, in Chinese with what to do; empty when it lies between the submission and today. */
	static Optional<String> dated(LocalDate writtenOn, LocalDate submittedOn, LocalDate today) {
		return DayPolicy.been("批示日期", writtenOn, today).or(() -> writtenOn.isBefore(submittedOn)
				? Optional.of("“批示日期”不能早于报送日期（" + submittedOn + "），请检查。")
				: Optional.empty());
	}

	/**
	 * Whether the paper has to be there: what somebody enters for a leader is seen written; 圈阅 has no words to be seen.
	 *
	 * @param words null for 圈阅
	 */
	static boolean needsPaper(String words, String actor, String leader) {
		return words != null && !actor.equals(leader);
	}
}
