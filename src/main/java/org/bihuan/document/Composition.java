package org.bihuan.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from a document's facts for its layout alone: which parts it has, how its headings are numbered, where its title is broken, what of
 * it fits on one page. It is made anew whenever the document is, and kept nowhere; so a paper of a former version has it too.
 */
final class Composition {

	/** Between what were paragraphs where it was written: each becomes one of its own in the paper ({@link Paper#lay}). */
	static final char PARAGRAPH = '\u2029';

	/** Characters of 二号 on one line. */
	private static final int OF_TITLE = 20;

	/** How far a title's line may be from the middle so that no word is cut. */
	private static final int ASIDE = 6;

	/** What the packaged 销号单 holds of each of its four longer parts, in characters, so that it stays one page. */
	private static final int OF_CLOSING = 110;

	/** As little of one as still says something. */
	private static final int LEAST = 12;

	private static final String NUMBERS = "零一二三四五六七八九十";

	/** What stands for nothing. */
	private static final Set<String> NOTHING = Set.of("", "无", "未指定");

	private Composition() {
	}

	/**
	 * @param said text by tag, and for each block a list of such
	 * @return a copy with what follows from it: {@code true} or {@code false} for the parts that not every paper has
	 */
	static Map<String, Object> of(Map<String, Object> said) {
		Map<String, Object> all = new HashMap<>(said);
		String title = text(said, "标题");
		all.put("请示", title.endsWith("请示"));
		all.put("报告", !title.endsWith("请示"));
		all.put("有批示", !rows(said, "批示").isEmpty());
		all.put("有面商", !rows(said, "面商情况").isEmpty());
		all.put("有参与委员", isSaid(said, "参与委员"));
		all.put("有协办", isSaid(said, "协办单位"));
		all.put("有责任领导", isSaid(said, "责任领导"));
		all.put("有联系电话", isSaid(said, "联系电话"));
		all.put("标题", String.join("\n", title(title)));
		all.put("附件标题", String.join("\n", title("《" + text(said, "成果名称") + "》")));
		replies(all);
		all.put("建议摘要", brief(rows(said, "建议").stream().map(one -> "建议" + one.get("序号") + "：" + one.get("内容")).toList()));
		all.put("落实摘要", brief(rows(said, "落实情况").stream().map(one -> Objects.toString(one.get("段"), "")).toList()));
		all.put("专委会核查摘要", brief(List.of(text(said, "专委会核查"))));
		all.put("督考办核查摘要", brief(List.of(text(said, "督考办核查"))));
		return paragraphs(all);
	}

	/** The parts of a letter are numbered by their place in it; one alone is not numbered. */
	private static void replies(Map<String, Object> all) {
		List<Map<?, ?>> replies = rows(all, "答复");
		boolean talked = Boolean.TRUE.equals(all.get("有面商"));
		boolean alone = replies.size() + (talked ? 1 : 0) == 1;
		List<Map<Object, Object>> numbered = new ArrayList<>();
		for (Map<?, ?> reply : replies) {
			Map<Object, Object> row = new HashMap<>(reply);
			row.put("题号", alone ? "" : chinese(numbered.size() + 1) + "、");
			numbered.add(row);
		}
		all.put("答复", numbered);
		all.put("面商题号", alone ? "" : chinese(replies.size() + 1) + "、");
	}

	/** 一 to 九十九. */
	static String chinese(int number) {
		if (number <= 10) {
			return NUMBERS.substring(number, number + 1);
		}
		String tens = number < 20 ? "十" : NUMBERS.charAt(number / 10) + "十";
		return number % 10 == 0 ? tens : tens + NUMBERS.charAt(number % 10);
	}

	/** The lines of a title: of about one length, no name's bracket alone, and broken where a phrase ends if one does nearby. */
	static List<String> title(String title) {
		int lines = (title.length() + OF_TITLE - 1) / OF_TITLE;
		List<String> broken = new ArrayList<>();
		int from = 0;
		for (int left = lines; left > 1; left--) {
			int to = breakOf(title, from, from + (title.length() - from + left - 1) / left, title.length() - (left - 1) * OF_TITLE);
			broken.add(title.substring(from, to));
			from = to;
		}
		broken.add(title.substring(from));
		return broken;
	}

	/** The best place near the middle that leaves neither this line nor what comes after it too long. */
	private static int breakOf(String title, int from, int middle, int least) {
		int best = middle;
		int bestCost = Integer.MAX_VALUE;
		for (int at = Math.max(Math.max(from + 1, least), middle - ASIDE); at <= Math.min(from + OF_TITLE, middle + ASIDE); at++) {
			int cost = 2 * Math.abs(at - middle) + cost(title.charAt(at - 1), title.charAt(at));
			if (cost < bestCost) {
				best = at;
				bestCost = cost;
			}
		}
		return best;
	}

	private static int cost(char before, char after) {
		if ("《“（〈".indexOf(before) >= 0 || "》”）〉、，：；。的".indexOf(after) >= 0) {
			return 100;
		}
		if (Character.isLetterOrDigit(before) && before < 128 && Character.isLetterOrDigit(after) && after < 128) {
			return 100;
		}
		return "》”）的、，：".indexOf(before) >= 0 || "《“（".indexOf(after) >= 0 ? 0 : 15;
	}

	/** All of it in one paragraph, or as much of each as there is room for. */
	private static String brief(List<String> texts) {
		List<String> lines = texts.stream().map(one -> one.replaceAll("\\s+", " ").replaceFirst("^建议 (?=\\d)", "建议").replaceFirst("[。；]+$", ""))
				.filter(one -> !one.isEmpty()).toList();
		if (lines.isEmpty()) {
			return "";
		}
		int all = lines.stream().mapToInt(String::length).sum();
		if (all <= OF_CLOSING) {
			return String.join("；", lines) + "。";
		}
		int each = Math.max(LEAST, OF_CLOSING / lines.size());
		String first = lines.stream().limit(OF_CLOSING / LEAST).map(one -> one.length() <= each ? one : one.substring(0, each - 2) + "……")
				.collect(Collectors.joining("；"));
		return first + (lines.size() > OF_CLOSING / LEAST ? "，等 " + lines.size() + " 条" : "") + "（摘要，全文见台账）";
	}

	private static String text(Map<String, Object> said, String tag) {
		return Objects.toString(said.get(tag), "");
	}

	private static boolean isSaid(Map<String, Object> said, String tag) {
		return !NOTHING.contains(text(said, tag));
	}

	private static List<Map<?, ?>> rows(Map<String, Object> said, String block) {
		List<Map<?, ?>> rows = new ArrayList<>();
		if (said.get(block) instanceof List<?> all) {
			all.forEach(one -> rows.add((Map<?, ?>) one));
		}
		return rows;
	}

	private static Map<String, Object> paragraphs(Map<String, Object> all) {
		all.replaceAll((tag, value) -> paragraphs(value));
		return all;
	}

	private static Object paragraphs(Object value) {
		if (value instanceof String text) {
			return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(String.valueOf(PARAGRAPH)));
		}
		if (value instanceof List<?> rows) {
			return rows.stream().map(Composition::paragraphs).toList();
		}
		if (value instanceof Map<?, ?> row) {
			Map<Object, Object> copy = new HashMap<>();
			row.forEach((tag, one) -> copy.put(tag, paragraphs(one)));
			return copy;
		}
		return value;
	}
}
