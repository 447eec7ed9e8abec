package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.GivenAnswers.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a form as the server applies them, each at its edge and one step beyond it. */
class FormRulesTest {

	private static final String TEXT = "{'type':'textfield','key':'title','label':'标题','validate':{'required':true,'maxLength':5,'minLength':2}}";
	private static final String KIND = "{'type':'radio','key':'kind','label':'类型','validate':{'required':true},"
			+ "'values':[{'label':'甲','value':'a'},{'label':'乙','value':'b'}]}";
	private static final String UNITS = "{'type':'taglist','key':'units','label':'单位','valuesExpression':'=view.units'}";
	private static final String ROWS = "{'type':'dynamiclist','path':'rows','label':'明细','validate':{'required':true},'components':["
			+ "{'type':'textfield','key':'name','label':'名称','validate':{'required':true}},"
			+ "{'type':'textfield','key':'why','label':'原因','conditional':{'hide':'=name != \\'别的\\''},'validate':{'required':true}},"
			+ "{'type':'text','text':'说明'}]}";

	private final FormRules rules = new FormRules();

	private static JsonNode form(String... fields) {
		try {
			return new ObjectMapper().readTree(("{'components':[" + String.join(",", fields) + "]}").replace("\\'", "\\\"").replace('\'', '"'));
		}
		catch (JsonProcessingException wrong) {
			throw new IllegalArgumentException(wrong);
		}
	}

	/** From keys and values in turn; a null is a value. */
	private static Map<String, Object> answer(Object... pairs) {
		Map<String, Object> answer = new LinkedHashMap<>();
		for (int at = 0; at < pairs.length; at += 2) {
			answer.put((String) pairs[at], pairs[at + 1]);
		}
		return answer;
	}

	private Answer taken(JsonNode form, Map<String, Object> answer) {
		return rules.check(form, Map.of("units", List.of(Map.of("label", "公安局", "value", "unit-gongan"), "unit-fagai")), Answer.of(answer));
	}

	private String refused(JsonNode form, Map<String, Object> answer) {
		Throwable thrown = catchThrowable(() -> taken(form, answer));
		assertThat(thrown).isInstanceOf(Refusal.class);
		return thrown.getMessage();
	}

	@Test
	void aRightAnswerIsTakenAsItIs() {
		Answer taken = taken(form(TEXT, KIND), answer("title", "改造", "kind", "b"));
		assertThat(taken.text("title")).isEqualTo("改造");
		assertThat(taken.text("kind")).isEqualTo("b");
	}

	@Test
	void aFieldThatTheFormDoesNotHaveIsRefused() {
		assertThat(refused(form(TEXT), answer("title", "改造", "state", "CLOSED"))).isEqualTo("表单中没有“state”这一栏，请刷新页面后重新填写。");
	}

	@Test
	void whatIsRequiredIsAskedForInTheWordsOfItsKind() {
		assertThat(refused(form(TEXT), answer())).isEqualTo("请填写“标题”。");
		assertThat(refused(form(TEXT), answer("title", "  "))).isEqualTo("请填写“标题”。");
		assertThat(refused(form(KIND), answer())).isEqualTo("请选择“类型”。");
		assertThat(refused(form("{'type':'datetime','key':'day','dateLabel':'日期','validate':{'required':true}}"), answer())).isEqualTo("请选择“日期”。");
		assertThat(refused(form(UNITS.replace("'label'", "'validate':{'required':true},'label'")), answer("units", List.of())))
				.isEqualTo("请选择“单位”。");
		assertThat(refused(form("{'type':'checkbox','key':'sure','label':'确认','validate':{'required':true}}"), answer("sure", false)))
				.isEqualTo("请勾选“确认”。");
		assertThat(refused(form(ROWS), answer("rows", List.of()))).isEqualTo("请填写“明细”。");
	}

	/** Blanks of every kind, joiners, byte-order marks, the fillers of Hangul and Braille: on paper the answer would be empty. */
	@ParameterizedTest
	@ValueSource(
			strings = { "\u200B", "\u3164\u3164", "\u2800", "\u3000\uFEFF", "\u2060\u200D", "\u115F\u1160", "\u00A0\u034F", "\uFE0F", "\u00AD" })
	void whatNobodySeesIsNoAnswer(String unseen) {
		assertThat(refused(form(TEXT), answer("title", unseen))).isEqualTo("请填写“标题”。");
	}

	/** A half character cannot be kept; a mark that turns the direction makes the form look other than what is kept. */
	@ParameterizedTest
	@ValueSource(strings = { "改\uD800造", "改\uDC00造", "改\u202E造", "改\u2066造", "改\u0007造", "改\uFFFE造" })
	void whatCannotBeKeptOrDeceivesIsRefused(String text) {
		assertThat(refused(form(TEXT), answer("title", text))).isEqualTo("“标题”中有无法保存或看不见的控制字符，请删去后重新输入。");
	}

	@Test
	void whatIsNotRequiredMayBeLeftOut() {
		assertThat(taken(form("{'type':'textfield','key':'note','label':'说明','validate':{'minLength':3}}"), answer("note", " ")).text("note"))
				.isNull();
		assertThat(taken(form(UNITS), answer("units", List.of())).list("units")).isEmpty();
		assertThat(taken(form("{'type':'checkbox','key':'sure','label':'确认'}"), answer("sure", false)).yes("sure")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "改造", "改造派出所", " 改造派出所 ", "𠮷𠮷𠮷𠮷𠮷" })
	void aTextOfLegalLengthIsTaken(String text) {
		assertThat(taken(form(TEXT), answer("title", text)).text("title")).isEqualTo(text.strip());
	}

	@Test
	void aTextIsNeitherTooLongNorTooShort() {
		assertThat(refused(form(TEXT), answer("title", "改造派出所等"))).isEqualTo("“标题”最多 5 字，现有 6 字，请精简后再提交。");
		assertThat(refused(form(TEXT), answer("title", "改"))).isEqualTo("“标题”至少 2 字。");
	}

	@Test
	void aFormThatNamesNoLimitHasTwoThousand() {
		JsonNode form = form("{'type':'textarea','key':'report','label':'报告'}");
		assertThat(taken(form, answer("report", "长".repeat(2000))).text("report")).hasSize(2000);
		assertThat(refused(form, answer("report", "长".repeat(2001)))).isEqualTo("“报告”最多 2000 字，现有 2001 字，请精简后再提交。");
	}

	@Test
	void aTextIsText() {
		assertThat(refused(form(TEXT), answer("title", 12))).isEqualTo("“标题”应填写文字。");
		assertThat(refused(form(TEXT), answer("title", List.of("改造")))).isEqualTo("“标题”应填写文字。");
		assertThat(refused(form(TEXT), answer("title", "改\u0000造"))).isEqualTo("“标题”中有无法保存或看不见的控制字符，请删去后重新输入。");
	}

	/** Only control characters were refused: a title of two lines got into the papers. */
	@ParameterizedTest
	@ValueSource(strings = { "改\n造", "改\r造", "改\t造", "改\u2028造", "改\u2029造", "改造\n" })
	void whatIsOneLineInTheFormIsOneLine(String text) {
		JsonNode field = form("{'type':'textfield','key':'title','label':'标题','validate':{'required':true}}");
		assertThat(refused(field, answer("title", text))).isEqualTo("“标题”只能写一行，请删去其中的换行、制表符等看不见的字符。");
		assertThat(taken(field, answer("title", "　改 造 ")).text("title")).isEqualTo("改 造");
		assertThat(taken(form("{'type':'textarea','key':'report','label':'报告'}"), answer("report", "一\n\t二")).text("report")).isEqualTo("一\n\t二");
	}

	@Test
	void aTextFollowsItsPattern() {
		JsonNode form = form("{'type':'textfield','key':'title','label':'标题','validate':{'pattern':'^关于.+的建议$'}}");
		assertThat(taken(form, answer("title", "关于改造的建议")).text("title")).isEqualTo("关于改造的建议");
		assertThat(refused(form, answer("title", "关于的建议"))).isEqualTo("“标题”的写法不对，请按说明填写。");
	}

	@Test
	void aNumberStaysWithinItsBounds() {
		JsonNode form = form("{'type':'number','key':'days','label':'天数','decimalDigits':0,'validate':{'min':1,'max':30}}");
		for (Object right : List.of(1, 30, 5.0)) {
			assertThat(taken(form, answer("days", right)).value("days")).isEqualTo(right);
		}
		assertThat(refused(form, answer("days", 0))).isEqualTo("“天数”不能小于 1。");
		assertThat(refused(form, answer("days", 31))).isEqualTo("“天数”不能大于 30。");
		assertThat(refused(form, answer("days", 1.5))).isEqualTo("“天数”应填写整数。");
		assertThat(refused(form, answer("days", "三天"))).isEqualTo("“天数”应填写数字。");
		JsonNode free = form("{'type':'number','key':'share','label':'比例','decimalDigits':1}");
		assertThat(taken(free, answer("share", -1000.5)).value("share")).as("no bounds, one digit").isEqualTo(-1000.5);
		assertThat(refused(free, answer("share", 0.25))).isEqualTo("“比例”最多 1 位小数。");
		assertThat(taken(form("{'type':'number','key':'share','label':'比例'}"), answer("share", 12.375)).value("share"))
				.as("a form that says nothing of decimals").isEqualTo(12.375);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2000-01-01", "2100-12-31", "2024-02-29" })
	void aDayIsTaken(String day) {
		assertThat(taken(form("{'type':'datetime','key':'day','dateLabel':'会议日期'}"), answer("day", day)).date("day")).hasToString(day);
	}

	@ParameterizedTest
	@CsvSource({ "1999-12-31,的年份不对，请检查。", "2101-01-01,的年份不对，请检查。", "0203-09-08,的年份不对，请检查。", "2023-02-30,应写成 2026-11-24 这样的日期。",
			"明天,应写成 2026-11-24 这样的日期。" })
	void aDayThatIsNoneIsRefused(String day, String why) {
		assertThat(refused(form("{'type':'datetime','key':'day','dateLabel':'会议日期'}"), answer("day", day))).isEqualTo("“会议日期”" + why);
	}

	@Test
	void oneIsChosenAmongWhatIsOffered() {
		assertThat(refused(form(KIND), answer("kind", "c"))).isEqualTo("“类型”所选的项（c）已不可选，请刷新页面后重新选择。");
		assertThat(refused(form(KIND), answer("kind", List.of("a")))).isEqualTo("“类型”只能选一项。");
		assertThat(refused(form(KIND.replace("radio", "select")), answer("kind", "甲"))).contains("已不可选");
	}

	@Test
	void severalAreChosenAmongWhatTheViewOffers() {
		assertThat(taken(form(UNITS), answer("units", List.of("unit-fagai", "unit-gongan"))).list("units")).containsExactly("unit-fagai",
				"unit-gongan");
		assertThat(refused(form(UNITS), answer("units", List.of("unit-gongan", "unit-caizheng"))))
				.isEqualTo("“单位”所选的项（unit-caizheng）已不可选，请刷新页面后重新选择。");
		assertThat(refused(form(UNITS), answer("units", List.of("unit-gongan", "unit-gongan")))).isEqualTo("“单位”中有重复的选项，请重新选择。");
		assertThat(refused(form(UNITS), answer("units", "unit-gongan"))).isEqualTo("“单位”的格式不对，请重新选择。");
		assertThat(refused(form(UNITS.replace("=view.units", "=view.nothing")), answer("units", List.of("unit-gongan")))).as("nothing is offered")
				.contains("已不可选");
	}

	@Test
	void aTickIsATick() {
		JsonNode form = form("{'type':'checkbox','key':'sure','label':'确认'}");
		assertThat(taken(form, answer("sure", true)).yes("sure")).isTrue();
		assertThat(refused(form, answer("sure", "也许"))).isEqualTo("“确认”只能勾选或不勾选。");
	}

	@Test
	void everyRowIsCheckedAndNamedByItsPlace() {
		assertThat(taken(form(ROWS), answer("rows", List.of(Map.of("name", "甲"), Map.of("name", "乙")))).rows("rows")).hasSize(2);
		assertThat(refused(form(ROWS), answer("rows", List.of(Map.of("name", "甲"), Map.of())))).isEqualTo("“明细”第 2 行：请填写“名称”。");
		assertThat(refused(form(ROWS), answer("rows", List.of(Map.of("name", "甲", "id", "1"))))).isEqualTo("“明细”中没有“id”这一栏，请刷新页面后重新填写。");
		assertThat(refused(form(ROWS), answer("rows", "一行"))).isEqualTo("“明细”的格式不对，请刷新页面后重新填写。");
		List<Object> mixed = new ArrayList<>(List.of(Map.of("name", "甲"), "乙"));
		assertThat(refused(form(ROWS), answer("rows", mixed))).isEqualTo("“明细”的格式不对，请刷新页面后重新填写。");
	}

	@Test
	void aConditionInARowSeesItsOwnRow() {
		assertThat(refused(form(ROWS), answer("rows", List.of(Map.of("name", "甲"), Map.of("name", "别的"))))).isEqualTo("“明细”第 2 行：请填写“原因”。");
	}

	@Test
	void whatIsHiddenIsNeitherAskedForNorTaken() {
		JsonNode form = form(KIND,
				"{'type':'textfield','key':'reason','label':'理由','conditional':{'hide':'=kind = \\'a\\''},'validate':{'required':true}}");
		assertThat(taken(form, answer("kind", "a", "reason", "不该在")).value("reason")).as("typed before it was hidden").isNull();
		assertThat(refused(form, answer("kind", "b"))).isEqualTo("请填写“理由”。");
		assertThat(taken(form, answer("kind", "b", "reason", "应当")).text("reason")).isEqualTo("应当");
	}

	@Test
	void aConditionThatCannotBeEvaluatedHidesNothing() {
		assertThat(refused(form("{'type':'textfield','key':'reason','label':'理由','conditional':{'hide':'=((('},'validate':{'required':true}}"),
				answer()))
				.isEqualTo("请填写“理由”。");
	}

	/** All conditions of a form are asked at once; a broken one is no reason to leave the others out. */
	@Test
	void besideABrokenConditionTheOthersHold() {
		JsonNode form = form(KIND, "{'type':'textfield','key':'broken','label':'坏的','conditional':{'hide':'=((('}}",
				"{'type':'textfield','key':'comma','label':'一分为二','conditional':{'hide':'=true), (false'}}",
				"{'type':'textfield','key':'reason','label':'理由','conditional':{'hide':'=kind = \\'a\\''},'validate':{'required':true}}");
		Answer taken = taken(form, answer("kind", "a", "reason", "不该在", "broken", "在", "comma", "在"));
		assertThat(taken.value("reason")).isNull();
		assertThat(taken.text("broken")).isEqualTo("在");
		assertThat(taken.text("comma")).isEqualTo("在");
	}

	@Test
	void aGroupHidesAllThatIsInIt() {
		String group = "{'type':'group','conditional':{'hide':'=kind = \\'a\\''},'components':["
				+ "{'type':'text','text':'说明'},{'type':'textfield','key':'reason','label':'理由','validate':{'required':true}}]}";
		assertThat(taken(form(KIND, group), answer("kind", "a", "reason", "不该在")).value("reason")).isNull();
		assertThat(refused(form(KIND, group), answer("kind", "b"))).isEqualTo("请填写“理由”。");
	}

	@Test
	void whatOnlyShowsIsNoField() {
		assertThat(taken(form("{'type':'text','text':'说明'}", "{'type':'separator'}", "{'type':'table','key':'view'}"), answer()).keys()).isEmpty();
	}

	@Test
	void aDisabledFieldIsKnownAndNotChecked() {
		JsonNode form = form("{'type':'textfield','key':'number','label':'文号','disabled':true,'validate':{'required':true}}");
		assertThat(taken(form, answer("number", "一".repeat(5000))).text("number")).hasSize(5000);
		assertThat(taken(form, answer()).text("number")).isNull();
	}

	@Test
	void aFieldWithoutALabelIsCalledByItsKey() {
		assertThat(refused(form("{'type':'textfield','key':'note','validate':{'required':true}}"), answer())).isEqualTo("请填写“note”。");
	}

	@Test
	void aKindOfFieldThatTheServerDoesNotKnowEndsTheTask() {
		JsonNode form = form("{'type':'filepicker','key':'file','label':'文件'}");
		assertThatIllegalStateException().isThrownBy(() -> taken(form, answer("file", "x"))).withMessageContaining("filepicker");
	}

	private static final String DECISIVE = "{'type':'radio','key':'lawful','label':'合法','properties':{'decisive':'true'},"
			+ "'values':[{'label':'是','value':'yes'},{'label':'否','value':'no'}]},"
			+ "{'type':'group','components':[{'type':'number','key':'risks','label':'风险','properties':{'decisive':'true'}}]},"
			+ "{'type':'checkbox','key':'urgent','label':'急','properties':{'decisive':'true'},'conditional':{'hide':'=lawful = \\'no\\''}},"
			+ "{'type':'textfield','key':'why','label':'理由'}";

	private Map<String, Object> decided(Object... pairs) {
		return rules.decisive(form(DECISIVE), taken(form(DECISIVE), answer(pairs)));
	}

	@Test
	void whatAFormMarksIsThereForTheGatewayInItsTypeAndNothingElse() {
		assertThat(decided("lawful", "yes", "risks", 3, "urgent", true, "why", "法条"))
				.isEqualTo(answer("lawful", "yes", "risks", 3L, "urgent", true));
		assertThat(decided("risks", 2.50)).isEqualTo(answer("lawful", null, "risks", 2.5, "urgent", false));
	}

	@Test
	void whatIsHiddenOrLeftOpenDecidesNothingButIsThere() {
		assertThat(decided("lawful", "no", "urgent", true)).isEqualTo(answer("lawful", "no", "risks", null, "urgent", false));
	}

	@Test
	void aListHasNoMoreRowsThanItsFormAllows() {
		JsonNode two = form("{'type':'dynamiclist','path':'rows','label':'明细','properties':{'maxRows':'2'},'components':["
				+ "{'type':'textfield','key':'name','label':'名称'}]}");
		assertThat(taken(two, answer("rows", List.of(Map.of("name", "甲"), Map.of("name", "乙")))).rows("rows")).hasSize(2);
		assertThat(refused(two, answer("rows", List.of(Map.of("name", "甲"), Map.of("name", "乙"), Map.of("name", "丙")))))
				.isEqualTo("“明细”最多 2 行，现有 3 行，请合并或删减后再提交。");
	}

	@Test
	void aValueIsCheckedAsTheFieldOfItsKeyWhereverThatStands() {
		JsonNode form = form(KIND, "{'type':'group','components':[{'type':'dynamiclist','path':'rows','components':[" + TEXT + "]}]}");
		rules.checkField(form, "title", "改造");
		assertThat(catchThrowable(() -> rules.checkField(form, "title", "改造派出所等"))).isInstanceOf(Refusal.class)
				.hasMessage("“标题”最多 5 字，现有 6 字，请精简后再提交。");
		assertThat(catchThrowable(() -> rules.checkField(form, "title", null))).isInstanceOf(Refusal.class).hasMessage("请填写“标题”。");
		assertThatIllegalStateException().isThrownBy(() -> rules.checkField(form, "reason", "理由")).withMessageContaining("reason");
	}

	/** The form's order, its labels, and of what was chosen what it was called; nothing that the form hides, only shows or that is empty. */
	@Test
	void whatWasFilledInIsToldInTheFormsOrderAndWords() {
		JsonNode form = form("{'type':'text','text':'说明'}", "{'type':'group','components':[" + KIND + "]}",
				"{'type':'textfield','key':'shown','label':'只读','disabled':true}", UNITS,
				"{'type':'textfield','key':'reason','label':'理由','conditional':{'hide':'=kind = \\'b\\''}}",
				"{'type':'checkbox','key':'sure','label':'确认'}", "{'type':'checkbox','key':'unsure','label':'存疑'}",
				"{'type':'taglist','key':'none','label':'无','valuesExpression':'=view.units'}",
				ROWS);
		List<Value> given = rules.given(form, Map.of("units", List.of(Map.of("label", "公安局", "value", "unit-gongan"), "unit-fagai")),
				Answer.of(answer("kind", "b", "shown", "不该在", "units", List.of("unit-gongan", "unit-fagai"), "reason", "不该在", "sure", true, "unsure",
						false, "none", List.of(), "rows", List.of(Map.of("name", "甲"), Map.of("name", "别的", "why", "另有")))));
		assertThat(given).extracting(Value::label, Value::shown).containsExactly(tuple("类型", "乙"), tuple("单位", "公安局、unit-fagai"), tuple("确认", "是"),
				tuple("存疑", "否"), tuple("名称", "甲"), tuple("名称", "别的"), tuple("原因", "另有"));
		assertThat(given).extracting(Value::field, Value::listField, Value::listLabel, Value::listRow).contains(tuple("kind", null, null, null),
				tuple("why", "rows", "明细", 2));
	}
}
