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
import com.microsoft.playwright.Playwright;

/**
 * The machine's own Chromium: nothing is downloaded. Where there is none, {@link NeedsChromium} decides.
 */
public final class Chromium implements AutoCloseable {

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

	public Browser browser() {
		return browser;
	}

	@Override
	public void close() {
		browser.close();
		playwright.close();
	}
}
