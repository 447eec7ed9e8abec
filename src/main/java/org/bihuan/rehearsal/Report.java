package org.bihuan.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.rehearsal.Comparison.Difference;
import org.bihuan.rehearsal.Walked.Case;
import org.bihuan.rehearsal.Walked.Untaken;

/**
 * What a rehearsal says, in Chinese.
 *
 * @param cases how many were walked
 * @param stuck those that do not come to an end
 * @param ends how the others end, with the names of those that do
 * @param untaken the ways that none took
 * @param compared with what; empty where with nothing
 * @param notCompared why it was not compared; empty where it was
 * @param differences from the other set
 * @param newCases the names of cases that the other set does not have
 * @param goneCases the names of cases that the other set alone has
 * @param seconds how long it took
 */
public record Report(int cases, List<Stopped> stuck, List<End> ends, List<Way> untaken, String compared, String notCompared,
		List<Difference> differences, List<String> newCases, List<String> goneCases, long seconds) {

	private static final int MOST_NAMED = 6;

	/**
	 * @param alsoInForce whether it stops in the other set at the same place
	 */
	public record Stopped(String name, String why, String on, boolean alsoInForce) {

		/** In one line. */
		public String sentence() {
			return name + "：" + why + "（" + on + "）" + (alsoInForce ? "比较的那一套也这样。" : "");
		}
	}

	/** How some cases end. */
	public record End(String how, List<String> cases) {
	}

	/** A way that none took; in the other set as well, or in this alone. */
	public record Way(String what, boolean alsoInForce) {

		/** In one line. */
		public String sentence() {
			return what + (alsoInForce ? "，比较的那一套也没有走过" : "");
		}
	}

	/** @param inForce null where there is nothing to compare with, for the reason given */
	static Report of(Walked candidate, Walked inForce, String compared, String notCompared, long seconds) {
		Map<String, Case> former = inForce == null ? Map.of()
				: inForce.cases().stream().collect(Collectors.toMap(Case::key, one -> one, (one, same) -> one));
		List<Stopped> stuck = candidate.cases().stream().filter(one -> one.ending().stuck() != null)
				.map(one -> new Stopped(one.name(), one.ending().stuck().sentence(), one.ending().on(),
						former.containsKey(one.key()) && former.get(one.key()).ending().how().equals(one.ending().how())))
				.toList();
		Map<String, List<String>> ends = new LinkedHashMap<>();
		candidate.cases().stream().filter(one -> one.ending().stuck() == null)
				.forEach(one -> ends.computeIfAbsent(one.ending().how(), none -> new ArrayList<>()).add(one.name()));
		List<String> also = inForce == null ? List.of() : inForce.untaken().stream().map(Untaken::id).toList();
		return new Report(candidate.cases().size(), stuck, ends.entrySet().stream().map(one -> new End(one.getKey(), one.getValue())).toList(),
				candidate.untaken().stream().map(one -> new Way(one.sentence(), also.contains(one.id()))).toList(), compared, notCompared,
				inForce == null ? List.of() : Comparison.between(inForce, candidate),
				inForce == null ? List.of() : Comparison.only(candidate, inForce), inForce == null ? List.of() : Comparison.only(inForce, candidate),
				seconds);
	}

	/** Whether every case comes to an end. */
	public boolean sound() {
		return stuck.isEmpty();
	}

	/** How many differences there are, cases that only one set has among them. */
	public int different() {
		return differences.size() + newCases.size() + goneCases.size();
	}

	/** In one sentence. */
	public String summary() {
		return "走了 " + cases + " 件，用时 " + seconds + " 秒：" + (sound() ? "每一件都办得完" : stuck.size() + " 件停住")
				+ (untaken.isEmpty() ? "，每一条路都走过" : "，" + untaken.size() + " 条路没有一件走过")
				+ (compared.isEmpty() ? "" : different() == 0 ? "，与" + compared + "没有不同"
						: "，与" + compared + "有 " + different() + " 处不同")
				+ "。";
	}

	/** A few of the names, and how many there are. */
	public static String named(List<String> names) {
		return names.stream().limit(MOST_NAMED).collect(Collectors.joining("；"))
				+ (names.size() > MOST_NAMED ? " 等 " + names.size() + " 件" : "");
	}

	/** All of it, line by line, to be read in a terminal. */
	List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(summary()));
		part(lines, "停住的", stuck.stream().map(Stopped::sentence).toList());
		part(lines, "没有一件走过的路", untaken.stream().map(Way::sentence).toList());
		part(lines, "与" + compared + "不同的",
				differences.stream().map(one -> one.what() + "（" + named(one.cases()) + "）").toList());
		part(lines, "新有的走法", newCases);
		part(lines, "不再有的走法", goneCases);
		if (!notCompared.isEmpty()) {
			lines.add(notCompared);
		}
		part(lines, "怎样结束", ends.stream().map(one -> one.how() + "，" + one.cases().size() + " 件：" + named(one.cases())).toList());
		return lines;
	}

	private static void part(List<String> lines, String title, List<String> of) {
		if (!of.isEmpty()) {
			lines.add(title + "（" + of.size() + "）");
			of.forEach(one -> lines.add("  " + one));
		}
	}
}
