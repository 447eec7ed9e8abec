package org.bihuan.engine.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows down who tries passwords, and locks nobody out: a wait is for one account from one address, or for one address that tries many accounts,
 * and always ends. Somebody who knows an account's name keeps its owner, who sits elsewhere, from nothing. Kept in memory: a restart forgets it.
 */
public final class SignIns {

	/** Wrong ones in a row that cost nothing: a person may have mistyped. */
	static final int FREE = 5;
	/** The same of an address, behind which a whole office may sit. */
	static final int FREE_OF_ADDRESS = 50;

	private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(10);
	private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(15);
	private static final int DOUBLINGS = 10;
	private static final int REMEMBERED = 10_000;

	private static final ThreadLocal<String> ADDRESS = new ThreadLocal<>();

	/** How often in a row, and until when nothing is even looked at. */
	private record Wrong(int times, long until) {
	}

	private final LongSupplier nanoseconds;
	private final Map<String, Wrong> wrong = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
			return size() > REMEMBERED;
		}
	};

	/** @param nanoseconds a clock that no rehearsal moves */
	SignIns(LongSupplier nanoseconds) {
		this.nanoseconds = nanoseconds;
	}

	/** Whatever password is tried until {@link #nowhere} is tried from this address. */
	public static void from(String address) {
		ADDRESS.set(address);
	}

	/** The request is over. */
	public static void nowhere() {
		ADDRESS.remove();
	}

	/** Whether a password may be tried now; without an address, as in a test of the engine, always. */
	synchronized boolean mayTry(String account) {
		String address = ADDRESS.get();
		return address == null || (isOver(address) && isOver(pair(account, address)));
	}

	private boolean isOver(String key) {
		Wrong before = wrong.get(key);
		return before == null || nanoseconds.getAsLong() - before.until() >= 0;
	}

	/** What came of it: a right one forgets what was before, of this account. */
	synchronized void tried(String account, boolean right) {
		String address = ADDRESS.get();
		if (address == null) {
			return;
		}
		if (right) {
			wrong.remove(pair(account, address));
			return;
		}
		add(address, FREE_OF_ADDRESS);
		add(pair(account, address), FREE);
	}

	private void add(String key, int free) {
		Wrong before = wrong.remove(key);
		int times = before == null ? 1 : before.times() + 1;
		long wait = times < free ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(DOUBLINGS, times - free));
		wrong.put(key, new Wrong(times, nanoseconds.getAsLong() + wait));
	}

	private static String pair(String account, String address) {
		return account + " " + address;
	}
}
