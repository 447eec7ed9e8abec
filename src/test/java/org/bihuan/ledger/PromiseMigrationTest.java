package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import javax.sql.DataSource;

import org.bihuan.Postgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before promises were counted keeps every one of them. */
@Tag("database")
class PromiseMigrationTest {

	private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("bihuan.test.database"));

	private static DataSource database() {
		return POSTGRESQL ? new DriverManagerDataSource(Postgres.newDatabase(), "postgres", "postgres")
				: new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	private static FluentConfiguration migrations(DataSource database) {
		return Flyway.configure().dataSource(database).locations("classpath:db/migration/common",
				"classpath:db/migration/" + (POSTGRESQL ? "postgresql" : "h2"));
	}

	@Test
	void promisesThatWereMadeBeforeAreCarriedOver() {
		DataSource database = database();
		migrations(database).target("41").load().migrate();
		JdbcClient jdbc = JdbcClient.create(database);
		jdbc.sql("""
				insert into outcome (id, process_instance_id, title, kind, committee, background, state, registered_by, registered_at)
				values ('CG2023-1', 'p', '基层派出所改造', 'research', 'committee-chengxiang', '背景', 'HANDLING', 'chengxiang1', current_timestamp)""")
				.update();
		jdbc.sql("""
				insert into assignment (id, outcome_id, seq, requirement, lead_unit, state, assigned_by, assigned_at)
				values ('CG2023-1-1', 'CG2023-1', 1, '办理', 'unit-gongan', 'RECEIVED', 'quwei1', current_timestamp)""").update();
		entry(jdbc, "SIGNED", "2023-11-13", "[\"收到\"]");
		entry(jdbc, "PROMISED", "2023-11-28", "[\"他说：\\\"下周\\\"\\n一定办\"]");
		entry(jdbc, "PROMISED", "2023-12-10", "[\"再给两周\"]");
		event(jdbc, "overdue-handled", "{\"measure\":\"supervise\"}", "quwei1");
		event(jdbc, "overdue-handled", "{\"measure\":\"convert\"}", "quwei2");
		event(jdbc, "conversion-reconsidered", "{}", "zhengfu1");
		migrations(database).load().migrate();
		assertThat(jdbc.sql("select unit || ' ' || cast(promised_on as varchar(10)) || ' ' || promised_by || ' ' || reason from promise order by id")
				.query(String.class).list())
				.containsExactly("unit-gongan 2023-11-28 quwei1 他说：\"下周\"\n一定办", "unit-gongan 2023-12-10 zhengfu1 再给两周");
	}

	private static void entry(JdbcClient jdbc, String what, String due, String steps) {
		jdbc.sql("insert into clock_entry (assignment_id, unit, what, from_day, due_on, steps, at) values ('CG2023-1-1', 'unit-gongan', ?, "
				+ "date '2023-11-14', cast(? as date), ?, current_timestamp)").params(what, due, steps).update();
	}

	private static void event(JdbcClient jdbc, String act, String detail, String actor) {
		jdbc.sql("insert into event (uid, at, actor, act, outcome_id, assignment_id, detail) values (?, current_timestamp, ?, ?, 'CG2023-1', "
				+ "'CG2023-1-1', ?)").params(UUID.randomUUID().toString(), actor, act, detail).update();
	}
}
