package org.bihuan.rehearsal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.rehearsal.Walked.Case;
import org.bihuan.rehearsal.Walked.Step;
import org.bihuan.rehearsal.Walked.Told;

/** What the same cases meet in one set and not in another: steps, people, days, who is told, how they end. Each difference once, with its cases. */
final class Comparison {

	private static final int MOST_DAYS = 5;
	/** A weekend more or less, where a step began on another day of the week. */
	private static final int WEEKEND = 4;

	private final Map<String, List<String>> cases = new LinkedHashMap<>();

	private Comparison() {
	}

	/**
	 * @param what in a Chinese sentence
	 * @param cases the names of those that it is met in
	 */
	record Difference(String what, List<String> cases) {
	}

	static List<Difference> between(Walked before, Walked after) {
		Comparison comparison = new Comparison();
		Map<String, Case> former = before.cases().stream().collect(Collectors.toMap(Case::key, one -> one, (one, same) -> one));
		for (Case now : after.cases()) {
			Case was = former.get(now.key());
			if (was != null) {
				comparison.compare(was, now);
			}
		}
		return comparison.cases.entrySet().stream().map(one -> new Difference(one.getKey(), one.getValue())).toList();
	}

	/** The names of cases that one set has and the other has not. */
	static List<String> only(Walked in, Walked notIn) {
		List<String> keys = notIn.cases().stream().map(Case::key).toList();
		return in.cases().stream().filter(one -> !keys.contains(one.key())).map(Case::name).toList();
	}

	private void compare(Case was, Case now) {
		List<String> found = new ArrayList<>();
		boolean sameEnd = was.ending().how().equals(now.ending().how());
		if (!sameEnd) {
			found.add("结局不同：原来“" + was.ending().how() + "”，现在“" + now.ending().how() + "”。");
		}
		tasks(was, now, sameEnd, found);
		if (sameEnd) {
			boolean days = !now.key().equals(Walk.LATE);
			if (days) {
				timers(was, now, found);
			}
			told(was, now, days, found);
			long later = days(was.ending().on(), now.ending().on());
			if (days && later != 0) {
				found.add("办完的日子" + (later > 0 ? "晚" : "早") + "了 " + Math.abs(later) + " 天。");
			}
		}
		found.stream().distinct().forEach(what -> cases.computeIfAbsent(what, none -> new ArrayList<>()).add(now.name()));
	}

	/** @param sameEnd else what comes no more is no difference of its own */
	private static void tasks(Case was, Case now, boolean sameEnd, List<String> found) {
		List<Step> before = was.steps().stream().filter(one -> !one.timer()).toList();
		List<Step> after = now.steps().stream().filter(one -> !one.timer()).toList();
		boolean[][] common = common(before, after);
		int at = 0;
		Step last = null;
		for (int here = 0; here < after.size(); here++) {
			Step step = after.get(here);
			int same = at;
			while (same < before.size() && !common[same][here]) {
				same++;
			}
			if (same < before.size()) {
				if (sameEnd) {
					gone(before.subList(at, same), after, found);
				}
				pair(before.get(same), step, !now.key().equals(Walk.LATE), found);
				at = same + 1;
			}
			else {
				boolean known = before.stream().anyMatch(one -> one.key().equals(step.key()));
				found.add((known ? "“" + step.name() + "”多办一次或者换了先后" : "多了一步“" + step.name() + "”") + "，由" + String.join("、", step.who()) + "办理，"
						+ (last == null ? "在最前面" : "在“" + last.name() + "”之后") + "。");
			}
			last = step;
		}
		if (sameEnd) {
			gone(before.subList(at, before.size()), after, found);
		}
	}

	private static void gone(List<Step> steps, List<Step> after, List<String> found) {
		steps.forEach(step -> found.add(after.stream().anyMatch(one -> one.key().equals(step.key())) ? "“" + step.name() + "”少办一次或者换了先后。"
				: "不再有“" + step.name() + "”这一步。"));
	}

	private static void pair(Step was, Step now, boolean days, List<String> found) {
		if (!was.name().equals(now.name())) {
			found.add("“" + was.name() + "”改叫“" + now.name() + "”。");
		}
		if (!was.who().equals(now.who())) {
			found.add("“" + now.name() + "”原来由" + String.join("、", was.who()) + "办理，现在由" + String.join("、", now.who()) + "办理。");
		}
		if (was.due() == null || now.due() == null) {
			if ((was.due() == null) != (now.due() == null)) {
				found.add("“" + now.name() + "”" + (now.due() == null ? "不再有期限。" : "有了期限。"));
			}
			return;
		}
		long longer = days(now.on(), now.due()) - days(was.on(), was.due());
		if (days && !was.due().equals(now.due()) && (was.on().equals(now.on()) ? longer != 0 : Math.abs(longer) > WEEKEND)) {
			found.add("“" + now.name() + "”的期限" + (longer > 0 ? "长" : "短") + "了 " + Math.abs(longer) + " 天（" + was.on() + " 开始的，原来 " + was.due()
					+ " 到期，现在" + (was.on().equals(now.on()) ? "" : " " + now.on() + " 开始，") + " " + now.due() + " 到期）。");
		}
	}

	private static void timers(Case was, Case now, List<String> found) {
		Map<String, List<Step>> before = byKey(was);
		Map<String, List<Step>> after = byKey(now);
		before.forEach((key, steps) -> {
			List<Step> later = after.getOrDefault(key, List.of());
			if (!after(steps).equals(after(later))) {
				found.add("“" + steps.get(0).name() + "”" + days(on(steps), on(later)));
			}
		});
		after.forEach((key, steps) -> {
			if (!before.containsKey(key)) {
				found.add("新有“" + steps.get(0).name() + "”：" + listed(on(steps)) + "。");
			}
		});
	}

	private static Map<String, List<Step>> byKey(Case one) {
		return one.steps().stream().filter(Step::timer).collect(Collectors.groupingBy(Step::key, LinkedHashMap::new, Collectors.toList()));
	}

	private static List<String> on(List<Step> steps) {
		return steps.stream().map(Step::on).toList();
	}

	private static List<Long> after(List<Step> steps) {
		return steps.stream().map(Step::after).toList();
	}

	/** @param days whether it matters when somebody was told: a case that is late with everything is on another day of the week after each step */
	private static void told(Case was, Case now, boolean days, List<String> found) {
		Map<List<String>, List<Told>> before = tellings(was);
		Map<List<String>, List<Told>> after = tellings(now);
		Map<String, List<String>> said = new LinkedHashMap<>();
		after.forEach((telling, told) -> {
			List<Told> former = before.get(telling);
			String what = "“" + telling.get(0) + "”";
			if (former == null) {
				say(said, "多了：" + what + "告知%s（" + told.get(0).how() + "）。", telling.get(1));
				return;
			}
			if (!former.get(0).how().equals(told.get(0).how())) {
				say(said, what + "告知%s，原来用" + former.get(0).how() + "，现在用" + told.get(0).how() + "。", telling.get(1));
			}
			if (days && !former.stream().map(Told::after).toList().equals(told.stream().map(Told::after).toList())) {
				say(said, what + "告知%s" + days(former.stream().map(Told::on).toList(), told.stream().map(Told::on).toList()), telling.get(1));
			}
		});
		before.keySet().stream().filter(telling -> !after.containsKey(telling))
				.forEach(telling -> say(said, "不再有：“" + telling.get(0) + "”告知%s。", telling.get(1)));
		said.forEach((sentence, whom) -> found.add(sentence.replace("%s", String.join("、", whom))));
	}

	private static void say(Map<String, List<String>> said, String sentence, String whom) {
		said.computeIfAbsent(sentence, none -> new ArrayList<>()).add(whom);
	}

	/** By what was told and whom. */
	private static Map<List<String>, List<Told>> tellings(Case one) {
		return one.told().stream().collect(Collectors.groupingBy(it -> List.of(it.what(), it.whom()), LinkedHashMap::new, Collectors.toList()));
	}

	private static String days(List<String> before, List<String> after) {
		return "的日子不同：原来 " + listed(before) + "，现在 " + listed(after) + "。";
	}

	private static String listed(List<String> days) {
		return days.isEmpty() ? "没有"
				: days.stream().limit(MOST_DAYS).collect(Collectors.joining("、")) + (days.size() > MOST_DAYS ? " 等 " + days.size() + " 次" : "");
	}

	private static long days(String from, String to) {
		return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
	}

	/** Which step of one is which of the other: the longest row of steps that both have. */
	private static boolean[][] common(List<Step> before, List<Step> after) {
		int[][] longest = new int[before.size() + 1][after.size() + 1];
		for (int one = before.size() - 1; one >= 0; one--) {
			for (int other = after.size() - 1; other >= 0; other--) {
				longest[one][other] = before.get(one).key().equals(after.get(other).key()) ? longest[one + 1][other + 1] + 1
						: Math.max(longest[one + 1][other], longest[one][other + 1]);
			}
		}
		boolean[][] common = new boolean[before.size()][after.size()];
		int one = 0;
		int other = 0;
		while (one < before.size() && other < after.size()) {
			if (before.get(one).key().equals(after.get(other).key())) {
				common[one][other] = true;
				one++;
				other++;
			}
			else if (longest[one + 1][other] >= longest[one][other + 1]) {
				one++;
			}
			else {
				other++;
			}
		}
		return common;
	}
}
