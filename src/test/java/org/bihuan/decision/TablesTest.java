package org.bihuan.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.bihuan.DecisionTables;
import org.bihuan.calendar.Span;
import org.bihuan.calendar.Span.Unit;
import org.bihuan.engine.acting.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst writes into a table, on the table alone. */
class TablesTest {

	private static final String ASK_AGAIN = "。请告诉流程分析员：修改这张表后重新部署。";

	private static ReplyLimits limits(String table, String text) {
		return new ReplyLimits(DecisionTables.tables(Map.of(table, text)), null, null);
	}

	@Test
	void aRowAboveTheDefaultChangesItsOwnCasesAlone() {
		ReplyLimits limits = limits("reply-limit",
				DecisionTables.withRule("reply-limit", List.of("\"consultation\"", "", ""), List.of("6", "\"weeks\"")));
		assertThat(limits.now("consultation", "经济发展", "committee-jingke")).isEqualTo(new Span(6, Unit.WEEKS));
		assertThat(limits.now("research", "经济发展", "committee-jingke")).isEqualTo(Span.months(2));
		assertThat(limits.now(null, null, null)).isEqualTo(Span.months(2));
	}

	@Test
	void aRowMaySpeakOfCategoryAndCommittee() {
		ReplyLimits limits = limits("reply-limit",
				DecisionTables.withRule("reply-limit", List.of("", "\"农业农村\"", "\"committee-jingke\""), List.of("45", "\"days\"")));
		assertThat(limits.now("research", "农业农村", "committee-jingke")).isEqualTo(new Span(45, Unit.DAYS));
		assertThat(limits.now("research", "农业农村", "committee-wenshi")).isEqualTo(Span.months(2));
		assertThat(limits.now("research", null, "committee-jingke")).isEqualTo(Span.months(2));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"\"months\"</text></output|\"fortnights\"</text></output|输出 unit 写的是“fortnights”，系统只认得：months（个月）、weeks（周）、days（天）",
			"\"months\"</text></output|</text></output|输出 unit 写的是“”，系统只认得：months（个月）、weeks（周）、days（天）",
			"<text>2<|<text>0<|输出 number 写的是“0”，系统只认得：1 至", "<text>2<|<text>25<|输出 number 写的是“25”，系统只认得：1 至 24 的整数",
			"<text>2<|<text><|输出 number 写的是" })
	void aPeriodThatNobodyUnderstandsIsRefusedWithTheTablesName(String shipped, String edited, String wrong) {
		ReplyLimits limits = limits("reply-limit", DecisionTables.text("reply-limit").replace(shipped, edited));
		assertThatThrownBy(() -> limits.now("research", null, null)).isInstanceOf(Refusal.class)
				.hasMessageStartingWith("决策表“答复期限”（reply-limit.dmn）").hasMessageContaining(wrong).hasMessageEndingWith(ASK_AGAIN);
	}

	@Test
	void aTableWithoutARowForTheCaseIsNamed() {
		ReplyLimits limits = limits("other-limits", DecisionTables.text("other-limits").replace("<text>\"promise\"</text>", "<text>\"vow\"</text>"));
		assertThatThrownBy(limits::promise).isInstanceOf(Refusal.class)
				.hasMessage("决策表“其他期限”（other-limits.dmn）对 limit=promise 没有一行对得上，应当有且只有一行" + ASK_AGAIN);
	}

	@Test
	void aTableWithTwoRowsForTheCaseIsNamed() {
		ReplyLimits limits = limits("other-limits", DecisionTables.withRule("other-limits", List.of(""), List.of("1", "\"weeks\"")));
		assertThatThrownBy(limits::promise).isInstanceOf(Refusal.class).hasMessageContaining("“其他期限”（other-limits.dmn）")
				.hasMessageContaining("limit=promise").hasMessageEndingWith(ASK_AGAIN);
	}

	@Test
	void anExpressionThatCannotBeComputedIsNamed() {
		ReplyLimits limits = limits("reply-limit", DecisionTables.text("reply-limit").replace("<text>kind</text>", "<text>kind +</text>"));
		assertThatThrownBy(() -> limits.now("research", null, null)).isInstanceOf(Refusal.class)
				.hasMessageContaining("“答复期限”（reply-limit.dmn）").hasMessageContaining("算不出结果").hasMessageEndingWith(ASK_AGAIN);
	}

	@Test
	void everyOtherPeriodIsInItsTable() {
		ReplyLimits limits = limits("other-limits", DecisionTables.text("other-limits"));
		assertThat(List.of(OtherLimit.values())).extracting(limits::other).containsExactly(Span.months(1), Span.months(1), Span.months(1),
				Span.months(3));
	}
}
