package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * A due day and how it was found. No part is null; all dates are days in Shanghai.
 *
 * @param received the day that starts the period and is itself not counted
 * @param corresponding the last day of the period before it is moved off a rest day; for a period in working days, which
 * never ends on one, the due day
 * @param due the last day on which the act is in time, until 24:00
 * @param provisional 暂定: the result rests on a year that is not announced, and is to be recomputed when it is
 * @param steps the computation in Chinese sentences, each skipped rest day with its reason; unmodifiable
 */
public record Deadline(LocalDate received, LocalDate corresponding, LocalDate due, boolean provisional,
		List<String> steps) {

	public Deadline {
		steps = List.copyOf(steps);
	}

	/** When the period is over: 00:00 in Shanghai of the day after the due day. A timer fires at this instant. */
	public Instant expiresAt() {
		return ShanghaiTime.endOf(due);
	}

	/** The last second in time, 23:59:59 of the due day in Shanghai, for showing to people; timers take {@link #expiresAt}. */
	public LocalDateTime endOfDueDay() {
		return due.atTime(LocalTime.of(23, 59, 59));
	}
}
