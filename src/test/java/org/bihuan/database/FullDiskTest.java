package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full disk stops the work and loses nothing of it; when there is room again it goes on by itself. Before, the health stayed UP, every request
 * failed until somebody started it anew, and the log grew by 149,000 lines in a minute.
 */
@Tag("process")
class FullDiskTest {

	@TempDir
	private Path folder;

	private Bihuan start() {
		return Bihuan.start(folder, Map.of(), "--bihuan.sample=false", "--spring.datasource.url=jdbc:h2:durable:weak:" + folder.resolve("bihuan")
				+ ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;WRITE_DELAY=0;RETENTION_TIME=1000");
	}

	@Test
	void nothingIsLostAndItGoesOnByItselfWhenThereIsRoomAgain() throws IOException {
		try (Bihuan application = start()) {
			int port = application.ready();
			Http committee = Http.basic(port, "chengxiang1");
			String before = KilledTest.registers(committee, "基层派出所改造");
			Doors doors = new Doors(port);

			Path full = Files.createFile(folder.resolve("full"));
			Http.Answer refused = committee.post("/engine-rest/process-definition/key/consultation-outcome/submit-form",
					Map.of("variables", Map.of("secret", Map.of("value", "no"), "title", Map.of("value", "停车场规划"), "kind",
							Map.of("value", "research"), "background", Map.of("value", "贴近基层治理"))));
			assertThat(refused.status()).as(refused.body()).isEqualTo(503);
			assertThat(refused.message()).contains("数据库");
			doors.untilReady(false);
			doors.areShut();
			assertThat(Http.anonymous(port).get("/actuator/health").status()).isEqualTo(503);

			Files.delete(full);
			doors.untilReady(true);
			assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + before).status()).isEqualTo(200);
			String after = KilledTest.registers(committee, "停车场规划");
			assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + after).status()).isEqualTo(200);
			assertThat(application.log()).filteredOn(line -> line.contains("数据库不在了")).hasSize(1);
			assertThat(application.log()).filteredOn(line -> line.contains("数据库恢复")).hasSize(1);
			assertThat(application.log().stream().dropWhile(line -> !line.contains("数据库不在了")).toList()).hasSizeLessThan(20);
		}
	}
}
