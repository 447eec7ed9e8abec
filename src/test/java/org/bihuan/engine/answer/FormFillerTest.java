package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.answer.FormFiller.Choice;
import org.bihuan.engine.answer.FormFiller.Filled;
import org.bihuan.json.Json;
import org.junit.jupiter.api.Test;

/** A form that nobody has thought of is filled in so that its own rules take it. */
class FormFillerTest {

	private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

	private static final JsonNode FORM = Json
			.read("""
					{"id": "any", "components": [
					{"type": "text", "text": "标题"},
					{"type": "radio", "key": "verdict", "label": "结论", "validate": {"required": true}, "properties": {"decisive": "true"},
					 "values": [{"label": "同意", "value": "pass"}, {"label": "退回", "value": "return"}]},
					{"type": "textarea", "key": "reason", "label": "理由", "validate": {"required": true, "maxLength": 5},
					 "conditional": {"hide": "=verdict != \\"return\\""}},
					{"type": "group", "components": [
					 {"type": "textfield", "key": "contact", "label": "联系人", "validate": {"required": true, "minLength": 20}},
					 {"type": "number", "key": "risks", "label": "风险点数", "decimalDigits": 0, "validate": {"required": true, "min": 2, "max": 9}}]},
					{"type": "checkbox", "key": "checked", "label": "已查对", "properties": {"decisive": "true"}},
					{"type": "checkbox", "key": "none", "label": "不送领导"},
					{"type": "datetime", "key": "on", "dateLabel": "日期", "validate": {"required": true}},
					{"type": "datetime", "key": "perhaps", "dateLabel": "可填的日期"},
					{"type": "select", "key": "unit", "label": "单位", "valuesExpression": "=view.units", "validate": {"required": true}},
					{"type": "taglist", "key": "coUnits", "label": "协办", "valuesExpression": "=view.units"},
					{"type": "checklist", "key": "about", "label": "建议", "valuesExpression": "=view.suggestions", "validate": {"required": true}},
					{"type": "dynamiclist", "path": "replies", "label": "逐条答复", "components": [
					 {"type": "select", "key": "suggestion", "label": "建议", "valuesExpression": "=view.suggestions", "validate": {"required": true}},
					 {"type": "radio", "key": "how", "label": "办法", "validate": {"required": true},
					  "values": [{"label": "采纳", "value": "adopted"}, {"label": "不采纳", "value": "rejected"}]},
					 {"type": "textfield", "key": "why", "label": "说明", "validate": {"required": true},
					  "conditional": {"hide": "=this.how = \\"adopted\\""}}]},
					{"type": "dynamiclist", "path": "records", "label": "记录", "components": [
					 {"type": "textfield", "key": "place", "label": "地点", "validate": {"required": true}}]}]}
					""");

	private static final Map<String, Object> VIEW = Map.of("units", List.of(Map.of("label", "公安局", "value", "unit-gongan"), Map.of("label", "财政局",
			"value", "unit-caizheng")), "suggestions", List.of(Map.of("label", "建议 1", "value", "J1"), Map.of("label", "建议 2", "value", "J2")));

	private final FormRules rules = new FormRules();
	private final FormFiller plain = new FormFiller(rules);

	private Filled fill(Map<String, Object> wishes) {
		Filled filled = plain.fill(FORM, VIEW, TODAY, wishes);
		assertThat(rules.check(FORM, VIEW, Answer.of(filled.answer())).keys()).as("taken by the form").isEqualTo(filled.answer().keySet());
		return filled;
	}

	@Test
	void everyTextIsFilledTheFirstIsChosenAndAListHasARowForEach() {
		Map<String, Object> answer = fill(Map.of()).answer();
		assertThat(answer).containsEntry("verdict", "pass").containsEntry("on", "2025-03-03").containsEntry("unit", "unit-gongan")
				.containsEntry("about", List.of("J1", "J2")).containsEntry("checked", true)
				.doesNotContainKeys("reason", "none", "perhaps", "coUnits");
		assertThat(answer.get("replies"))
				.isEqualTo(List.of(Map.of("suggestion", "J1", "how", "adopted"), Map.of("suggestion", "J2", "how", "adopted")));
		assertThat(answer.get("records")).isEqualTo(List.of(Map.of("place", "演练：地点")));
	}

	@Test
	void whatIsWantedIsAnsweredAndWhatItBringsIntoSightIsFilledAsWell() {
		Map<String, Object> answer = fill(Map.of("verdict", "return", "coUnits", List.of("unit-caizheng", "unit-nowhere"), "replies.how", "rejected",
				"risks", 7, "checked", false, "unit", "unit-nowhere")).answer();
		assertThat(answer).containsEntry("reason", "演练：理由").containsEntry("coUnits", List.of("unit-caizheng")).containsEntry("risks", 7)
				.doesNotContainKey("checked").as("not offered").containsEntry("unit", "unit-gongan");
		assertThat(answer.get("replies").toString()).contains("why=演练：说明");
	}

	@Test
	void whatCouldBeChosenIsTold() {
		assertThat(fill(Map.of()).choices()).extracting(Choice::key).containsExactly("verdict", "risks", "checked", "none", "unit", "coUnits",
				"about",
				"replies.suggestion", "replies.how");
		assertThat(fill(Map.of()).choices().get(0)).isEqualTo(
				new Choice("verdict", "结论", "radio", true, Map.of("pass", "同意", "return", "退回"), true, true));
	}
}
