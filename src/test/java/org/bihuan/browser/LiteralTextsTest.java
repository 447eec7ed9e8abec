package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.LongestAnswersTest;
import org.bihuan.document.DocumentFiles;
import org.bihuan.ledger.Documents;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever signs sees what is issued: every text of every form is filled with what Markdown, HTML and our own templates would swallow, and each
 * form, page and paper that shows it shows every character.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class LiteralTextsTest extends LongestAnswersTest {

	/** Begins with a sign that nothing else has, so that each place where it stands is found. */
	private static final String HOSTILE = "㊣<!--隐-->3*5=15_甲_`乙`[链](http://x.cn)![图](http://x.cn/y.png){{view.title}}<b>丙</b>&amp;丁|戊~~己~~#1.※";
	private static final String SHORT = "㊣<!--隐-->3*5<b>丙</b>※";
	private static final String SIGN = "㊣";
	/** In full, or as the excerpt that a 销号单 of one page makes of it: what it has is what was written, and dots say that it goes on. */
	private static final Pattern LITERAL = Pattern.compile(Stream.concat(Stream.of(HOSTILE, SHORT).map(Pattern::quote),
			IntStream.range(1, HOSTILE.length()).mapToObj(end -> Pattern.quote(HOSTILE.substring(0, end) + "……"))).collect(Collectors.joining("|")));

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Pattern MENTIONED = Pattern.compile("\\{\\{view\\.(?:shown\\.)?(\\w+)}}");
	private static final Set<String> SEEN = new HashSet<>();
	private static Chromium chromium;
	private static Page tasklist;

	@Autowired
	private DocumentFiles files;
	@Autowired
	private Documents documents;

	@BeforeAll
	static void launch() {
		chromium = Chromium.launch();
	}

	@AfterAll
	static void close() {
		tasklist = null;
		chromium.close();
	}

	@Override
	protected int mostRows() {
		return 2;
	}

	@Override
	protected String written(int max) {
		return max >= HOSTILE.length() ? HOSTILE : max >= SHORT.length() ? SHORT : "短";
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		if (SEEN.add(task.getTaskDefinitionKey())) {
			look(task);
		}
		super.complete(user, task, answer);
	}

	/** The form as Tasklist draws it, against what its texts name of the view. */
	private void look(Task task) {
		Page page = tasklist();
		page.navigate("about:blank");
		page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task.getId());
		page.locator(".fjs-form").waitFor();
		isLiteral(task.getTaskDefinitionKey(), page.locator(".fjs-form").innerText(), named(task));
	}

	/** How often what was written should be seen at least. */
	private int named(Task task) {
		JsonNode view = view(task);
		return StreamSupport.stream(formOf(task).path("components").spliterator(), false)
				.filter(one -> "text".equals(one.path("type").asText()) && one.path("conditional").isMissingNode())
				.flatMap(one -> MENTIONED.matcher(one.path("text").asText()).results()).map(found -> view.path(found.group(1)).asText())
				.mapToInt(LiteralTextsTest::signs).sum();
	}

	private static int signs(String text) {
		return text.split(SIGN, -1).length - 1;
	}

	private static void isLiteral(String place, String shown, int atLeast) {
		String squeezed = shown.replaceAll("[\\s\u00A0]", "");
		long whole = LITERAL.matcher(squeezed).results().count();
		assertThat(whole).as("%s shows every character of what was written: %s", place, squeezed).isEqualTo(signs(squeezed))
				.isGreaterThanOrEqualTo(atLeast);
	}

	private JsonNode view(Task task) {
		try {
			return JSON.readTree(String.valueOf(tasks.getVariableLocal(task.getId(), "view")));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private Page tasklist() {
		if (tasklist == null) {
			tasklist = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 1100)).newPage();
			tasklist.setDefaultTimeout(20_000);
			login(tasklist, "admin");
		}
		return tasklist;
	}

	private void login(Page page, String user) {
		page.navigate("http://127.0.0.1:" + port + "/login");
		page.locator("input[name=username]").fill(user);
		page.locator("input[type=password]").fill(user);
		page.locator("form button[type=submit], form button").first().click();
		page.waitForURL(url -> !url.contains("/login"));
	}

	@AfterEach
	void pagesAndPapersToo() {
		Page page = tasklist();
		for (String path : List.of("/outcomes/" + outcomeId, "/notices", "/ledger", "/overdue")) {
			page.navigate("http://127.0.0.1:" + port + path);
			// what is long stands in full under its first words
			page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; one.querySelector('summary').remove(); })");
			isLiteral(path, page.locator("body").innerText(), 0);
		}
		documents.ofOutcome(outcomeId)
				.forEach(one -> isLiteral(one.kind() + " " + one.number(), words(files.version(one.id(), 1).orElseThrow()), 0));
	}

	private static String words(byte[] paper) {
		try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(paper)))) {
			return extractor.getText();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
