package org.bihuan.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.settings.Evaluation;
import org.bihuan.settings.StartRefused;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the one clock of engine, ledger and timers. For evaluation it may start at another moment ({@code bihuan.now}, Shanghai
 * time) and be put forward, which the database remembers over restarts and tells to every node; in production it is the machine's.
 */
@Component
@DependsOnDatabaseInitialization
public class EngineTime {

	private final JdbcClient jdbc;
	private final boolean production;
	/** How far {@code bihuan.now} is from the machine's. */
	private final Duration began;
	private volatile Duration offset;
	private volatile boolean travelling;

	/** @throws StartRefused if production asks for another time than its own */
	EngineTime(Evaluation evaluation, Environment environment, JdbcClient jdbc) {
		LocalDateTime now = evaluation.now();
		production = environment.acceptsProfiles(Profiles.of("production"));
		if (now != null && production) {
			throw new StartRefused("生产环境不能改变时钟（bihuan.now）。");
		}
		this.jdbc = jdbc;
		EngineClock.runAhead(Duration.ZERO);
		began = now == null ? Duration.ZERO
				: Duration.between(new EngineClock(ShanghaiTime.ZONE).instant(), now.atZone(ShanghaiTime.ZONE).toInstant());
		offset = kept();
		backToNow();
	}

	/** As far ahead as the database says; in production never. */
	private Duration kept() {
		return production ? Duration.ZERO : began.plus(Duration
				.ofSeconds(jdbc.sql("select coalesce(sum(offset_seconds), 0) from rehearsal_clock").query(Long.class).single()));
	}

	/** Stops the clock at this moment. */
	public void stopAt(Instant moment) {
		travelling = true;
		EngineClock.stopAt(moment);
	}

	/** Lets the clock run again from now, as far ahead as it was put. */
	public final void backToNow() {
		EngineClock.runAhead(offset);
		travelling = false;
	}

	/** Lets the clock run as far ahead as it was put since, by whichever node. */
	public void follow() {
		Duration now = kept();
		if (isTravelling() || !now.equals(offset)) {
			offset = now;
			backToNow();
		}
	}

	/** Whether the clock stands at a moment of another day: who acted now would be stamped with it. */
	public boolean isTravelling() {
		return travelling;
	}

	/** Puts the clock forward for good; {@link #backToNow} then lets it run from there. */
	public void forward(Duration by) {
		if (jdbc.sql("update rehearsal_clock set offset_seconds = offset_seconds + ? where id = 1").param(by.toSeconds()).update() == 0) {
			jdbc.sql("insert into rehearsal_clock (id, offset_seconds) values (1, ?)").param(by.toSeconds()).update();
		}
		offset = offset.plus(by);
	}

	/** Tells every node who moves the clock now. */
	public void isMovedBy(String node) {
		if (jdbc.sql("update rehearsal_clock set mover = ? where id = 1").param(node).update() == 0) {
			jdbc.sql("insert into rehearsal_clock (id, offset_seconds, mover) values (1, 0, ?)").param(node).update();
		}
	}

	/** The clock runs again for every node. */
	public void isMovedByNobody() {
		jdbc.sql("update rehearsal_clock set mover = null").update();
	}

	/** The node that moves the clock, or died while it did. */
	public Optional<String> mover() {
		return jdbc.sql("select mover from rehearsal_clock where mover is not null").query(String.class).optional();
	}
}
