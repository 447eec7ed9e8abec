package org.bihuan.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import org.bihuan.calendar.ShanghaiTime;

/** What the ledger's codes are called in Chinese; forms call them the same. */
final class Words {

	private static final Map<String, String> KINDS = Map.of("research", "调研报告", "consultation", "协商建议", "inspection", "视察报告");
	private static final Map<String, String> CONVERSIONS = Map.of("opinion-report", "社情民意信息", "proposal", "提案", "reference", "参阅件");
	private static final Map<String, String> SATISFACTION = Map.of("satisfied", "满意", "fair", "基本满意", "unsatisfied", "不满意", "none", "未表态");
	private static final Map<String, String> CLASSES = Map.of("A", "A 已解决或基本解决", "B", "B 列入计划或部分解决", "C", "C 受限或留作参考");
	private static final Map<String, String> CLOSINGS = Map.of("implemented", "已落实办结", "converted", "转化办结", "ended", "选题终止", "no-assignment",
			"无需交办，已办结", "withdrawn", "已撤回");
	private static final Map<String, String> CATEGORIES = Map.of("development", "经济发展", "agriculture", "农业农村", "urban", "城乡建设", "livelihood", "民生事业",
			"governance",
			"社会治理", "culture", "文化文史", "other", "其他");
	private static final Map<String, String> DOCUMENTS = Map.ofEntries(Map.entry("submission", "报送件"), Map.entry("assignment", "交办通知"),
			Map.entry("reply", "答复函"),
			Map.entry("supervision", "督办单"), Map.entry("inspection", "专项督查单"), Map.entry("opinion-report", "社情民意信息"), Map.entry("proposal", "提案"),
			Map.entry("reference", "参阅件"), Map.entry("closing", "销号单"));
	private static final Map<String, String> CORRECTED = Map.of("outcome-title", "成果名称", "instruction-words", "批示内容", "instruction-written-on",
			"批示日期",
			"assignment-requirement", "办理要求", "assignment-leader", "责任领导", "assignment-tracked-class", "跟踪结果分类", "reply-contact", "答复联系人",
			"reply-phone", "答复联系电话",
			"implementation-report", "落实报告", "implementation-completed-on", "完成日期");
	private static final String[] LEVELS = { "", "提醒", "督办单", "专项督查" };

	private Words() {
	}

	static String kind(String code) {
		return of(KINDS, code);
	}

	static String conversion(String code) {
		return of(CONVERSIONS, code);
	}

	static String corrected(String field) {
		return of(CORRECTED, field);
	}

	static String satisfaction(String code) {
		return of(SATISFACTION, code);
	}

	static String replyClass(String code) {
		return of(CLASSES, code);
	}

	static String closing(String code) {
		return of(CLOSINGS, code);
	}

	static String category(String code) {
		return of(CATEGORIES, code);
	}

	static String document(String code) {
		return of(DOCUMENTS, code);
	}

	/** Empty for no supervision. */
	static String level(Integer level) {
		return level == null ? "" : LEVELS[Math.min(level, LEVELS.length - 1)];
	}

	/** Empty for null. */
	static String day(LocalDate day) {
		return day == null ? "" : day.toString();
	}

	/** To the minute in Shanghai; empty for null. */
	static String minute(OffsetDateTime at) {
		return at == null ? "" : ShanghaiTime.minute(at);
	}

	/** A share of 1 as 96.7%, without a needless nought; a dash for null. */
	static String percent(Double share) {
		return share == null ? "—" : (Math.round(share * 1000) / 10.0 + "%").replace(".0%", "%");
	}

	private static String of(Map<String, String> words, String code) {
		return code == null ? "" : words.getOrDefault(code, code);
	}
}
