package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The zone in which every date and deadline is meant [domain.md: "Time zone Asia/Shanghai, always"]. */
public final class ShanghaiTime {

	/** Asia/Shanghai. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private ShanghaiTime() {
	}

	/** 00:00 in Shanghai on {@code day}; neither is null. */
	public static Instant startOf(LocalDate day) {
		return day.atStartOfDay(ZONE).toInstant();
	}

	/**
	 * When {@code day} is over, 00:00 in Shanghai of the day after: what is due on it is late from this instant on, and timers fire at it. Not
	 * null.
	 */
	public static Instant endOf(LocalDate day) {
		return startOf(day.plusDays(1));
	}

	/** The same instant on Shanghai's wall clock, as the ledger stores it; neither is null. */
	public static OffsetDateTime at(Instant instant) {
		return instant.atZone(ZONE).toOffsetDateTime();
	}

	/** To the minute on Shanghai's wall clock, for people: {@code 2023-09-11 09:00}; neither is null. */
	public static String minute(OffsetDateTime at) {
		return MINUTE.format(at.atZoneSameInstant(ZONE));
	}

	/** The date that the wall calendar in Shanghai shows at {@code instant}; neither is null. */
	public static LocalDate dateAt(Instant instant) {
		return LocalDate.ofInstant(instant, ZONE);
	}
}
