package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Days that people name: one that is to come, or one that has been. All are days in Shanghai; today itself has been. */
public final class DayPolicy {

	private DayPolicy() {
	}

	/**
	 * Why this is no day to come, in Chinese with what to do; empty when it is, or when none was named.
	 *
	 * @param field what the form calls it
	 * @param day null for none
	 */
	public static Optional<String> toCome(String field, LocalDate day, LocalDate today) {
		return toCome(day, today, "“" + field + "”应晚于今天，请重新选择。");
	}

	/** The same with the words of who asks. */
	public static Optional<String> toCome(LocalDate day, LocalDate today, String otherwise) {
		return day == null || day.isAfter(today) ? Optional.empty() : Optional.of(otherwise);
	}

	/** Why this day has not been yet, as {@link #toCome(String, LocalDate, LocalDate)}. */
	public static Optional<String> been(String field, LocalDate day, LocalDate today) {
		return been(day, today, "“" + field + "”不能晚于今天，请检查。");
	}

	/** The same with the words of who asks. */
	public static Optional<String> been(LocalDate day, LocalDate today, String otherwise) {
		return day == null || !day.isAfter(today) ? Optional.empty() : Optional.of(otherwise);
	}
}
