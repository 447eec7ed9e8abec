package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 承诺日期: until when a reply may be put off that was missed, or is owed again after a refused conversion [D]. All days are days in Shanghai.
 *
 * @param months how many months after the due day the last possible one is; 1 or more, 3 by default
 */
public record PromisePolicy(int months) {

	public static final int DEFAULT_MONTHS = 3;

	/** @throws IllegalArgumentException in Chinese, for less than one month */
	public PromisePolicy {
		if (months < 1) {
			throw new IllegalArgumentException("承诺日期最晚应在到期日后一个月以上：" + months);
		}
	}

	/** With three months. */
	public PromisePolicy() {
		this(DEFAULT_MONTHS);
	}

	/**
	 * The last day that may be promised: so many months, by the day's number, after the rule's own due day. Where that day has passed already the
	 * months are counted from today: a case that is older than the bound has to be given a day as well, and one that lies within the same bound as
	 * any other; counted from the due day no day at all could be named, and the case would stand still with the offices.
	 *
	 * @param due the rule's own due day, without any extension; null before receipt, which counts from today
	 */
	public LocalDate latest(LocalDate due, LocalDate today) {
		return (due == null || due.isBefore(today) ? today : due).plusMonths(months);
	}

	/**
	 * Why this day may not be promised, in Chinese with what to do; empty when it may.
	 *
	 * @param field what the form calls it
	 * @param due as in {@link #latest}
	 */
	public Optional<String> refusal(String field, LocalDate promised, LocalDate due, LocalDate today) {
		Optional<String> passed = DayPolicy.toCome(field, promised, today);
		if (passed.isPresent()) {
			return passed;
		}
		LocalDate latest = latest(due, today);
		return promised.isAfter(latest)
				? Optional.of("“" + field + "”最晚为 " + latest + "（" + (due == null || due.isBefore(today) ? "今天" : "到期日 " + due) + "起 " + months
						+ " 个月内），请重新选择；确实办不到的，应当转化。")
				: Optional.empty();
	}
}
