package org.bihuan.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text as it is looked for: full-width and half-width characters are the same, capital and small letters too, and what cannot be seen is left out.
 * Traditional characters stay what they are. Each character knows where it stands in the text as it was written.
 */
final class Folded {

	private final String text;
	private final int[] from;

	private Folded(String text, int[] from) {
		this.text = text;
		this.from = from;
	}

	/** @param written not null; halves of characters and what no database keeps are left out */
	static Folded of(String written) {
		StringBuilder text = new StringBuilder(written.length());
		int[] from = new int[written.length() + 1];
		int next;
		for (int at = 0; at < written.length(); at = next) {
			int character = written.codePointAt(at);
			next = at + Character.charCount(character);
			String folded = folded(character);
			if (text.length() + folded.length() >= from.length) {
				from = Arrays.copyOf(from, (text.length() + folded.length()) * 2);
			}
			Arrays.fill(from, text.length(), text.length() + folded.length(), at);
			text.append(folded);
		}
		from = Arrays.copyOf(from, text.length() + 1);
		from[text.length()] = written.length();
		return new Folded(text.toString(), from);
	}

	private static String folded(int character) {
		int type = Character.getType(character);
		if (type == Character.FORMAT || type == Character.SURROGATE) {
			return "";
		}
		if (Character.isISOControl(character) || Character.isWhitespace(character) || Character.isSpaceChar(character)) {
			return " ";
		}
		// character by character, so that it does not matter what stands beside
		return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
	}

	/** The words that somebody looks for, each once, in their order; empty when there are none. */
	static List<String> words(String sought) {
		return Stream.of(of(sought).text.split(" +")).filter(word -> !word.isEmpty()).distinct().toList();
	}

	String text() {
		return text;
	}

	/** Where a part of the text as it was written stands: from its first character to before {@code to}. */
	record Place(int from, int to) {
	}

	/**
	 * Every place of these words in the text as it was written, in its order, those that touch or overlap as one.
	 *
	 * @param words folded, none of them empty
	 */
	List<Place> places(List<String> words) {
		List<Place> places = new ArrayList<>();
		int start = -1;
		int end = -1;
		for (int at = 0; at < text.length(); at++) {
			int here = at;
			int longest = words.stream().filter(word -> text.startsWith(word, here)).mapToInt(String::length).max().orElse(0);
			if (longest == 0) {
				continue;
			}
			if (start >= 0 && at > end) {
				places.add(new Place(from[start], end(end)));
				start = -1;
			}
			start = start < 0 ? at : start;
			end = Math.max(end, at + longest);
		}
		if (start >= 0) {
			places.add(new Place(from[start], end(end)));
		}
		return places;
	}

	/** After the whole of the character whose folded form may be several: a part of 〔ﬁ〕 marks all of it. */
	private int end(int to) {
		int last = from[to - 1];
		int next = to;
		while (next < text.length() && from[next] == last) {
			next++;
		}
		return from[next];
	}

	/** Whether all of the word stands in it. */
	boolean has(String word) {
		return text.contains(word);
	}
}
