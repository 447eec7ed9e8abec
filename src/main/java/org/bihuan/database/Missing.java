package org.bihuan.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.h2.mvstore.MVStoreException;

/** How it looks from above that the database is not there, by whichever driver, pool or layer it comes, and what is said of it. */
public final class Missing {

	/** No connection, or none any more; the server is going or coming, or has no room; the same of H2, whose states are its own numbers. */
	private static final Pattern STATES = Pattern.compile("08\\w{3}|57P0\\w|53\\w{3}|58\\w{3}|90098|90067|90121|90028|90031|90030|90020");

	/** H2's file itself; what its numbers from here on tell is of locks and values. */
	private static final int FIRST_OF_TRANSACTIONS = 100;

	/** The pool's, of one that has ended under who was at work with it; it gives no state. */
	private static final String ENDED = "Connection is closed";

	private static final String NOT_DONE = "数据库暂时连不上或者正忙，这次没有执行。请稍后再试。";
	private static final String NOBODY_KNOWS = "办理途中数据库断开，不知道是否已经办成。请稍后刷新查看，没有办成的再办一次。";

	private Missing() {
	}

	/** Whether it failed for want of the database, not by what was asked of it. */
	public static boolean is(Throwable failed) {
		return any(failed, cause -> isNone(cause) || (cause instanceof MVStoreException file && file.getErrorCode() < FIRST_OF_TRANSACTIONS)
				|| (cause instanceof SQLException sql
						&& (STATES.matcher(String.valueOf(sql.getSQLState())).matches() || ENDED.equals(sql.getMessage()))));
	}

	/** What the person is told whose work failed; in Chinese, with what to do. */
	public static String sentence(Throwable failed) {
		return any(failed, Missing::isNone) ? NOT_DONE : NOBODY_KNOWS;
	}

	/** The pool had none to give, so that nothing can have begun. */
	private static boolean isNone(Throwable cause) {
		return cause instanceof SQLTransientConnectionException;
	}

	private static boolean any(Throwable failed, Predicate<Throwable> found) {
		for (Throwable cause = failed; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (found.test(cause)) {
				return true;
			}
		}
		return false;
	}
}
