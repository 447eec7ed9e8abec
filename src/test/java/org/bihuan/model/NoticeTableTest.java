package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each edit of 告知安排 that would tell nobody, or break the rule, is refused in Chinese with the row; what an analyst may well want is not. */
class NoticeTableTest {

	private static String table() throws IOException {
		return Files.readString(Path.of("processes", "notices.dmn"));
	}

	/** The table with one text, which is there once, replaced by another. */
	private static String edited(String from, String to) throws IOException {
		assertThat(table().split(java.util.regex.Pattern.quote(from), -1)).as(from).hasSize(2);
		return table().replace(from, to);
	}

	/** The table without the row of this id. */
	private static String without(String... rows) throws IOException {
		String table = table();
		for (String row : rows) {
			String less = table.replaceFirst("\\s*<rule id=\"" + row + "\">.*</rule>", "");
			assertThat(less).as(row).isNotEqualTo(table);
			table = less;
		}
		return table;
	}

	private static String row(String occasion, String level, String to, String channel) {
		return "<rule id=\"DecisionRule_1\"><description>分析员加的</description><inputEntry id=\"UnaryTests_1\"><text>" + occasion
				+ "</text></inputEntry><inputEntry id=\"UnaryTests_2\"><text>" + level + "</text></inputEntry><outputEntry id=\"Literal_1\"><text>"
				+ to
				+ "</text></outputEntry><outputEntry id=\"Literal_2\"><text>" + channel + "</text></outputEntry></rule>";
	}

	/** The table with one row more at its end. */
	private static String with(String occasion, String level, String to, String channel) throws IOException {
		return edited("    </decisionTable>", row(occasion, level, to, channel) + "\n    </decisionTable>");
	}

	private static List<String> wrong(String table) {
		return NoticeTable.wrong("notices.dmn", table.getBytes(StandardCharsets.UTF_8)).stream().map(Problem::sentence).toList();
	}

	@Test
	void asItIsShippedNothingIsWrong() throws IOException {
		assertThat(wrong(table())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			value = { "\"overdue\",'',\"unit-caizheng\",\"mail\"", "\"overdue\",'',\"deputy-chair\",\"list\"",
					"\"overdue\",'>= 2',\"chair\",\"mail\"",
					"'\"overdue\",\"redo-due\"','[1..3]',\"responsible-leader\",\"mail\"", "\"closed\",'',\"committee-wenshi\",\"list\"",
					"\"closed\",'',\"account:weiyuan8\",\"list\"", "\"task-overdue\",'',\"holder\",\"list\"",
					"'not(\"overdue-sheet\")',3,\"account:fenxi1\",\"list\"", "-,-,\"chair\",\"list\"",
					"\"overdue\",'','if level > 1 then \"chair\" else \"deputy-chair\"',\"mail\"" })
	void onePartyMoreIsNoFault(String occasion, String level, String to, String channel) throws IOException {
		assertThat(wrong(with(occasion, level, to.replace(">", "&gt;"), channel))).isEmpty();
	}

	@Test
	void aRowThatNoRuleAsksForMayGo() throws IOException {
		assertThat(wrong(without("rule_overdue_lead-unit", "rule_replied_three-offices"))).isEmpty();
	}

	@Test
	void theThreeOfficesByThemselvesAreTheThreeOffices() throws IOException {
		String apart = without("rule_implemented_three-offices").replace("    </decisionTable>",
				row("\"implemented\"", "", "\"party-office\"", "\"mail\"")
						+ row("\"implemented\"", "", "\"gov-office\"", "\"mail\"").replace("_1\"", "_3\"")
								.replace("_2\"", "_4\"")
						+ row("\"implemented\"", "", "\"cppcc-office\"", "\"list\"").replace("_1\"", "_5\"").replace("_2\"", "_6\"")
						+ "</decisionTable>");
		assertThat(wrong(apart)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"overdu\"|''|\"chair\"|\"mail\"|第 62 行的事由“overdu”不存在。可以写：submitted（已报送）、",
					"\"period-ends\"|''|\"chair\"|\"mail\"|第 62 行的事由“period-ends”不归这张表：期限前后催办谁，在“催办安排”（reminder-schedule.dmn）里写。",
					"overdue|''|\"chair\"|\"mail\"|第 62 行的事由 overdue 看不懂。请写成加英文引号的一个词",
					"\"overdue\"|''|\"depty-chair\"|\"mail\"|第 62 行告知的“depty-chair”不认识。可以写：lead-unit（主办单位）、",
					"\"overdue\"|''|\"weiyuan1\"|\"mail\"|第 62 行告知的“weiyuan1”不认识。",
					"\"overdue\"|''|chair|\"mail\"|第 62 行没有写明告知谁。",
					"\"overdue\"|''|''|\"mail\"|第 62 行没有写明告知谁。",
					"\"overdue\"|''|\"chair\"|\"fax\"|第 62 行的方式“fax”不认识。可以写：list（系统通知）、mail（系统通知和邮件）。",
					"\"overdue\"|''|\"chair\"|''|第 62 行的方式空着。可以写：",
					"\"submitted\"|''|\"lead-unit\"|\"mail\"|第 62 行：“已报送”（submitted）没有“主办单位”（lead-unit），告知不到任何人。",
					"\"overdue-sheet\"|''|\"members\"|\"mail\"|第 62 行：“逾期清单”（overdue-sheet）没有“参与委员”（members），告知不到任何人。",
					"\"overdue\"|''|\"superior\"|\"mail\"|第 62 行：“答复期限已过”（overdue）没有“上级”（superior），告知不到任何人。",
					"\"overdue\"|7|\"chair\"|\"mail\"|第 62 行永远用不上：没有哪个事由在哪个督办级别",
					"\"overdue\"|''|\"three-offices\"|\"list\"|第 62 行与第 15 行重复：“答复期限已过”（overdue）已经告知“three-offices”。请只留一行。",
					"\"overdue\"|''|\"chair|\"mail\"|第 62 行有一格写得不对，不能计算。文字请加英文引号，",
					"\"overdue\"|>= |\"chair\"|\"mail\"|第 62 行有一格写得不对，不能计算。",
					"\"overdue\"|> 3|\"chair\"|\"mail\"|第 62 行永远用不上",
					"\"overdue\"|''|if level > 2 then \"boss\" else \"chair\"|\"mail\"|第 62 行告知的“boss”不认识。" })
	void aRowThatWouldTellNobodyIsRefusedWithItsNumber(String occasion, String level, String to, String channel, String what) throws IOException {
		assertThat(wrong(with(occasion, level, to, channel))).hasSize(1).first().asString()
				.startsWith("notices.dmn 的“分析员加的”（DecisionRule_1）：" + what).endsWith("。");
	}

	@Test
	void whatHappensIsNotToldToNobody() throws IOException {
		assertThat(wrong(without("rule_verified_members"))).containsExactly("notices.dmn 的“告知安排”（notices）：“已核查销号”（verified）没有告知任何人。请加一行，写明告知谁。");
	}

	@Test
	void ofTheCompletionTheThreeOfficesAreToldWhateverIsEdited() throws IOException {
		String law = "没有告知三办。办法规定，承办单位落实完成要报告区委办、区政府办和区政协办，请加一行：implemented 告知 three-offices。";
		assertThat(wrong(edited("<inputEntry id=\"in_26_0\"><text>\"implemented\"</text>", "<inputEntry id=\"in_26_0\"><text>\"replied\"</text>")))
				.contains("notices.dmn 的“告知安排”（notices）：“报告落实完成”（implemented）" + law);
		assertThat(wrong(
				edited("<outputEntry id=\"out_26_0\"><text>\"three-offices\"</text>", "<outputEntry id=\"out_26_0\"><text>\"party-office\"</text>")))
				.containsExactly("notices.dmn 的“告知安排”（notices）：“报告落实完成”（implemented）" + law);
		assertThat(wrong(edited("<inputEntry id=\"in_26_1\"><text></text>", "<inputEntry id=\"in_26_1\"><text>&lt; 2</text>"))).as("at some levels")
				.containsExactly("notices.dmn 的“告知安排”（notices）：“报告落实完成”（implemented）督办级别为 2 督办单、3 专项督查 时" + law);
	}

	@Test
	void ofALateTaskItsSuperiorIsToldWhateverIsEdited() throws IOException {
		assertThat(wrong(edited("<outputEntry id=\"out_54_0\"><text>\"superior\"</text>", "<outputEntry id=\"out_54_0\"><text>\"holder\"</text>")))
				.containsExactly("notices.dmn 的“告知安排”（notices）：“任务超期”（task-overdue）没有告知上级。任务超期要有上级知道，流程图里每个任务的 superior 靠这一行才有用，"
						+ "请加一行：task-overdue 告知 superior。");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "hitPolicy=\"COLLECT\"|hitPolicy=\"UNIQUE\"|请把左上角的命中策略（Hit policy）改回 COLLECT",
					"hitPolicy=\"COLLECT\"|hitPolicy=\"COLLECT\" aggregation=\"COUNT\"|不要汇总（Aggregation）",
					"<text>occasion</text>|<text>ocasion</text>|没有“事由”一栏。请加一个表达式为 occasion 的输入。",
					"<text>level</text>|<text>replyClass</text>|有一个输入问的是“replyClass”，本系统不提供。",
					"typeRef=\"integer\"|typeRef=\"string\"|输入 level 的类型不对。请选 integer。",
					"name=\"to\" typeRef=\"string\"|name=\"to\" typeRef=\"integer\"|输出 to 的类型不对。请选 string。",
					"name=\"to\"|name=\"whom\"|缺少名为 to 的输出（告知谁）。请把它加回来。",
					"name=\"channel\"|name=\"how\"|多了名为“how”的输出，没有程序会读它。",
					"<decision id=\"notices\"|<decision id=\"notice\"|里面没有 id 为 notices 的决策表“告知安排”。",
					"</definitions>|<definitions>|不是完整的 DMN 文件，请用 Camunda Modeler 打开检查后重新保存。" })
	void aTableThatWouldNotBeReadIsRefused(String from, String to, String what) throws IOException {
		assertThat(wrong(table().replaceFirst(java.util.regex.Pattern.quote(from), to))).isNotEmpty()
				.allSatisfy(one -> assertThat(one).startsWith("notices.dmn")).anySatisfy(one -> assertThat(one).contains(what));
	}

	/** It is asked to be checked, so it may do nothing but answer. */
	@Test
	void aTableThatCouldRunAProgramIsNotAsked() throws IOException {
		assertThat(wrong(edited("<outputEntry id=\"out_26_0\">", "<outputEntry id=\"out_26_0\" expressionLanguage=\"javascript\">")))
				.containsExactly("notices.dmn 的“告知安排”（notices）：用了 FEEL 以外的表达式语言，这张表不用。请把它改回 FEEL。");
	}

	@Test
	void allThatIsWrongIsSaidAtOnce() throws IOException {
		String table = without("rule_verified_members", "rule_task-due_holder").replace("<text>\"superior\"</text>", "<text>\"boss\"</text>");
		assertThat(wrong(table)).hasSize(5).anyMatch(one -> one.contains("verified")).anyMatch(one -> one.contains("task-due"))
				.anyMatch(one -> one.contains("没有告知上级")).anyMatch(one -> one.contains("rule_task-overdue_superior"))
				.anyMatch(one -> one.contains("rule_tracking-overdue_superior"));
	}

	@Test
	void otherFilesAreNotItsMatter() throws IOException {
		assertThat(NoticeTable.wrong("reminder-schedule.dmn", Files.readAllBytes(Path.of("processes", "reminder-schedule.dmn")))).isEmpty();
		assertThat(NoticeTable.wrong("another.dmn", "<definitions id=\"notices\"".getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(NoticeTable.wrong("copied.dmn", without("rule_verified_members").getBytes(StandardCharsets.UTF_8))).as("wherever the table lies")
				.hasSize(1);
	}

	@Test
	void theGroupsAndAccountsThatItNamesAreFound() throws IOException {
		assertThat(NoticeTable.named(table().getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(NoticeTable.named(with("\"overdue\"", "", "\"account:weiyuan8\"", "\"mail\"").getBytes(StandardCharsets.UTF_8)))
				.isEqualTo(Map.of("weiyuan8", Set.of("DecisionRule_1")));
	}
}
