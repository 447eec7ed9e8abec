package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How the steps of a computation write a day. */
final class ChineseDates {

	private static final String WEEKDAYS = "一二三四五六日";

	private ChineseDates() {
	}

	/** 星期一 to 星期日. */
	static String weekday(LocalDate date) {
		return "星期" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
	}

	/** 2023-11-13（星期一）. */
	static String withWeekday(LocalDate date) {
		return date + "（" + weekday(date) + "）";
	}

	static boolean isWeekend(LocalDate date) {
		return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
	}
}
