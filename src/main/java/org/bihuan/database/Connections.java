package org.bihuan.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * The connections under the pool: while the database is away none is tried for, and those that hang on it are cut, so that whoever waits for an
 * answer that does not come hears of it.
 */
class Connections implements DataSource {

	/** The pool would otherwise try again ever more seldom, and be late when the database is there again. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final DataSource driver;
	private final Database database;
	private final Set<Connection> open = Collections.newSetFromMap(new WeakHashMap<>());

	Connections(DataSource driver, Database database) {
		this.driver = driver;
		this.database = database;
	}

	@Override
	public Connection getConnection() throws SQLException {
		database.untilThere(PATIENCE);
		return kept(driver.getConnection());
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		database.untilThere(PATIENCE);
		return kept(driver.getConnection(user, password));
	}

	private Connection kept(Connection connection) {
		synchronized (open) {
			open.add(connection);
		}
		return connection;
	}

	/** Ends them all, also those at work: what they had begun is not committed, or nobody knows. */
	void cut() {
		List<Connection> all;
		synchronized (open) {
			all = List.copyOf(open);
			open.clear();
		}
		for (Connection one : all) {
			try {
				one.abort(Runnable::run);
				// H2 knows no abort; of the others nothing is left to close
				one.close();
			}
			catch (SQLException | RuntimeException dead) {
				// as it should be
			}
		}
	}

	@Override
	public PrintWriter getLogWriter() throws SQLException {
		return driver.getLogWriter();
	}

	@Override
	public void setLogWriter(PrintWriter log) throws SQLException {
		driver.setLogWriter(log);
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		driver.setLoginTimeout(seconds);
	}

	@Override
	public int getLoginTimeout() throws SQLException {
		return driver.getLoginTimeout();
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		return driver.getParentLogger();
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return type.isInstance(this) ? type.cast(this) : driver.unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return type.isInstance(this) || driver.isWrapperFor(type);
	}
}
