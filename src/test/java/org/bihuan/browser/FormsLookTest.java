package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.bihuan.LongestAnswersTest;
import org.bihuan.WhenAllRan;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every form as the person sees who is to fill it in, on a small screen and with a long report: nothing clipped, no heading over nothing, no field
 * or row without a name, nothing written out of sight, no code where a word belongs. A picture of each, in full height, lies in
 * {@code target/screenshots/forms}. On the former version rows of suggestions had no number, of a long text three lines were seen, blanks stood
 * before brackets, and a task of both offices was one of “区委办, gov-office”.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class FormsLookTest extends LongestAnswersTest {

	@RegisterExtension
	static final WhenAllRan ALL_LOOKED_AT = new WhenAllRan(() -> assertThat(taskForms()).isSubsetOf(FormsLookTest.LOOKED_AT));

	private static final Path PICTURES = Path.of("target/screenshots/forms");
	private static final int WIDTH = 1366;
	private static final int HEIGHT = 900;
	private static final int REPORT = 2290;
	private static final String SENTENCE = "全区现有派出所二十一个，其中八个建于上世纪九十年代，接处警大厅面积不足，群众办事要排队等候。";
	private static final String SHORT = "关于加快改造全区基层派出所的情况";

	/** What must not stand on a form: each fault in words. */
	private static final String FAULTS = """
			() => {
			  const form = document.querySelector('.fjs-form');
			  const seen = one => one.getClientRects().length > 0;
			  const all = selector => [...form.querySelectorAll(selector)].filter(seen);
			  const faults = [];
			  all('.fjs-form-field-text').forEach(text => {
			    const parts = [...text.querySelectorAll('h2, h3, p, li, .bihuan-fold')];
			    parts.filter((part, at) => part.tagName === 'H3' && !(parts[at + 1] && !/^H/.test(parts[at + 1].tagName)
			      && parts[at + 1].innerText.trim())).forEach(part => faults.push(`nothing under the heading ${part.innerText}`));
			  });
			  const words = form.innerText;
			  [/undefined|\\bnull\\b|NaN|\\[object/, /[{}]{2}/, /\\b[a-z]{3,}[12]\\b/, /\\b[A-Z]{3,}(_[A-Z]+)*\\b/,
			    /\\b(true|false)\\b/].map(pattern => words.match(pattern)).filter(Boolean)
			    .forEach(found => faults.push(`${found[0]} in ${words.slice(Math.max(0, found.index - 20), found.index + 30)}`));
			  [...document.body.innerText.matchAll(/\\b(unit|committee|member|cppcc|party|gov|supervision)-[a-z]+/g)]
			    .forEach(found => faults.push(`a code: ${found[0]}`));
			  [...words.matchAll(/[^\\n]{0,20}(：[ \u3000]*(?=[，。；）]|\\n\\n|$)| （|（[ ）])/g)]
			    .forEach(found => faults.push(`something is missing at ${found[0]}`));
			  all('.fjs-repeat-row-container').filter(row => !row.querySelector('.fjs-form-field')?.matches('.fjs-form-field-text, .fjs-readonly'))
			    .forEach(row => faults.push(`which row is this: ${row.innerText.slice(0, 30)}`));
			  all('textarea').filter(one => one.clientHeight < 400 && one.scrollHeight > one.clientHeight + 2)
			    .forEach(one => faults.push(`out of sight: ${one.closest('.fjs-form-field').innerText.slice(0, 30)}`));
			  all('*').filter(one => one.clientWidth && one.scrollWidth > one.clientWidth + 1 && !/INPUT|TEXTAREA/.test(one.tagName)
			    && getComputedStyle(one).overflowX !== 'visible')
			    .forEach(one => faults.push(`clipped: ${one.className} ${one.innerText.slice(0, 30)}`));
			  const edge = form.getBoundingClientRect().right;
			  all('*').filter(one => one.getBoundingClientRect().right > edge + 1)
			    .forEach(one => faults.push(`beyond the edge: ${one.className} ${one.innerText?.slice(0, 30)}`));
			  all('textarea, input:not([type=radio]):not([type=checkbox])').map(one => one.closest('.fjs-form-field'))
			    .filter(field => field && !field.innerText.trim()).forEach(field => faults.push(`no name: ${field.className}`));
			  const fields = all('.fjs-form-field').filter(one => !one.querySelector('.fjs-form-field'));
			  fields.slice(1).filter((one, at) => one.getBoundingClientRect().top < fields[at].getBoundingClientRect().bottom - 1
			    && one.getBoundingClientRect().left < fields[at].getBoundingClientRect().right - 1)
			    .forEach(one => faults.push(`overlaps: ${one.innerText.slice(0, 30)}`));
			  return faults;
			}""";
	private static final String MISSING_HEIGHT = """
			() => [...document.querySelectorAll('*')].filter(one => one.contains(document.querySelector('.fjs-form')))
			  .map(one => one.scrollHeight - one.clientHeight).reduce((one, other) => Math.max(one, other), 0)""";

	private static final Pattern EMPTY = Pattern.compile("\"(\\w+)\":(\"\"|\\[])");

	private static final Set<String> LOOKED_AT = new TreeSet<>();
	private static final Set<String> SEEN = new TreeSet<>();
	private static Chromium chromium;
	private static Page tasklist;
	private static String who;

	private final List<String> faults = new ArrayList<>();

	@BeforeAll
	static void launch() throws IOException {
		Files.createDirectories(PICTURES);
		chromium = Chromium.launch();
		tasklist = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("zh-CN")
				.setTimezoneId("Asia/Shanghai")).newPage();
		tasklist.setDefaultTimeout(15_000);
		who = "";
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@Override
	protected int mostRows() {
		return 4;
	}

	@Override
	protected String written(int max) {
		int length = max >= 20_000 ? REPORT : Math.min(max, max > 1000 ? 400 : 150);
		return length < SENTENCE.length() + 20 ? SHORT : SENTENCE.repeat(length / SENTENCE.length() + 1).substring(0, length);
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		// the same form with other parts of its view is another picture
		if (SEEN.add(task.getTaskDefinitionKey() + " without " + empty(task))) {
			look(user, task);
		}
		super.complete(user, task, answer);
	}

	/** Which parts of its view a form has something to show of: the same form with others is another picture. */
	/** What its form has nothing to show of. */
	private String empty(Task task) {
		return EMPTY.matcher(String.valueOf(tasks.getVariableLocal(task.getId(), "view"))).results()
				.map(one -> one.group(1)).sorted().toList().toString();
	}

	private void look(String user, Task task) {
		as(user, () -> {
			tasks.claim(task.getId(), user);
			return null;
		});
		login(user);
		tasklist.setViewportSize(WIDTH, HEIGHT);
		tasklist.navigate("about:blank");
		tasklist.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task.getId());
		tasklist.locator(".fjs-form").waitFor();
		tasklist.locator(".bihuan-foot .bihuan-files p.soft:not(:empty)").first().waitFor();
		LOOKED_AT.add(formOf(task).path("id").asText());
		String name = formOf(task).path("id").asText() + "-" + task.getTaskDefinitionKey().replace("task_", "") + "-" + SEEN.size();
		picture(name);
		options("first");
		picture(name + "-first");
		options("last");
		picture(name + "-last");
	}

	/** Chooses this option of every question, also of those that come into sight by it. */
	private static void options(String which) {
		tasklist.evaluate("""
				async which => {
				  for (let round = 0; round < 3; round++) {
				    const last = which === 'last';
				    document.querySelectorAll('.fjs-form-field-radio').forEach(one => [...one.querySelectorAll('input')].at(last ? -1 : 0).click());
				    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
				  }
				}""", which);
	}

	private void picture(String name) {
		tasklist.setViewportSize(WIDTH, HEIGHT);
		int more = ((Number) tasklist.evaluate(MISSING_HEIGHT)).intValue();
		tasklist.setViewportSize(WIDTH, tasklist.viewportSize().height + more);
		tasklist.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
		((List<?>) tasklist.evaluate(FAULTS)).forEach(fault -> faults.add(name + ": " + fault));
	}

	@Test
	void theStartFormsToo() {
		login("zhengfu1");
		begin("补录批示");
		picture("start-late-instruction");
		begin("更正、撤回、改派、补交办");
		for (String kind : List.of("更正", "撤回", "改派", "补交办")) {
			tasklist.locator(".fjs-form-field-radio label", new Page.LocatorOptions().setHasText(kind)).last().click();
			picture("start-amendment-" + kind);
		}
		tasklist.locator(".fjs-form-field-radio label", new Page.LocatorOptions().setHasText("更正")).last().click();
		tasklist.locator(".fjs-select-display").click();
		tasklist.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText("批示：日期")).click();
		picture("start-amendment-更正批示");
		login("chengxiang1");
		begin("协商成果闭环");
		picture("start-consultation-outcome");
		options("first");
		picture("start-consultation-outcome-first");
	}

	private void begin(String process) {
		tasklist.navigate("about:blank");
		tasklist.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
		tasklist.locator(".start-process-action a").first().click();
		tasklist.locator(".modal-body a", new Page.LocatorOptions().setHasText(process)).first().click();
		tasklist.locator(".fjs-form").waitFor();
	}

	private void login(String user) {
		if (!user.equals(who)) {
			tasklist.context().clearCookies();
			tasklist.navigate("http://127.0.0.1:" + port + "/login");
			tasklist.locator("input[name=username]").fill(user);
			tasklist.locator("input[type=password]").fill(user);
			tasklist.locator("form button[type=submit], form button").first().click();
			tasklist.waitForURL(url -> !url.contains("/login"));
			who = user;
		}
	}

	@AfterEach
	void nothingWrong() {
		assertThat(faults).isEmpty();
	}
}
