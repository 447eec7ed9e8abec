package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One year's notice of the State Council's office, as its file holds it. A year without days is not announced yet.
 *
 * @param year the year the notice is for, 2000 to 2100
 * @param announcedBy the number of the notice, e.g. 国办发明电〔2022〕16号; empty (never null) when there is none
 * @param days the days the notice names, which may lie in the last December or the next January (the notice for 2023
 * gives 2022-12-31 off); unmodifiable, never null
 */
public record CalendarYear(int year, String announcedBy, List<AnnouncedDay> days) {

	static final int EARLIEST = 2000;

	static final int LATEST = 2100;

	/** @throws IllegalArgumentException in Chinese, for a wrong year, a date named twice or one that is not this year's */
	public CalendarYear {
		if (year < EARLIEST || year > LATEST) {
			throw new IllegalArgumentException("节假日安排的年份应在 " + EARLIEST + " 至 " + LATEST + " 之间，不能是 " + year);
		}
		announcedBy = announcedBy == null ? "" : announcedBy.strip();
		days = days == null ? List.of() : List.copyOf(days);
		LocalDate first = LocalDate.of(year - 1, 12, 1);
		LocalDate last = LocalDate.of(year + 1, 1, 31);
		Set<LocalDate> seen = new HashSet<>();
		for (AnnouncedDay day : days) {
			if (day.date().isBefore(first) || day.date().isAfter(last)) {
				throw new IllegalArgumentException(day.date() + " 不属于 " + year + " 年的节假日安排");
			}
			if (!seen.add(day.date())) {
				throw new IllegalArgumentException(year + " 年的节假日安排中 " + day.date() + " 出现了两次");
			}
		}
	}

	/** Whether the notice is out: it names at least one day. */
	public boolean announced() {
		return !days.isEmpty();
	}
}
