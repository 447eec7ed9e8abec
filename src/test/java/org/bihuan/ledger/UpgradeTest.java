package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.BihuanApplication;
import org.bihuan.Postgres;
import org.bihuan.json.Json;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database of the version before answers were kept as given: nothing in it is lost, and what was joined is told point by point. */
@Tag("database")
class UpgradeTest {

	private static final String FORMER = "41";

	/** A reply that the former version would have taken apart wrongly: which of the two lines begins the second answer, nobody can know. */
	private static final String AMBIGUOUS = "CG2022-4-J1：已办。\nCG2022-4-J2：一并考虑\nCG2022-4-J2：增加调解员 20 人。\nCG2022-4-J3：列入计划。";

	/** What the other tests here are about. */
	private static final Set<String> MOVED = Set.of("reply", "report", "evidence", "content");

	private DataSource database;
	private JdbcClient jdbc;
	private Map<String, List<Map<String, Object>>> before;

	@BeforeEach
	void aFormerDatabaseIsUpgraded() {
		BihuanApplication.useShanghaiTime();
		boolean postgresql = "postgresql".equals(System.getProperty("bihuan.test.database"));
		database = postgresql ? new DriverManagerDataSource(Postgres.newDatabase(), "postgres", "postgres")
				: new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
		jdbc = JdbcClient.create(database);
		FluentConfiguration flyway = Flyway.configure().dataSource(database).javaMigrations(new V52__SplitJoinedTexts())
				.locations("classpath:db/migration/common", "classpath:db/migration/" + (postgresql ? "postgresql" : "h2"));
		flyway.target(FORMER).load().migrate();
		ResourceDatabasePopulator rows = new ResourceDatabasePopulator(new ClassPathResource("former/before-v50.sql"));
		rows.setSqlScriptEncoding("UTF-8");
		rows.execute(database);
		write();
		before = tables();
		flyway.target("latest").load().migrate();
	}

	/** What the replayed cases have not: an ambiguous reply, a corrected report, a look-back in progress, a withdrawal. */
	private void write() {
		jdbc.sql("insert into reply_draft (id, assignment_id, decision, reply_class, reply, drafted_by, drafted_at) values (90001, 'CG2022-4-1', "
				+ "'adopted', 'A', ?, 'sifa1', timestamp with time zone '2023-01-05 09:00:00+08')").param(AMBIGUOUS).update();
		jdbc.sql("insert into implementation_report (id, assignment_id, report, reported_by, reported_at) values (90001, 'CG2023-3-1', '改造基本完工', "
				+ "'sifa1', timestamp with time zone '2023-01-05 09:00:00+08')").update();
		jdbc.sql("insert into tracking (id, assignment_id, due_on) values (90001, 'CG2022-4-1', ?)").param(LocalDate.of(2023, 1, 9)).update();
		jdbc.sql("insert into tracking_signature (tracking_id, party, on_track, evidence, site_check, signed_by, signed_at) values (90001, "
				+ "'committee', true, ?, '看了三处', 'shefa1', timestamp with time zone '2023-01-09 09:00:00+08')")
				.param("CG2022-4-J1：甲\nCG2022-4-J2：乙\nCG2022-4-J3：丙").update();
	}

	private Map<String, List<Map<String, Object>>> tables() {
		Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
		jdbc.sql("""
				select lower(table_name) from information_schema.tables
				where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%' order by table_name""").query(String.class).list()
				.forEach(table -> tables.put(table, jdbc.sql("select * from " + table + " order by 1").query().listOfRows()));
		return tables;
	}

	@Test
	void everyRowIsThereWithAllThatItHad() {
		Map<String, List<Map<String, Object>>> after = tables();
		before.forEach((table, rows) -> {
			assertThat(after.get(table)).as(table).hasSameSizeAs(rows);
			for (int at = 0; at < rows.size(); at++) {
				Map<String, Object> had = new LinkedHashMap<>(rows.get(at));
				had.keySet().removeIf(column -> MOVED.contains(column.toLowerCase(Locale.ROOT)));
				assertThat(after.get(table).get(at)).as("%s, row %s", table, at + 1).containsAllEntriesOf(had);
			}
		});
	}

	@Test
	void whatWasJoinedIsToldPointByPointAndNothingOfItIsLost() {
		assertThat(joined("reply_draft", "reply", "reply_point", "reply_id")).isEqualTo(former("reply_draft", "reply"));
		assertThat(joined("implementation_report", "report", "measure", "report_id")).isEqualTo(former("implementation_report", "report"));
		assertThat(joined("look_back", "evidence", "look_back_evidence", "look_back_id")).isEqualTo(former("look_back", "evidence"));
		assertThat(jdbc.sql("select text from tracking_evidence where tracking_id = 90001 order by suggestion_id").query(String.class).list())
				.containsExactly("甲", "乙", "丙");
		assertThat(jdbc.sql("select report from implementation_report where id = 90001").query(String.class).single()).isEqualTo("改造基本完工");
		assertThat(jdbc.sql("select count(*) from reply_draft where reply is null").query(Integer.class).single()).as("taken apart")
				.isGreaterThan(2);
	}

	private Map<Object, String> former(String table, String column) {
		return before.get(table).stream().collect(Collectors.toMap(row -> row.get("id"), row -> (String) row.get(column)));
	}

	private Map<Object, String> joined(String table, String column, String points, String key) {
		return jdbc.sql("select id, " + column + " as joined from " + table).query().listOfRows().stream()
				.collect(Collectors.toMap(row -> row.get("id"), row -> row.get("joined") != null ? (String) row.get("joined")
						: jdbc.sql("select suggestion_id || '：' || text from " + points + " where " + key + " = ? order by suggestion_id")
								.param(row.get("id")).query(String.class).list().stream().collect(Collectors.joining("\n"))));
	}

	@Test
	void anIssuedReplyNamesItsPointsAndNothingIsTheWordNull() {
		List<JsonNode> contents = jdbc.sql("select content from document").query(String.class).list().stream().map(Json::read).toList();
		assertThat(contents).filteredOn(content -> content.has("reply")).isNotEmpty()
				.allSatisfy(content -> assertThat(content.path("points")).as("%s", content).isNotEmpty());
		assertThat(contents).noneMatch(content -> content.toString().contains("\"null\""));
		assertThat(before.get("document")).as("there were some").anyMatch(row -> ((String) row.get("content")).contains("\"null\""));
	}

	@Test
	void theRoundOfTheLookBackGoesOn() {
		assertThat(jdbc.sql("select look_round from assignment where id = 'CG2022-10-1'").query(Integer.class).single()).as("done again once")
				.isEqualTo(2);
	}
}
