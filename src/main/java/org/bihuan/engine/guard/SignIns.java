package org.bihuan.engine.guard;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows down who tries passwords, and locks nobody out. Every wait ends by itself, and everything is forgotten an hour after it did:
 * <ul>
 * <li>one account from one address: from the fifth wrong one on, up to a quarter of an hour;</li>
 * <li>one address, whatever accounts it tries: from the fiftieth on, the same;</li>
 * <li>one account at changing addresses: from the twentieth wrong one on that comes from another address than the one before, up to a minute,
 * and only where the account has not logged in during the last thirty days. So who guesses from many addresses has one guess a minute, who
 * guesses from one keeps nobody elsewhere, and the owner goes on at his own place.</li>
 * </ul>
 * Kept in memory: a restart forgets it.
 */
public final class SignIns {

	/** Wrong ones in a row that cost nothing: a person may have mistyped. */
	static final int FREE = 5;
	/** The same of an address, behind which a whole office may sit. */
	static final int FREE_OF_ADDRESS = 50;
	/** The same of an account, each at another address than the one before. */
	static final int FREE_OF_ACCOUNT = 20;

	private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(10);
	private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(15);
	private static final long LONGEST_WAIT_OF_ACCOUNT = TimeUnit.MINUTES.toNanos(1);
	private static final long REMEMBERED_FOR = TimeUnit.HOURS.toNanos(1);
	private static final long KNOWN_FOR = TimeUnit.DAYS.toNanos(30);
	private static final int DOUBLINGS = 10;
	private static final int REMEMBERED = 10_000;

	private static final ThreadLocal<String> ADDRESS = new ThreadLocal<>();

	/**
	 * What is counted: an account at an address, or either alone.
	 *
	 * @param account null for all of an address
	 * @param address null for all of an account
	 */
	private record Counted(String account, String address) {
	}

	/**
	 * How often in a row, and until when nothing is even looked at.
	 *
	 * @param address of the last one
	 */
	private record Wrong(int times, long until, String address) {
	}

	private final LongSupplier nanoseconds;
	private final Map<Counted, Wrong> wrong = new Newest<>();
	/** Where an account has logged in, and when it last did. */
	private final Map<Counted, Long> known = new Newest<>();

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
		if (address == null) {
			return true;
		}
		Counted here = at(account, address);
		return isOver(new Counted(null, address)) && isOver(here) && (isKnown(here) || isOver(at(account, null)));
	}

	private boolean isOver(Counted what) {
		Wrong before = wrong.get(what);
		return before == null || nanoseconds.getAsLong() - before.until() >= 0;
	}

	private boolean isKnown(Counted here) {
		Long last = known.get(here);
		return last != null && nanoseconds.getAsLong() - last < KNOWN_FOR;
	}

	/** What came of it: a right one forgets the wrong ones of this account here, and none of elsewhere. */
	synchronized void tried(String account, boolean right) {
		String address = ADDRESS.get();
		if (address == null) {
			return;
		}
		Counted here = at(account, address);
		if (right) {
			wrong.remove(here);
			known.remove(here);
			known.put(here, nanoseconds.getAsLong());
			return;
		}
		add(new Counted(null, address), FREE_OF_ADDRESS, LONGEST_WAIT, address);
		add(here, FREE, LONGEST_WAIT, address);
		Wrong last = wrong.get(at(account, null));
		if (last == null || !last.address().equals(address)) {
			add(at(account, null), FREE_OF_ACCOUNT, LONGEST_WAIT_OF_ACCOUNT, address);
		}
	}

	private void add(Counted what, int free, long longest, String address) {
		long now = nanoseconds.getAsLong();
		Wrong before = wrong.remove(what);
		int times = before == null || now - before.until() >= REMEMBERED_FOR ? 1 : before.times() + 1;
		long wait = times < free ? 0 : Math.min(longest, FIRST_WAIT << Math.min(DOUBLINGS, times - free));
		wrong.put(what, new Wrong(times, now + wait, address));
	}

	/** A name written otherwise is no other account to who guesses. */
	private static Counted at(String account, String address) {
		return new Counted(account.strip().toLowerCase(Locale.ROOT), address);
	}

	/** Keeps what was put in last: who brings many names fills no memory. */
	private static final class Newest<V> extends LinkedHashMap<Counted, V> {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Counted, V> eldest) {
			return size() > REMEMBERED;
		}
	}
}
