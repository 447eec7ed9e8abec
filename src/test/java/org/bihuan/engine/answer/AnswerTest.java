package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Point;
import org.bihuan.terms.ReplyClass;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client sends becomes plain values, whichever way it sends them; and the answer at hand is that of the act under way. */
class AnswerTest {

	private static Answer of(String key, Object value) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put(key, value);
		return Answer.of(answer);
	}

	@AfterEach
	void nobodyIsAnswering() {
		assertThat(Answers.current()).isNull();
	}

	@Test
	void nothingIsAnEmptyAnswer() {
		assertThat(Answer.of(null).keys()).isEmpty();
	}

	@Test
	void textIsTrimmedAndBlankTextIsNone() {
		assertThat(of("note", " 已办 ").text("note")).isEqualTo("已办");
		assertThat(of("note", " \t").value("note")).isNull();
		assertThat(of("note", "已办").text("other")).isNull();
		assertThat(of("number", 12).text("number")).isEqualTo("12");
	}

	@Test
	void typedValuesArePlain() {
		VariableMap typed = Variables.createVariables().putValueTyped("title", Variables.stringValue("改造")).putValueTyped("blank",
				Variables.stringValue(" "));
		JsonValue json = SpinValues.jsonValue("[{\"name\":\"甲\",\"units\":[\"unit-gongan\"]}]").create();
		typed.putValueTyped("rows", json);
		Answer answer = Answer.of(typed);
		assertThat(answer.text("title")).isEqualTo("改造");
		assertThat(answer.value("blank")).isNull();
		assertThat(answer.rows("rows")).singleElement().satisfies(row -> {
			assertThat(row.text("name")).isEqualTo("甲");
			assertThat(row.list("units")).containsExactly("unit-gongan");
		});
	}

	@Test
	void jsonThatIsNoneIsRefusedByTheNameOfItsField() {
		VariableMap broken = Variables.createVariables().putValueTyped("rows", SpinValues.jsonValue("[").create());
		assertThat(catchThrowable(() -> Answer.of(broken))).isInstanceOf(Refusal.class).hasMessage("“rows”的内容无法读取，请重新填写后提交。");
	}

	@Test
	void yesIsATickOrTheOptionOfThatName() {
		assertThat(of("sure", true).yes("sure")).isTrue();
		assertThat(of("sure", "yes").yes("sure")).isTrue();
		assertThat(of("sure", false).yes("sure")).isFalse();
		assertThat(of("sure", "no").yes("sure")).isFalse();
		assertThat(of("sure", null).yes("sure")).isFalse();
	}

	@Test
	void aDayIsReadOrRefused() {
		assertThat(of("day", "2026-11-24").date("day")).hasToString("2026-11-24");
		assertThat(of("day", null).date("day")).isNull();
		assertThat(catchThrowable(() -> of("day", "昨天").date("day"))).isInstanceOf(Refusal.class).hasMessage("“昨天”不是日期，请写成 2026-11-24 的样子。");
	}

	@Test
	void aNumberIsWhole() {
		assertThat(of("days", 3L).number("days")).isEqualTo(3);
		assertThat(of("days", null).number("days")).isNull();
	}

	@Test
	void listsAndRowsAreEmptyWhereNothingWasChosen() {
		assertThat(of("units", List.of("a", 2)).list("units")).containsExactly("a", "2");
		assertThat(of("units", null).list("units")).isEmpty();
		assertThat(of("rows", null).rows("rows")).isEmpty();
	}

	@Test
	void itsKeysAreACopy() {
		Answer answer = of("note", "已办");
		answer.keys().clear();
		assertThat(answer.keys()).containsExactly("note");
	}

	@Test
	void whatIsHiddenIsLeftOutOfACopy() {
		Answer answer = Answer.of(Map.of("kind", "a", "reason", "不该在"));
		assertThat(answer.without(Set.of("reason")).asMap()).containsExactly(Map.entry("kind", "a"));
		assertThat(answer.text("reason")).as("the answer itself").isEqualTo("不该在");
	}

	@Test
	void theAnswerAtHandIsThatOfTheActUnderWay() {
		Answer outer = of("note", "外");
		Answer inner = of("note", "内");
		String seen = Answers.during(outer, () -> {
			String within = Answers.during(inner, () -> Answers.current().text("note"));
			return within + Answers.current().text("note");
		});
		assertThat(seen).isEqualTo("内外");
	}

	@Test
	void anActThatFailsLeavesNoAnswerBehind() {
		assertThat(catchThrowable(() -> Answers.during(of("note", "x"), () -> {
			throw new IllegalStateException("failed");
		}))).hasMessage("failed");
		assertThat(Answers.current()).isNull();
	}

	@Test
	void aWordOfTheHouseIsFoundByItsCode() {
		assertThat(of("class", "B").term("class", ReplyClass.class)).isEqualTo(ReplyClass.B);
		assertThat(of("class", null).term("class", ReplyClass.class)).isNull();
		assertThat(catchThrowable(() -> of("class", "E").term("class", ReplyClass.class))).isInstanceOf(Refusal.class)
				.hasMessage("系统不认识选项“E”，请告诉流程分析员：表单里的选项与系统不一致。");
	}

	@Test
	void eachSuggestionHasItsOneRowInTheSuggestionsOrder() {
		List<Suggestion> asked = List.of(new Suggestion("s1", "o", 1, "改造"), new Suggestion("s2", "o", 2, "增派"));
		Map<String, Object> first = Map.of("suggestion", "s1", "reply", "已改造");
		Map<String, Object> second = Map.of("suggestion", "s2", "reply", "已增派");
		assertThat(of("rows", List.of(second, first)).points("rows", "reply", asked, seq -> "请答复建议 " + seq + "。"))
				.containsExactly(new Point("s1", 1, "已改造"), new Point("s2", 2, "已增派"));
		assertThat(catchThrowable(() -> of("rows", List.of(first)).points("rows", "reply", asked, seq -> "请答复建议 " + seq + "。")))
				.isInstanceOf(Refusal.class).hasMessage("请答复建议 2。");
		assertThat(catchThrowable(() -> of("rows", List.of(first, second, first)).points("rows", "reply", asked, seq -> "请答复建议 " + seq + "。")))
				.isInstanceOf(Refusal.class).hasMessage("请答复建议 1。");
	}
}
