package org.bihuan.engine.acting;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one exception by which an act of a person is turned down. Its message is shown to that person as it is: Chinese, and it
 * says what to do. The transaction rolls back, so the task stays open and the ledger is unchanged.
 */
public class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why, as far as a client can act on it. */
	public enum Kind {
		/** The answer is wrong: correct it and send it again (HTTP 400). */
		INVALID(400),
		/** Not for this person, whatever the answer (HTTP 403). */
		FORBIDDEN(403),
		/** Somebody, or the deadline, was faster (HTTP 409). */
		OVERTAKEN(409),
		/** Something outside that is needed for it does not answer now: the same again later (HTTP 503). */
		UNREACHABLE(503),
		/** Too many at once: the same again in a moment (HTTP 503). */
		BUSY(503);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		public int status() {
			return status;
		}
	}

	private final Kind kind;

	private Refusal(Kind kind, String message, Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	/** The answer must be corrected. */
	public static Refusal invalid(String message) {
		return new Refusal(Kind.INVALID, message, null);
	}

	/** The same with a cause, for whoever looks for one. */
	public static Refusal invalid(String message, Throwable cause) {
		return new Refusal(Kind.INVALID, message, cause);
	}

	/** It is not for this person to do. */
	public static Refusal forbidden(String message) {
		return new Refusal(Kind.FORBIDDEN, message, null);
	}

	/** The task, or what it is about, is no longer there to be answered. */
	public static Refusal overtaken(String message) {
		return new Refusal(Kind.OVERTAKEN, message, null);
	}

	/** The same with the technical cause, for the log. */
	public static Refusal overtaken(String message, Throwable cause) {
		return new Refusal(Kind.OVERTAKEN, message, cause);
	}

	/** What is needed for it does not answer, with the technical cause, for the log. */
	public static Refusal unreachable(String message, Throwable cause) {
		return new Refusal(Kind.UNREACHABLE, message, cause);
	}

	/** Too many do so at this moment. */
	public static Refusal busy(String message) {
		return new Refusal(Kind.BUSY, message, null);
	}

	public static void unless(boolean holds, String message) {
		if (!holds) {
			throw invalid(message);
		}
	}

	public static void unless(boolean holds, Supplier<String> message) {
		if (!holds) {
			throw invalid(message.get());
		}
	}

	/** @param why what a policy says against it; empty when nothing */
	public static void when(Optional<String> why) {
		if (why.isPresent()) {
			throw invalid(why.get());
		}
	}

	/** The refusal among the causes of {@code error}, or null. */
	public static Refusal in(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
			if (cause.getCause() == cause) {
				return null;
			}
		}
		return null;
	}

	public Kind kind() {
		return kind;
	}
}
