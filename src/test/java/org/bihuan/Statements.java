package org.bihuan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Hears every statement that the application prepares, its own and the engine's, while somebody listens. */
@Component
public class Statements implements BeanPostProcessor {

	private static volatile List<String> heard;

	/** What was prepared while {@code act} ran, in any thread; nothing else should run meanwhile. */
	public static List<String> during(Runnable act) {
		List<String> listening = new CopyOnWriteArrayList<>();
		heard = listening;
		try {
			act.run();
			return listening;
		}
		finally {
			heard = null;
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return bean instanceof DataSource database ? new Listening(database) : bean;
	}

	private static final class Listening extends DelegatingDataSource {

		Listening(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, with) -> {
						List<String> listening = heard;
						if (listening != null && method.getName().equals("prepareStatement")) {
							listening.add((String) with[0]);
						}
						try {
							return method.invoke(connection, with);
						}
						catch (InvocationTargetException failed) {
							throw failed.getCause();
						}
					});
		}
	}
}
