package org.bihuan.demo.rehearsal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.engine.time.JobExecution;
import org.bihuan.node.Nodes;
import org.bihuan.node.Pulse;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One rehearsal clock for all nodes: while one of them moves it, the others let nobody in and execute no job, and then go on at the new time. Each
 * looks every second whether the clock is moved; one that died while it moved it has kept the new time first.
 */
@Component
@Profile("!production")
@Conditional(RehearsalWanted.class)
class OtherNodes implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
	private static final int SECONDS_TO_STAND = 30;
	private static final int SECONDS_TO_PUT_DOWN = 10;
	private static final long BETWEEN_LOOKS = 200;

	private final ProcessEngine engine;
	private final EngineTime time;
	private final JobExecution jobs;
	private final Nodes nodes;
	private final Clock clock;
	private Pulse eye;
	/** Lets the jobs run again; null while this node does not stand still. */
	private Runnable resume;

	OtherNodes(@Lazy ProcessEngine engine, EngineTime time, @Lazy JobExecution jobs, Nodes nodes, Clock clock) {
		this.engine = engine;
		this.time = time;
		this.jobs = jobs;
		this.nodes = nodes;
		this.clock = clock;
	}

	/** After the node has said that it lives. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	public void watch() {
		if (nodes.areSeveral() && jobs.areExecuted()) {
			eye = new Pulse("rehearsal-clock", 1, this::look);
		}
	}

	private synchronized void look() {
		try {
			Optional<String> mover = time.mover();
			if (mover.filter(jobs.node()::equals).isPresent()) {
				return;
			}
			if (mover.filter(nodes::lives).isPresent()) {
				standStill();
			}
			else {
				goOn();
			}
		}
		catch (RuntimeException unanswered) {
			LOG.debug("the clock is looked at again in a second", unanswered);
		}
	}

	private void standStill() {
		if (resume == null) {
			time.stopAt(clock.instant());
			resume = putDown();
		}
		nodes.stand(jobs.node(), true);
	}

	private void goOn() {
		time.follow();
		if (resume != null) {
			nodes.stand(jobs.node(), false);
			resume.run();
			resume = null;
		}
	}

	/** Takes no more jobs and ends those it has; one that waits for somebody elsewhere, as a mail server, is not waited for. */
	private Runnable putDown() {
		Runnable again = JobExecution.pause(engine);
		await(SECONDS_TO_PUT_DOWN, () -> nodes.jobsOf(jobs.node()) == 0);
		return again;
	}

	/**
	 * Moves the clock while every other node stands still, and this one has no job in hand but those that it runs on the way.
	 *
	 * @throws Refusal if one does not, and nothing was done
	 */
	synchronized <T> T whileStill(Supplier<T> move) {
		time.isMovedBy(jobs.node());
		Runnable again = putDown();
		try {
			Refusal.unless(await(SECONDS_TO_STAND, () -> !nodes.othersMove(jobs.node())),
					"另一个节点没有应答，不能和它一起拨。时钟没有动，请检查各节点，或停掉它以后过半分钟再拨。");
			return move.get();
		}
		finally {
			time.isMovedByNobody();
			again.run();
		}
	}

	/** @return whether it has become true in time */
	private static boolean await(int seconds, BooleanSupplier sign) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (!sign.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			try {
				TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	@Override
	public void destroy() {
		if (eye != null) {
			eye.close();
		}
	}
}
