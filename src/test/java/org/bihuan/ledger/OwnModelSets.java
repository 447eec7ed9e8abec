package org.bihuan.ledger;

import java.time.Clock;
import java.util.UUID;

import org.bihuan.BihuanApplication;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A ledger without a set of models yet, in a database of a test's own: what a start finds is made there, without another application.
 *
 * @param transactions of this database alone
 */
public record OwnModelSets(JdbcClient jdbc, ModelSets sets, PlatformTransactionManager transactions) {

	public static OwnModelSets create() {
		DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
		Flyway.configure().dataSource(database).locations("classpath:db/migration/common", "classpath:db/migration/h2").load().migrate();
		JdbcClient jdbc = JdbcClient.create(database);
		return new OwnModelSets(jdbc, new ModelSets(jdbc, Clock.system(BihuanApplication.ZONE)), new DataSourceTransactionManager(database));
	}

	/** Of which there are none yet. */
	public ModelRehearsals rehearsals() {
		return new ModelRehearsals(jdbc, Clock.system(BihuanApplication.ZONE));
	}

	/** As an older program left it: the database itself refuses what only a test does. */
	public void alter(String table, String event, String statement) {
		jdbc.sql("drop trigger " + table + "_no_" + event).update();
		jdbc.sql(statement).update();
	}
}
