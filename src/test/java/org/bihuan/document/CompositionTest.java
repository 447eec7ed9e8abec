package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What follows from the facts of a paper for its layout. */
class CompositionTest {

	@Test
	void aTitleIsBrokenBetweenPhrasesIntoLinesOfAboutOneLength() {
		assertThat(Composition.title("关于交办《基层派出所改造》有关建议的通知")).hasSize(1);
		List<String> lines = Composition.title("关于交办《关于推进基层派出所标准化建设、提升基层社会治理能力的调研报告》有关建议的通知");
		assertThat(lines).allMatch(line -> line.length() <= 20 && line.length() >= 8).noneMatch(line -> line.startsWith("》") || line.endsWith("《"))
				.contains("关于交办《关于推进基层派出所标准化建设、");
		assertThat(String.join("", lines)).contains("调研报告》有关建议的通知");
		assertThat(IntStream.of(1, 10, 11, 20, 99).mapToObj(Composition::chinese)).containsExactly("一", "十", "十一", "二十", "九十九");
	}

	/** A paper that a former version made is made anew with all of its layout when it is corrected. */
	@Test
	void whatWasSaidStaysAsItWasSaid() {
		Map<String, Object> said = new HashMap<>(Map.of("标题", "督办单", "办理要求", "甲\n乙", "协办单位", "无"));
		Map<String, Object> before = new HashMap<>(said);
		assertThat(Composition.of(said)).containsEntry("办理要求", "甲\u2029乙").containsEntry("有协办", false).containsEntry("报告", true);
		assertThat(said).isEqualTo(before);
	}

	@Test
	void whatIsTooLongForOnePageIsShortenedAndSaysSo() {
		List<Map<String, String>> many = IntStream.rangeClosed(1, 40).mapToObj(at -> Map.of("序号", String.valueOf(at), "内容", "改造派出所".repeat(9)))
				.toList();
		String brief = (String) Composition.of(Map.of("标题", "销号单", "建议", many)).get("建议摘要");
		assertThat(brief).startsWith("建议1：改造派出所").contains("等 40 条").endsWith("（摘要，全文见台账）").hasSizeLessThan(160);
		assertThat(Composition.of(Map.of("标题", "销号单", "建议", many.subList(0, 1))).get("建议摘要")).isEqualTo("建议1：" + "改造派出所".repeat(9) + "。");
	}
}
