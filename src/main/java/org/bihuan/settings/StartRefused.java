package org.bihuan.settings;

/** Why the application does not start, in Chinese, for the person who started it: shown alone, without a stack trace. */
public final class StartRefused extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	public StartRefused(String message) {
		super(message);
	}

	public StartRefused(String message, Throwable cause) {
		super(message, cause);
	}

	/** @return null if none is behind {@code failure} */
	static StartRefused in(Throwable failure) {
		Throwable cause = failure;
		while (cause != null && !(cause instanceof StartRefused)) {
			cause = cause.getCause();
		}
		return (StartRefused) cause;
	}
}
