package org.bihuan.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;

import org.bihuan.calendar.ShanghaiTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Sets the one clock of engine, ledger and timers. For evaluation it may start at another moment ({@code bihuan.now}, Shanghai
 * time) and runs on from there; in production it is the machine's.
 */
@Component
public class EngineTime {

	private final Duration offset;

	/** @throws IllegalStateException if production asks for another time than its own */
	EngineTime(@Value("${bihuan.now:}") String now, Environment environment) {
		if (!now.isBlank() && environment.acceptsProfiles(Profiles.of("production"))) {
			throw new IllegalStateException("生产环境不能改变时钟（bihuan.now）。");
		}
		ClockUtil.reset();
		this.offset = now.isBlank() ? Duration.ZERO
				: Duration.between(ClockUtil.getCurrentTime().toInstant(), LocalDateTime.parse(now).atZone(ShanghaiTime.ZONE).toInstant());
		backToNow();
	}

	/** Stops the clock at this moment. */
	public void stopAt(Instant moment) {
		ClockUtil.setCurrentTime(Date.from(moment));
	}

	/** Lets the clock run again from now, or from where {@code bihuan.now} put it. */
	public final void backToNow() {
		ClockUtil.reset();
		if (!offset.isZero()) {
			ClockUtil.offset(offset.toMillis());
		}
	}
}
