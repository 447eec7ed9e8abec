package org.bihuan.demo.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Supplier;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.node.Alone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * 演练时钟: two months in a minute, for who wants to see the reminders come and the deadline fire. Evaluation only, forward only;
 * production does not have this bean.
 */
@Component
@Profile("!production")
@Conditional(RehearsalWanted.class)
public class RehearsalClock {

	/** Longer than any period of the rule. */
	static final int MOST_DAYS = 400;

	private static final Logger LOG = LoggerFactory.getLogger(RehearsalClock.class);

	private final EngineTime time;
	private final TimeLapse lapse;
	private final Clock clock;
	private final Alone alone;
	private final OtherNodes others;

	RehearsalClock(EngineTime time, TimeLapse lapse, Clock clock, Alone alone, OtherNodes others) {
		this.time = time;
		this.lapse = lapse;
		this.clock = clock;
		this.alone = alone;
		this.others = others;
	}

	/**
	 * @param now Shanghai time after the step
	 * @param fired how many timers fired on the way
	 */
	record Step(LocalDateTime now, int fired) {
	}

	LocalDateTime now() {
		return LocalDateTime.ofInstant(clock.instant(), ShanghaiTime.ZONE).withNano(0);
	}

	/**
	 * Lets so many days pass, from job to job, while every other node stands still. One step at a time; whatever fails on the way is left to the job
	 * executor.
	 *
	 * @param days 1 to {@value #MOST_DAYS}
	 * @throws Refusal for another number; while another node starts, moves the clock or does not stand still
	 */
	Step forward(int days) {
		Refusal.unless(days >= 1 && days <= MOST_DAYS, "时钟只能向前拨，一次 1 至 " + MOST_DAYS + " 天。");
		return whileNobodyActs(() -> forward(Duration.ofDays(days)));
	}

	/**
	 * Does what moves the clock, while nobody is let in on any node and no job runs but those that it runs itself. The clock is now's afterwards.
	 *
	 * @throws Refusal while another node starts, moves the clock or does not stand still; then nothing was done
	 */
	public synchronized <T> T whileNobodyActs(Supplier<T> work) {
		Refusal.unless(alone.begin(), "另一个节点正在启动或正在拨动演练时钟。时钟没有动，请过一会儿再拨。");
		try {
			return others.whileStill(work);
		}
		finally {
			time.backToNow();
			alone.end();
		}
	}

	private Step forward(Duration by) {
		try {
			Instant target = clock.instant().plus(by);
			// kept first: a machine that fails half-way must not come back to a time before what has already happened
			time.forward(by);
			int fired = lapse.before(target, (job, failure) -> LOG.warn("演练时钟：作业 {} 未成功，留给作业执行器重试", job.getId(), failure));
			time.backToNow();
			return new Step(now(), fired);
		}
		finally {
			time.backToNow();
		}
	}
}
