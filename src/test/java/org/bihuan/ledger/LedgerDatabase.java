package org.bihuan.ledger;

import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.bihuan.BihuanApplication;
import org.bihuan.Postgres;
import org.bihuan.calendar.LightPolicy;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The ledger's tables alone, without an engine, in a database of a test's own that holds {@link ManyOutcomes}. */
public final class LedgerDatabase implements AutoCloseable {

	static final Clock CLOCK = Clock.fixed(ManyOutcomes.TODAY.atTime(10, 0).atZone(BihuanApplication.ZONE).toInstant(), BihuanApplication.ZONE);
	static final LightPolicy LIGHTS = new LightPolicy();

	final JdbcClient jdbc;
	final LedgerRows rows;
	final Breakdown breakdown;
	private final SingleConnectionDataSource connection;

	private LedgerDatabase(DataSource database, String vendor, int outcomes) {
		BihuanApplication.useShanghaiTime();
		Flyway.configure().dataSource(database).locations("classpath:db/migration/common", "classpath:db/migration/" + vendor).load().migrate();
		ManyOutcomes.write(database, outcomes, 7);
		connection = new SingleConnectionDataSource(((DriverManagerDataSource) database).getUrl(),
				((DriverManagerDataSource) database).getUsername(),
				((DriverManagerDataSource) database).getPassword(), true);
		jdbc = JdbcClient.create(connection);
		rows = new LedgerRows(jdbc, CLOCK, LIGHTS);
		breakdown = new Breakdown(jdbc, CLOCK);
	}

	static LedgerDatabase h2(int outcomes) {
		return new LedgerDatabase(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), "h2", outcomes);
	}

	/** Analysed, so that the planner knows the rows. */
	public static LedgerDatabase postgres(int outcomes) {
		LedgerDatabase database = new LedgerDatabase(new DriverManagerDataSource(Postgres.newDatabase(), "postgres", "postgres"), "postgresql",
				outcomes);
		database.jdbc.sql("analyze").update();
		return database;
	}

	/** The database that this run of the tests is about. */
	static LedgerDatabase ofThisRun(int outcomes) {
		return "postgresql".equals(System.getProperty("bihuan.test.database")) ? postgres(outcomes) : h2(outcomes);
	}

	public JdbcClient jdbc() {
		return jdbc;
	}

	public DataSource dataSource() {
		return connection;
	}

	@Override
	public void close() {
		connection.destroy();
	}
}
