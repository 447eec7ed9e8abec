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
