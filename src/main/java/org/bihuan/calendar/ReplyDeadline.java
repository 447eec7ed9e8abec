package org.bihuan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;

/**
 * The period in months [S: 限期答复制, "a written reply within 2 months of receipt"]. Rule [E: 民法典 200–204 by analogy], as
 * domain.md states it: the day of receipt is not counted; the last day is the same day number so many months later, or the
 * last day of that month when there is none; if that day is a rest day, the first working day after the rest period; it ends
 * at 24:00. Receipt counts even on a rest day.
 */
public final class ReplyDeadline {

	/** The reply: 2 months [S]. */
	public static final int REPLY_MONTHS = 2;

	/** The opinion of a 协办 unit, and the new reply after 不满意: 1 month [E]. */
	public static final int SHORT_MONTHS = 1;

	private static final int MOST_MONTHS = 24;

	private final Supplier<HolidayCalendar> calendar;

	/** @param calendar asked once for each computation, so that a year loaded later counts from then on */
	public ReplyDeadline(Supplier<HolidayCalendar> calendar) {
		this.calendar = calendar;
	}

	/** The due day of a reply received on {@code received} (a day in Shanghai, not null): 2 months. */
	public Deadline after(LocalDate received) {
		return after(received, REPLY_MONTHS);
	}

	/**
	 * The due day {@code months} after {@code received}.
	 *
	 * @param received a day in Shanghai, not null
	 * @param months 1 to 24
	 * @throws IllegalArgumentException in Chinese, for another number of months
	 */
	public Deadline after(LocalDate received, int months) {
		if (months < 1 || months > MOST_MONTHS) {
			throw new IllegalArgumentException("期限应为 1 至 " + MOST_MONTHS + " 个月，不能是 " + months + " 个月");
		}
		Examination days = new Examination(calendar.get());
		days.say("收到日期为 " + ChineseDates.withWeekday(received) + "，当日不计入，自次日起算。");

		// counted from the receipt itself, never month by month: 12-31 + 2 must not pass through a shorter month
		YearMonth month = YearMonth.from(received).plusMonths(months);
		LocalDate corresponding = month.atDay(Math.min(received.getDayOfMonth(), month.lengthOfMonth()));
		days.say(corresponding.getDayOfMonth() == received.getDayOfMonth()
				? months + " 个月后的对应日为 " + ChineseDates.withWeekday(corresponding) + "。"
				: months + " 个月后的 " + month.getYear() + " 年 " + month.getMonthValue() + " 月没有 "
						+ received.getDayOfMonth() + " 日，以该月最后一日 "
						+ ChineseDates.withWeekday(corresponding) + "为对应日。");

		LocalDate due = corresponding;
		while (!days.isWorkingDay(due)) {
			days.say(days.why(due) + "，是休息日，顺延。");
			due = due.plusDays(1);
		}
		days.say(days.why(due) + "，是工作日，为到期日，截止到当日 24:00。");
		return days.result(received, corresponding, due);
	}
}
