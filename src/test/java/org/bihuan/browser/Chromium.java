package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The machine's own Chromium: nothing is downloaded. Where there is none, {@link NeedsChromium} decides.
 */
public final class Chromium implements AutoCloseable {

	private static final int WINDOW_HEIGHT = 850;

	private final Playwright playwright;
	private final Browser browser;

	private Chromium(Path executable) {
		playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(List.of("--no-sandbox",
						"--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
						"--disable-sync")));
	}

	public static Chromium launch() {
		Optional<Path> executable = onPath();
		assertThat(executable).as("chromium on the PATH, which BIHUAN_REQUIRE_BROWSER requires").isPresent();
		return new Chromium(executable.get());
	}

	static Optional<Path> onPath() {
		return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).map(Path::of)
				.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(folder::resolve)).filter(Files::isExecutable)
				.findFirst();
	}

	/** A window as an office has it: Chinese, in Shanghai; with a page that waits long enough for a busy machine. */
	Page window(int width, boolean touched) {
		Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, WINDOW_HEIGHT).setLocale("zh-CN")
				.setTimezoneId("Asia/Shanghai").setHasTouch(touched)).newPage();
		page.setDefaultTimeout(60_000);
		return page;
	}

	/** On our login page, as a person does. */
	static void logIn(Page page, String account) {
		page.fill("[name=username]", account);
		page.fill("[name=password]", account);
		page.click("main button");
	}

	public Browser browser() {
		return browser;
	}

	@Override
	public void close() {
		browser.close();
		playwright.close();
	}
}
