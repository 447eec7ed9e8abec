package org.bihuan.database;

import java.util.Properties;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Puts our {@link Connections} under the pool that Spring Boot made, before it has its first: what H2 keeps is kept, and nobody waits for a database
 * that is away longer than a person looks at a page. What an administrator has set himself stays as he wrote it.
 */
@Component
class Pools implements BeanPostProcessor {

	/** Of the driver, in seconds; for H2, which is within this process, there is nothing to wait for. */
	private static final String CONNECTING = "connectTimeout";
	private static final String SECONDS_TO_CONNECT = "3";

	private static final long USUAL_WAIT = TimeUnit.SECONDS.toMillis(30);
	private static final long WAIT = TimeUnit.SECONDS.toMillis(4);
	private static final long VALIDATION = TimeUnit.SECONDS.toMillis(1);

	private final ObjectProvider<Database> database;
	private volatile Connections connections;
	private volatile Probe probe = Probe.NONE;

	Pools(ObjectProvider<Database> database) {
		this.database = database;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getDataSource() == null && pool.getJdbcUrl() != null) {
			underneath(pool);
		}
		return bean;
	}

	private void underneath(HikariDataSource pool) {
		DurableFile.register();
		String address = H2File.durable(pool.getJdbcUrl());
		Properties properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		boolean elsewhere = address.startsWith("jdbc:postgresql:");
		if (elsewhere) {
			properties.putIfAbsent(CONNECTING, SECONDS_TO_CONNECT);
			properties.putIfAbsent("tcpKeepAlive", "true");
			if (pool.getConnectionTimeout() == USUAL_WAIT) {
				pool.setConnectionTimeout(WAIT);
				pool.setValidationTimeout(VALIDATION);
			}
		}
		DriverDataSource driver = new DriverDataSource(address, pool.getDriverClassName(), properties, pool.getUsername(), pool.getPassword());
		connections = new Connections(driver, database.getObject());
		pool.setDataSource(connections);
		if (elsewhere) {
			probe = new ServerProbe(address, pool.getDriverClassName(), properties, pool.getUsername(), pool.getPassword());
		}
		else if (H2File.path(address) != null) {
			probe = new FileProbe(driver, H2File.path(address));
		}
	}

	/** Null before the pool is made, and where the pool is of another kind. */
	Connections connections() {
		return connections;
	}

	/** How this database is asked whether it is there. */
	Probe probe() {
		return probe;
	}
}
