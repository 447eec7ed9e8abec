package org.bihuan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** What became of a report from one version to the next, marked where it is. */
class ReportChangesTest {

	private static String between(String before, String now) {
		return Changes.between(before, now).source().replace("<span class=\"bihuan-added\">", "[+").replace("<span class=\"bihuan-removed\">", "[-")
				.replace("</span>", "]");
	}

	@Test
	void onlyTheWordsThatDifferAreMarked() {
		assertThat(between("甲乙丙。应当改造。", "甲乙丙。应当尽快改造。")).isEqualTo("甲乙丙。应当[+尽快]改造。");
		assertThat(between("一。二。三。", "一。三。")).isEqualTo("一。[-二。]三。");
		assertThat(between("一。", "一。二。")).isEqualTo("一。[+二。]");
		assertThat(between("", "新的。")).isEqualTo("[+新的。]");
		assertThat(between("旧的。", "")).isEqualTo("[-旧的。]");
	}

	@Test
	void whatStayedIsToldNoFurtherThanAFewWordsAroundAChange() {
		String long1 = "前".repeat(200) + "。";
		String long2 = "后".repeat(200) + "。";
		assertThat(between(long1 + "改前。" + long2, long1 + "改后。" + long2))
				.isEqualTo("……" + "前".repeat(29) + "。改[-前][+后]。" + "后".repeat(30) + "……");
	}

	@Test
	void whatWasWrittenIsMarkedAsItWasWritten() {
		assertThat(between("*甲*", "*乙*")).isEqualTo("\\*[-甲][+乙]\\*");
		assertThat(between("一。\n二。", "一。\n\n三。")).as("line by line").isEqualTo("一。  \n[-二][+  \n三]。".replace("[+  \n三]", "  \n[+三]"));
	}

	@Test
	void nothingIsSaidWhereNothingChanged() {
		assertThat(between("一。二。", "一。二。")).isEmpty();
	}

	@Test
	void charactersOfTwoHalvesStayWhole() {
		assertThat(between("𠀀。", "𠀁。")).isEqualTo("[-𠀀][+𠀁]。");
	}

	@Test
	void theLongestReportsAreComparedAtOnce() {
		String one = "字。".repeat(10_000);
		assertThatCode(() -> between("始。" + one + "终", "开。" + one.replace('字', '改') + "末")).doesNotThrowAnyException();
	}
}
