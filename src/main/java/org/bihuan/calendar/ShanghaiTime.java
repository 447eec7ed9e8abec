package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which every date and deadline is meant [domain.md: "Time zone Asia/Shanghai, always"]. */
public final class ShanghaiTime {

	/** Asia/Shanghai. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private ShanghaiTime() {
	}

	/** 00:00 in Shanghai on {@code day}; neither is null. */
	public static Instant startOf(LocalDate day) {
		return day.atStartOfDay(ZONE).toInstant();
	}

	/** The date that the wall calendar in Shanghai shows at {@code instant}; neither is null. */
	public static LocalDate dateAt(Instant instant) {
		return LocalDate.ofInstant(instant, ZONE);
	}
}
