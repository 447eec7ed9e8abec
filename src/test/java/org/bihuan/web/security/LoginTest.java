package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.bihuan.web.Raw;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The login of our pages, as an attacker would use it. */
class LoginTest extends CycleTest {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"(\\w+)\"");

	@Autowired
	private ProcessEngine engine;

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
		return send(to("/login", session == null ? sessions(page).get(0) : session).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form)));
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
			"javascript:alert(1)", "elsewhere.example", "/中文", "/logout", "" })
	void theLoginLeadsToNoOtherSite(String wanted) throws Exception {
		HttpResponse<String> answer = login(null, wanted);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(led(answer)).hasToString("http://127.0.0.1:" + port + "/");
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

	private Raw.Answer tries(String address, String account, String password) {
		String credentials = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
		return Raw.request(port, "GET /engine-rest/engine").with("Authorization", "Basic " + credentials).from(address).send();
	}

	@Test
	void whoGuessesWaitsAndTheOwnerElsewhereDoesNot() {
		for (int one = 0; one < 15; one++) {
			assertThat(tries("127.0.0.7", "jingke2", "guess" + one).status()).isEqualTo(401);
		}
		assertThat(tries("127.0.0.7", "jingke2", "jingke2").status()).as("the right one, from where it was guessed").isEqualTo(401);
		assertThat(tries("127.0.0.8", "jingke2", "jingke2").status()).as("the owner at his own place").isEqualTo(200);
	}

	@Test
	void noAccountIsLockedForGood() {
		for (int one = 0; one < 12; one++) {
			assertThat(tries("127.0.0." + (20 + one), "admin", "guess").status()).isEqualTo(401);
		}
		assertThat(tries("127.0.0.9", "admin", "admin").status()).isEqualTo(200);
	}

	/** Fell before: at Tasklist it said 请先登录 to who had just tried to. */
	@Test
	void aWrongPasswordIsToldInTheSameWordsAtTasklistAndOnOurPage() {
		String words = "账号或口令不对，请重新输入。连续输错几次后，要等一会儿再试。";
		assertThat(catchThrowable(() -> Http.pages(port, "meiyou1"))).hasMessageContaining("status=401").hasMessageContaining(words);
		assertThat(catchThrowable(() -> Http.session(port, "meiyou1", "tasklist"))).hasMessageContaining("status=401").hasMessageContaining(words);
	}

	/** Fell before: from another address each time an account could be guessed at without end. */
	@Test
	void whoGuessesFromManyAddressesWaitsAndTheOwnerAtHisPlaceDoesNot() {
		var account = identity.newUser("linshi2");
		account.setPassword("linshi2");
		identity.saveUser(account);
		try {
			assertThat(tries("127.0.0.40", "linshi2", "linshi2").status()).as("he was here before").isEqualTo(200);
			for (int one = 0; one < 25; one++) {
				assertThat(tries("127.0.0." + (50 + one), "linshi2", "guess" + one).status()).isEqualTo(401);
			}
			assertThat(tries("127.0.0.90", "linshi2", "linshi2").status()).as("the right one, at an address without a wrong one").isEqualTo(401);
			assertThat(tries("127.0.0.40", "linshi2", "linshi2").status()).as("where he was before").isEqualTo(200);
		}
		finally {
			identity.deleteUser("linshi2");
		}
	}

	@Test
	void theSameHoldsAtTasklistAndOnOurPage() throws Exception {
		var account = identity.newUser("linshi1");
		account.setPassword("linshi1");
		identity.saveUser(account);
		try {
			for (int one = 0; one < 5; one++) {
				assertThat(tries("127.0.0.1", "linshi1", "guess" + one).status()).isEqualTo(401);
			}
			assertThat(catchThrowable(() -> Http.session(port, "linshi1", "tasklist"))).hasMessageContaining("status=401");
			assertThat(catchThrowable(() -> Http.pages(port, "linshi1"))).hasMessageContaining("要等一会儿再试");
		}
		finally {
			identity.deleteUser("linshi1");
		}
	}

	@Test
	void aWeakPasswordIsRefusedInChineseWhereThePolicyIsOn() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		Http admin = Http.basic(port, "admin");
		configuration.setEnablePasswordPolicy(true);
		try {
			for (String weak : List.of("a", "123456", "wenshi1", "wenshi1-2026", "九个字的口令在这里")) {
				Http.Answer refused = admin.put("/engine-rest/user/wenshi1/credentials",
						Map.of("password", weak, "authenticatedUserPassword", "admin"));
				assertThat(refused.status()).as(weak).isEqualTo(400);
				assertThat(refused.message()).as(weak).contains("口令太弱", "至少 10 个字符", "不能含有账号");
			}
			assertThat(admin.put("/engine-rest/user/tian2/credentials", Map.of("password", "长明灯下照四方-2026", "authenticatedUserPassword", "admin"))
					.status()).isEqualTo(204);
		}
		finally {
			configuration.setEnablePasswordPolicy(false);
			var account = identity.createUserQuery().userId("tian2").singleResult();
			account.setPassword("tian2");
			identity.saveUser(account);
		}
		assertThat(identity.checkPassword("wenshi1", "wenshi1")).isTrue();
	}

	/** On the former version it was made (204), and whoever then tried a password for it got a 500. */
	@ParameterizedTest
	@ValueSource(strings = { "{'profile':{'id':'ohnewort1','firstName':'无口令'}}",
			"{'profile':{'id':'ohnewort1','firstName':'无口令'},'credentials':{'password':''}}" })
	void anAccountHasAPassword(String account) {
		Http.Answer refused = Http.basic(port, "admin").send("POST", "/engine-rest/user/create", account.replace('\'', '"'));
		assertThat(refused.status()).as(refused.body()).isEqualTo(400);
		assertThat(refused.message()).isEqualTo("账号要有口令，没有保存。请填写口令（不能是空的）后再提交。");
		assertThat(identity.createUserQuery().userId("ohnewort1").count()).isZero();
	}

	@Test
	void aPasswordIsNotMadeEmpty() {
		Http.Answer refused = Http.basic(port, "gongan1").put("/engine-rest/user/gongan1/credentials",
				Map.of("password", "", "authenticatedUserPassword", "gongan1"));
		assertThat(refused.status()).as(refused.body()).isEqualTo(400);
		assertThat(refused.message()).contains("账号要有口令");
		assertThat(Http.basic(port, "gongan1").get("/engine-rest/engine").status()).isEqualTo(200);
	}

	/** Of a database in which a former version made one. */
	@Test
	void aLoginAsAnAccountWithoutAPasswordIsAnOrdinaryFailedOne() {
		jdbc.sql("insert into act_id_user (id_, rev_, first_) values ('ohnewort2', 1, '无口令')").update();
		try {
			for (String password : List.of("ohnewort2", "", "null")) {
				assertThat(Http.basic(port, "ohnewort2", password).get("/engine-rest/engine").status()).as(password).isEqualTo(401);
				assertThat(identity.checkPassword("ohnewort2", password)).isFalse();
			}
			assertThat(identity.checkPassword("ohnewort2", null)).isFalse();
		}
		finally {
			jdbc.sql("delete from act_id_user where id_ = 'ohnewort2'").update();
		}
	}
}
