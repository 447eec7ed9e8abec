package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Which light an open deadline shows [E, numbers D]: green; yellow from so many days before the due day and on it; red from
 * 00:00 of the day after, never on it. All days are calendar days in Shanghai.
 *
 * @param yellowDays how many calendar days before the due day yellow begins; 0 or more, 15 by default
 */
public record LightPolicy(int yellowDays) {

	public static final int DEFAULT_YELLOW_DAYS = 15;

	/** @throws IllegalArgumentException in Chinese, for a negative number */
	public LightPolicy {
		if (yellowDays < 0) {
			throw new IllegalArgumentException("黄灯提前天数不能是负数：" + yellowDays);
		}
	}

	/** With yellow from 15 days before. */
	public LightPolicy() {
		this(DEFAULT_YELLOW_DAYS);
	}

	/** The light on the whole of {@code today}; no argument is null. */
	public Light on(LocalDate today, LocalDate due) {
		long left = ChronoUnit.DAYS.between(today, due);
		if (left < 0) {
			return Light.RED;
		}
		return left <= yellowDays ? Light.YELLOW : Light.GREEN;
	}

	/**
	 * The light of a shorter period than the reply's, say three working days: yellow for its last quarter, at least for its last
	 * two days, and never longer than the reply's yellow [D].
	 */
	public Light on(LocalDate started, LocalDate today, LocalDate due) {
		int quarter = (int) Math.max(1, ChronoUnit.DAYS.between(started, due) / 4);
		return new LightPolicy(Math.min(yellowDays, quarter)).on(today, due);
	}

	/** The light at an instant, by the date in Shanghai; no argument is null. */
	public Light at(Instant now, LocalDate due) {
		return on(ShanghaiTime.dateAt(now), due);
	}

	/** Why, in Chinese: 距到期还有 12 天, 今天到期, 已逾期 3 天. */
	public String reason(LocalDate today, LocalDate due) {
		long left = ChronoUnit.DAYS.between(today, due);
		if (left == 0) {
			return "今天到期";
		}
		return left > 0 ? "距到期还有 " + left + " 天" : "已逾期 " + -left + " 天";
	}
}
