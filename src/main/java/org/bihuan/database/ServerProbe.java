package org.bihuan.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import com.zaxxer.hikari.util.DriverDataSource;

/** PostgreSQL: does it answer on the connection that is kept for it, and if not, does it take another? */
class ServerProbe implements Probe {

	private static final int SECONDS = 1;
	private static final String SECONDS_OF_A_NEW_ONE = "2";

	private final DriverDataSource driver;
	private Connection connection;

	ServerProbe(String address, String driverClass, Properties properties, String user, String password) {
		Properties impatient = new Properties();
		impatient.putAll(properties);
		for (String patience : new String[] { "connectTimeout", "socketTimeout", "loginTimeout" }) {
			impatient.put(patience, SECONDS_OF_A_NEW_ONE);
		}
		impatient.put("ApplicationName", "bihuan-watch");
		this.driver = new DriverDataSource(address, driverClass, impatient, user, password);
	}

	@Override
	public void ask() throws SQLException {
		if (connection != null && connection.isValid(SECONDS)) {
			return;
		}
		close();
		Connection another = driver.getConnection();
		another.setAutoCommit(true);
		connection = another;
	}

	@Override
	public String away() {
		return "数据库暂时连不上，这次没有执行。系统会自己恢复，请稍后再试。";
	}

	@Override
	public void close() {
		if (connection != null) {
			try {
				connection.abort(Runnable::run);
			}
			catch (SQLException dead) {
				// nothing is left to close
			}
			connection = null;
		}
	}
}
