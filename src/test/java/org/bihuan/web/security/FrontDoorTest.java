package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.bihuan.web.Raw;
import org.bihuan.web.Raw.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one front door: who is let in, from where, under which name, and what every answer says of itself. */
class FrontDoorTest extends CycleTest {

	private static final String MODEL = """
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="smuggled" targetNamespace="x">
			<bpmn:process id="smuggled" isExecutable="true"/></bpmn:definitions>""";
	private static final String CHINESE = "(?s).*[\\u4e00-\\u9fff].*";

	private Raw ask(String line) {
		return Raw.request(port, line);
	}

	private static String multipart(String name, String content) {
		return "--limit\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + name + "\"\r\nContent-Type: text/xml\r\n\r\n" + content
				+ "\r\n--limit--\r\n";
	}

	private Raw deployment() {
		return ask("POST /engine-rest/deployment/create").as("admin").body("multipart/form-data; boundary=limit", multipart("smuggled.bpmn", MODEL));
	}

	// who is let in

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/actuator", "/actuator/info", "/error", "/api-docs", "/v3/api-docs", "/swagger-ui.html", "/META-INF/x" })
	void anUnknownPathIsRefusedInChinese(String path) {
		for (Answer answer : List.of(ask("GET " + path).send(), ask("GET " + path).with("Accept", "text/html").send(),
				ask("POST " + path).body("text/plain", "x").send())) {
			assertThat(answer.status()).as(path).isEqualTo(404);
			assertThat(answer.body()).as(path).matches(CHINESE).doesNotContainIgnoringCase("not found", "whitelabel", "exception");
		}
		assertThat(Http.pages(port, "zhengxie1").get(path).status()).as(path).isEqualTo(404);
	}

	@Test
	void oneLoginOpensPagesAndWebappsAndOneLogoutClosesBoth() {
		Http byPage = Http.pages(port, "gongan1");
		assertThat(byPage.get("/camunda/api/admin/auth/user/default").json().path("userId").asText()).isEqualTo("gongan1");
		byPage.get("/camunda/app/tasklist/default/");
		assertThat(byPage.post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).isEqualTo(200);
		byPage.get("/notices");
		assertThat(byPage.form("/logout", Map.of()).status()).isEqualTo(302);
		assertThat(byPage.get("/notices").status()).isEqualTo(302);
		assertThat(byPage.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(404);

		Http byTasklist = Http.session(port, "gongan1", "tasklist");
		assertThat(byTasklist.get("/notices").status()).isEqualTo(200);
		String session = byTasklist.cookie("JSESSIONID");
		Answer goodbye = ask("POST /camunda/api/admin/auth/user/default/logout").with("Cookie", "JSESSIONID=" + session)
				.with("X-XSRF-TOKEN", byTasklist.cookie("XSRF-TOKEN")).with("Accept", "application/json, text/plain, */*").send();
		assertThat(goodbye.status()).isEqualTo(200);
		assertThat(goodbye.body()).isEqualTo("{\"next\":\"http://127.0.0.1:" + port + "/login\"}");
		assertThat(byTasklist.get("/notices").status()).isEqualTo(302);
		assertThat(ask("GET /notices").with("Cookie", "JSESSIONID=" + session).with("Accept", "text/html").send().status()).isEqualTo(302);
		byTasklist.get("/camunda/app/tasklist/default/");
		assertThat(byTasklist.cookie("JSESSIONID")).as("the session is gone, not only empty").isNotEqualTo(session);
	}

	@Test
	void aNewPasswordEndsTheSessionsOfTheOldOne() {
		Http session = Http.pages(port, "wenshi2");
		assertThat(session.get("/notices").status()).isEqualTo(200);
		var user = identity.createUserQuery().userId("wenshi2").singleResult();
		user.setPassword("wenshi2");
		identity.saveUser(user);
		assertThat(session.get("/notices").status()).isEqualTo(302);
	}

	@Test
	void theEngineForgetsWhoAskedWhenTheAnswerIsGiven() {
		Raw keepsItsThread = ask("GET /engine-rest/task").as("gongan1");
		for (int i = 0; i < 30; i++) {
			assertThat(keepsItsThread.send().status()).isEqualTo(200);
			assertThat(ask("GET /engine-rest/task").send().status()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@CsvSource({ "POST,/history/cleanup,{}", "GET,/history/cleanup/configuration,{}", "GET,/history/cleanup/jobs,{}", "POST,/signal,{}",
			"POST,/message,{}", "GET,/telemetry/configuration,{}", "GET,/telemetry/data,{}", "GET,/metrics,{}", "GET,/metrics/job-failed/sum,{}",
			"GET,/job,{}", "POST,/job/count,{}" })
	void whatWorksOnTheWholeEngineIsForAdministratorsAlone(String method, String path, String body) {
		for (String account : List.of("gongan1", "zhengxie1", "quwei1", "fenxi1")) {
			for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
				Answer refused = ask(method + " " + api + path).as(account).body("application/json", body).send();
				assertThat(refused.status()).as("%s %s", account, refused.body()).isEqualTo(403);
				assertThat(refused.body()).contains("只供系统管理员");
			}
		}
		Http tasklist = Http.session(port, "zhengxie1", "tasklist");
		Answer refused = ask(method + " /camunda/api/engine/engine/default" + path)
				.with("Cookie", "JSESSIONID=" + tasklist.cookie("JSESSIONID")).with("X-XSRF-TOKEN", tasklist.cookie("XSRF-TOKEN"))
				.body("application/json", body).send();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body()).contains("只供系统管理员");
		assertThat(ask(method + " /camunda/api/engine/engine/default" + path).body("application/json", body).send().status()).isEqualTo(401);
	}

	/** A resource is found by the letters of its address as they were sent. */
	@ParameterizedTest
	@ValueSource(strings = { "/%65ngine-rest/task", "/engine%2Drest/task" })
	void anAddressWithHiddenLettersIsToldSo(String path) {
		Answer answer = ask("GET " + path).as("admin").send();
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).contains("地址或请求的写法不对");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /task/x/complete", "POST /task/x/submit-form", "POST /task/x/claim", "PUT /task/x", "POST /task",
			"POST /filter/create",
			"POST /process-definition/key/consultation-outcome/start", "POST /process-definition/key/consultation-outcome/submit-form",
			"POST /user/create" })
	void aBodyThatIsNothingIsToldSo(String request) {
		Answer answer = ask(request.replace(" ", " /engine-rest")).as("admin").body("application/json", " null ").send();
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).contains("null，没有可以执行的");
	}

	/** On the former version a wrong number was told as something that is not there. */
	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/task", "/engine-rest/engine/default/task", "/engine-rest/history/process-instance" })
	void aNumberThatIsNoneIsNamed(String path) {
		Http.Answer refused = Http.basic(port, "admin").get(path + "?maxResults=x");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json()).hasSize(2);
		assertThat(refused.message()).isEqualTo("“maxResults”的写法不对，没有执行。请按接口说明改正后重试。");
		assertThat(Http.session(port, "admin", "cockpit").get("/camunda/api/engine/engine/default/task?maxResults=x").status()).isEqualTo(400);
	}

	/** On the former version it described every resource (WADL). */
	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/task", "/engine-rest/engine/default/task/x", "/engine-rest/user/gongan1/profile" })
	void whatThePlatformHasIsNotDescribed(String path) {
		Answer answer = ask("OPTIONS " + path).as("gongan1").send();
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.all("Allow").toString()).contains("GET", "OPTIONS");
		assertThat(answer.body()).isEmpty();
	}

	/** The same, for the whole of the platform's REST. */
	@Test
	void thePlatformIsNotDescribedAsAWhole() {
		Answer whole = ask("GET /engine-rest/application.wadl").as("admin").send();
		assertThat(whole.status()).isEqualTo(404);
		assertThat(whole.body()).matches(CHINESE).doesNotContain("wadl");
	}

	/** His name stands under what he signed. */
	@Test
	void nobodyGivesHimselfAnotherName() {
		String name = identity.createUserQuery().userId("gongan1").singleResult().getLastName();
		Map<String, Object> another = Map.of("id", "gongan1", "firstName", "", "lastName", "何静", "email", "x@example.org");
		for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
			Http.Answer refused = Http.basic(port, "gongan1").put(api + "/user/gongan1/profile", another);
			assertThat(refused.status()).as(api).isEqualTo(403);
			assertThat(refused.message()).isEqualTo("账号、姓名和谁在哪个小组，只由系统管理员更改。");
			Object asItIs = Http.basic(port, "gongan1").get(api + "/user/gongan1/profile").json();
			assertThat(Http.basic(port, "gongan1").put(api + "/user/gongan1/profile", asItIs.toString()).status()).as(api).isEqualTo(403);
			assertThat(Http.basic(port, "gongan1").put(api + "/user/gongan2/profile", another).status()).as(api).isEqualTo(404);
		}
		assertThat(Http.session(port, "gongan1", "tasklist").put("/camunda/api/engine/engine/default/user/gongan1/profile", another).status())
				.isEqualTo(403);
		assertThat(Http.basic(port, "gongan1").get("/engine-rest/user/gongan1/profile").status()).as("read it he may").isEqualTo(200);
		assertThat(identity.createUserQuery().userId("gongan1").singleResult().getLastName()).isEqualTo(name);
	}

	@Test
	void administratorsAreLetThrough() {
		assertThat(Http.basic(port, "admin").get("/engine-rest/job/count").status()).isEqualTo(200);
		assertThat(Http.basic(port, "admin").get("/engine-rest/history/cleanup/configuration").status()).isEqualTo(200);
		assertThat(Http.basic(port, "admin").post("/engine-rest/signal", Map.of()).status()).isEqualTo(400);
		assertThat(Http.session(port, "admin", "cockpit").get("/camunda/api/engine/engine/default/history/cleanup/configuration").status())
				.isEqualTo(200);
	}

	// no change from elsewhere

	@Test
	void anotherSiteDeploysNothingWithAnAdministratorsBasicCredentials() {
		for (Raw attempt : List.of(deployment().with("Origin", "https://evil.example"), deployment().with("Origin", "null"),
				deployment().with("Sec-Fetch-Site", "cross-site"), deployment().with("Sec-Fetch-Site", "same-site"),
				deployment().with("Origin", "http://127.0.0.1:" + (port + 1)))) {
			Answer refused = attempt.send();
			assertThat(refused.status()).as(refused.body()).isEqualTo(403);
			assertThat(refused.body()).contains("不是从本系统");
		}
		assertThat(repository.createDeploymentQuery().list()).noneMatch(
				one -> repository.getDeploymentResourceNames(one.getId()).contains("smuggled.bpmn"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/json" })
	void anotherSiteChangesNothingThroughRestOrApi(String type) {
		for (String path : List.of("/engine-rest/history/cleanup", "/engine-rest/message", "/api/clock/forward")) {
			Answer refused = ask("POST " + path).as("admin").with("Origin", "https://evil.example").body(type, "{\"days\":1}").send();
			assertThat(refused.status()).as(path).isEqualTo(403);
			assertThat(refused.body()).contains("不是从本系统");
		}
	}

	@Test
	void aScriptOfOursOrWithoutABrowserGoesOn() {
		assertThat(ask("POST /engine-rest/task/count").as("admin").body("application/json", "{}").send().status()).isEqualTo(200);
		assertThat(ask("POST /engine-rest/task/count").as("admin").with("Origin", "http://127.0.0.1:" + port).body("application/json", "{}").send()
				.status()).isEqualTo(200);
	}

	@Test
	void aChangeOnAPageNeedsTheTokenOfItsSession() {
		Http admin = Http.pages(port, "admin");
		String session = "JSESSIONID=" + admin.cookie("JSESSIONID");
		for (String path : List.of("/clock/forward", "/holidays/preview", "/holidays/apply", "/logout", "/attachments?task=x")) {
			Answer without = ask("POST " + path).with("Cookie", session).body("application/x-www-form-urlencoded", "days=1").send();
			assertThat(without.status()).as(path).isEqualTo(403);
			assertThat(without.body()).contains("页面已经过期");
			assertThat(ask("POST " + path).with("Cookie", session).body("application/x-www-form-urlencoded", "days=1&_csrf=guess").send().status())
					.as(path).isEqualTo(403);
		}
		assertThat(admin.get("/clock").body()).containsPattern("action=\"/clock/forward\"[^>]*><input type=\"hidden\" name=\"_csrf\" value=\"\\w");
		assertThat(admin.form("/clock/forward", Map.of("days", "0")).status()).isEqualTo(302);
	}

	/** Fell before: the webapps' own filter ended the session of whoever's page sent no token, and said so in English in a header. */
	@Test
	void aChangeInTheWebappsNeedsTheTokenAndTheSessionOutlivesTheRefusal() {
		Http office = Http.session(port, "zhengxie1", "tasklist");
		String session = "JSESSIONID=" + office.cookie("JSESSIONID");
		for (String token : List.of("", "0123456789ABCDEF")) {
			Answer without = ask("POST /camunda/api/engine/engine/default/task/count").with("Cookie", session).with("X-XSRF-TOKEN", token)
					.body("application/json", "{}").send();
			assertThat(without.status()).isEqualTo(403);
			assertThat(without.body()).contains("页面已经过期，没有执行。请刷新页面后再试。");
			assertThat(without.all("X-XSRF-TOKEN")).isEmpty();
		}
		assertThat(office.post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).isEqualTo(200);
	}

	@Test
	void aLoginPageThatIsTooOldAsksAgain() {
		String form = "username=zhengxie1&password=zhengxie1&to=" + URLEncoder.encode("/notices?before=5", StandardCharsets.UTF_8);
		Answer stale = ask("POST /login").with("Accept", "text/html").body("application/x-www-form-urlencoded", form).send();
		assertThat(stale.status()).isEqualTo(403);
		assertThat(stale.body()).contains("登录页已经过期", "value=\"/notices?before=5\"", "name=\"_csrf\"");
	}

	// under which name

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/ledger", "/engine-rest/task", "/api/statistics", "/camunda/app/tasklist/default/", "/actuator/health",
			"/bihuan.css", "/nothing" })
	void onlyItsOwnNamesAreAnswered(String path) {
		for (String host : List.of("evil.example", "evil.example:" + port, "127.0.0.1.evil.example", "10.1.2.3")) {
			Answer refused = ask("GET " + path).with("Host", host).as("admin").send();
			assertThat(refused.status()).as("%s at %s", path, host).isEqualTo(421);
			assertThat(refused.body()).contains("bihuan.hosts").matches(CHINESE);
			assertThat(refused.all("Set-Cookie")).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8080", "LOCALHOST", "[::1]:8080", "127.0.0.1" })
	void anEvaluationIsAnsweredByTheMachinesOwnNames(String host) {
		assertThat(ask("GET /login").with("Host", host).send().status()).isEqualTo(200);
	}

	// behind a proxy

	private Raw proxied(String line) {
		return ask(line).with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "localhost").with("X-Forwarded-For", "203.0.113.9")
				.with("X-Forwarded-Port", "443").with("Accept", "text/html");
	}

	@Test
	void behindAProxyRedirectsAndCookiesAreOfHttps() {
		Answer sent = proxied("GET /ledger").send();
		assertThat(sent.status()).isEqualTo(302);
		assertThat(sent.all("Location")).containsExactly("https://localhost/login?to=%2Fledger");
		Answer login = proxied("GET /login").send();
		assertThat(login.cookie("JSESSIONID")).contains("Secure");
		assertThat(login.all("Strict-Transport-Security")).singleElement().asString().startsWith("max-age=31536000");
		Answer tasklist = proxied("GET /camunda/app/tasklist/default/").send();
		assertThat(tasklist.cookie("JSESSIONID")).contains("Secure");
		assertThat(tasklist.cookie("XSRF-TOKEN")).contains("Secure");
		assertThat(tasklist.all("Strict-Transport-Security")).hasSize(1);
		assertThat(ask("GET /login").send().all("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void whoIsNoProxyIsNotBelieved() {
		Answer stranger = proxied("GET /ledger").from("127.0.0.2").send();
		assertThat(stranger.all("Location")).containsExactly("http://127.0.0.1:" + port + "/login?to=%2Fledger");
		assertThat(proxied("GET /login").from("127.0.0.2").send().cookie("JSESSIONID")).doesNotContain("Secure");
		assertThat(proxied("GET /login").with("X-Forwarded-Host", "evil.example").send().status()).as("nor may a proxy bring any name")
				.isEqualTo(421);
	}

	// what every answer says of itself

	@Test
	void everyCookieHasEachAttributeOnce() {
		for (String path : List.of("/login", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/")) {
			Answer answer = ask("GET " + path).send();
			assertThat(answer.cookie("JSESSIONID")).as(path).containsExactlyInAnyOrder("Path=/", "HttpOnly", "SameSite=Lax");
			assertThat(answer.cookie("XSRF-TOKEN")).as(path).containsExactlyInAnyOrder("Path=/camunda", "SameSite=Lax");
		}
	}

	@Test
	void ourPagesRunAndShowNothingFromElsewhere() {
		Http office = Http.pages(port, "zhengxie1");
		String session = "JSESSIONID=" + office.cookie("JSESSIONID");
		for (String path : List.of("/login", "/ledger", "/notices", "/sheet", "/statistics", "/overdue", "/nothing")) {
			Answer page = ask("GET " + path).with("Cookie", session).with("Accept", "text/html").send();
			assertThat(page.all("Content-Security-Policy")).as(path).containsExactly("default-src 'self'; img-src 'self' data:; object-src 'none'; "
					+ "base-uri 'none'; form-action 'self'; frame-ancestors 'self'");
			assertThat(page.all("Referrer-Policy")).as(path).containsExactly("same-origin");
			assertThat(page.all("X-Content-Type-Options")).as(path).containsExactly("nosniff");
			assertThat(page.all("X-Frame-Options")).as(path).containsExactly("SAMEORIGIN");
			assertThat(page.all("Cache-Control")).as(path).singleElement().asString().contains("no-store");
			assertThat(page.body()).as("%s has no style or script in it", path)
					.doesNotContainPattern("<[^>]*\\s(style|on\\w+)=|<style|<script(?! src)");
		}
	}

	@Test
	void theDiagramsLibraryMayPlaceItsParts() {
		assertThat(ask("GET /outcomes/none").send().all("Content-Security-Policy")).singleElement().asString()
				.startsWith("default-src 'self'; ").endsWith("; style-src 'self'; style-src-attr 'unsafe-inline'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/bihuan.css", "/engine-rest/task", "/engine-rest/engine", "/api/openapi", "/actuator/health",
			"/camunda/app/tasklist/default/", "/camunda/api/admin/auth/user/default", "/nothing" })
	void noAnswerIsTakenForAnotherKind(String path) {
		assertThat(ask("GET " + path).send().all("X-Content-Type-Options")).as(path).containsExactly("nosniff");
		assertThat(ask("GET " + path).as("admin").send().all("X-Content-Type-Options")).as(path).containsExactly("nosniff");
	}

	@ParameterizedTest
	@CsvSource({ "GET /login?to=/..//,200", "PUT /login,405", "GET /ledger/%2e%2e/login,400", "GET /%00,400", "GET /a|b,400",
			"GET /..,400", "FOO /login,400" })
	void aClientsMistakeIsToldInChineseAndIsNoFailureOfOurs(String line, int status) {
		Answer answer = ask(line).with("Accept", "text/html").send();
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).matches(CHINESE).doesNotContain("Tomcat", "Bad Request");
	}

	@Test
	void aLoginThatCannotBeReadIsNoFailureOfOurs() {
		Answer broken = ask("POST /login").with("Accept", "text/html").body("multipart/form-data", "x").send();
		assertThat(broken.status()).as(broken.body()).isEqualTo(400);
		assertThat(broken.body()).contains("上传的内容不完整");
	}

	// what the configuration does not ask for

	@Test
	void withoutAProviderNothingOfItIsThere() {
		for (String path : List.of("/oauth2/authorization/office", "/login/oauth2/code/office?code=x&state=y")) {
			assertThat(ask("GET " + path).send().status()).as(path).isEqualTo(404);
		}
		assertThat(ask("GET /login").send().body()).doesNotContain("oauth2");
	}
}
