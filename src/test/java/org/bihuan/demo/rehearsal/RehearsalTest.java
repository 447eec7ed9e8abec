package org.bihuan.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.Bihuan;
import org.bihuan.CycleTest;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** 演练时钟: two months pass from job to job, forward only, for the administrator alone, never in production. */
@Tag("wide")
class RehearsalTest extends CycleTest {

	@Autowired
	private EngineTime time;
	@Autowired
	private TimeLapse lapse;

	@TempDir
	private Path folder;

	@Test
	void twoMonthsPassAndNothingIsSkipped() {
		time.backToNow();
		// the walk begins now, not in 2023: the clock only goes forward
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_draftReply");
		Http admin = Http.basic(port, "admin");
		JsonNode step = admin.post("/api/clock/forward", Map.of("days", 40)).json();
		assertThat(openTasks()).containsExactly("task_draftReply");
		LocalDateTime after40 = LocalDateTime.parse(step.path("now").asText());
		JsonNode next = admin.post("/api/clock/forward", Map.of("days", 35)).json();
		assertThat(LocalDateTime.parse(next.path("now").asText())).isBetween(after40.plusDays(35), after40.plusDays(35).plusMinutes(5));
		assertThat(next.path("fired").asInt()).isGreaterThan(10);
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		assertThat(assignment().state()).hasToString("OVERDUE");
		long days = jdbc.sql("select count(*) from notice where recipient = 'unit-gongan' and kind = 'reminder' and outcome_id = ?").param(outcomeId)
				.query(Long.class).single();
		assertThat(days).as("one for 15 days before, one a working day of the last five, one a day after").isGreaterThan(7);
		assertThat(jdbc.sql("select cast(at as timestamp) from event where act = 'overdue' and outcome_id = ?").param(outcomeId)
				.query(LocalDateTime.class).single())
				.as("at its own moment, not when the clock was put").isEqualTo(assignment().dueOn().plusDays(1).atStartOfDay());
	}

	/** Fell in another order of tests: what waited for nothing but a worker ran after the first timer, and where none followed not at all. */
	@Test
	void whatIsReadyRunsAlsoWhereNoTimerFollows() {
		time.backToNow();
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_confirmFollowUp");
		answer("task_confirmFollowUp");
		assertThat(management.createJobQuery().messages().count()).isEqualTo(1);
		lapse.before(Instant.EPOCH, (job, failure) -> {
			throw failure;
		});
		assertThat(openTasks()).containsExactly("task_signReceipt");
	}

	@Test
	void whatFailsOnTheWayKeepsTheRetriesItHasLeft() {
		time.backToNow();
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_confirmFollowUp");
		List<String> people = identity.createUserQuery().memberOfGroup("unit-gongan").list().stream().map(user -> user.getId()).toList();
		people.forEach(user -> identity.deleteMembership(user, "unit-gongan"));
		try {
			answer("task_confirmFollowUp");
			Http.Answer forward = Http.basic(port, "admin").post("/api/clock/forward", Map.of("days", 30));
			assertThat(forward.status()).as(forward.body()).isEqualTo(200);
			assertThat(management.createJobQuery().messages().singleResult().getRetries()).as("tried once, not after every timer").isEqualTo(2);
		}
		finally {
			people.forEach(user -> identity.createMembership(user, "unit-gongan"));
		}
	}

	@Test
	void onlyTheAdministratorAndOnlyForward() {
		assertThat(Http.basic(port, "zhengfu1").post("/api/clock/forward", Map.of("days", 1)).status()).isEqualTo(403);
		assertThat(Http.anonymous(port).post("/api/clock/forward", Map.of("days", 1)).status()).isEqualTo(401);
		for (Object days : new Object[] { -1, 0, 401 }) {
			assertThat(Http.basic(port, "admin").post("/api/clock/forward", Map.of("days", days)).message()).contains("只能向前拨");
		}
		assertThat(Http.pages(port, "zhengfu1").get("/clock").body()).contains("只供系统管理员使用");
		assertThat(Http.pages(port, "admin").get("/clock").body()).contains("系统现在的时间");
	}

	@Tag("process")
	@Test
	void theOffsetOutlivesARestartAndProductionHasNoSuchClock() {
		String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0";
		LocalDateTime put;
		try (Bihuan first = Bihuan.start(folder, Map.of(), database, "--bihuan.sample=false")) {
			put = LocalDateTime
					.parse(Http.basic(first.ready(), "admin").post("/api/clock/forward", Map.of("days", 100)).json().path("now").asText());
		}
		try (Bihuan again = Bihuan.start(folder, Map.of(), database, "--bihuan.sample=false")) {
			assertThat(LocalDateTime
					.parse(Http.basic(again.ready(), "admin").post("/api/clock/forward", Map.of("days", 1)).json().path("now").asText()))
					.isBetween(put.plusDays(1), put.plusDays(1).plusMinutes(5));
		}
		String production = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("production") + ";TRACE_LEVEL_FILE=0";
		try (Bihuan real = Bihuan.start(folder, Map.of(), production, "--spring.profiles.active=production", "--bihuan.hosts=127.0.0.1",
				"--bihuan.rehearsal=true",
				"--camunda.bpm.admin-user.id=chief",
				"--camunda.bpm.admin-user.password=aK9-vale-Quern")) {
			assertThat(Http.basic(real.ready(), "chief", "aK9-vale-Quern").post("/api/clock/forward", Map.of("days", 1)).status()).isEqualTo(404);
		}
	}
}
