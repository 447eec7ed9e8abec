package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Periods in working days [D, configurable]: 签收 3, 分解交办 3, 审阅 5, 转化决定 5, 批示 10. The day that starts the period is
 * not counted [E: 民法典 201]. All dates are days in Shanghai.
 */
public final class WorkingDays {

	private static final int MOST_DAYS = 250;

	private final Supplier<HolidayCalendar> calendar;

	/** @param calendar asked once for each computation, so that a year loaded later counts from then on */
	public WorkingDays(Supplier<HolidayCalendar> calendar) {
		this.calendar = calendar;
	}

	/**
	 * The {@code count}-th working day after {@code start}.
	 *
	 * @param start the day of the event, worked or not; itself not counted; not null
	 * @param count 1 to 250
	 * @throws IllegalArgumentException in Chinese, for another count
	 */
	public Deadline after(LocalDate start, int count) {
		if (count < 1 || count > MOST_DAYS) {
			throw new IllegalArgumentException("期限应为 1 至 " + MOST_DAYS + " 个工作日，不能是 " + count + " 个");
		}
		Examination days = new Examination(calendar.get());
		days.say("起算日为 " + ChineseDates.withWeekday(start) + "，当日不计入，自次日起数 " + count + " 个工作日。");
		LocalDate day = start;
		for (int counted = 0; counted < count;) {
			day = day.plusDays(1);
			if (days.isWorkingDay(day)) {
				counted++;
				days.say("第 " + counted + " 个工作日：" + days.why(day) + "。");
			}
			else {
				days.say(days.why(day) + "，是休息日，不计。");
			}
		}
		days.say(ChineseDates.withWeekday(day) + "为到期日，截止到当日 24:00。");
		return days.result(start, day, day);
	}

	/**
	 * The last day of a period that is not counted in working days: the day itself, or the first working day after the rest days it falls into
	 * [E: 民法典 203].
	 *
	 * @param last as it is counted in days or months; not null
	 */
	public LocalDate endOf(LocalDate last) {
		HolidayCalendar now = calendar.get();
		LocalDate day = last;
		while (!now.isWorkingDay(day)) {
			day = day.plusDays(1);
		}
		return day;
	}

	/**
	 * How many working days remain on {@code today} until {@code due}: today is not counted, the due day is. So the day
	 * that {@link #after} finds for a count is that count away.
	 *
	 * @return working days; 0 on the due day; negative after it, by the working days since
	 */
	public int workingDaysBetween(LocalDate today, LocalDate due) {
		if (due.isBefore(today)) {
			return -workingDaysBetween(due, today);
		}
		HolidayCalendar now = calendar.get();
		return (int) today.plusDays(1).datesUntil(due.plusDays(1)).filter(now::isWorkingDay).count();
	}
}
