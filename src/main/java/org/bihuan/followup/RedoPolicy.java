package org.bihuan.followup;

import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.DayPolicy;

/** 重新办理: on which day it may have been done again. Days in Shanghai. */
final class RedoPolicy {

	private RedoPolicy() {
	}

	/**
	 * Why it cannot have been done again on this day, in Chinese with what to do; empty when it can.
	 *
	 * @param before the completion that was reported first; null when none was
	 */
	static Optional<String> refusal(LocalDate redoneOn, LocalDate before, LocalDate today) {
		return DayPolicy.been("重新办理完成日期", redoneOn, today).or(() -> before == null || !redoneOn.isBefore(before) ? Optional.empty()
				: Optional.of("“重新办理完成日期”不能早于首次报告的完成日期 " + before + "，请检查。"));
	}
}
