package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One computation under way: the days it looked at and what it has to say about them. */
final class Examination {

	private final HolidayCalendar calendar;

	private final List<String> steps = new ArrayList<>();

	private final SortedSet<Integer> unannounced = new TreeSet<>();

	Examination(HolidayCalendar calendar) {
		this.calendar = calendar;
	}

	void say(String step) {
		steps.add(step);
	}

	/** Whether {@code date} is worked; remembers that the answer is a guess where its year is not announced. */
	boolean isWorkingDay(LocalDate date) {
		if (!calendar.isAnnounced(date.getYear())) {
			unannounced.add(date.getYear());
		}
		return calendar.isWorkingDay(date);
	}

	/** 2023-10-01（星期日）国庆节放假, or without a second reason where the weekday says it all. */
	String why(LocalDate date) {
		String reason = calendar.reason(date);
		String weekday = ChineseDates.weekday(date);
		return date + "（" + weekday + "）" + (reason.equals(weekday) ? "" : reason);
	}

	Deadline result(LocalDate received, LocalDate corresponding, LocalDate due) {
		for (int year : unannounced) {
			say(year + " 年的放假安排尚未公布，暂只按星期六、星期日为休息日计算；此到期日为暂定，公布后重新计算。");
		}
		return new Deadline(received, corresponding, due, !unannounced.isEmpty(), steps);
	}
}
