package org.bihuan.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What Markdown would swallow is seen on the form of whoever signs. */
class MarkdownTest {

	@Test
	void starsTagsAndCommentsAreSeen() {
		assertThat(Markdown.literal("同意。<!-- 但资金不予保障 --> 共3*5处").source()).isEqualTo("同意。&lt;\\!\\-\\- 但资金不予保障 \\-\\-&gt; 共3\\*5处");
		assertThat(Markdown.literal("**粗** <b>x</b> {{内容}} _下_ |a|").source()).isEqualTo(
				"\\*\\*粗\\*\\* &lt;b&gt;x&lt;/b&gt; \\{\\{内容\\}\\} \\_下\\_ \\|a\\|");
	}

	@Test
	void linesStayLinesAndNothingBecomesAHeadingOrAList() {
		assertThat(Markdown.literal("1. 一\n# 二\n\n    三").source()).isEqualTo("1\\. 一  \n\\# 二  \n&nbsp;  \n&nbsp;&nbsp;&nbsp;&nbsp;三");
		assertThat(Markdown.literal(null).source()).isEmpty();
	}

	@Test
	void aParagraphsIndentStaysAsWideAsItWas() {
		assertThat(Markdown.literal("　　一\n\t二").source()).isEqualTo("&#12288;&#12288;一  \n&nbsp;&nbsp;&nbsp;&nbsp;二");
	}

	@Test
	void ourOwnWordsStandAroundWhatOthersWrote() {
		assertThat(Markdown.of("- **%s**：%s", "财政局", "*已*列入 50% 计划").source()).isEqualTo("- **财政局**：\\*已\\*列入 50% 计划");
		assertThat(Markdown.of("%s。", Markdown.of("**%s**", "粗")).source()).as("what is Markdown stays so").isEqualTo("**粗**。");
		assertThat(Markdown.paragraphs(List.of(Markdown.literal("一"), Markdown.literal("二"))).source()).isEqualTo("一\n\n二");
		assertThat(Markdown.lines(List.of(Markdown.literal("一"), Markdown.literal("二"))).source()).isEqualTo("一\n二");
	}
}
