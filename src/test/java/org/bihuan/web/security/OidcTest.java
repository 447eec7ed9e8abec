package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.bihuan.EngineTest;
import org.bihuan.browser.Chromium;
import org.bihuan.browser.NeedsChromium;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * People of whom a provider (OIDC) says who they are, from the link on our login page to the logout at the provider. Its application stays open: the
 * webapps' own are one for all applications of a JVM, and are gone with the first that is closed.
 */
@TestPropertySource(properties = { "camunda.bpm.process-engine-name=oidc",
		"spring.security.oauth2.client.registration.office.client-id=" + OidcProvider.CLIENT,
		"spring.security.oauth2.client.registration.office.client-secret=" + OidcProvider.SECRET,
		"spring.security.oauth2.client.registration.office.client-name=政务统一认证",
		"spring.security.oauth2.client.registration.office.scope=openid,profile",
		"spring.security.oauth2.client.provider.office.user-name-attribute=preferred_username", "bihuan.oidc.groups-claim=groups",
		"bihuan.sign-in.groups=committee-chengxiang:城乡建设委,camunda-admin:IT" })
@Tag("long")
class OidcTest extends EngineTest {

	private static final OidcProvider PROVIDER = new OidcProvider();
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"(\\w+)\"");

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry registry) {
		registry.add("spring.security.oauth2.client.provider.office.issuer-uri", PROVIDER::issuer);
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@Autowired
	private FilterService filters;
	@Autowired
	private AuthorizationService authorizations;

	/** One browser. */
	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(Redirect.NEVER).build();

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : "http://127.0.0.1:" + port + path)));
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	/** From our login page to the provider and back; what our page answers then. */
	private HttpResponse<String> comes(String wanted) {
		return get(location(get(location(get("/oauth2/authorization/office?to=" + wanted)))));
	}

	private static Map<String, Object> person(String account, String name, String... groups) {
		return new LinkedHashMap<>(
				Map.of("sub", "subject-of-" + account, "preferred_username", account, "name", name, "email", account + "@example.cn", "groups",
						List.of(groups)));
	}

	private List<String> groups(String account) {
		return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).toList();
	}

	@Test
	void theLoginPageHasALinkToTheProviderThatKeepsThePageThatWasWanted() {
		assertThat(get("/login?to=/notices?before=5").body()).contains("用政务统一认证登录",
				"href=\"/oauth2/authorization/office?to=%2Fnotices%3Fbefore%3D5\"",
				"name=\"password\"");
	}

	@Test
	void whoComesForTheFirstTimeHasAnAccountWithHisNameHisGroupsAndHisTaskLists() {
		PROVIDER.is(person("sunqi", "孙七", "城乡建设委", "member", "somewhere-else"));
		assertThat(location(comes("/notices"))).isEqualTo("http://127.0.0.1:" + port + "/notices");
		HttpResponse<String> page = get("/notices");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("孙七");
		assertThat(groups("sunqi")).containsExactlyInAnyOrder("committee-chengxiang", "member");
		User account = identity.createUserQuery().userId("sunqi").singleResult();
		assertThat(account).extracting(User::getFirstName, User::getLastName, User::getEmail).containsExactly("孙七", "", "sunqi@example.cn");
		assertThat(filters.createFilterQuery().list().stream().filter(one -> authorizations.isUserAuthorized("sunqi", groups("sunqi"),
				Permissions.READ, Resources.FILTER, one.getId()))).extracting(Filter::getName)
				.containsExactlyInAnyOrder("我的待办", "本组待办", "三天内到期", "已逾期", "回头看", "待评价");
	}

	@Test
	void eachLoginBringsNameAndGroupsUpToDate() {
		PROVIDER.is(person("zhouba", "周八", "城乡建设委", "IT"));
		comes("/ledger");
		assertThat(groups("zhouba")).containsExactlyInAnyOrder("committee-chengxiang", "camunda-admin");
		PROVIDER.is(person("zhouba", "周捌", "member"));
		comes("/ledger");
		assertThat(groups("zhouba")).containsExactly("member");
		assertThat(get("/ledger").body()).contains("周捌").doesNotContain("周八");
	}

	@Test
	void aGroupThatIsCalledOtherwiseThereIsNotEnteredByItsId() {
		PROVIDER.is(person("wujiu", "吴九", "camunda-admin"));
		comes("/ledger");
		assertThat(groups("wujiu")).isEmpty();
	}

	@Test
	void anAccountOfOurOwnIsNotTheirs() {
		PROVIDER.is(person("admin", "冒名", "member"));
		HttpResponse<String> refused = comes("/ledger");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("账号 admin 是在本系统里建立的，不能经统一认证登录");
		assertThat(get("/notices").statusCode()).isEqualTo(302);
		assertThat(groups("admin")).containsExactly("camunda-admin");
	}

	@Test
	void nobodyHasTheAccountOfAnotherWhoIsCalledTheSameThere() {
		PROVIDER.is(person("zhengshi", "郑十"));
		comes("/ledger");
		Map<String, Object> other = person("zhengshi", "另一人");
		other.put("sub", "another");
		PROVIDER.is(other);
		HttpResponse<String> refused = comes("/ledger");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("账号 zhengshi 属于统一认证里的另一个人");
		assertThat(identity.createUserQuery().userId("zhengshi").singleResult().getFirstName()).isEqualTo("郑十");
	}

	@Test
	void anAccountThatCannotBeOneIsRefused() {
		PROVIDER.is(person("../admin", "冒名"));
		assertThat(comes("/ledger").body()).contains("统一认证给出的账号“../admin”不能用");
	}

	@Test
	void noPasswordOpensIt() {
		PROVIDER.is(person("fengyi", "冯一"));
		comes("/ledger");
		for (String guess : List.of("", "fengyi", "null")) {
			assertThat(Http.basic(port, "fengyi", guess).get("/engine-rest/engine").status()).as(guess).isEqualTo(401);
		}
	}

	@Test
	void whoVouchesMustBeTheProvider() {
		PROVIDER.is(person("cheneren", "陈二"));
		PROVIDER.isVouchedForByAnother();
		HttpResponse<String> refused = comes("/ledger");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("统一认证没有成功，请再试一次");
		assertThat(identity.createUserQuery().userId("cheneren").count()).isZero();
	}

	@Test
	void anAnswerThatWasNotAskedForIsNone() {
		HttpResponse<String> refused = get("/login/oauth2/code/office?code=stolen&state=guessed");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("统一认证没有成功");
	}

	@Test
	void theLoginLeadsToNoOtherSite() {
		PROVIDER.is(person("chusan", "褚三"));
		assertThat(location(comes("https://elsewhere.example/"))).isEqualTo("http://127.0.0.1:" + port + "/");
	}

	@Test
	void theLogoutEndsOurSessionAndLeadsToWhereTheProvidersEnds() {
		PROVIDER.is(person("weisi", "卫四"));
		comes("/notices");
		HttpResponse<String> page = get("/notices");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("form-action 'self' " + PROVIDER.issuer() + ";");
		Matcher token = TOKEN.matcher(page.body());
		assertThat(token.find()).isTrue();
		URI end = URI.create(location(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/logout"))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("_csrf=" + token.group(1))))));
		assertThat(end.toString()).startsWith(PROVIDER.issuer() + "/end?");
		assertThat(OidcProvider.parameters(end)).containsEntry("client_id", OidcProvider.CLIENT)
				.containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/login")
				.hasEntrySatisfying("id_token_hint", hint -> assertThat(hint).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
		assertThat(get("/notices").statusCode()).as("our session").isEqualTo(302);
	}

	/** On the former version it ended ours alone, and the next person at the same computer was in by one click. */
	@Test
	void theLogoutOfTheWebappsEndsBothSessionsToo() throws JsonProcessingException {
		PROVIDER.is(person("jiangwu", "蒋五"));
		comes("/notices");
		Matcher token = TOKEN.matcher(get("/notices").body());
		assertThat(token.find()).isTrue();
		assertThat(logout("another").statusCode()).as("without the page's token").isEqualTo(403);
		assertThat(get("/notices").statusCode()).isEqualTo(200);
		HttpResponse<String> answer = logout(token.group(1));
		assertThat(answer.statusCode()).isEqualTo(200);
		URI end = URI.create(new ObjectMapper().readTree(answer.body()).path("next").asText());
		assertThat(end.toString()).startsWith(PROVIDER.issuer() + "/end?");
		assertThat(OidcProvider.parameters(end)).containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/login")
				.containsKey("id_token_hint");
		assertThat(get("/notices").statusCode()).as("our session").isEqualTo(302);
	}

	/** As the webapps' scripts do. */
	private HttpResponse<String> logout(String token) {
		try {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/camunda/api/admin/auth/user/oidc/logout"))
					.header("Accept", "application/json, text/plain, */*").header("X-XSRF-TOKEN", token).POST(BodyPublishers.noBody()).build(),
					BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	@NeedsChromium
	@Tag("browser")
	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void theLogoutButtonOfAWebappLeadsThroughTheProviderToOurLoginPage(String webapp) {
		PROVIDER.is(person("shenliu-" + webapp, "沈六", "IT"));
		try (Chromium chromium = Chromium.launch(); Page page = chromium.browser().newPage()) {
			String here = "http://127.0.0.1:" + port;
			page.navigate(here + "/oauth2/authorization/office?to=/camunda/app/" + webapp + "/oidc/");
			// a page that is still being put together may lose the click
			page.waitForLoadState(LoadState.NETWORKIDLE);
			page.locator(".frame .logout button").first().click();
			page.waitForURL(here + "/login");
			assertThat(page.locator("body").textContent()).contains("用政务统一认证登录");
			assertThat(PROVIDER.ended()).containsEntry("client_id", OidcProvider.CLIENT).containsKey("id_token_hint");
			page.navigate(here + "/notices");
			assertThat(page.url()).as("our session").startsWith(here + "/login?");
		}
	}

	@Test
	void aPasswordStillOpensAnAccountOfOurOwnAndItsLogoutStaysHere() {
		Http own = Http.pages(port, "zhengxie1");
		assertThat(own.get("/notices").status()).isEqualTo(200);
		assertThat(own.form("/logout", Map.of("_csrf", own.cookie("XSRF-TOKEN"))).status()).isEqualTo(302);
	}
}
