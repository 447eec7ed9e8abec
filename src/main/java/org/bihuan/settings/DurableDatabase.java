package org.bihuan.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * What was acknowledged is on the disk. H2 by itself writes half a second later: a process that is killed before has told people of acts which
 * nobody finds again, and gives their numbers to others. Here every commit is written, and the machine told to put it on the disk, before anybody
 * hears of it. H2's own setting for that ({@code WRITE_DELAY=0}) stops the thread that clears its file up, which then grows by 150 MB in a thousand
 * acts; with a checkpoint instead, and what is outdated given up at once, it stays below 20 MB. A database that is no file of H2's does so anyway.
 */
@Component
class DurableDatabase implements BeanPostProcessor, Ordered {

	private final boolean fileOfH2;

	DurableDatabase(Environment environment) {
		this.fileOfH2 = DatabaseFile.isFile(environment.getProperty("spring.datasource.url", ""));
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return fileOfH2 && bean instanceof DataSource database ? new Durable(database) : bean;
	}

	private static final class Durable extends DelegatingDataSource {

		private volatile boolean clearsUp;

		Durable(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			if (!clearsUp) {
				execute(connection, "set retention_time 0");
				clearsUp = true;
			}
			return (Connection) Proxy.newProxyInstance(DurableDatabase.class.getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, with) -> {
						// who commits each statement by itself is done when he gives the connection back
						if (method.getName().equals("close") && !connection.isClosed() && connection.getAutoCommit()) {
							execute(connection, "checkpoint");
						}
						Object answer = invoke(connection, method, with);
						if (method.getName().equals("commit")) {
							execute(connection, "checkpoint sync");
						}
						return answer;
					});
		}

		private static Object invoke(Connection connection, java.lang.reflect.Method method, Object[] with) throws Throwable {
			try {
				return method.invoke(connection, with);
			}
			catch (InvocationTargetException failed) {
				throw failed.getCause();
			}
		}

		private static void execute(Connection connection, String sql) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
		}
	}
}
