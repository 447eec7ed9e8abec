package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * When a period ends that began with a receipt [S: 限期答复制]. Rule [E: 民法典 200–204 by analogy], as domain.md states it: the day of receipt is not
 * counted; the last day is the corresponding one so much later ({@link Span#after}); if that day is a rest day, the first working day after the rest
 * period; it ends at 24:00. Receipt counts even on a rest day. How long the period is, the decision tables say.
 */
public final class ReplyDeadline {

	private final Supplier<HolidayCalendar> calendar;

	/** @param calendar asked once for each computation, so that a year loaded later counts from then on */
	public ReplyDeadline(Supplier<HolidayCalendar> calendar) {
		this.calendar = calendar;
	}

	/**
	 * The due day of what was received on {@code received} and may take {@code period}.
	 *
	 * @param received a day in Shanghai, not null
	 * @param period not null
	 */
	public Deadline after(LocalDate received, Span period) {
		Examination days = new Examination(calendar.get());
		days.say("收到日期为 " + ChineseDates.withWeekday(received) + "，当日不计入，自次日起算。");

		LocalDate corresponding = period.after(received);
		boolean monthEnd = period.unit() == Span.Unit.MONTHS && corresponding.getDayOfMonth() != received.getDayOfMonth();
		days.say(monthEnd
				? period.figures() + "后的 " + corresponding.getYear() + " 年 " + corresponding.getMonthValue() + " 月没有 "
						+ received.getDayOfMonth() + " 日，以该月最后一日 "
						+ ChineseDates.withWeekday(corresponding) + "为对应日。"
				: period.figures() + "后的对应日为 " + ChineseDates.withWeekday(corresponding) + "。");

		LocalDate due = corresponding;
		while (!days.isWorkingDay(due)) {
			days.say(days.why(due) + "，是休息日，顺延。");
			due = due.plusDays(1);
		}
		days.say(days.why(due) + "，是工作日，为到期日，截止到当日 24:00。");
		return days.result(received, corresponding, due);
	}
}
