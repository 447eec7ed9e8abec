package org.bihuan.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.terms.Markdown;

/**
 * What became of a text: sentence by sentence, and within a sentence that was reworded only the words that differ. What stayed is told no further
 * than a few words around each change.
 */
final class Changes {

	private static final Pattern SENTENCE = Pattern.compile("[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$");

	/** Characters of what stayed that stand on each side of a change. */
	private static final int AROUND = 30;

	/** From so many pairs of sentences on it is not worth the time to find out which stayed: the middle is told as new. */
	private static final long TOO_MANY = 4_000_000;

	private static final String LEFT_OUT = "……";

	private Changes() {
	}

	/** A run of text: as it was, gone, or new. */
	private record Run(String gone, String come, String same) {

		boolean stayed() {
			return same != null;
		}
	}

	/** What was taken out and put in, marked; empty when nothing was. */
	static Markdown between(String before, String now) {
		if (before.equals(now)) {
			return Markdown.NOTHING;
		}
		List<Run> runs = runs(sentences(before), sentences(now));
		List<Markdown> told = new ArrayList<>();
		for (int at = 0; at < runs.size(); at++) {
			Run run = runs.get(at);
			if (run.stayed()) {
				told.add(Markdown.of("%s", lines(around(run.same(), at > 0, at < runs.size() - 1), Markdown::literal)));
			}
			else {
				told.add(reworded(run.gone(), run.come()));
			}
		}
		return new Markdown(told.stream().map(Markdown::source).collect(Collectors.joining()));
	}

	private static List<String> sentences(String text) {
		return SENTENCE.matcher(text).results().map(MatchResult::group).toList();
	}

	/** Of what stayed the end, the beginning or both, as it lies before a change, after one or between two. */
	private static String around(String same, boolean after, boolean before) {
		int kept = (after ? AROUND : 0) + (before ? AROUND : 0);
		if (same.codePointCount(0, same.length()) <= kept + AROUND) {
			return same;
		}
		return (after ? same.substring(0, same.offsetByCodePoints(0, AROUND)) : "") + LEFT_OUT
				+ (before ? same.substring(same.offsetByCodePoints(same.length(), -AROUND)) : "");
	}

	/** The words that differ; what both begin and end with stays unmarked. */
	private static Markdown reworded(String gone, String come) {
		int from = 0;
		while (from < Math.min(gone.length(), come.length()) && gone.charAt(from) == come.charAt(from)) {
			from++;
		}
		from = whole(gone, from);
		int to = 0;
		while (to < Math.min(gone.length(), come.length()) - from && gone.charAt(gone.length() - 1 - to) == come.charAt(come.length() - 1 - to)) {
			to++;
		}
		to = gone.length() - whole(gone, gone.length() - to);
		return Markdown.of("%s%s%s%s", lines(gone.substring(0, from), Markdown::literal),
				lines(gone.substring(from, gone.length() - to), Markdown::removed), lines(come.substring(from, come.length() - to), Markdown::added),
				lines(gone.substring(gone.length() - to), Markdown::literal));
	}

	/** Not within a character of two halves. */
	private static int whole(String text, int at) {
		return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
	}

	/** Line by line: a mark does not reach over the end of a paragraph. */
	private static Markdown lines(String text, Function<String, Markdown> seen) {
		return new Markdown(Stream.of(text.split("\n", -1)).map(line -> line.isEmpty() ? "" : seen.apply(line).source())
				.collect(Collectors.joining("  \n")));
	}

	private static List<Run> runs(List<String> before, List<String> now) {
		int head = 0;
		while (head < Math.min(before.size(), now.size()) && before.get(head).equals(now.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < Math.min(before.size(), now.size()) - head
				&& before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
			tail++;
		}
		List<Run> runs = new ArrayList<>();
		stayed(runs, before.subList(0, head));
		middle(runs, before.subList(head, before.size() - tail), now.subList(head, now.size() - tail));
		stayed(runs, before.subList(before.size() - tail, before.size()));
		return runs;
	}

	private static void stayed(List<Run> runs, List<String> sentences) {
		if (!sentences.isEmpty()) {
			runs.add(new Run(null, null, String.join("", sentences)));
		}
	}

	private static void changed(List<Run> runs, List<String> gone, List<String> come) {
		if (!gone.isEmpty() || !come.isEmpty()) {
			runs.add(new Run(String.join("", gone), String.join("", come), null));
		}
	}

	/** The longest common subsequence of sentences stays. */
	private static void middle(List<Run> runs, List<String> before, List<String> now) {
		if ((long) before.size() * now.size() > TOO_MANY) {
			changed(runs, before, now);
			return;
		}
		int[][] common = new int[before.size() + 1][now.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				common[i][j] = before.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		int i = 0;
		int j = 0;
		while (i < before.size() || j < now.size()) {
			int from = i;
			while (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
				i++;
				j++;
			}
			stayed(runs, before.subList(from, i));
			from = i;
			int fromNow = j;
			while ((i < before.size() || j < now.size()) && !(i < before.size() && j < now.size() && before.get(i).equals(now.get(j)))) {
				if (j == now.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
					i++;
				}
				else {
					j++;
				}
			}
			changed(runs, before.subList(from, i), now.subList(fromNow, j));
		}
	}
}
