package org.bihuan.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody at his own Tasklist, opened when he first has something to do. */
final class People implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private final Chromium chromium = Chromium.launch();
	private final Map<String, TasklistPage> pages = new HashMap<>();

	People() throws IOException {
		Files.createDirectories(PICTURES);
	}

	TasklistPage at(String user, int port) {
		return pages.computeIfAbsent(user, one -> new TasklistPage(chromium.browser(), "http://127.0.0.1:" + port, one, PICTURES));
	}

	/** Where everybody was when the test ended: the first thing to look at when it failed. */
	void pictures(String name) {
		pages.forEach((user, page) -> page.picture(name + "-" + user));
	}

	/** The English that anybody was shown where he sent something, outside names. */
	Set<String> english() {
		return pages.values().stream().flatMap(page -> page.english().stream()).collect(Collectors.toSet());
	}

	@Override
	public void close() {
		pages.values().forEach(TasklistPage::close);
		chromium.close();
	}
}
