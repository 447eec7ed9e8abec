package org.bihuan.deployment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;

/** What a start has found out that who maintains the models should know: it is told in the log, and on their page until the next start. */
@Component
public class FoundAtStart {

	private final List<String> found = new CopyOnWriteArrayList<>();

	/** @param sentence in Chinese, with what to do */
	public void add(String sentence) {
		found.add(sentence);
	}

	public List<String> all() {
		return List.copyOf(found);
	}
}
