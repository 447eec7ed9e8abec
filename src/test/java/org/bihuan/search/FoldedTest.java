package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.search.Snippet.Piece;
import org.junit.jupiter.api.Test;

/** What is the same to a person who looks for it is the same here, and what was found is shown as it was written. */
class FoldedTest {

	private static String folded(String text) {
		return Folded.of(text).text();
	}

	private static String marked(List<Piece> pieces) {
		return String.join("", pieces.stream().map(one -> one.found() ? "[" + one.text() + "]" : one.text()).toList());
	}

	@Test
	void widthAndCaseDoNotMatter() {
		assertThat(folded("ＧＤＰ１２％（试行）")).isEqualTo(folded("gdp12%(试行)"));
		assertThat(folded("ｶﾞ①㎡")).isEqualTo(folded("ガ1m2"));
	}

	@Test
	void traditionalCharactersStayWhatTheyAre() {
		assertThat(folded("協商")).isEqualTo("協商").isNotEqualTo(folded("协商"));
	}

	@Test
	void whatCannotBeSeenAndNoDatabaseKeepsIsLeftOut() {
		assertThat(folded("派\u200B出\uFEFF所\uD800")).isEqualTo("派出所");
		assertThat(folded("派\u0000出　所\n")).isEqualTo("派 出 所 ");
		assertThat(folded("😀改造")).isEqualTo("😀改造");
	}

	@Test
	void wordsAreSeparatedBySpacesOfAnyWidthAndEachIsThereOnce() {
		assertThat(Folded.words("　派出所  经费\tＡＢ ab\u0000")).containsExactly("派出所", "经费", "ab");
		assertThat(Folded.words(" 　\u200B")).isEmpty();
	}

	@Test
	void whatWasFoundIsMarkedAsItWasWritten() {
		assertThat(marked(Snippet.whole("全区ＧＤＰ增长，gdp 总量", List.of("gdp")))).isEqualTo("全区[ＧＤＰ]增长，[gdp] 总量");
		assertThat(marked(Snippet.whole("占地㎡余", List.of("m")))).isEqualTo("占地[㎡]余");
		assertThat(marked(Snippet.whole("改造派出所改造", List.of("造派", "派出所")))).isEqualTo("改[造派出所]改造");
		assertThat(marked(Snippet.whole("<b>改造</b>", List.of("b")))).isEqualTo("<[b]>改造</[b]>");
	}

	@Test
	void aLongTextIsShownAroundWhatWasFoundInIt() {
		String long_ = "甲".repeat(500) + "派出所" + "乙".repeat(500);
		String around = marked(Snippet.around(long_, List.of("派出所")));
		assertThat(around).startsWith("…甲").endsWith("乙…").contains("甲[派出所]乙").hasSizeLessThan(130);
		assertThat(marked(Snippet.around("派出所" + "乙".repeat(10), List.of("派出所")))).isEqualTo("[派出所]" + "乙".repeat(10));
		assertThat(marked(Snippet.around("😀".repeat(300) + "派", List.of("派")))).startsWith("…😀").endsWith("[派]");
	}

	@Test
	void whatCannotBeLookedForIsRefusedWithWhatToDo() {
		assertThat(Sought.of("派出所 经费").list()).containsExactly("派出所", "经费");
		assertThat(Sought.of(" \u0000").refusal()).contains("请写要找的词，几个词用空格隔开，都出现的才算。");
		assertThat(Sought.of("一 二 三 四 五 六").refusal()).contains("最多 5 个词，现在是 6 个。请去掉几个再找。");
		assertThat(Sought.of("长".repeat(101)).refusal()).hasValueSatisfying(why -> assertThat(why).startsWith("要找的字太多，最多 100 个字。"));
	}
}
