package org.bihuan.terms;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text for a form, which shows its texts as Markdown. What a person wrote comes into it only as it is seen: otherwise stars, comments and tags
 * would be gone on the form of whoever signs, and stand in the letter.
 *
 * @param source Markdown, never null
 */
public record Markdown(@JsonValue String source) {

	public static final Markdown NOTHING = new Markdown("");

	/** How many characters of Markdown stand open. */
	private static final int SHORT = 400;

	/** Every character is seen as it is, blanks at a line's beginning and empty lines too; {@link #NOTHING} for null. */
	public static Markdown literal(String text) {
		return text == null ? NOTHING : new Markdown(text.lines().map(Markdown::line).collect(Collectors.joining("  \n")));
	}

	/**
	 * Our own words around what others wrote.
	 *
	 * @param pattern Markdown, with {@code %s} where a part comes
	 * @param parts each {@link #literal} unless it is Markdown already
	 */
	public static Markdown of(String pattern, Object... parts) {
		return new Markdown(pattern.formatted(Stream.of(parts).map(part -> part instanceof Markdown made ? made.source
				: literal(String.valueOf(part)).source).toArray()));
	}

	/** One under the other, each a paragraph or an entry of a list. */
	public static Markdown paragraphs(Collection<Markdown> parts) {
		return new Markdown(parts.stream().map(Markdown::source).collect(Collectors.joining("\n\n")));
	}

	/** One under the other, close together. */
	public static Markdown lines(Collection<Markdown> parts) {
		return new Markdown(parts.stream().map(Markdown::source).collect(Collectors.joining("\n")));
	}

	/**
	 * The same in a frame of limited height with its own scroll bar, so that what is to be filled in stays in view; what is short stays as it is.
	 * What such a frame looks like, Tasklist's {@code user-styles.css} says.
	 */
	public static Markdown folded(Markdown text) {
		return text.source.length() <= SHORT ? text : new Markdown("<div class=\"bihuan-fold\">\n\n" + text.source + "\n\n</div>");
	}

	/** What was not there before, marked. Within a line. */
	public static Markdown added(String text) {
		return marked("bihuan-added", text);
	}

	/** What is there no longer, marked. Within a line. */
	public static Markdown removed(String text) {
		return marked("bihuan-removed", text);
	}

	private static Markdown marked(String how, String text) {
		return new Markdown("<span class=\"" + how + "\">" + literal(text).source + "</span>");
	}

	/** A way to one of our own pages, in a window of its own: what is typed in the form stays. */
	public static Markdown link(String words, String path) {
		return new Markdown("<a href=\"" + path + "\" target=\"_blank\">" + literal(words).source + "</a>");
	}

	public boolean isEmpty() {
		return source.isEmpty();
	}

	/** Each blank as wide as it was written; as characters they would be gone. */
	private static String indent(String blanks) {
		return blanks.chars().mapToObj(one -> one == '\u3000' ? "&#12288;" : one == '\t' ? "&nbsp;".repeat(4) : "&nbsp;")
				.collect(Collectors.joining());
	}

	private static String line(String line) {
		String rest = line.stripLeading();
		return indent(line.substring(0, line.length() - rest.length())) + (rest.isEmpty() ? "&nbsp;"
				: rest.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|~=:])", "\\\\$1"));
	}
}
