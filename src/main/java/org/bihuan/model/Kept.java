package org.bihuan.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out of texts and files, by what it was worked out of: all of it, or its hash. So it can never be out of date, only forgotten: the
 * one that was asked for the longest time ago goes first.
 *
 * @param <T> never null
 */
public final class Kept<T> {

	private final Map<String, T> known;

	/** @param most how many are kept */
	public Kept(int most) {
		known = new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
				return size() > most;
			}
		};
	}

	/** Works it out where it is not known. Two who ask at the same time may both do so. */
	public T of(String key, Function<String, T> working) {
		T there;
		synchronized (known) {
			there = known.get(key);
		}
		if (there == null) {
			there = working.apply(key);
			synchronized (known) {
				known.put(key, there);
			}
		}
		return there;
	}

	/** It is worked out again when it is asked for next. */
	public void forget(String key) {
		synchronized (known) {
			known.remove(key);
		}
	}
}
