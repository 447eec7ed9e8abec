package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login of our pages, as an attacker would use it. */
class LoginTest extends CycleTest {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"(\\w+)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private HttpRequest.Builder to(String path, String session) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", "text/html");
		return session == null ? request : request.header("Cookie", "JSESSIONID=" + session);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> login(String session, String wanted) throws IOException, InterruptedException {
		HttpResponse<String> page = send(to("/login", session));
		Matcher token = TOKEN.matcher(page.body());
		assertThat(token.find()).isTrue();
		String form = "username=zhengxie1&password=zhengxie1&_csrf=" + token.group(1) + "&to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
		return send(to("/login", session == null ? sessions(page).get(0) : session).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
	}

	private static List<String> sessions(HttpResponse<String> answer) {
		return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("JSESSIONID="))
				.map(cookie -> cookie.substring("JSESSIONID=".length()).split(";")[0]).toList();
	}

	@Test
	void aSessionThatSomebodyPlantedIsNotTheOneThatIsTrusted() throws Exception {
		List<String> planted = sessions(send(to("/camunda/app/tasklist/default/", null)));
		assertThat(planted).as("a session before the login").hasSize(1);
		List<String> trusted = sessions(login(planted.get(0), "/notices"));
		assertThat(trusted).as("a session given at the login").hasSize(1).doesNotContainAnyElementsOf(planted);
		assertThat(send(to("/notices", trusted.get(0))).statusCode()).isEqualTo(200);
		assertThat(send(to("/notices", planted.get(0))).statusCode()).as("whoever planted it stays outside").isEqualTo(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "\\\\elsewhere.example",
			"/\t/elsewhere.example",
			"javascript:alert(1)", "elsewhere.example", "" })
	void theLoginLeadsToNoOtherSite(String wanted) throws Exception {
		HttpResponse<String> answer = login(null, wanted);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(led(answer)).hasToString("http://127.0.0.1:" + port + "/ledger");
		assertThat(send(to("/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8), null)).body()).doesNotContain("elsewhere.example",
				"alert(1)");
	}

	@Test
	void theLoginLeadsBackToThePageThatWasWanted() throws Exception {
		assertThat(led(login(null, "/ledger?year=2023&text=%7Ba%7D")).toString()).endsWith("/ledger?year=2023&text=%7Ba%7D");
		assertThat(led(login(null, "/outcomes/CG2023-1"))).hasToString("http://127.0.0.1:" + port + "/outcomes/CG2023-1");
	}

	private URI led(HttpResponse<String> answer) {
		URI there = URI.create("http://127.0.0.1:" + port + "/login").resolve(answer.headers().firstValue("Location").orElseThrow());
		return URI.create(there.toString().replaceFirst(";jsessionid=\\w+", ""));
	}
}
