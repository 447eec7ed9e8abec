package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which days are worked. Saturdays and Sundays are rest days unless they are 调休 working days; 法定节假日 as announced each
 * year (domain.md, "The 2-month deadline"). Immutable: a newly announced year makes a new calendar. All dates are days in
 * Shanghai; no argument may be null.
 */
public final class HolidayCalendar {

	private final NavigableMap<Integer, CalendarYear> years;

	/** By date over all files, since a notice also names days of the neighbouring years. */
	private final Map<LocalDate, AnnouncedDay> days;

	private HolidayCalendar(NavigableMap<Integer, CalendarYear> years) {
		if (years.isEmpty()) {
			throw new IllegalArgumentException("没有任何一年的节假日安排");
		}
		Map<LocalDate, AnnouncedDay> byDate = new HashMap<>();
		for (CalendarYear year : years.values()) {
			for (AnnouncedDay day : year.days()) {
				if (byDate.put(day.date(), day) != null) {
					throw new IllegalArgumentException(day.date() + " 在两年的节假日安排中都出现了");
				}
			}
		}
		this.years = years;
		this.days = byDate;
	}

	/** @throws IllegalArgumentException in Chinese, when there is no year, a year is given twice or two years name one date */
	public static HolidayCalendar of(Collection<CalendarYear> years) {
		NavigableMap<Integer, CalendarYear> byYear = new TreeMap<>();
		for (CalendarYear year : years) {
			if (byYear.put(year.year(), year) != null) {
				throw new IllegalArgumentException(year.year() + " 年的节假日安排给了两份");
			}
		}
		return new HolidayCalendar(byYear);
	}

	/**
	 * From plain maps: for each year its days, true for 放假, false for 调休上班. The days get the name 节假日.
	 *
	 * @throws IllegalArgumentException as {@link #of(Collection)}
	 */
	public static HolidayCalendar of(Map<Integer, Map<LocalDate, Boolean>> years) {
		List<CalendarYear> list = new ArrayList<>();
		years.forEach((year, marks) -> {
			List<AnnouncedDay> named = new ArrayList<>();
			marks.forEach((date, off) -> named.add(new AnnouncedDay("节假日", date, off)));
			list.add(new CalendarYear(year, "", named));
		});
		return of(list);
	}

	/**
	 * This calendar with {@code year} added, or in the place of what it held for that year.
	 *
	 * @throws IllegalArgumentException in Chinese, when another year already names one of its dates
	 */
	public HolidayCalendar with(CalendarYear year) {
		NavigableMap<Integer, CalendarYear> more = new TreeMap<>(years);
		more.put(year.year(), year);
		return new HolidayCalendar(more);
	}

	/** Whether {@code date} is worked; in a year that is not announced, by the day of the week alone. */
	public boolean isWorkingDay(LocalDate date) {
		AnnouncedDay named = days.get(date);
		return named != null ? !named.off() : !ChineseDates.isWeekend(date);
	}

	/** Why {@code date} is worked or not, in Chinese: 国庆节放假, 调休上班, or just its weekday (星期六). Never null. */
	public String reason(LocalDate date) {
		AnnouncedDay named = days.get(date);
		if (named == null) {
			return ChineseDates.weekday(date);
		}
		return named.off() ? named.name() + "放假" : "调休上班";
	}

	/** Whether the notice for {@code year} is known: it has a file and the file has days. */
	public boolean isAnnounced(int year) {
		CalendarYear known = years.get(year);
		return known != null && known.announced();
	}

	/** What is known of {@code year}; null without a file. */
	public CalendarYear year(int year) {
		return years.get(year);
	}

	/** The first year with a file, announced or not. */
	public int firstYear() {
		return years.firstKey();
	}

	/** The last year with a file, announced or not. */
	public int lastYear() {
		return years.lastKey();
	}
}
