package org.bihuan.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay in real processes: killed at any moment it leaves nothing half, it happens once, and it does not depend on the day it runs. */
@Tag("process")
class ReplayTest {

	private static final String FIGURES = "{\"submitted\":33,\"instructions\":24,\"supervisions\":2,\"replyRate\":1.0,\"implemented\":24,"
			+ "\"inProgress\":9,\"converted\":0,\"withdrawn\":0}";

	@TempDir
	private Path folder;

	private Bihuan start(String database, String now) {
		return Bihuan.start(folder, Map.of(), "--spring.datasource.url=jdbc:h2:file:" + folder.resolve(database) + ";TRACE_LEVEL_FILE=0",
				"--bihuan.now=" + now);
	}

	/** The open tasks once nothing is left to run, each as its key and the people it waits for. */
	private static List<String> openTasks(int port) {
		Http admin = Http.basic(port, "admin");
		while (admin.get("/engine-rest/job/count?executable=true&withRetriesLeft=true").json().path("count").asInt() > 0) {
			LockSupport.parkNanos(100_000_000);
		}
		List<String> open = new ArrayList<>();
		for (JsonNode task : admin.get("/engine-rest/task").json()) {
			JsonNode links = admin.get("/engine-rest/task/" + task.path("id").asText() + "/identity-links").json();
			open.add(task.path("taskDefinitionKey").asText() + " " + StreamSupport.stream(links.spliterator(), false)
					.map(link -> link.path("groupId").asText() + link.path("userId").asText()).sorted().toList());
		}
		return open.stream().sorted().toList();
	}

	@Test
	void aKillLeavesNothingHalfAndTheDayOfTheStartDoesNotMatter() {
		// beside the killed one: two processes for two processors
		try (Bihuan later = start("later", "2027-01-01T08:00:00")) {
			List<String> open = killedThreeTimesThenWhole();
			assertThat(open).hasSizeGreaterThan(9);
			assertThat(openTasks(later.ready())).as("open tasks when first started in 2027").isEqualTo(open);
			assertThat(Http.basic(later.ready(), "zhengxie1").get("/api/statistics").body()).isEqualTo(FIGURES);
		}
	}

	/** @return the open tasks in the end */
	private List<String> killedThreeTimesThenWhole() {
		for (String moment : new String[] { "\\d+", "1\\d|2\\d", "2[5-9]|3\\d" }) {
			try (Bihuan killed = start("killed", "2023-09-12T08:00:00")) {
				killed.await("样例年度重放：(" + moment + ")/33");
				killed.kill();
			}
		}
		List<String> open;
		try (Bihuan next = start("killed", "2023-09-12T08:00:00")) {
			int port = next.port();
			assertThat(Http.anonymous(port).get("/actuator/health/readiness").status()).as("not ready while the sample is being replayed")
					.isEqualTo(503);
			assertThat(Http.basic(port, "zhengxie1").get("/api/statistics").status()).as("nobody acts while the clock stands in the past")
					.isEqualTo(503);
			assertThat(next.await("样例年度已就绪")).contains("报送 33 件，批示 24 次，督查 2 次，部门办理反馈 100%，转化落实 24 件，协调推进中 9 件");
			next.ready();
			assertThat(Http.anonymous(port).get("/actuator/health/readiness").body()).contains("UP");
			assertThat(Http.basic(port, "zhengxie1").get("/api/statistics").body()).isEqualTo(FIGURES);
			open = openTasks(port);
		}
		try (Bihuan again = start("killed", "2023-09-12T08:00:00")) {
			again.ready();
			assertThat(again.log()).as("the second start replays nothing").noneMatch(line -> line.contains("样例年度"));
			assertThat(Http.basic(again.ready(), "zhengxie1").get("/api/statistics").body()).isEqualTo(FIGURES);
		}
		return open;
	}
}
