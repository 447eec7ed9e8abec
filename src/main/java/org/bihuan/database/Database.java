package org.bihuan.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/**
 * Whether the database is there: the one who knows. Every door asks before it lets anybody in, and so does the readiness; {@link DatabaseWatch}
 * finds out and says it here.
 */
@Component
public class Database {

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition news = lock.newCondition();
	private volatile String away;
	private boolean doubted;

	/** Whether it answered when it was last asked, a second ago or less. */
	public boolean isThere() {
		return away == null;
	}

	/** What a person is told who comes meanwhile; null while it is there. */
	public String away() {
		return away;
	}

	/** Somebody's work failed by it: it is asked again at once, not in a second. */
	public void doubt() {
		lock.lock();
		try {
			doubted = true;
			news.signalAll();
		}
		finally {
			lock.unlock();
		}
	}

	/** @param sentence in Chinese; null when it is there again */
	void tell(String sentence) {
		lock.lock();
		try {
			away = sentence;
			news.signalAll();
		}
		finally {
			lock.unlock();
		}
	}

	/** Until it is time to ask again, or somebody doubts. */
	void untilAsked(Duration patience) throws InterruptedException {
		lock.lock();
		try {
			long left = patience.toNanos();
			while (!doubted && left > 0) {
				left = news.awaitNanos(left);
			}
			doubted = false;
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Until it is there.
	 *
	 * @throws SQLException if it is not within that time
	 */
	void untilThere(Duration patience) throws SQLException {
		lock.lock();
		try {
			long left = patience.toNanos();
			while (away != null && left > 0) {
				left = news.awaitNanos(left);
			}
			if (away != null) {
				throw new SQLException(away, "08001");
			}
		}
		catch (InterruptedException closing) {
			Thread.currentThread().interrupt();
			throw new SQLException("interrupted", "08001", closing);
		}
		finally {
			lock.unlock();
		}
	}
}
