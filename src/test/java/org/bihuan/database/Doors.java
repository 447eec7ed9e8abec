package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bihuan.web.Http;

/** Each way in, tried from outside; whoever is not answered within five seconds fails. */
final class Doors {

	private static final Duration PATIENCE = Duration.ofSeconds(5);
	private static final String HAN = "(?s).*\\p{IsHan}.*";

	private final int port;
	private final HttpClient client = HttpClient.newHttpClient();

	Doors(int port) {
		this.port = port;
	}

	/**
	 * One try.
	 *
	 * @param body null to read
	 */
	private record Door(String path, String accept, String body, String type) {
	}

	private static final List<Door> ALL = List.of(new Door("/ledger", "text/html", null, null), new Door("/login", "text/html", null, null),
			new Door("/login", "text/html", "username=chengxiang1&password=chengxiang1", "application/x-www-form-urlencoded"),
			new Door("/engine-rest/task", "application/json", null, null),
			new Door("/engine-rest/task", "application/json", "{}", "application/json"), new Door("/api/statistics", "application/json", null, null),
			new Door("/drafts?task=1&account=chengxiang1", "application/json", null, null),
			new Door("/camunda/app/tasklist/default/", "text/html", null, null),
			new Door("/camunda/api/engine/engine/default/task", "application/json", null, null),
			new Door("/camunda/api/admin/auth/user/default/login/tasklist", "application/json", "username=chengxiang1&password=chengxiang1",
					"application/x-www-form-urlencoded"));

	private HttpResponse<String> answer(Door door) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + door.path())).timeout(PATIENCE)
				.header("Accept", door.accept()).header("Authorization",
						"Basic " + Base64.getEncoder().encodeToString("chengxiang1:chengxiang1".getBytes(StandardCharsets.UTF_8)));
		if (door.body() != null) {
			request.header("Content-Type", door.type()).POST(BodyPublishers.ofString(door.body()));
		}
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new IllegalStateException(door + " is not answered", failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** Every one says in Chinese that it is not now, and when to come again. */
	void areShut() {
		assertThat(ALL).allSatisfy(door -> {
			HttpResponse<String> answer = answer(door);
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
			assertThat(answer.body()).contains("数据库").matches(HAN).doesNotContainIgnoringCase("exception").doesNotContainIgnoringCase("connection");
		});
	}

	/** Until the readiness says so. */
	void untilReady(boolean ready) {
		int wanted = ready ? 200 : 503;
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
		while (Http.anonymous(port).get("/actuator/health/readiness").status() != wanted) {
			assertThat(System.nanoTime()).as("still not " + (ready ? "ready" : "shut")).isLessThan(end);
			pause();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}
}
