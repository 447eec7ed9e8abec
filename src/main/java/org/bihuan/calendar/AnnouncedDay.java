package org.bihuan.calendar;

import java.time.LocalDate;

/**
 * One day that the yearly notice names: either off although the week says otherwise (or on a weekend within a holiday), or
 * worked although it is a Saturday or Sunday (调休).
 *
 * @param name the holiday it belongs to, e.g. 国庆节; never blank
 * @param date the day in Shanghai; never null
 * @param off true for 放假, false for 调休上班
 */
public record AnnouncedDay(String name, LocalDate date, boolean off) {

	/** @throws IllegalArgumentException in Chinese, when a part is missing or the worked day is no Saturday or Sunday */
	public AnnouncedDay {
		if (date == null) {
			throw new IllegalArgumentException("节假日缺少日期");
		}
		if (name == null || name.isBlank()) {
			throw new IllegalArgumentException(date + " 缺少节假日名称");
		}
		// nobody is called to work on a weekday that is worked anyway: such a row is a mistyped date
		if (!off && !ChineseDates.isWeekend(date)) {
			throw new IllegalArgumentException(
					date + " 是" + ChineseDates.weekday(date) + "，本来就上班，不能列为调休上班");
		}
	}
}
