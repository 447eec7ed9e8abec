package org.bihuan.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * FEEL that may reckon without end, or until the memory is full: counting through ranges, lists within lists, functions of its own that call
 * themselves, powers, patterns that try every way. It is refused by how it is written and never evaluated, so that no table or form holds up the
 * check, a step or a page; what is left ends, because it is short and goes through each list that it is told once.
 */
final class Endless {

	private static final int LONGEST = 2000;
	private static final int DEEPEST = 16;
	private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
	private static final Pattern EACH = Pattern.compile("\\b(?:for|some|every)\\b");
	private static final Pattern RANGE = Pattern.compile("(?s)\\b(?:for|some|every)\\b.*\\.\\.");
	private static final Pattern SEVERAL = Pattern.compile(
			"(?s)\\b(?:for|some|every)\\b[^\\[\\]()]*\\bin\\b"
					+ "(?:[^\\[\\]()]|\\[[^\\]]*]|\\([^)]*\\))*?,\\s*\\w+\\s+in\\b");
	private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s*\\(");
	private static final Pattern REGEX = Pattern.compile("\\b(?:matches|replace|split|extract)\\s*\\(");
	private static final Pattern TWICE = Pattern.compile("[+*}]\\)*[+*{]|\\|[^)]*\\)[+*{]");

	private Endless() {
	}

	/** Why it may not be written so, and what to write instead, in Chinese without the full stop; empty for nothing. */
	static Optional<String> why(String text) {
		if (text.length() > LONGEST) {
			return Optional.of("有 " + text.length() + " 个字，太长，最多 " + LONGEST + " 个。请分成几行、几格来写");
		}
		String plain = TEXT.matcher(text).replaceAll("\"\"");
		int deep = depth(plain);
		if (deep > DEEPEST) {
			return Optional.of("括号套了 " + deep + " 层，太深，最多 " + DEEPEST + " 层。请写得简单些");
		}
		if (RANGE.matcher(plain).find()) {
			return Optional.of("逐个数一段数（for、some、every 和 ..），可能算不完。请改写成比较大小，例如 x >= 1 and x <= 9，或者把值一个个列出来");
		}
		if (EACH.matcher(plain).results().count() > 1 || SEVERAL.matcher(plain).find()) {
			return Optional.of("一层套一层地逐个看（for、some、every），可能算不完。请只逐个看一份名单");
		}
		if (FUNCTION.matcher(plain).find()) {
			return Optional.of("自己定义函数（function），可能算不完。请直接写算式");
		}
		if (plain.contains("**")) {
			return Optional.of("算乘方（**），结果可能大得算不完。请写出数来");
		}
		if (REGEX.matcher(plain).find() && TEXT.matcher(text).results().anyMatch(one -> TWICE.matcher(one.group()).find())) {
			return Optional.of("写法（正则）里重复套着重复，可能算不完。请用 contains、starts with 这样的函数");
		}
		return Optional.empty();
	}

	private static int depth(String text) {
		int depth = 0;
		int deepest = 0;
		for (int at = 0; at < text.length(); at++) {
			char one = text.charAt(at);
			depth += "([{".indexOf(one) >= 0 ? 1 : ")]}".indexOf(one) >= 0 ? -1 : 0;
			deepest = Math.max(deepest, depth);
		}
		return deepest;
	}
}
