package org.bihuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Camunda Tasklist as one person uses it: by what stands on the screen, never by REST. */
final class TasklistPage implements AutoCloseable {

	/** A place in the head of the page where nothing is. */
	private static final double AWAY = 3;

	/** What Tasklist itself asks for. */
	private static final String TASKLIST = "**/camunda/api/**";

	/** For what the page says a moment later, in milliseconds: on a busy machine a save may fail once and be made again after ten seconds. */
	private static final double PATIENCE = 30_000;

	/** Each thing that a form holds, with the name of its field: text as it stands, boxes as ticked or not, choices by their words. */
	private static final String READING = """
			form => [...form.querySelectorAll('input, textarea, select, .fjs-select-display, .fjs-taglist-tag')].map(one => {
				const field = one.closest('.fjs-form-field')?.querySelector('label')?.textContent;
				const option = one.matches('[type=radio], [type=checkbox]') ? one.closest('label')?.textContent : '';
				return `${field} ${option}: ${option ? one.checked : one.value ?? one.textContent}`;
			})""";

	private final BrowserContext context;
	private final Page page;
	private final Path pictures;
	private final String address;
	private final Set<String> english = new TreeSet<>();
	private Route onItsWay;
	private String doing;

	TasklistPage(Browser browser, String url, String user, Path pictures) {
		this.pictures = pictures;
		this.address = url + "/camunda/app/tasklist/default/";
		this.context = browser
				.newContext(new Browser.NewContextOptions().setViewportSize(1440, 1100).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
		this.page = context.newPage();
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		page.setDefaultTimeout(180_000);
		// leads to the one login of the house, and back
		page.navigate(address);
		page.locator("[name=username]").fill(user);
		page.locator("[name=password]").fill(user);
		page.locator("main button").click();
		page.locator(".task-filters a").first().waitFor();
	}

	/** Goes to 本组待办, by way of another list: the list of a moment ago is out of sight when this one comes from the server. */
	private void ofTheGroup() {
		list("我的待办");
		// what is told about the list under the pointer would lie over the next one
		page.mouse().move(AWAY, AWAY);
		page.locator(".tooltip").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		list("本组待办");
		page.mouse().move(AWAY, AWAY);
	}

	private void list(String name) {
		page.waitForResponse(response -> response.url().contains("/filter/") && response.url().contains("/list"),
				() -> page.locator(".task-filters a", new Page.LocatorOptions().setHasText(name)).first().click());
		page.locator(".task-filters .active", new Page.LocatorOptions().setHasText(name)).first().waitFor();
	}

	/** Opens the start form of the process of this name. */
	TasklistPage start(String process) {
		page.locator(".start-process-action a").first().click();
		page.locator(".modal-body a", new Page.LocatorOptions().setHasText(process)).first().click();
		form().waitFor();
		doing = process;
		return this;
	}

	/** The card of a task in 本组待办 shows this light and says why. */
	TasklistPage lit(String task, String light, String words) {
		ofTheGroup();
		Locator card = card(task);
		assertThat(card.locator(".bihuan-light." + light)).isVisible();
		assertThat(card.locator(".bihuan-light-words")).hasText(words);
		assertThat(card.locator(".due-date")).isHidden();
		return this;
	}

	/** The first card of a step. */
	private Locator card(String task) {
		Locator name = page.locator("h4.task", new Page.LocatorOptions().setHasText(exactly(task)));
		return page.locator(".tasks-list li.task", new Page.LocatorOptions().setHas(name)).first();
	}

	/** Opens a task from 本组待办: its form is ready to be filled in, whoever's it is. */
	TasklistPage open(String task) {
		ofTheGroup();
		card(task).click();
		doing = task;
		return ready();
	}

	/** The head of the open task says this, by itself, a few seconds after it is so. */
	TasklistPage head(String words) {
		assertThat(page.locator(".bihuan-desk")).containsText(words);
		return this;
	}

	/** Takes the open task, so that colleagues do not. */
	TasklistPage take() {
		page.locator(".bihuan-desk button.claim").click();
		return head("由我办理中");
	}

	/** A tab of the open task has this. */
	TasklistPage tab(String name, String words) {
		page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(name)).click();
		assertThat(page.locator(".tab-content main, .tab-content > *").first()).containsText(words);
		picture("tab-" + name);
		return this;
	}

	/** A list has so many tasks, and says so. */
	TasklistPage counts(String list, int tasks) {
		Locator own = page.locator(".task-filter", new Page.LocatorOptions().setHasText(list));
		assertThat(own.locator(".bihuan-count")).hasText(String.valueOf(tasks));
		return this;
	}

	/** An empty list says why it is. */
	TasklistPage empty(String list, String words) {
		list(list);
		assertThat(page.locator(".bihuan-empty")).hasText(words);
		return this;
	}

	/** Gives the plain answer to the first tasks of a list. */
	TasklistPage several(String list, String answer, int tasks) {
		list(list);
		for (int task = 0; task < tasks; task++) {
			page.locator(".bihuan-choice input").nth(task).check();
		}
		page.locator(".bihuan-several button", new Page.LocatorOptions().setHasText(answer + "所选 " + tasks + " 件")).click();
		picture("several");
		page.locator(".bihuan-box button", new Page.LocatorOptions().setHasText(answer)).click();
		assertThat(page.locator(".bihuan-several .said")).hasText("已" + answer + " " + tasks + " 件。");
		return this;
	}

	/** What is offered besides the tasks, in the head of the page and of a task. */
	List<String> offered() {
		return page.locator("[ng-repeat='actionProvider in navbarActions'] a:visible, .task-actions a:visible, .task-card header a:visible")
				.allInnerTexts().stream().map(String::strip).toList();
	}

	/** Leaves a machine that others use as well. */
	void leaveSharedMachine() {
		page.locator("button", new Page.LocatorOptions().setHasText("公用电脑退出")).first().click();
		page.locator(".bihuan-box button", new Page.LocatorOptions().setHasText("退出并删除")).click();
		page.waitForURL("**/login");
	}

	/** Turns the screen into that of a phone. */
	TasklistPage onPhone() {
		page.setViewportSize(390, 800);
		return this;
	}

	/** Of lists, tasks and task this alone is on the screen, and nothing of it lies beside it. */
	TasklistPage showsOnly(String column) {
		assertThat(page.locator(".column:visible")).hasCount(1);
		assertThat(page.locator(".column." + column)).isVisible();
		org.assertj.core.api.Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
		picture("phone-" + column);
		return this;
	}

	/** Opens a task on a phone, from the lists. */
	TasklistPage onPhoneOpen(String list, String task) {
		page.locator(".task-filters a", new Page.LocatorOptions().setHasText(list)).first().click();
		card(task).click();
		doing = task;
		return ready();
	}

	/** The way back on a phone. */
	TasklistPage back() {
		page.locator(".bihuan-back:visible").click();
		return this;
	}

	/** The form's button stands on the screen, wherever the form is scrolled to. */
	TasklistPage buttonInView() {
		double bottom = page.locator("[ng-click='complete()']").last().boundingBox().y;
		org.assertj.core.api.Assertions.assertThat(bottom).isBetween(0d, (double) page.viewportSize().height);
		return this;
	}

	/** Opens a task by its address, as from a link. */
	TasklistPage openAt(String task, String name) {
		page.navigate(address + "#/?task=" + task);
		doing = name;
		return ready();
	}

	/** The form is there, and it is known whether this person may fill it in. */
	private TasklistPage ready() {
		form().waitFor();
		page.locator(".bihuan-desk .hands").waitFor();
		page.locator("[cam-tasklist-form] .disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		return drawn();
	}

	/** Uploads a file on the tab 附件, downloads it again, and comes back to the form. */
	TasklistPage attach(String name, byte[] bytes) {
		page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("附件")).click();
		page.locator(".bihuan-files input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
		page.locator(".bihuan-files button", new Page.LocatorOptions().setHasText("上传")).first().click();
		page.locator(".bihuan-files [role=status]", new Page.LocatorOptions().setHasText("“" + name + "”已上传")).waitFor();
		Locator link = page.locator(".bihuan-files a", new Page.LocatorOptions().setHasText(name)).first();
		link.waitFor();
		picture("附件");
		Download download = page.waitForDownload(link::click);
		org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo(name);
		org.assertj.core.api.Assertions.assertThat(download.path()).hasBinaryContent(bytes);
		page.locator(".nav-tabs a").first().click();
		form().waitFor();
		return this;
	}

	/** Takes back on the tab 附件 what was uploaded by mistake: it is struck out, with the reason, and comes back to the form. */
	TasklistPage withdraw(String name, String reason) {
		page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("附件")).click();
		page.locator(".bihuan-files button[aria-label='撤回“" + name + "”']").click();
		page.locator(".bihuan-files input[aria-label='撤回的理由']").fill(reason);
		page.locator(".bihuan-files button", new Page.LocatorOptions().setHasText("确认撤回")).click();
		page.locator(".bihuan-files s", new Page.LocatorOptions().setHasText(name)).waitFor();
		picture("附件撤回");
		org.assertj.core.api.Assertions.assertThat(page.locator(".bihuan-files .withdrawn").textContent()).contains("已撤回：" + reason);
		org.assertj.core.api.Assertions.assertThat(page.locator(".bihuan-files a", new Page.LocatorOptions().setHasText(name)).count()).isZero();
		page.locator(".nav-tabs a").first().click();
		form().waitFor();
		return this;
	}

	/**
	 * Uploads what is refused.
	 *
	 * @return the words on the screen
	 */
	String attachInVain(String name, byte[] bytes) {
		page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("附件")).click();
		page.locator(".bihuan-files input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
		page.locator(".bihuan-files button", new Page.LocatorOptions().setHasText("上传")).first().click();
		page.locator(".bihuan-files .refusal").waitFor();
		String words = page.locator(".bihuan-files .refusal").textContent();
		page.locator(".nav-tabs a").first().click();
		form().waitFor();
		return words;
	}

	TasklistPage text(String label, String value) {
		Locator input = field(label).locator("input, textarea").first();
		input.fill(value);
		return this;
	}

	TasklistPage date(String label, String value) {
		Locator input = field(label).locator("input").first();
		input.click();
		input.fill(value);
		input.press("Enter");
		input.press("Tab");
		return this;
	}

	TasklistPage radio(String label, String option) {
		pick(field(label), option);
		return this;
	}

	/**
	 * Clicks until it is chosen: what a form shows or hides at the choice before may move the option away under the pointer, and a person clicks
	 * again.
	 */
	private static void pick(Locator field, String option) {
		Locator own = field.locator("label", new Locator.LocatorOptions().setHasText(exactly(option))).first();
		for (int attempt = 0; attempt < 5 && !own.locator("input").isChecked(); attempt++) {
			own.click();
		}
		assertThat(own.locator("input")).isChecked();
	}

	/** The same option in every row of a list. */
	TasklistPage each(String label, String option) {
		for (Locator one : fields(label).all()) {
			pick(one, option);
		}
		return this;
	}

	/** The same text in every row of a list. */
	TasklistPage eachText(String label, String value) {
		for (Locator one : fields(label).all()) {
			one.locator("input, textarea").first().fill(value);
		}
		return this;
	}

	/** Chooses from a select or a taglist. A taglist stays open for the next choice, over whatever stands below it, until it is left. */
	TasklistPage choose(String label, String option) {
		Locator input = field(label).locator(".fjs-select-display, .fjs-taglist-input").first();
		input.click();
		field(label).locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option)).first().click();
		field(label).locator("input").first().evaluate("input => input.blur()");
		field(label).locator(".fjs-dropdownlist").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
		return this;
	}

	/** Opens a task that this person is at already, in another browser. */
	TasklistPage openOwn(String task) {
		list("我的待办");
		card(task).click();
		doing = task;
		return drawn();
	}

	/** Goes on typing at the end of a field, as a person does, and does not leave it. */
	TasklistPage typed(String label, String more) {
		Locator input = field(label).locator("textarea").first();
		input.click();
		input.press("Control+End");
		page.keyboard().insertText(more);
		return this;
	}

	String textIn(String label) {
		return field(label).locator("textarea").first().inputValue();
	}

	/** Looks at the tab 附件 and comes back. */
	TasklistPage otherTab() {
		page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("附件")).click();
		form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		page.locator(".nav-tabs a").first().click();
		return drawn();
	}

	TasklistPage reload() {
		page.reload();
		return drawn();
	}

	/** Puts the start form away without sending it, and opens it again. */
	TasklistPage startAgain() {
		page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("关闭")).first().click();
		page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		return start(doing);
	}

	/** A start form stands there again after it. */
	TasklistPage reloadStart() {
		page.reload();
		form().waitFor();
		return this;
	}

	/** All that stands in the form's fields now, whichever they are. */
	@SuppressWarnings("unchecked")
	List<String> reading() {
		return (List<String>) form().evaluate(READING);
	}

	/** Waits until the form holds what it held, to the character. */
	TasklistPage stillReads(List<String> before, String when) {
		try {
			page.waitForCondition(() -> before.equals(reading()), new Page.WaitForConditionOptions().setTimeout(PATIENCE));
		}
		catch (TimeoutError different) {
			picture("lost");
			org.assertj.core.api.Assertions.assertThat(reading()).as("%s: %s", doing, when).isEqualTo(before);
		}
		return this;
	}

	/** What belongs to the choices of a moment ago stands in the form now. */
	TasklistPage settled() {
		page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
		return this;
	}

	/** Adds rows to the list of the form until this field is there so many times. */
	TasklistPage rows(String label, int wanted) {
		while (count(label) < wanted) {
			int before = count(label);
			page.locator(".fjs-form .fjs-repeat-render-add").first().click();
			fields(label).nth(before).waitFor();
		}
		return this;
	}

	/** How many fields of this name the form has: none when it is hidden, one for each row of a list. */
	int count(String label) {
		return fields(label).count();
	}

	/** The field of this name, in its row from 0. */
	Locator field(String label, int row) {
		return fields(label).nth(row);
	}

	/** The page of an outcome as its reader sees it with everything unfolded. */
	String unfolded(String outcome) {
		try (Page other = context.newPage()) {
			other.navigate(address.replaceFirst("/camunda/.*", "/outcomes/" + outcome));
			return (String) other.evaluate("() => { document.querySelectorAll('details').forEach(one => { one.open = true; });"
					+ " return document.body.innerText; }");
		}
	}

	private TasklistPage drawn() {
		form().waitFor();
		page.locator(".form-actions").first().waitFor();
		return this;
	}

	/** Waits until the line above the buttons says so. */
	TasklistPage kept(String words) {
		assertThat(page.locator(".bihuan-foot .kept")).containsText(words);
		return this;
	}

	/** The same where something was typed; what stands there as the server began it is not kept. */
	TasklistPage keptIf(boolean typed) {
		assertThat(page.locator(".bihuan-foot .kept")).containsText(typed ? "已保存" : "");
		return this;
	}

	/** What is required and empty is named above the buttons. */
	TasklistPage missing(String words) {
		assertThat(page.locator(".bihuan-foot .missing")).hasText(words);
		return this;
	}

	TasklistPage differs(String words) {
		assertThat(page.locator(".bihuan-foot [role=alert]", new Page.LocatorOptions().setHasText(words))).isVisible();
		picture("two-browsers");
		return this;
	}

	/** What the other browser has saved is shown like this. */
	TasklistPage other(String words) {
		assertThat(page.locator(".bihuan-foot [role=alert] pre")).hasText(words);
		return this;
	}

	/** The line above the buttons that says where the text comes from. */
	TasklistPage carried(String words) {
		assertThat(page.locator(".bihuan-foot .carried")).hasText(words);
		return this;
	}

	/** Presses a button between the form and its own buttons, and waits until what it was about is decided. */
	TasklistPage choose(String button) {
		Locator own = page.locator(".bihuan-foot button", new Page.LocatorOptions().setHasText(button));
		own.click();
		own.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		return this;
	}

	/** Sends a task's form, which is turned down: the sentence stands above the buttons, and nothing lies over them. */
	TasklistPage refused(String words) {
		Locator complete = page.locator("[ng-click='complete()']").last();
		complete.click();
		assertThat(page.locator(".bihuan-foot .refusal")).hasText(words);
		picture("refused");
		complete.click(new Locator.ClickOptions().setTrial(true));
		assertThat(page.locator(".page-notifications .alert")).hasCount(0);
		return this;
	}

	/** Chooses a file below the form and sends it; it stays on its way until {@link #arrives}. */
	TasklistPage upload(String name, byte[] bytes) {
		page.route("**/attachments?task=*", route -> {
			if ("POST".equals(route.request().method())) {
				onItsWay = route;
			}
			else {
				route.resume();
			}
		});
		page.locator(".bihuan-foot input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
		page.locator(".bihuan-foot button", new Page.LocatorOptions().setHasText("上传")).first().click();
		page.locator(".bihuan-foot progress").waitFor();
		return this;
	}

	/** What is on its way arrives. */
	TasklistPage arrives(String name) {
		onItsWay.resume();
		page.locator(".bihuan-foot [role=status]", new Page.LocatorOptions().setHasText("“" + name + "”已上传")).waitFor();
		return this;
	}

	/**
	 * As after a restart, or after too long a pause: the browser's cookie is of no session. Tasklist, which asks for its lists every few seconds and
	 * puts its login over the form when it is refused, does not come to it.
	 */
	TasklistPage loseSession() {
		page.route(TASKLIST, route -> {
			// stays on its way
		});
		context.clearCookies();
		return this;
	}

	/** The same, and Tasklist notices it before anything else: the form goes while its writer is in the middle of a word. */
	TasklistPage loseSessionWhileTyping(String label, String more) {
		context.clearCookies();
		typed(label, more);
		page.locator(".task-filters a").first().evaluate("filter => filter.click()");
		page.locator("input[type=password]").waitFor();
		return this;
	}

	/** At Tasklist's own login, which it shows at its next request; the task is shown again after it. */
	TasklistPage logInAgain(String user) {
		page.unroute(TASKLIST);
		page.locator(".task-filters a, input[type=password]").first().click();
		page.locator("input[type=password]").waitFor();
		page.locator("input[type=text]").first().fill(user);
		page.locator("input[type=password]").fill(user);
		page.locator("button[type=submit]").click();
		page.locator(".task-filters a").first().waitFor();
		return openOwn(doing);
	}

	TasklistPage sees(String words) {
		page.locator(".fjs-form", new Page.LocatorOptions().setHasText(words)).waitFor();
		return this;
	}

	/** Sends a task's form, after a picture of it; the form is gone when the task is done. */
	void submit() {
		look();
		page.locator("[ng-click='complete()']").last().click();
		form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	/** The same after a login in the middle of the work: Tasklist leaves the form on the screen, with these words. */
	void submitAfterLogin(String words) {
		look();
		page.locator("[ng-click='complete()']").last().click();
		page.locator(".bihuan-desk .ended", new Page.LocatorOptions().setHasText(words)).waitFor();
	}

	/** Sends a start form. */
	void begin() {
		look();
		page.locator("[ng-click='startProcessInstance()']").click();
		page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	private void look() {
		picture(doing);
		english.addAll(EnglishWords.on(page));
	}

	/** Outside names, on the screens from which something was sent. */
	Set<String> english() {
		return english;
	}

	void picture(String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
	}

	private Locator form() {
		return page.locator(".fjs-form");
	}

	private Locator field(String label) {
		return fields(label).last();
	}

	private Locator fields(String label) {
		Locator own = page.locator("label.fjs-form-field-label", new Page.LocatorOptions().setHasText(exactly(label)));
		return page.locator(".fjs-form-field:not(:has(.fjs-form-field))", new Page.LocatorOptions().setHas(own));
	}

	/** This text alone, or with the star of a required field. */
	private static Pattern exactly(String text) {
		return Pattern.compile("^\\s*" + text.replaceAll("[.?*+()\\[\\]]", "\\\\$0") + "\\s*\\*?\\s*$");
	}

	@Override
	public void close() {
		context.close();
	}
}
