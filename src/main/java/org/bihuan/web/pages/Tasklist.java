package org.bihuan.web.pages;

/** Where Tasklist shows what our pages speak of: its own deep links, which its script {@code start-number.js} fills a number into. */
final class Tasklist {

	private static final String DEFAULT_ENGINE = "/camunda/app/tasklist/default/#/";

	private Tasklist() {
	}

	/** An open task. */
	static String task(String id) {
		return DEFAULT_ENGINE + "?task=" + id;
	}

	/** A list of tasks. */
	static String list(String filterId) {
		return DEFAULT_ENGINE + "?filter=" + filterId;
	}

	/** An empty start form. */
	static String start(String process) {
		return DEFAULT_ENGINE + "?processStart=" + process;
	}

	/**
	 * A start form with the number of its case filled in.
	 *
	 * @param kind what its field {@code kind} says; null where it has none
	 */
	static String start(String process, String kind, String number) {
		return DEFAULT_ENGINE + "?processStart=" + process + (kind == null ? "" : "&kind=" + kind) + "&number=" + number;
	}
}
