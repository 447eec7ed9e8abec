package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whose act was acknowledged finds it again, on the database that comes with it, when the process is killed the moment after. Before, an act of the
 * last half second was gone, and its number was given to another topic.
 */
@Tag("process")
class KilledTest {

	private static final int MEGABYTE = 1 << 20;

	@TempDir
	private Path folder;

	private Bihuan start() {
		return Bihuan.start(folder, Map.of(), "--bihuan.sample=false");
	}

	static String registers(Http who, String title) {
		Http.Answer started = who.post("/engine-rest/process-definition/key/consultation-outcome/submit-form",
				Map.of("variables", Map.of("secret", Map.of("value", "no"), "title", Map.of("value", title), "kind", Map.of("value", "research"),
						"background", Map.of("value", "贴近基层治理"))));
		assertThat(started.status()).as(started.body()).isEqualTo(200);
		return started.json().path("businessKey").asText();
	}

	@Test
	void whatWasAcknowledgedIsThereAfterAKillAndTheFileStaysSmall() throws IOException {
		List<String> acknowledged = new ArrayList<>();
		for (int kill = 0; kill < 3; kill++) {
			Bihuan application = start();
			Http committee = Http.basic(application.ready(), "chengxiang1");
			IntStream.rangeClosed(0, kill).forEach(each -> acknowledged.add(registers(committee, "基层派出所改造" + acknowledged.size())));
			application.kill();
		}
		Path file = folder.resolve("data").resolve("bihuan.mv.db");
		try (Bihuan application = start()) {
			Http office = Http.pages(application.ready(), "zhengxie1");
			assertThat(acknowledged).doesNotHaveDuplicates().hasSize(6)
					.allSatisfy(outcome -> assertThat(office.get("/outcomes/" + outcome).status()).as(outcome).isEqualTo(200));

			Http committee = Http.basic(application.port(), "chengxiang1");
			IntStream.range(0, 300).forEach(each -> registers(committee, "停车场规划" + each));
			assertThat(Files.size(file)).isLessThan(60L * MEGABYTE);
		}
		assertThat(Files.size(file)).isLessThan(20L * MEGABYTE);
	}
}
