package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as an office runs it: what was ordered is done in the background, also when the machine fails in the middle of it. */
@Tag("process")
class MovingAfterRestartTest {

	private static final int CASES = 12;

	@TempDir
	private Path folder;

	private Bihuan start() {
		return Bihuan.start(folder, Map.of(), "--bihuan.sample=false");
	}

	private static String part(Path file) {
		try {
			return "--b\r\nContent-Disposition: form-data; name=\"" + file.getFileName() + "\"; filename=\"" + file.getFileName() + "\"\r\n\r\n"
					+ Files.readString(file).replace("name=\"制定调研方案\"", "name=\"拟定调研方案\"") + "\r\n";
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The set of this project with a step that is called otherwise, as the Modeler sends it. */
	private static void deploy(int port) throws Exception {
		StringBuilder body = new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nedited\r\n");
		for (String part : List.of("processes", "forms")) {
			try (Stream<Path> files = Files.list(Path.of(part))) {
				files.sorted().forEach(file -> body.append(part(file)));
			}
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/deployment/create"))
				.header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
				.header("Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n")).build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	private static void register(int port) {
		assertThat(Http.basic(port, "chengxiang1").post("/engine-rest/process-definition/key/consultation-outcome/submit-form",
				Map.of("variables", Map.of("secret", Map.of("value", "no"), "title", Map.of("value", "基层派出所改造"), "kind", Map.of("value",
						"research"), "background", Map.of("value", "贴近基层治理"))))
				.status()).isEqualTo(200);
	}

	/** The set that new cases begin by: the first of the list. */
	private static String inForce(int port) {
		Matcher option = Pattern.compile("<option value=\"([^\"]+)\"").matcher(Http.pages(port, "fenxi1").get("/models/cases").body());
		assertThat(option.find()).isTrue();
		return option.group(1);
	}

	private static void order(int port, String kind, String target) {
		assertThat(Http.pages(port, "fenxi1").form("/models/cases", Map.of("kind", kind, "target", target)).status()).isEqualTo(302);
	}

	@Test
	void whatWasOrderedGoesOnAfterThePowerFailed() throws Exception {
		String target;
		try (Bihuan first = start()) {
			int port = first.ready();
			IntStream.range(0, CASES).forEach(one -> register(port));
			deploy(port);
			target = inForce(port);
			order(port, "trial", target);
			first.await("改用新图：试一遍做完");
			order(port, "move", target);
			first.kill();
		}
		try (Bihuan again = start()) {
			int port = again.ready();
			again.await("改用新图：改用做完");
			assertThat(Http.pages(port, "fenxi1").get("/models/cases").body()).contains("改用：" + CASES + " 件已改用，0 件留在原图");
			String open = "/engine-rest/task/count?name=" + URLEncoder.encode("拟定调研方案", StandardCharsets.UTF_8);
			assertThat(Http.basic(port, "admin").get(open).json().path("count").asInt()).isEqualTo(CASES);
		}
	}
}
