package org.bihuan.followup;

import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.DayPolicy;

/** 落实完成: on which day it may have been. Days in Shanghai. Asked when it is reported, and when the report is corrected. */
final class CompletionPolicy {

	private CompletionPolicy() {
	}

	/**
	 * Why it cannot have been completed on this day, in Chinese with what to do; empty when it lies between the receipt and the report.
	 *
	 * @param completedOn null for what is still in progress
	 * @param receivedOn when the unit had it; null when nobody knows
	 * @param reportedOn the day on which it is, or was, reported
	 */
	static Optional<String> refusal(LocalDate completedOn, LocalDate receivedOn, LocalDate reportedOn, LocalDate today) {
		return DayPolicy.been("完成日期", completedOn, today)
				.or(() -> DayPolicy.been(completedOn, reportedOn, "“完成日期”不能晚于报告落实的当天（" + reportedOn + "），请检查。"))
				.or(() -> completedOn == null || receivedOn == null || !completedOn.isBefore(receivedOn) ? Optional.empty()
						: Optional.of("“完成日期”不能早于签收日期（" + receivedOn + "），请检查。"));
	}
}
