package org.bihuan.engine.answer;

import java.util.List;
import java.util.stream.Collectors;

import org.bihuan.ledger.GivenAnswers.Value;

/**
 * What a person wrote, for a form's text, which is Markdown: every character is seen as it is. Otherwise stars, comments and tags would be gone on
 * the form of whoever signs, and stand in the letter.
 */
public final class Verbatim {

	private Verbatim() {
	}

	/** Empty for null. */
	public static String of(String text) {
		return text == null ? "" : text.lines().map(Verbatim::line).collect(Collectors.joining("  \n"));
	}

	/** A whole answer, each field under its name. */
	public static String of(List<Value> values) {
		return values.stream().map(one -> "**" + line(one.name()) + "**  \n" + of(one.shown())).collect(Collectors.joining("\n\n"));
	}

	/** What is to be signed: all that was filled in; a draft of a former version of the system, which did not keep that, in its one text. */
	public static String drafted(List<Value> values, String former) {
		return values.isEmpty() ? of(former) : of(values);
	}

	private static String line(String line) {
		String rest = line.stripLeading();
		return "&nbsp;".repeat(line.length() - rest.length()) + (rest.isEmpty() ? "&nbsp;"
				: rest.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|~=:])", "\\\\$1"));
	}
}
