package org.bihuan.document;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal;
import org.springframework.stereotype.Component;

/**
 * What opens a file needs memory that its sender determines: pages, pictures and what is packed. Only as many at once as half of the memory has room
 * for; the next ones wait for their turn, and are told so when it does not come. What only passes, on its way in or out, needs none.
 */
@Component
class Turns {

	/** The room for one, in files of the largest size. */
	private static final int TIMES_OVER = 6;
	private static final int PATIENCE_SECONDS = 20;

	private final Semaphore turns;
	private final int patience;

	@org.springframework.beans.factory.annotation.Autowired
	Turns(AttachmentRules rules) {
		this(Runtime.getRuntime().maxMemory(), rules.maxSize().toBytes(), PATIENCE_SECONDS);
	}

	/**
	 * @param memory of this process, in bytes
	 * @param largest that a file may be, in bytes
	 * @param patience how long one waits for a turn, in seconds
	 */
	Turns(long memory, long largest, int patience) {
		this.turns = new Semaphore(atOnce(memory, largest), true);
		this.patience = patience;
	}

	/** How many at once; at least one. */
	static int atOnce(long memory, long largest) {
		return (int) Math.max(1, Math.min(Short.MAX_VALUE, memory / 2 / (TIMES_OVER * largest)));
	}

	/** @throws Refusal when the turn does not come in time; nothing was done */
	<T> T during(Supplier<T> act) {
		if (!hasTurn()) {
			throw Refusal.busy("现在上传和下载的人多，没有办成，也没有保存。请过一会儿再试。");
		}
		try {
			return act.get();
		}
		finally {
			turns.release();
		}
	}

	private boolean hasTurn() {
		try {
			return turns.tryAcquire(patience, TimeUnit.SECONDS);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
