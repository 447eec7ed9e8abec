package org.bihuan.engine.answer;

import java.util.function.Supplier;

/** Holds the answer that is being submitted on this thread, from the service call to the listener that takes it. */
public final class Answers {

	private static final ThreadLocal<Answer> CURRENT = new ThreadLocal<>();

	private Answers() {
	}

	/** Runs {@code act} with {@code answer} at hand. */
	public static <T> T during(Answer answer, Supplier<T> act) {
		Answer outer = CURRENT.get();
		CURRENT.set(answer);
		try {
			return act.get();
		}
		finally {
			if (outer == null) {
				CURRENT.remove();
			}
			else {
				CURRENT.set(outer);
			}
		}
	}

	/** The answer at hand; null when nobody is answering (a job, a delegate). */
	public static Answer current() {
		return CURRENT.get();
	}
}
