package org.bihuan.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database every second whether it is there, and says so: once in the log when it goes and once when it comes, to {@link Database}, which
 * the doors and the readiness ask, and to who works in the background ({@link DatabaseNews}). When it has gone, whoever still waits for its answer
 * is cut off; and what is ended by that nobody has committed, or nobody knows.
 */
@Component
class DatabaseWatch implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

	private static final Duration EVERY = Duration.ofSeconds(1);
	private static final long PATIENCE = 5;

	private final Database database;
	private final Pools pools;
	private final ApplicationEventPublisher events;
	/** Who stops or starts his own work for it may take his time. */
	private ExecutorService telling;
	private Thread thread;
	private volatile boolean running;
	private long gone;

	DatabaseWatch(Database database, Pools pools, ApplicationEventPublisher events) {
		this.database = database;
		this.pools = pools;
		this.events = events;
	}

	@Override
	public void start() {
		if (pools.probe() == Probe.NONE) {
			return;
		}
		running = true;
		telling = Executors.newSingleThreadExecutor(work -> daemon(work, "database-news"));
		thread = daemon(this::watch, "database-watch");
		thread.start();
	}

	private static Thread daemon(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		return thread;
	}

	private void watch() {
		try {
			while (running) {
				look();
				database.untilAsked(EVERY);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private void look() {
		try {
			pools.probe().ask();
			if (!database.isThere()) {
				back();
			}
		}
		catch (SQLException | RuntimeException failed) {
			if (database.isThere() && running) {
				away(failed);
			}
			pools.connections().cut();
		}
	}

	private void away(Exception failed) {
		gone = System.nanoTime();
		database.tell(pools.probe().away());
		LOG.error("数据库不在了（{}）：暂停服务，一切请求回答 503，恢复后自动继续。", reason(failed));
		telling.execute(() -> events.publishEvent(new DatabaseNews(false)));
	}

	private static String reason(Exception failed) {
		Throwable deepest = failed;
		while (deepest.getCause() != null && deepest.getCause() != deepest) {
			deepest = deepest.getCause();
		}
		return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
	}

	private void back() {
		database.tell(null);
		LOG.info("数据库恢复，中断了 {} 秒：继续服务。", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - gone));
		telling.execute(() -> events.publishEvent(new DatabaseNews(true)));
	}

	/**
	 * Before the pool is closed: H2 writes its file to the end with the last connection. Nobody is interrupted: who is in the middle of a file
	 * closes it by that for everybody.
	 */
	@Override
	public void stop() {
		running = false;
		database.doubt();
		telling.shutdown();
		try {
			thread.join(TimeUnit.SECONDS.toMillis(PATIENCE));
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
		pools.probe().close();
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
