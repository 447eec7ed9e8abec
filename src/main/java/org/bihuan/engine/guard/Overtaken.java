package org.bihuan.engine.guard;

import java.sql.SQLException;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** How a lost race looks, from below: the only one that knows the many faces that the engine, Spring and the databases give it. */
final class Overtaken {

	/** A row that is there already, or that is gone with what it belongs to; a lock that was lost, waited for too long, or held crosswise. */
	private static final Pattern LOST = Pattern.compile("2350[356]|40\\w{3}|90131|HYT00");
	/** The engine looks for the executions of an instance that has just ended. */
	private static final String GONE_MEANWHILE = "Cannot restore state of process instance";
	private static final String PLATFORM = "org.camunda.";

	private Overtaken() {
	}

	/**
	 * Whether another one was faster, or held too long what this one needs, or both held what the other needed: a lost lock, a row that is there
	 * already, an instance that has just ended. Also a null that the engine itself met between two of its reads; one of ours is a mistake of ours.
	 */
	static boolean is(Throwable failed) {
		return isLocked(failed) || any(failed, cause -> (cause instanceof NullPointerException && isThePlatforms(cause))
				|| String.valueOf(cause.getMessage()).contains(GONE_MEANWHILE));
	}

	/** The same without what only a second try can tell. */
	static boolean isLocked(Throwable failed) {
		return any(failed, cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
				|| cause instanceof DuplicateKeyException
				|| (cause instanceof SQLException sql && LOST.matcher(String.valueOf(sql.getSQLState())).matches()));
	}

	private static boolean isThePlatforms(Throwable cause) {
		return cause.getStackTrace().length > 0 && cause.getStackTrace()[0].getClassName().startsWith(PLATFORM);
	}

	private static boolean any(Throwable failed, java.util.function.Predicate<Throwable> found) {
		for (Throwable cause = failed; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (found.test(cause)) {
				return true;
			}
		}
		return false;
	}
}
