package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 承诺日期: until when a reply may be put off that was missed, or is owed again after a refused conversion [D]. All days are days in Shanghai.
 *
 * @param most how long after the due day the last possible one is, as the decision table 其他期限 says; not null
 */
public record PromisePolicy(Span most) {

	/**
	 * The last day that may be promised: so much after the rule's own due day. Where that day has passed already it
	 * is counted from today: a case that is older than the bound has to be given a day as well, and one that lies within the same bound as
	 * any other; counted from the due day no day at all could be named, and the case would stand still with the offices.
	 *
	 * @param due the rule's own due day, without any extension; null before receipt, which counts from today
	 */
	public LocalDate latest(LocalDate due, LocalDate today) {
		return most.after(due == null || due.isBefore(today) ? today : due);
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
				? Optional
						.of("“" + field + "”最晚为 " + latest + "（" + (due == null || due.isBefore(today) ? "今天" : "到期日 " + due) + "起 " + most.figures()
								+ "内），请重新选择；确实办不到的，应当转化。")
				: Optional.empty();
	}
}
