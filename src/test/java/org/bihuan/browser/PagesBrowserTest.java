package org.bihuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bihuan.SampleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our pages with the sample year in a real browser, on a laptop and on a phone, each with a picture under {@code target/screenshots}. */
@NeedsChromium
@Tag("browser")
@Tag("long")
class PagesBrowserTest extends SampleTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final int LAPTOP = 1280;
	private static final int PHONE = 390;
	/** In pixels, on a phone. */
	private static final int A_LEDGER = 5_000;
	private static final int AN_OUTCOME = 2_500;

	private static final Map<String, String> PAGES = new LinkedHashMap<>(
			Map.of("ledger", "/ledger", "ledger-unit", "/ledger?unit=unit-gongan&sort=DUE&dir=asc", "statistics", "/statistics",
					"sheet", "/sheet?month=2022-12", "outcome-finished", "/outcomes/CG2022-4", "outcome-running", "/outcomes/CG2023-3", "notices",
					"/notices", "refused", "/outcomes/CG1999-1", "search", "/search?words=%E6%B4%BE%E5%87%BA%E6%89%80"));

	/** What only the administrator has, and what is empty in the sample. */
	private static final Map<String, String> OF_THE_ADMINISTRATOR = new LinkedHashMap<>(
			Map.of("holidays", "/holidays", "clock", "/clock", "overdue", "/overdue", "health", "/health", "operations",
					"/operations"));

	private static Chromium chromium;

	@BeforeAll
	static void launch() {
		chromium = Chromium.launch();
	}

	@AfterAll
	static void close() {
		if (chromium != null) {
			chromium.close();
		}
	}

	/** Logs in as a person does, and fails for what goes wrong in a script of the page. */
	private Page login(String user, int width, List<String> errors) {
		Page page = chromium.window(width, false);
		page.onPageError(errors::add);
		page.navigate("http://127.0.0.1:" + port + "/ledger");
		Chromium.logIn(page, user);
		assertThat(page.locator("h1")).hasText("台账");
		return page;
	}

	private void open(Page page, String path) {
		page.navigate("http://127.0.0.1:" + port + path);
		if (page.locator(".diagram").count() > 0) {
			drawn(page);
		}
	}

	/** On a phone it is drawn out of sight. */
	private static void drawn(Page page) {
		page.locator(".diagram[data-shown]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
	}

	@Test
	void everyPageFitsItsScreen() {
		List<String> errors = new ArrayList<>();
		for (int width : new int[] { LAPTOP, PHONE }) {
			fit(login("zhengxie1", width, errors), PAGES, width);
			fit(login("admin", width, errors), OF_THE_ADMINISTRATOR, width);
		}
		assertThat(errors).isEmpty();
	}

	private void fit(Page page, Map<String, String> pages, int width) {
		pages.forEach((name, path) -> {
			open(page, path);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
			assertThat(page.evaluate("document.documentElement.scrollWidth")).as("%s at %d pixels scrolls sideways", path, width).isEqualTo(width);
		});
		page.context().close();
	}

	/** In the webapps the box sent what was typed as figures, since their pages do not say how they are written. */
	@Test
	void theBoxInTheHeadOfEveryPageFindsWhatWasWritten() {
		List<String> errors = new ArrayList<>();
		Page page = login("zhengxie1", LAPTOP, errors);
		for (String from : List.of("/ledger", "/camunda/app/tasklist/")) {
			page.navigate("http://127.0.0.1:" + port + from);
			page.fill(".frame .find input", "派出所 经费");
			page.keyboard().press("Enter");
			assertThat(page.locator(".hit-title").first()).hasText("基层派出所改造");
			assertThat(page.locator(".hit mark").first()).hasText("派出所");
			assertThat(page.locator("main [name=words]")).hasValue("派出所 经费");
		}
		page.locator(".hit a").first().click();
		assertThat(page.locator("h1")).hasText("基层派出所改造");
		assertThat(errors).isEmpty();
		page.context().close();
	}

	@Test
	void aFilterIsKeptOpenedWithAndGivenUpByHand() {
		List<String> errors = new ArrayList<>();
		Page page = login("zhengxie2", LAPTOP, errors);
		page.selectOption("[name=light]", "RED");
		page.click("button:has-text('查询')");
		page.click("summary:has-text('存为视图')");
		page.locator(".views [placeholder]").fill("红灯<b>");
		page.click("button:has-text('保存')");
		assertThat(page.locator(".views a.here")).hasText("红灯<b>");
		page.click("summary:has-text('管理')");
		page.click("button:has-text('作首页')");
		open(page, "/ledger");
		assertThat(page.locator(".views a.here")).hasText("红灯<b>（首页）");
		assertThat(page.locator("[name=light]").first()).hasValue("RED");
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("ledger-views.png")));
		page.click("main a:has-text('清除')");
		assertThat(page.locator("[name=light]").first()).hasValue("");
		page.click("summary:has-text('管理')");
		page.click("button:has-text('删除')");
		assertThat(page.locator(".views a")).hasCount(0);
		assertThat(errors).isEmpty();
		page.context().close();
	}

	@Test
	void theDiagramShowsHowManyStandAtEachStep() {
		List<String> errors = new ArrayList<>();
		Page page = login("admin", LAPTOP, errors);
		open(page, "/operations");
		page.locator(".standings[data-shown]").waitFor();
		assertThat(page.locator("[data-container-id=task_reportImplementation] .standing")).isVisible();
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("operations-diagram.png")));
		assertThat(errors).isEmpty();
		page.context().close();
	}

	@Test
	void theAdministratorLoadsACalendarByHand() {
		Page page = login("admin", LAPTOP, new ArrayList<>());
		open(page, "/holidays");
		page.fill("[name=json]", "{\"year\":2027}");
		page.click("main button");
		assertThat(page.locator(".refusal")).containsText("的格式不对");
		page.fill("[name=json]", "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}");
		page.click("main button");
		assertThat(page.locator("h2").first()).containsText("2027 年放假安排：1 天，将调整");
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("holidays-preview.png")));
		page.click("button:has-text('确认载入')");
		assertThat(page.locator("[role=status]")).containsText("已载入");
		assertThat(page.locator("table tr:has-text('2027')")).containsText("已公布");
		page.context().close();
	}

	@Test
	void thePublishedFigures() {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		open(page, "/statistics");
		assertThat(page.locator(".published .value b")).hasText(new String[] { "33", "24", "2", "100%", "24", "9", "0" });
		page.locator(".published .figure").first().click();
		assertThat(page.locator("main .title .soft")).hasText("共 33 行");
		assertThat(page.locator(".chip")).containsText("报送");
		page.context().close();
	}

	@Test
	void theDiagramShowsThePathOfAFinishedCaseAndWhereARunningOneStands() {
		List<String> errors = new ArrayList<>();
		Page page = login("zhengxie1", LAPTOP, errors);
		open(page, "/outcomes/CG2022-4");
		assertThat(page.locator("#canvas [data-element-id=endEvent_outcomeClosed].done")).hasCount(1);
		assertThat(page.locator("#canvas [data-element-id=flow_chairMeetingVerdict_submission].done")).hasCount(1);
		assertThat(page.locator("#canvas [data-element-id=flow_chairMeetingVerdict_topicEnded].done")).hasCount(0);
		assertThat(page.locator("#canvas .active")).hasCount(0);
		for (Locator tab : page.locator(".tab").all()) {
			tab.click();
			page.locator(".diagram[data-shown='" + tab.getAttribute("data-instance") + "']").waitFor();
			assertThat(page.locator("#canvas .djs-shape.done").count()).as(tab.textContent()).isGreaterThan(1);
			assertThat(page.locator("#canvas .djs-connection.done").count()).as(tab.textContent()).isGreaterThan(1);
		}
		open(page, "/outcomes/CG2023-3");
		assertThat(page.locator("#canvas .djs-shape.active")).not().hasCount(0);
		page.locator("#diagram + .diagram").screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve("diagram-running.png")));
		assertThat(errors).isEmpty();
		page.context().close();
	}

	/** On the former version the report stayed folded on paper, with the words 展开报告全文, and so did long entries of the timeline. */
	@Test
	void anOutcomePrintsWhole() {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		open(page, "/outcomes/CG2022-4");
		Locator folded = page.locator("main details");
		assertThat(folded.count()).isPositive();
		assertThat(page.locator("main details[open]")).hasCount(0);
		page.evaluate("addEventListener('beforeprint', () => window.stillFolded = document.querySelectorAll('main details:not([open])').length)");
		page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(PICTURES.resolve("outcome.pdf")));
		assertThat(page.evaluate("window.stillFolded")).isEqualTo(0);
		assertThat(page.locator("main details[open]")).hasCount(0);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.getByText("展开报告全文")).isHidden();
		page.context().close();
	}

	@Test
	void theLedgerPrintsLyingWithItsHeadOnEveryPage() throws IOException {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		open(page, "/ledger");
		try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
			assertThat(printed.getNumberOfPages()).isGreaterThan(1);
			assertThat(printed.getPages()).allSatisfy(one -> assertThat(one.getMediaBox().getWidth()).isGreaterThan(one.getMediaBox().getHeight()));
		}
		page.context().close();
	}

	/** bpmn-js may be used as long as this is in sight. */
	@Test
	void theWatermarkOfTheDiagramIsCoveredByNothing() {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		open(page, "/outcomes/CG2022-4");
		Locator mark = page.locator("#canvas .bjs-powered-by");
		assertThat(mark).isVisible();
		assertThat(mark.evaluate("""
				one => {
					one.scrollIntoView({ block: 'center' });
					const { left, top, width, height } = one.getBoundingClientRect();
					return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
				}""")).isEqualTo(true);
		page.context().close();
	}

	@Test
	void aFilteredOrderedPageIsKeptInItsAddress() {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		page.selectOption("[name=committee]", "committee-chengxiang");
		page.click(".filters button");
		page.click(".order a:has-text('到期日')");
		String address = page.url();
		List<String> rows = page.locator("table.ledger .main a").allTextContents();
		assertThat(rows).hasSize(7).contains("基层派出所改造");
		page.navigate("http://127.0.0.1:" + port + "/notices");
		page.navigate(address);
		assertThat(page.locator("table.ledger .main a").allTextContents()).isEqualTo(rows);
		assertThat(page.locator("[name=committee]")).hasValue("committee-chengxiang");
		assertThat(page.locator(".order a.here")).hasText("到期日↓");
		page.context().close();
	}

	@Test
	void theSheetIsOnePageOfPaper() {
		Page page = login("zhengxie1", LAPTOP, new ArrayList<>());
		for (String path : List.of("/sheet?month=2022-12", "/sheet")) {
			open(page, path);
			byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
			assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1).split("/Type /Page\\b").length - 1).as(path).isEqualTo(1);
		}
		open(page, "/statistics");
		page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true).setPath(PICTURES.resolve("statistics.pdf")));
		page.context().close();
	}

	/** On the former version the sample's 34 rows were 15,900 pixels long. */
	@Test
	void onAPhoneTheLedgerIsShortCardsAndTheRestOfEachIsOneTapAway() {
		Page page = login("zhengxie1", PHONE, new ArrayList<>());
		assertThat(page.locator("table.ledger tbody tr")).hasCount(33);
		assertThat(height(page)).isLessThan(A_LEDGER);
		Locator row = page.locator("table.ledger tbody tr").first();
		assertThat(row.locator(".hand .now, .instructions, .dates").locator("visible=true")).hasCount(0);
		row.locator("summary:has-text('更多')").click();
		assertThat(row.locator("td.units")).isVisible();
		assertThat(row.locator("td.dates")).isVisible();
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("ledger-open-" + PHONE + ".png")));
		page.locator("summary:has-text('筛选、排序')").click();
		page.selectOption("[name=committee]", "committee-chengxiang");
		page.click(".filters button");
		String filtered = page.url();
		page.locator("table.ledger .main a").first().click();
		page.locator(".back a").click();
		assertThat(page).hasURL(filtered);
		page.context().close();
	}

	@Test
	void onAPhoneThePartsOfAnOutcomeAreFoldedAndEachOpensWithOneTap() {
		Page page = login("zhengxie1", PHONE, new ArrayList<>());
		open(page, "/outcomes/CG2022-4");
		assertThat(height(page)).isLessThan(AN_OUTCOME);
		assertThat(page.locator(".timeline")).isHidden();
		page.locator("#timeline summary").click();
		assertThat(page.locator(".timeline")).isVisible();
		page.locator(".jumps a[href='#documents']").click();
		assertThat(page.locator("#documents + .scroll")).isVisible();
		page.locator("#diagram summary").click();
		assertThat(page.locator(".diagram")).isVisible();
		page.locator(".assignment .title summary").first().click();
		assertThat(page.locator(".assignment .part").first()).isVisible();
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("outcome-open-" + PHONE + ".png")));
		page.context().close();
	}

	private static int height(Page page) {
		return (int) page.evaluate("document.documentElement.scrollHeight");
	}

	@Test
	void aUnitsPhoneShowsItsOwnCards() {
		List<String> errors = new ArrayList<>();
		Page page = login("gongan1", PHONE, errors);
		assertThat(page.locator("nav a:has-text('统计')")).hasCount(0);
		assertThat(page.locator("table.ledger tbody tr")).hasCount(4);
		page.locator("table.ledger .main a").first().click();
		drawn(page);
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("outcome-unit-" + PHONE + ".png")));
		assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
		assertThat(errors).isEmpty();
		page.context().close();
	}
}
