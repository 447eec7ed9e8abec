package org.bihuan.calendar;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Holds the calendar that applies now. Each November announces the next year: loading it here changes every later
 * computation, while one already under way keeps the calendar it began with. Safe for many threads.
 */
public final class HolidayCalendars implements Supplier<HolidayCalendar> {

	private final AtomicReference<HolidayCalendar> current;

	/** @param first what applies at the start; never null */
	public HolidayCalendars(HolidayCalendar first) {
		if (first == null) {
			throw new IllegalArgumentException("缺少节假日安排");
		}
		this.current = new AtomicReference<>(first);
	}

	/** The calendar that applies now; never null. */
	@Override
	public HolidayCalendar get() {
		return current.get();
	}

	/**
	 * Adds {@code year} or replaces what was known of it, for this process only: keeping it over a restart, and recomputing
	 * the deadlines that run, is the caller's.
	 *
	 * @return the calendar that now applies
	 * @throws IllegalArgumentException in Chinese, when another year already names one of its dates; then nothing changes
	 */
	public HolidayCalendar load(CalendarYear year) {
		return current.updateAndGet(calendar -> calendar.with(year));
	}
}
