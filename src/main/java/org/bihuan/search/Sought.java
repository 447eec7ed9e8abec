package org.bihuan.search;

import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for, as he typed it.
 *
 * @param list as they are looked for, each once; empty where it cannot be looked for
 * @param refusal why it cannot, and what to do, in Chinese; empty when it can
 */
public record Sought(List<String> list, Optional<String> refusal) {

	private static final int LONGEST = 100;
	private static final int MOST = 5;

	/** @param typed with spaces between words, of any width */
	public static Sought of(String typed) {
		if (typed.length() > LONGEST) {
			return refused("要找的字太多，最多 " + LONGEST + " 个字。请只写最要紧的几个词。");
		}
		List<String> words = Folded.words(typed);
		if (words.isEmpty()) {
			return refused("请写要找的词，几个词用空格隔开，都出现的才算。");
		}
		if (words.size() > MOST) {
			return refused("最多 " + MOST + " 个词，现在是 " + words.size() + " 个。请去掉几个再找。");
		}
		return new Sought(words, Optional.empty());
	}

	private static Sought refused(String why) {
		return new Sought(List.of(), Optional.of(why));
	}
}
