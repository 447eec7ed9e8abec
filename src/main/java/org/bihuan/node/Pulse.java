package org.bihuan.node;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that a node does again and again in a thread of its own, which keeps no process from ending. */
public final class Pulse implements AutoCloseable {

	private final ScheduledExecutorService thread;
	private final Future<?> times;

	/**
	 * @param seconds from the end of one time to the next
	 * @param act throws nothing, or it would be the last time
	 */
	public Pulse(String name, int seconds, Runnable act) {
		thread = Executors.newSingleThreadScheduledExecutor(work -> {
			Thread daemon = new Thread(work, name);
			daemon.setDaemon(true);
			return daemon;
		});
		times = thread.scheduleWithFixedDelay(act, 0, seconds, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		times.cancel(true);
		thread.shutdownNow();
	}
}
