package org.bihuan.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.followup.OnTrack;
import org.bihuan.handling.ConversionRuling;
import org.bihuan.handling.ExtensionRuling;
import org.bihuan.handling.OverdueMeasure;
import org.bihuan.json.Json;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Withdrawals;
import org.bihuan.terms.AfterMeeting;
import org.bihuan.terms.CheckStep;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Deliberation;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rating;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.ReviewVerdict;
import org.bihuan.terms.Sealing;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.bihuan.terms.Verdict;

/** The trail in Chinese: what each act is called, and the words that were written with it. */
final class ActWords {

	/** What a detail is called, in the order in which details are told; others, which repeat what the page says elsewhere, are left out. */
	private static final Map<String, String> DETAILS = details();

	/** People and groups; and what a correction changed, which may be one. */
	private static final Set<String> NAMED = Set.of("committee", "leader", "leaders", "unit", "coUnits", "to", "proposed", "office", "asked",
			"members",
			"signers", "before", "after", "waits", "superiors", "group");

	/** Up to so many characters two values may be the same by chance, as days and yes are. */
	static final int SHORT = 10;

	/** As the trail of former versions wrote what was left open: it is permanent. */
	private static final String NOTHING = "null";

	private static final Map<String, Class<? extends Term>> VOCABULARIES = Map.ofEntries(Map.entry("step", CheckStep.class),
			Map.entry("party", Party.class), Map.entry("inPlace", InPlace.class), Map.entry("onTrack", OnTrack.class),
			Map.entry("measure", OverdueMeasure.class), Map.entry("cause", Withdrawals.Cause.class), Map.entry("kind", ConversionKind.class),
			Map.entry("class", ReplyClass.class), Map.entry("level", Supervision.class), Map.entry("process", Rating.class),
			Map.entry("result", Rating.class), Map.entry("field", Corrections.Field.class), Map.entry("closing", Outcomes.Closing.class));

	/** What an act decides is said in the words of its own form; where it is none of these, it is free text. */
	private static final Map<Act, Map<String, Class<? extends Term>>> OF_ACTS = Map.of(
			Act.REPORT_REVIEWED, Map.of("verdict", ReviewVerdict.class), Act.CHAIR_MEETING_HELD, Map.of("verdict", Deliberation.class),
			Act.SUBMISSION_CHECKED, Map.of("verdict", Verdict.class), Act.REPLY_SIGNED, Map.of("verdict", Verdict.class),
			Act.REPLY_SEALED, Map.of("verdict", Sealing.class),
			Act.CONVERSION_DECIDED, Map.of("verdict", ConversionRuling.class), Act.EXTENSION_DECIDED, Map.of("verdict", ExtensionRuling.class),
			Act.REPLY_DRAFTED, Map.of("decision", ReplyDecision.class), Act.DISSATISFACTION_DECIDED, Map.of("decision", AfterMeeting.class));

	private ActWords() {
	}

	/** One detail; a long text is to be folded. */
	record Detail(String label, String words) {

		private static final int LONG = 80;

		/** Whether it is told in several lines, which want a place of their own. */
		public boolean hasLines() {
			return words.contains("\n");
		}

		public boolean isLong() {
			return words.length() > LONG;
		}
	}

	/**
	 * @param told already, by the form that was filled in
	 * @param said by it, value by value: who and what text stands there is not said once more under another name
	 * @throws IllegalStateException for a code that its vocabulary does not have
	 */
	static List<Detail> details(Trail.Event event, Set<String> told, Set<String> said, Names names) {
		JsonNode detail = Json.read(event.detail());
		List<Detail> details = new ArrayList<>();
		DETAILS.forEach((key, label) -> {
			String words = told.contains(key) ? "" : words(event, key, detail.path(key), names);
			if (!words.isBlank() && !NOTHING.equals(words) && !isSaid(event.act(), key, words, said)) {
				details.add(new Detail(label, words));
			}
		});
		return details;
	}

	private static boolean isSaid(Act act, String key, String words, Set<String> said) {
		return NAMED.contains(key) ? said.containsAll(List.of(words.split("、")))
				: (words.length() > SHORT || vocabulary(act, key) != null) && said.contains(words);
	}

	private static Class<? extends Term> vocabulary(Act act, String key) {
		return OF_ACTS.getOrDefault(act, Map.of()).getOrDefault(key, VOCABULARIES.get(key));
	}

	private static String words(Trail.Event event, String key, JsonNode value, Names names) {
		if (value.isArray()) {
			return StreamSupport.stream(value.spliterator(), false).map(one -> words(event, key, one, names)).filter(one -> !one.isEmpty())
					.collect(Collectors.joining("、"));
		}
		String text = value.asText("");
		if (text.isEmpty() || NOTHING.equals(text)) {
			return "";
		}
		if (NAMED.contains(key)) {
			return names.of(text, event.at());
		}
		if ("inspect".equals(key)) {
			return value.asBoolean() ? "是" : "否";
		}
		Class<? extends Term> vocabulary = vocabulary(event.act(), key);
		return vocabulary == null ? text : Term.of(vocabulary, text).label();
	}

	private static Map<String, String> details() {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("step", "环节");
		details.put("task", "任务");
		details.put("waits", "等待");
		details.put("party", "签字方");
		details.put("verdict", "意见");
		details.put("inPlace", "是否到位");
		details.put("number", "文号");
		details.put("committee", "专委会");
		details.put("leader", "领导");
		details.put("leaders", "送交");
		details.put("writtenOn", "批示日期");
		details.put("words", "批示内容");
		details.put("unit", "承办单位");
		details.put("coUnits", "协办单位");
		details.put("requirement", "办理要求");
		details.put("suggestions", "承办建议");
		details.put("proposed", "建议改派");
		details.put("to", "改派给");
		details.put("decision", "决定");
		details.put("kind", "转为");
		details.put("class", "分类");
		details.put("measure", "措施");
		details.put("received", "签收日期");
		details.put("due", "到期日");
		details.put("daysLate", "超期天数");
		details.put("superiors", "告知");
		details.put("promised", "限期");
		details.put("promisedOn", "新的答复期限");
		details.put("limit", "新的期限");
		details.put("demands", "要求");
		details.put("inspect", "专项督查");
		details.put("level", "督办级别");
		details.put("reason", "理由");
		details.put("opinion", "意见");
		details.put("note", "说明");
		details.put("remark", "备注");
		details.put("heldOn", "会议日期");
		details.put("lookBackOn", "回头看日期");
		details.put("day", "约定日期");
		details.put("members", "参与委员");
		details.put("asked", "征求");
		details.put("office", "办公室");
		details.put("signers", "签字人");
		details.put("closing", "办结方式");
		details.put("silent", "未答复数");
		details.put("plan", "方案");
		details.put("title", "标题");
		details.put("report", "报告");
		details.put("reply", "答复");
		details.put("content", "文稿");
		details.put("onTrack", "进展");
		details.put("process", "对办理过程");
		details.put("result", "对办理结果");
		details.put("metOn", "面商日期");
		details.put("meeting", "面商结果");
		details.put("participants", "参加人员");
		details.put("field", "更正哪一栏");
		details.put("what", "哪一项期限");
		details.put("before", "原为");
		details.put("after", "改为");
		details.put("cause", "撤回原因");
		details.put("until", "延期到");
		details.put("version", "版次");
		details.put("name", "文件");
		details.put("evidence", "核查依据");
		details.put("siteCheck", "现场核查");
		details.put("diagram", "流程图");
		details.put("modelsBefore", "原来用的");
		details.put("modelsAfter", "改用的");
		details.put("account", "编号");
		details.put("called", "名称");
		details.put("formerly", "原名");
		details.put("group", "小组");
		return details;
	}
}
