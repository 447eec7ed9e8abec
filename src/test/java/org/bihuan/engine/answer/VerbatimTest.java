package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.ledger.GivenAnswers.Value;
import org.junit.jupiter.api.Test;

/** What Markdown would swallow is seen on the form of whoever signs. */
class VerbatimTest {

	@Test
	void starsTagsAndCommentsAreSeen() {
		assertThat(Verbatim.of("同意。<!-- 但资金不予保障 --> 共3*5处")).isEqualTo("同意。&lt;\\!\\-\\- 但资金不予保障 \\-\\-&gt; 共3\\*5处");
		assertThat(Verbatim.of("**粗** <b>x</b> {{内容}} _下_ |a|")).isEqualTo(
				"\\*\\*粗\\*\\* &lt;b&gt;x&lt;/b&gt; \\{\\{内容\\}\\} \\_下\\_ \\|a\\|");
	}

	@Test
	void linesStayLinesAndNothingBecomesAHeadingOrAList() {
		assertThat(Verbatim.of("1. 一\n# 二\n\n    三")).isEqualTo("1\\. 一  \n\\# 二  \n&nbsp;  \n&nbsp;&nbsp;&nbsp;&nbsp;三");
		assertThat(Verbatim.of((String) null)).isEmpty();
	}

	@Test
	void anAnswerIsShownFieldByField() {
		assertThat(Verbatim.of(List.of(new Value("replies", "逐条答复", 1, "reply", "答复", "textarea", "\"已办\"", "已办"),
				new Value(null, null, null, "phone", "联系电话", "textfield", "\"1-2\"", "1-2"))))
				.isEqualTo("**逐条答复 第 1 行：答复**  \n已办\n\n**联系电话**  \n1\\-2");
		assertThat(Verbatim.drafted(List.of(), "旧*稿")).as("of a former version").isEqualTo("旧\\*稿");
	}
}
