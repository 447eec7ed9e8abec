package org.bihuan.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.bihuan.BihuanApplication;
import org.bihuan.Postgres;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the ledger page takes, over HTTP and rendered, at 1,000 and at 20,000 outcomes. No test: it asserts nothing and does not run
 * with the others. {@code mvn verify -Dtest=LedgerBenchmark} prints it for H2 and then for
 * PostgreSQL; {@code -Dbihuan.benchmark.times=} says how many times each page is opened.
 */
@Tag("database")
class LedgerBenchmark {

	private static final int WARM_UP = Integer.getInteger("bihuan.benchmark.times", 60) / 4;
	private static final boolean POSTGRES = "postgresql".equals(System.getProperty("bihuan.test.database"));
	private static final String VENDOR = POSTGRES ? "PostgreSQL" : "H2";
	private static final String ACCOUNT = POSTGRES ? "postgres" : "sa";
	private static final String PASSWORD = POSTGRES ? "postgres" : "";
	private static final int TIMES = Integer.getInteger("bihuan.benchmark.times", 60);

	@Test
	void printsThePagesP95() {
		for (int outcomes : new int[] { 1_000, 20_000 }) {
			BihuanApplication.useShanghaiTime();
			try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BihuanApplication.class).run("--server.port=0",
					"--bihuan.sample=false",
					"--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.process-engine-name=benchmark" + outcomes,
					"--spring.datasource.url=" + emptyDatabase(), "--spring.datasource.username=" + ACCOUNT,
					"--spring.datasource.password=" + PASSWORD)) {
				ManyOutcomes.write(application.getBean(DataSource.class), outcomes, 7);
				JdbcClient jdbc = application.getBean(JdbcClient.class);
				jdbc.sql("analyze").update();
				String far = jdbc
						.sql("select a.id from assignment a join outcome o on o.id = a.outcome_id order by o.registered_at limit 1 offset 200")
						.query(String.class).single();
				int port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
				measure(VENDOR + ", " + outcomes + " outcomes", port, far);
			}
		}
	}

	private static String emptyDatabase() {
		return POSTGRES ? Postgres.newDatabase() : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
	}

	private static void measure(String what, int port, String far) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("first page", "/ledger");
		pages.put("far page", "/ledger?n=9950&after=" + far);
		pages.put("by due day", "/ledger?sort=DUE&dir=asc");
		pages.put("year", "/ledger?year=2019");
		pages.put("committee", "/ledger?committee=committee-wenshi");
		pages.put("unit", "/ledger?unit=unit-jinrong");
		pages.put("status", "/ledger?status=OVERDUE");
		pages.put("light", "/ledger?light=RED");
		pages.put("text", "/ledger?text=%E5%85%BB%E8%80%81");
		Http office = Http.pages(port, "zhengxie1");
		pages.forEach((name, path) -> print(what, name, office, path));
		print(what, "a unit's own", Http.pages(port, "gongan1"), "/ledger");
	}

	private static void print(String what, String name, Http reader, String path) {
		List<Long> micros = new ArrayList<>();
		for (int time = 0; time < WARM_UP + TIMES; time++) {
			long start = System.nanoTime();
			int status = reader.get(path).status();
			if (status != 200) {
				throw new IllegalStateException(path + " answered " + status);
			}
			if (time >= WARM_UP) {
				micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
			}
		}
		micros.sort(null);
		System.out.printf("%-28s %-14s p50 %6.1f ms   p95 %6.1f ms%n", what, name, micros.get(TIMES / 2) / 1000.0,
				micros.get(TIMES * 95 / 100) / 1000.0);
	}
}
