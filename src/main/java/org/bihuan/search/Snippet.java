package org.bihuan.search;

import java.util.ArrayList;
import java.util.List;

/** A short part of a text around what was found in it, as it was written; what was found is told from the rest, and nothing is markup. */
public final class Snippet {

	private static final int BEFORE = 30;
	private static final int LONGEST = 120;
	private static final String MORE = "…";

	private Snippet() {
	}

	/** @param found one of the words, or what stands beside it */
	public record Piece(String text, boolean found) {
	}

	/** Those of the words that stand in it. */
	public static List<String> found(String text, List<String> words) {
		Folded folded = Folded.of(text);
		return words.stream().filter(folded::has).toList();
	}

	/** The whole text, with what was found in it. */
	public static List<Piece> whole(String text, List<String> words) {
		return pieces(text, Folded.of(text).places(words), 0, text.length());
	}

	/** Around the first word that stands in it; its beginning where none does. */
	public static List<Piece> around(String text, List<String> words) {
		List<Folded.Place> places = Folded.of(text).places(words);
		int first = places.isEmpty() ? 0 : places.get(0).from();
		int start = Math.max(0, Math.min(first - BEFORE, text.length() - LONGEST));
		int from = whole(text, start);
		int to = whole(text, Math.min(text.length(), start + LONGEST));
		List<Piece> pieces = new ArrayList<>(pieces(text, places, from, to));
		if (from > 0) {
			pieces.add(0, new Piece(MORE, false));
		}
		if (to < text.length()) {
			pieces.add(new Piece(MORE, false));
		}
		return pieces;
	}

	/** Not between the two halves of a character. */
	private static int whole(String text, int at) {
		return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
	}

	private static List<Piece> pieces(String text, List<Folded.Place> places, int from, int to) {
		List<Piece> pieces = new ArrayList<>();
		int at = from;
		for (Folded.Place place : places) {
			int start = Math.max(at, place.from());
			int end = Math.min(to, place.to());
			if (start < end) {
				add(pieces, text.substring(at, start), false);
				add(pieces, text.substring(start, end), true);
				at = end;
			}
		}
		add(pieces, text.substring(at, to), false);
		return pieces;
	}

	private static void add(List<Piece> pieces, String text, boolean found) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(text, found));
		}
	}
}
