package org.bihuan.engine.acting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The key of one form as it was shown to one person, which comes back with what he fills in: the same key a second time is the same act, repeated by
 * a browser, a proxy or a hand that did not hear the answer. A key that the server gave also tells since when the form was open. A program may make
 * its own, or send none.
 *
 * @param key as it was sent
 */
public record FormKey(String key) {

	/** The header by which a key comes. */
	public static final String HEADER = "Idempotency-Key";

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~+-]{7,99}");
	private static final char MOMENT_ENDS = '~';
	private static final ThreadLocal<FormKey> CURRENT = new ThreadLocal<>();

	/** @throws Refusal when it is none that could be kept */
	public FormKey {
		Refusal.unless(KEY.matcher(key).matches(), HEADER + " 应为 8 至 100 个字母、数字或 . _ : ~ + -，没有执行。请改正后重试。");
	}

	/** A new one for a form that is shown at this moment. */
	public static FormKey at(Instant shown) {
		return new FormKey(shown.toString() + MOMENT_ENDS + UUID.randomUUID());
	}

	/** That of the request which goes on now; empty when it has none. */
	public static Optional<FormKey> current() {
		return Optional.ofNullable(CURRENT.get());
	}

	/**
	 * Runs {@code act} for what was sent with this key.
	 *
	 * @param key null for none
	 */
	public static <T> T during(FormKey key, Supplier<T> act) {
		begin(key);
		try {
			return act.get();
		}
		finally {
			end();
		}
	}

	/** From here on this thread works for what was sent with this key. */
	public static void begin(FormKey key) {
		CURRENT.set(key);
	}

	/** This thread's request is over. */
	public static void end() {
		CURRENT.remove();
	}

	/** When its form was shown; empty for one that a program made. */
	public Optional<Instant> shownAt() {
		int end = key.indexOf(MOMENT_ENDS);
		if (end < 0) {
			return Optional.empty();
		}
		try {
			return Optional.of(Instant.parse(key.substring(0, end)));
		}
		catch (DateTimeException another) {
			return Optional.empty();
		}
	}
}
