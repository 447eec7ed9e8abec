package org.bihuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.bihuan.CycleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first screen of each role, on a laptop and on a phone, each with a picture under {@code target/screenshots}. */
@NeedsChromium
@Tag("browser")
@Tag("long")
class FirstScreenTest extends CycleTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final int LAPTOP = 1366;
	private static final int PHONE = 390;

	private static Chromium chromium;

	@BeforeAll
	static void launch() {
		chromium = Chromium.launch();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	/** Logs in as a person does who was not on the way anywhere. */
	private Page signIn(String user, int width) {
		Page page = chromium.window(width, width == PHONE);
		page.navigate("http://127.0.0.1:" + port + "/");
		Chromium.logIn(page, user);
		assertThat(page.locator("h1")).containsText("您好");
		return page;
	}

	@ParameterizedTest
	@ValueSource(strings = { "chengxiang1", "gongan1", "weiyuan1", "zhuxi1", "quwei1", "dukao1", "fenxi1", "admin" })
	void itFitsTheScreenAndSpeaksChinese(String user) {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		for (int width : List.of(LAPTOP, PHONE)) {
			Page page = signIn(user, width);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("home-" + user + "-" + width + ".png")));
			assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
			assertThat(EnglishWords.on(page)).isEmpty();
			page.context().close();
		}
	}

	@Test
	void aMemberRatesOnThePhoneWithThreeTaps() {
		startUpTo("task_rateSatisfaction");
		Page page = signIn("weiyuan1", PHONE);
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("home-rating-" + PHONE + ".png")));
		page.locator(".rating fieldset").nth(0).locator("label").first().tap();
		page.locator(".rating fieldset").nth(1).locator("label").first().tap();
		page.locator(".rating button").tap();
		assertThat(page.locator(".rating")).hasCount(0);
		assertThat(page.locator(".done li").first()).containsText("基层派出所改造");
		assertThat(page).hasURL(Pattern.compile(".*:\\d+/$"));
		page.context().close();
		assertThat(jdbc.sql("select given_by from satisfaction where assignment_id = ? and state = 'given'").param(outcomeId + "-1")
				.query(String.class).list()).containsExactly("weiyuan1");
	}

	@Test
	void aMemberReadsTheReplyOnThePhoneWithTwoTaps() {
		startUpTo("task_rateSatisfaction");
		Page page = signIn("weiyuan1", PHONE);
		page.locator(".nearest .about a").first().tap();
		page.locator(".assignment .title .fold summary").tap();
		assertThat(page.locator(".assignment .part").first()).isVisible();
		page.locator(".back a").tap();
		assertThat(page.locator("h1")).containsText("您好");
		page.context().close();
	}
}
