package org.bihuan.settings;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * H2 gives the result of a query again that is asked a second time when nothing has changed since; but who waits for a lock goes on a moment before
 * H2 notes that the other one's changes count. So who reads, locks and reads again would see what stood there before the lock, most of the times
 * that he had to wait. Whatever H2 it is, it is told to look each time.
 */
@Component
class FreshReads implements BeanPostProcessor {

	private static final String LOOK_EACH_TIME = "SET OPTIMIZE_REUSE_RESULTS 0";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:h2:")) {
			pool.setConnectionInitSql(LOOK_EACH_TIME);
		}
		return bean;
	}
}
