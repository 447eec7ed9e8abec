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

/** A database of a former version keeps what stood in it only by the way: promises before they were counted, signers before they had a column. */
@Tag("database")
class FormerYearsTest {

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
	void promisesAndSignersAreCarriedOver() {
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
		draft(jdbc, "已研究。", "10:00");
		draft(jdbc, "已列入计划。", "10:20");
		signed(jdbc, "return", "10:10", "gongan2");
		signed(jdbc, "pass", "10:30", "gongan3");
		event(jdbc, "overdue-handled", "{\"measure\":\"supervise\"}", "quwei1");
		event(jdbc, "overdue-handled", "{\"measure\":\"convert\"}", "quwei2");
		event(jdbc, "conversion-reconsidered", "{}", "zhengfu1");
		migrations(database).load().migrate();
		assertThat(jdbc.sql("select unit || ' ' || cast(promised_on as varchar(10)) || ' ' || promised_by || ' ' || reason from promise order by id")
				.query(String.class).list())
				.containsExactly("unit-gongan 2023-11-28 quwei1 他说：\"下周\"\n一定办", "unit-gongan 2023-12-10 zhengfu1 再给两周");
		assertThat(jdbc.sql("select drafted_by || ' ' || coalesce(signed_by, '-') from reply_draft order by id").query(String.class).list())
				.as("who signed which version").containsExactly("gongan1 -", "gongan1 gongan3");
	}

	private static void draft(JdbcClient jdbc, String reply, String at) {
		jdbc.sql("insert into reply_draft (assignment_id, decision, reply, drafted_by, drafted_at) values ('CG2023-1-1', 'adopted', ?, 'gongan1', "
				+ "timestamp with time zone '2023-10-09 " + at + ":00+08:00')").param(reply).update();
	}

	private static void signed(JdbcClient jdbc, String verdict, String at, String actor) {
		jdbc.sql("insert into event (uid, at, actor, act, outcome_id, assignment_id, detail) values (?, timestamp with time zone '2023-10-09 " + at
				+ ":00+08:00', ?, 'reply-signed', 'CG2023-1', 'CG2023-1-1', ?)").params(UUID.randomUUID().toString(), actor,
						"{\"verdict\":\"" + verdict + "\"}")
				.update();
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
