package org.bihuan.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.bihuan.Bihuan;
import org.bihuan.BihuanApplication;
import org.bihuan.CycleTest;
import org.bihuan.Postgres;
import org.bihuan.web.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real processes on one PostgreSQL: they start at the same moment, know the same people and the same time, and one dies. */
@Tag("process")
class TwoNodesTest {

	@TempDir
	private static Path folder;

	private static String database;
	private static Bihuan first;
	private static Bihuan second;

	/** In the same second, on a database in which there is nothing. */
	@BeforeAll
	static void start() {
		database = Postgres.newDatabase();
		first = node(database);
		second = node(database);
		List.of(first, second).forEach(Bihuan::ready);
	}

	@AfterAll
	static void stop() {
		Stream.of(first, second).parallel().forEach(Bihuan::close);
	}

	private static List<String> arguments(String database, String... more) {
		return Stream.concat(Stream.of("--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres"), Stream.of(more)).toList();
	}

	private static Bihuan node(String database, String... more) {
		return Bihuan.start(folder, Map.of(), arguments(database, more).toArray(String[]::new));
	}

	private static JdbcClient jdbc(String database) {
		return JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
	}

	private static int count(String database, String rows) {
		return jdbc(database).sql("select count(*) from " + rows).query(Integer.class).single();
	}

	@Test
	void whatIsDoneOnceIsDoneOnceByTwoThatStartAtTheSameMoment() {
		assertThat(count(database, "outcome")).isEqualTo(33);
		assertThat(count(database, "act_ru_filter where name_ = '我的待办'")).isEqualTo(1);
		assertThat(count(database, "model_force")).isEqualTo(1);
		assertThat(Stream.of(first, second).flatMap(node -> node.log().stream()).filter(line -> line.contains("样例年度已就绪"))).hasSize(1);
	}

	@Test
	void whoIsLoggedInOnOneNodeIsSoOnTheOtherAndWhoIsOutIsOutOnBoth() {
		Http person = Http.pages(first.port(), "zhengfu1");
		assertThat(person.at(second.port()).get("/notices").status()).isEqualTo(200);
		assertThat(person.get("/camunda/api/engine/engine/default/task/count").status()).as("the webapps as well").isEqualTo(200);
		assertThat(person.form("/logout", Map.of()).status()).isEqualTo(302);
		assertThat(person.at(first.port()).get("/notices").status()).isEqualTo(302);
	}

	@Test
	void aLoginOfTasklistHoldsForAChangeOnTheOtherNode() {
		Http person = Http.session(first.port(), "zhengfu2", "tasklist").at(second.port());
		assertThat(person.post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).isEqualTo(200);
		assertThat(person.put("/drafts?process=amendment&account=zhengfu2", Map.of("version", 0, "fields", Map.of("reason", "笔误"))).status())
				.isEqualTo(200);
		assertThat(person.at(first.port()).get("/drafts?process=amendment").body()).contains("笔误");
	}

	@Test
	void aPasswordSetOnOneNodeEndsTheSessionsOnBoth() {
		Http person = Http.pages(second.port(), "wenshi2");
		Http admin = Http.basic(first.port(), "admin");
		assertThat(admin.put("/engine-rest/user/wenshi2/credentials", Map.of("password", "neu-Kennwort-9", "authenticatedUserPassword", "admin"))
				.status()).isEqualTo(204);
		assertThat(person.get("/notices").status()).isEqualTo(302);
	}

	@Test
	void theRehearsalClockIsMovedForBothAndNothingIsSkipped() {
		assertThat(clock(second)).isBetween(clock(first).minusSeconds(10), clock(first).plusSeconds(10));
		int days = 40;
		LocalDateTime before = clock(first);
		Http.Answer moved = Http.basic(first.port(), "admin").post("/api/clock/forward", Map.of("days", days));
		assertThat(moved.status()).as(moved.body()).isEqualTo(200);
		assertThat(moved.json().path("fired").asInt()).isPositive();
		assertThat(clock(first)).isBetween(before.plusDays(days), before.plusDays(days).plusMinutes(10));
		second.lettingPeopleIn();
		assertThat(clock(second)).isBetween(clock(first).minusSeconds(10), clock(first).plusSeconds(10));
		assertThat(count(database, "act_ru_job where retries_ = 0")).isZero();
	}

	/** As its page says; its second is enough. */
	private static LocalDateTime clock(Bihuan node) {
		return LocalDateTime.parse(Http.pages(node.ready(), "admin").get("/clock").body()
				.replaceAll("(?s).*?(20\\d\\d-\\d\\d-\\d\\d) (\\d\\d:\\d\\d(:\\d\\d)?).*", "$1T$2"));
	}

	@Test
	void aRestartAndALostNodeLogNobodyOut() {
		Http person;
		try (Bihuan ending = node(database)) {
			person = Http.pages(ending.ready(), "gongan1");
		}
		try (Bihuan again = node(database)) {
			assertThat(person.at(again.ready()).get("/notices").status()).isEqualTo(200);
			again.kill();
		}
		assertThat(person.at(first.port()).get("/notices").status()).isEqualTo(200);
	}

	/** Leaves letters that no node has sent yet. */
	static class Walker extends CycleTest {

		void writeLetters() {
			outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
			upTo("task_sealReply");
			answer("task_sealReply");
		}
	}

	/** The engine alone would leave it to the dead one until its lock runs out: five minutes. */
	@Test
	void whatADeadNodeHadInHandIsDoneByAnotherWithinAMinute() throws Exception {
		String own = Postgres.newDatabase();
		BihuanApplication.useShanghaiTime();
		GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		server.start();
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BihuanApplication.class).run(arguments(own,
				"--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.process-engine-name=letters", "--bihuan.sample=false",
				// closing the webapps would close them for every other application in this JVM
				"--camunda.bpm.webapp.enabled=false", "--spring.mail.host=127.0.0.1",
				"--spring.mail.port=" + server.getSmtp().getPort()).toArray(String[]::new))) {
			Walker walker = new Walker();
			application.getAutowireCapableBeanFactory().autowireBean(walker);
			walker.writeLetters();
		}
		int letters = count(own, "mail where sent_at is null");
		assertThat(letters).isPositive();
		server.purgeEmailFromAllMailboxes();
		try (ServerSocket silent = new ServerSocket(0);
				Bihuan dying = node(own, "--bihuan.sample=false", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + silent.getLocalPort(),
						"--spring.mail.properties[mail.smtp.timeout]=600000")) {
			dying.ready();
			assertThat(silent.accept().isConnected()).as("it has a letter in hand, to which its mail server says nothing").isTrue();
			try (Bihuan heir = node(own, "--bihuan.sample=false", "--spring.mail.host=127.0.0.1",
					"--spring.mail.port=" + server.getSmtp().getPort())) {
				heir.ready();
				dying.kill();
				assertThat(count(own, "mail where sent_at is null")).as("in its hand as it died").isPositive();
				assertThat(server.waitForIncomingEmail(60_000, letters)).as("all letters within a minute").isTrue();
				assertThat(heir.await("接过停掉的节点没有做完的")).isNotEmpty();
				assertThat(server.getReceivedMessages()).as("each once").hasSize(letters);
			}
		}
		finally {
			server.stop();
		}
	}
}
