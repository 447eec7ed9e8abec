package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One database, started again on a machine in another zone: every timer falls at the same instant. */
@Tag("database")
@Tag("process")
class RestartTest {

	private static final DateTimeFormatter REST = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

	@TempDir
	private Path folder;

	/** Walks cases; made by hand, in an application of its own. */
	static class Walker extends CycleTest {

		Map<String, Instant> timersOfEveryKind() {
			for (String key : List.of("task_giveOpinion", "task_enterInstruction", "task_signReceipt", "task_giveCoOpinion",
					"task_acknowledgeReport")) {
				startUpTo(key.equals("task_giveCoOpinion") ? "task_makeAssignments" : key);
				if (key.equals("task_giveCoOpinion")) {
					answer("task_makeAssignments",
							Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
									List.of("unit-caizheng"), "requirement", "两个月内答复"))));
					upTo(key);
				}
				runtime.createProcessInstanceQuery().active().list().forEach(one -> runtime.suspendProcessInstanceById(one.getId()));
			}
			Map<String, Instant> timers = new TreeMap<>();
			management.createJobQuery().timers().list().forEach(job -> timers.put(job.getId(), job.getDuedate().toInstant()));
			resetClock();
			return timers;
		}
	}

	@Test
	void everyTimerKeepsItsInstantInAnotherZone() {
		List<String> database = database();
		Map<String, Instant> before = firstStart(database);
		// opinion, instruction, receipt, co-opinion, reply and its reminders, look-back, the weekly sheet, the limits of tasks
		assertThat(before).hasSize(9);

		for (String zone : List.of("UTC", "America/New_York")) {
			List<String> arguments = new java.util.ArrayList<>(inZone(database, zone));
			arguments.addAll(List.of("--camunda.bpm.job-execution.enabled=false", "--bihuan.sample=false"));
			try (Bihuan restarted = Bihuan.start(folder, Map.of("TZ", zone), arguments.toArray(String[]::new))) {
				Map<String, Instant> after = new TreeMap<>();
				for (JsonNode job : Http.basic(restarted.ready(), "admin").get("/engine-rest/job?timers=true").json()) {
					after.put(job.path("id").asText(), OffsetDateTime.parse(job.path("dueDate").asText(), REST).toInstant());
				}
				assertThat(after).as("timers after a restart in %s", zone).isEqualTo(before);
			}
		}
	}

	/** Arguments for a new database of the kind that this run is about; the address comes first. */
	private List<String> database() {
		return "postgresql".equals(System.getProperty("bihuan.test.database"))
				? List.of("--spring.datasource.url=" + Postgres.newDatabase(), "--spring.datasource.username=postgres",
						"--spring.datasource.password=postgres")
				: List.of("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0");
	}

	/** With the session in this zone as well; H2 takes that of the process. */
	private static List<String> inZone(List<String> database, String zone) {
		return database.stream().map(argument -> argument.contains("jdbc:postgresql") ? argument + "&options=-c%20TimeZone=" + zone : argument)
				.toList();
	}

	private Map<String, Instant> firstStart(List<String> database) {
		BihuanApplication.useShanghaiTime();
		List<String> arguments = new java.util.ArrayList<>(database);
		arguments.addAll(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.process-engine-name=beforeRestart",
				"--bihuan.sample=false",
				// closing the webapps would close them for every other application in this JVM
				"--camunda.bpm.webapp.enabled=false"));
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BihuanApplication.class)
				.run(arguments.toArray(String[]::new))) {
			Walker walker = new Walker();
			application.getAutowireCapableBeanFactory().autowireBean(walker);
			return walker.timersOfEveryKind();
		}
	}
}
