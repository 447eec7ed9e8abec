package org.bihuan.engine.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's own clock as a {@link Clock}, so that Java, SQL and timers can never disagree about what time it is. The only one that sets it. */
public class EngineClock extends Clock {

	private final ZoneId zone;

	/** @param zone in which days are told; the moment is the same in every zone */
	public EngineClock(ZoneId zone) {
		this.zone = zone;
	}

	@Override
	public ZoneId getZone() {
		return zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new EngineClock(other);
	}

	@Override
	public Instant instant() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	/** Stops the clock of the whole JVM at this moment. */
	static void stopAt(Instant moment) {
		ClockUtil.setCurrentTime(Date.from(moment));
	}

	/** Lets the clock of the whole JVM run, so far ahead of the machine's. */
	static void runAhead(Duration by) {
		ClockUtil.reset();
		if (!by.isZero()) {
			ClockUtil.offset(by.toMillis());
		}
	}
}
