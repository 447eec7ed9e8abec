package org.bihuan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;

/** The trail in Chinese: what each act is called, and the words that were written with it. */
final class ActWords {

	/** Every act that a step records; a test fails when one is missing here. */
	static final Map<String, String> ACTS = Map.ofEntries(Map.entry("topic-registered", "登记选题"), Map.entry("research-planned", "制定调研方案"),
			Map.entry("research-recorded", "记录调研"), Map.entry("report-drafted", "起草报告，征求意见"), Map.entry("opinion-given", "反馈意见"),
			Map.entry("opinion-silent", "征求意见到期，未反馈的已记录"), Map.entry("report-revised", "论证修改报告"), Map.entry("report-reviewed", "把关"),
			Map.entry("chair-meeting-held", "主席会议审议"), Map.entry("submission-checked", "审阅、受理初审"), Map.entry("submission-mended", "补正报送件"),
			Map.entry("outcome-submitted", "报送区领导"), Map.entry("instruction-entered", "录入批示"), Map.entry("instruction-silent", "批示到期，未批示的已记录"),
			Map.entry("late-instruction-entered", "补录批示"), Map.entry("instructions-sorted", "分送批示"), Map.entry("assigned", "分解交办"),
			Map.entry("nothing-assigned", "决定无需交办"), Map.entry("follow-up-confirmed", "确认跟踪专委会"), Map.entry("delivered", "送达承办单位"),
			Map.entry("received", "签收"),
			Map.entry("deemed-received", "逾期未签收，视为签收"), Map.entry("sent-back", "退回，建议改派"), Map.entry("reassigned", "决定改派"),
			Map.entry("co-opinion-given", "提出协办意见"),
			Map.entry("co-opinion-silent", "协办意见到期，未提的已记录"), Map.entry("reply-drafted", "拟定答复"), Map.entry("reply-signed", "审签答复"),
			Map.entry("replied", "发出书面答复"),
			Map.entry("overdue", "逾期未答复"), Map.entry("overdue-handled", "逾期处置"), Map.entry("conversion-requested", "申请转化"),
			Map.entry("conversion-decided", "决定是否转化"),
			Map.entry("conversion-drafted", "起草转化文稿"), Map.entry("conversion-returned", "转化文稿退回修改"), Map.entry("conversion-refused", "转化未被采纳"),
			Map.entry("converted", "转化完成"), Map.entry("conversion-reconsidered", "研究处置，仍应答复"), Map.entry("progress-reported", "报告落实进展"),
			Map.entry("progress-urged", "提醒报告落实进展"), Map.entry("implementation-claimed", "报告落实完成"), Map.entry("report-acknowledged", "知悉落实报告"),
			Map.entry("looked-back", "回头看，签字"), Map.entry("supervision-raised", "提高督办级别"), Map.entry("supervision-strengthened", "加强督办"),
			Map.entry("verified", "核查销号"), Map.entry("outcome-closed", "成果办结"), Map.entry("reminded", "催办"), Map.entry("extension-decided", "裁定延期"),
			Map.entry("calendar-loaded", "载入放假安排"), Map.entry("deadline-moved", "放假安排公布，期限随之调整"),
			Map.entry("progress-looked-at", "推进中的回头看，签字"), Map.entry("satisfaction-asked", "征询满意度"), Map.entry("satisfaction-rated", "评价满意度"),
			Map.entry("satisfaction-silent", "评价到期，未评价的已记录"), Map.entry("redo-ordered", "不满意，责成重新办理"), Map.entry("redo-urged", "催办重新办理"),
			Map.entry("replied-again", "重新办理后答复"), Map.entry("consultation-held", "面商"), Map.entry("dissatisfaction-decided", "不满意处置"),
			Map.entry("corrected", "更正"), Map.entry("withdrawn", "撤回交办件"), Map.entry("outcome-withdrawn", "撤回成果"),
			Map.entry("attachment-added", "上传附件"));

	/** What a detail is called, in the order in which details are told; others, which repeat what the page says elsewhere, are left out. */
	private static final Map<String, String> DETAILS = details();

	private static final Set<String> PEOPLE_AND_GROUPS = Set.of("committee", "leader", "leaders", "unit", "coUnits", "to", "proposed", "office",
			"asked", "members", "signers");
	private static final Map<String, Map<String, String>> CODES = Map.of("verdict",
			Map.of("pass", "同意", "return", "退回", "ended", "终止", "agree", "同意", "refuse", "不同意"), "party",
			Map.of("committee", "专委会", "supervision", "督考办"), "inPlace",
			Map.of("yes", "到位", "no", "不到位"), "measure", Map.of("supervise", "发督办单，限期答复", "convert", "转化"), "decision",
			Map.of("adopted", "采纳并答复", "reference", "无法采纳或不宜采纳", "complex", "复杂难办，不能按期答复", "extension", "申请延期", "close", "予以销号", "supervise",
					"加强督办"),
			"step", Map.of("chair", "主要领导审阅", "acceptance", "受理初审"), "inspect",
			Map.of("true", "是", "false", "否"), "onTrack", Map.of("yes", "正常推进", "no", "进展迟缓"), "cause",
			Map.of("wrong", "交办或报送有误", "duplicate", "重复", "other", "其他"));

	private ActWords() {
	}

	/** One detail; a long text is to be folded. */
	record Detail(String label, String words) {

		private static final int LONG = 80;

		public boolean isLong() {
			return words.length() > LONG;
		}
	}

	/** What the act is called; its code if it has no words yet. */
	static String of(String act) {
		return ACTS.getOrDefault(act, act);
	}

	static List<Detail> details(String json, Names names) {
		JsonNode detail = Json.read(json);
		List<Detail> told = new ArrayList<>();
		DETAILS.forEach((key, label) -> {
			String words = words(key, detail.path(key), names);
			if (!words.isBlank() && !"null".equals(words)) {
				told.add(new Detail(label, words));
			}
		});
		return told;
	}

	private static String words(String key, JsonNode value, Names names) {
		if (value.isArray()) {
			return StreamSupport.stream(value.spliterator(), false).map(one -> words(key, one, names))
					.collect(Collectors.joining("steps".equals(key) ? "" : "、"));
		}
		String text = value.asText("");
		if (PEOPLE_AND_GROUPS.contains(key)) {
			return names.of(text);
		}
		return switch (key) {
			case "kind" -> Words.conversion(text);
			case "process", "result" -> Words.satisfaction(text);
			case "field" -> Words.corrected(text);
			case "before", "after" -> names.of(text);
			case "closing" -> Words.closing(text);
			case "class" -> Words.replyClass(text);
			case "level" -> value.isMissingNode() ? "" : Words.level(value.asInt());
			default -> CODES.getOrDefault(key, Map.of()).getOrDefault(text, text);
		};
	}

	private static Map<String, String> details() {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("step", "环节");
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
		details.put("proposed", "建议改派");
		details.put("to", "改派给");
		details.put("decision", "决定");
		details.put("kind", "转为");
		details.put("class", "分类");
		details.put("measure", "措施");
		details.put("received", "签收日期");
		details.put("due", "到期日");
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
		details.put("name", "文件");
		details.put("evidence", "核查依据");
		details.put("siteCheck", "现场核查");
		details.put("steps", "期限推算");
		return details;
	}
}
