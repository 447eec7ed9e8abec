package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.bihuan.Bihuan;
import org.bihuan.Postgres;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL away and there again, as a server that is stopped and as a wire that swallows everything. Before, the readiness stayed UP, the health
 * hung for half a minute and so did every request, which then failed in the driver's English.
 */
@Tag("process")
class DatabaseAwayTest {

	@TempDir
	private Path folder;

	private Bihuan start(Wire wire, URI server) {
		return Bihuan.start(folder, Map.of(), "--bihuan.sample=false", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + wire.port()
				+ server.getPath() + "?user=postgres", "--spring.datasource.username=postgres", "--spring.datasource.password=postgres");
	}

	@Test
	void everyDoorSaysSoWithinFiveSecondsAndOpensByItself() throws Exception {
		URI server = URI.create(Postgres.newDatabase().replaceFirst("^jdbc:", ""));
		try (Wire wire = new Wire(server.getPort()); Bihuan application = start(wire, server)) {
			int port = application.ready();
			Http committee = Http.basic(port, "chengxiang1");
			String before = KilledTest.registers(committee, "基层派出所改造");
			Doors doors = new Doors(port);

			wire.tearOut();
			doors.untilReady(false);
			doors.areShut();
			wire.plugIn();
			doors.untilReady(true);
			assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + before).status()).isEqualTo(200);

			wire.swallow();
			// who was about to ask it waits no longer than anybody else
			List<CompletableFuture<Http.Answer>> waiting = IntStream.range(0, 20)
					.mapToObj(one -> CompletableFuture.supplyAsync(() -> Http.basic(port, "chengxiang1").get("/engine-rest/task"))).toList();
			doors.untilReady(false);
			doors.areShut();
			assertThat(waiting).allSatisfy(one -> {
				Http.Answer answer = one.get(5, TimeUnit.SECONDS);
				assertThat(answer.status()).as(answer.body()).isEqualTo(503);
				assertThat(answer.message()).contains("数据库");
			});
			wire.speak();
			doors.untilReady(true);
			String after = KilledTest.registers(committee, "停车场规划");
			assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + after).status()).isEqualTo(200);

			assertThat(application.log()).filteredOn(line -> line.contains("数据库不在了")).hasSize(2);
			assertThat(application.log()).filteredOn(line -> line.contains("数据库恢复")).hasSize(2);
			List<String> since = application.log().stream().dropWhile(line -> !line.contains("数据库不在了")).filter(line -> line.matches("\\d{4}-.*"))
					.toList();
			assertThat(since).hasSizeLessThan(30);
			assertThat(since).filteredOn(line -> line.contains(" ERROR ") && !line.contains("数据库不在了"))
					.as("what was under way, once each time").hasSizeLessThanOrEqualTo(2);
		}
	}
}
