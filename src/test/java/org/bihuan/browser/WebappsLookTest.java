package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import org.bihuan.CycleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The webapps as one house with our pages: in Chinese, or in English for who asks for another language, under one head, without a mark of whose the
 * platform is. Each screen with a picture under {@code target/screenshots}.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class WebappsLookTest extends CycleTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final int LAPTOP = 1366;
	private static final int HEIGHT = 768;
	private static final double TO_THE_PIXEL = 1;

	/** Processes, files, accounts, groups and what the engine calls a right: one word, in small letters and figures or in capitals. */
	private static final String NAMES_OF_THE_ADMINISTRATOR = "(登录账号：)?[a-z0-9@.-]+|[A-Z_]+";

	/** What the head of a page leads to, and how its first line looks. */
	private static final String HEAD = """
			() => {
				const frame = document.querySelector('header.frame');
				const link = frame.querySelector('nav a');
				const look = getComputedStyle(link);
				return {
					ways: [...frame.querySelectorAll('nav a')].map(one => one.textContent + ' ' + one.getAttribute('href')),
					who: frame.querySelector('.who').textContent,
					out: [...frame.querySelectorAll('.logout button')].map(one => one.textContent),
					colours: [getComputedStyle(frame).backgroundColor, look.color, look.fontSize],
					place: [link.getBoundingClientRect().left, link.getBoundingClientRect().top]
				};
			}""";

	private static final String DAYS = """
			() => {
				const shown = angular.element(document.body).injector().get('$filter');
				const threeDaysAgo = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
				return shown('camDate')('2023-09-11T09:05:00', 'normal') + '，' + shown('amTimeAgo')(threeDaysAgo);
			}""";

	private static Chromium chromium;
	private BrowserContext context;
	private Page page;

	@BeforeAll
	static void launch() throws IOException {
		chromium = Chromium.launch();
		Files.createDirectories(PICTURES);
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@BeforeEach
	void someTasks() {
		startUpTo("task_reportImplementation");
	}

	@AfterEach
	void leave() {
		context.close();
	}

	private void comes(String language) {
		context = chromium.browser().newContext(
				new Browser.NewContextOptions().setViewportSize(LAPTOP, HEIGHT).setLocale(language).setTimezoneId("Asia/Shanghai"));
		page = context.newPage();
		page.setDefaultTimeout(60_000);
		PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
	}

	/** At our login page, the only one that whoever is sent somewhere comes to. */
	private void logIn(String user, String to) {
		page.navigate("http://127.0.0.1:" + port + "/login?to=" + to);
		page.fill("[name=username]", user);
		page.fill("[name=password]", user);
		page.click("main button");
		page.waitForLoadState(LoadState.NETWORKIDLE);
	}

	private void opens(String webapp) {
		page.navigate("http://127.0.0.1:" + port + "/camunda/app/" + webapp + "/default/");
		page.locator(".frame .who").waitFor();
		page.waitForLoadState(LoadState.NETWORKIDLE);
	}

	private void isChinese(String screen) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("words-" + screen.replace('/', '-') + ".png")));
		assertThat(EnglishWords.on(page)).as("English on %s", screen).isEmpty();
	}

	private Locator only(String selector) {
		return page.locator(selector).locator("visible=true");
	}

	private void opensTask(String name) {
		page.locator(".task-filters a", new Page.LocatorOptions().setHasText("本组待办")).first().click();
		page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(name)).first().click();
		page.locator(".fjs-form").waitFor();
		page.waitForLoadState(LoadState.NETWORKIDLE);
	}

	@Test
	void noScreenOfTasklistHasAnEnglishWord() {
		comes("zh-CN");
		logIn("gongan1", "/ledger");
		opens("tasklist");
		isChinese("tasklist");
		opensTask("落实并报告");
		isChinese("task");
		for (Locator tab : page.locator(".task-details .nav-tabs a, [cam-tasklist-task] .nav-tabs a").all()) {
			tab.click();
			page.waitForLoadState(LoadState.NETWORKIDLE);
			isChinese("task-" + tab.textContent().strip());
		}
		page.locator(".nav-tabs a").first().click();
		page.locator(".fjs-form").waitFor();
		only(".fjs-form input:not([disabled])").first().waitFor();
	}

	@Test
	void neitherTheStartOfAProcessNorItsFormHasAnEnglishWord() {
		comes("zh-CN");
		logIn("chengxiang1", "/ledger");
		opens("tasklist");
		page.locator(".start-process-action a").first().click();
		page.locator(".modal-body a", new Page.LocatorOptions().setHasText("协商成果闭环")).first().waitFor();
		isChinese("start-list");
		page.locator(".modal-body a", new Page.LocatorOptions().setHasText("协商成果闭环")).first().click();
		page.locator(".fjs-form").waitFor();
		isChinese("start-form");
	}

	@ParameterizedTest
	@CsvSource({ "cockpit,/", "cockpit,/processes", "cockpit,/decisions", "cockpit,/tasks", "cockpit,/repository", "admin,/", "admin,/users",
			"admin,/groups", "admin,/authorization", "admin,/system", "welcome,/" })
	void theAdministratorsScreensAreChinese(String webapp, String screen) {
		comes("zh-CN");
		logIn("admin", "/ledger");
		opens(webapp);
		page.navigate("http://127.0.0.1:" + port + "/camunda/app/" + webapp + "/default/#" + screen);
		page.waitForLoadState(LoadState.NETWORKIDLE);
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("words-" + webapp + screen.replace('/', '-') + ".png")));
		assertThat(EnglishWords.on(page)).as("English besides names").filteredOn(words -> !words.matches(NAMES_OF_THE_ADMINISTRATOR)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "zh,待办,发起流程", "zh-TW,待办,发起流程", "zh-HK,待办,发起流程", "en-US,Tasklist,Start process", "de-DE,Tasklist,Start process" })
	void eachKindOfChineseGetsChineseAndEveryOtherLanguageEnglish(String language, String name, String start) {
		comes(language);
		logIn("chengxiang1", "/ledger");
		opens("tasklist");
		assertThat(page.title()).isEqualTo("闭环 " + name);
		assertThat(page.locator(".start-process-action").first().textContent().strip()).isEqualTo(start);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void everyWebappStandsUnderTheHeadOfOurPages(String webapp) {
		comes("zh-CN");
		logIn("admin", "/ledger");
		Map<String, Object> ours = head();
		opens(webapp);
		assertThat(head()).as("the same ways, name and buttons, in the same colour and size").isEqualTo(ours);
		assertThat(only(".ce-eol-banner, .brand-logo, [cam-widget-footer], .app-switch").count()).as("marks of the platform").isZero();
		assertThat(page.locator("link[rel~=icon]").first().getAttribute("href")).isEqualTo("/mark.svg");
		assertThat(page.title()).doesNotContainIgnoringCase("camunda").startsWith("闭环");
		double head = number("document.querySelector('.frame').getBoundingClientRect().bottom");
		double below = number("document.querySelector('.page-wrap, .ctn-main, body > .container-fluid').getBoundingClientRect().top");
		assertThat(below - head).as("an empty strip below the head").isBetween(-TO_THE_PIXEL, TO_THE_PIXEL);
	}

	private double number(String script) {
		return ((Number) page.evaluate("() => " + script)).doubleValue();
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> head() {
		return (Map<String, Object>) page.evaluate(HEAD);
	}

	@Test
	void oneWayOutAndOneWayHomeFromTasklist() {
		comes("zh-CN");
		logIn("gongan1", "/ledger");
		opens("tasklist");
		page.locator(".frame .brand").click();
		PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*:\\d+/$"));
		page.locator(".frame nav a", new Page.LocatorOptions().setHasText("待办")).click();
		page.locator(".task-filters a").first().waitFor();
		page.locator(".frame .logout button").first().click();
		page.waitForURL("**/login");
		page.navigate("http://127.0.0.1:" + port + "/ledger");
		assertThat(page.url()).as("nobody is logged in any more").contains("/login");
	}

	/** By the filters through which every screen of Tasklist shows them. */
	@Test
	void daysAreWrittenAsAnOfficeWritesThem() {
		comes("zh-CN");
		logIn("gongan1", "/ledger");
		opens("tasklist");
		assertThat(page.evaluate(DAYS)).isEqualTo("2023年9月11日 09:05，3天前");
	}
}
