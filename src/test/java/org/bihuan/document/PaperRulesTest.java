package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.bihuan.model.ModelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Papers as 《党政机关公文处理工作条例》 and GB/T 9704-2012 have them, read in the DOCX that was made. Every check but the one on the page's size failed on
 * the papers of before for one kind at least. Twentieths of a point are how a DOCX measures; 56.7 of them are a millimetre.
 */
class PaperRulesTest {

	private static final double MILLIMETRE = 1440 / 25.4;
	private static final int LINE = 579;
	private static final Pattern NUMBERED = Pattern.compile("([一二三四五六七八九十]+)、.*");
	private static final List<String> FORBIDDEN = List.of("null", "。。", "，。", "：。", "；。", "、。", "{{", "}}", "无。", "未指定", "另行通知", "（由", "请批示", " .",
			"\u2029");

	private static final Templates TEMPLATES = new Templates(ModelSet.packaged().files());

	private static XWPFDocument made(DocumentKind kind, Map<String, Object> facts) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(TEMPLATES.of(kind).render(facts)));
	}

	private static List<XWPFDocument> both(DocumentKind kind) throws IOException {
		return List.of(made(kind, PaperFacts.small()), made(kind, PaperFacts.large()));
	}

	private static List<String> texts(XWPFDocument paper) {
		return paper.getParagraphs().stream().map(XWPFParagraph::getText).toList();
	}

	/** The place of the first paragraph in the body that begins so. */
	private static int at(XWPFDocument paper, String beginning) {
		List<String> texts = texts(paper);
		int at = IntStream.range(0, texts.size()).filter(one -> texts.get(one).strip().startsWith(beginning)).findFirst().orElse(-1);
		assertThat(at).as("“%s” in %s", beginning, texts).isNotNegative();
		return at;
	}

	private static XWPFParagraph paragraph(XWPFDocument paper, String beginning) {
		return paper.getParagraphs().get(at(paper, beginning));
	}

	/** How many lines are left blank above a paragraph; what is lower than a line is a rule. */
	private static long blanksAbove(XWPFDocument paper, int at) {
		List<XWPFParagraph> above = new ArrayList<>(paper.getParagraphs().subList(0, at));
		Collections.reverse(above);
		return above.stream().takeWhile(one -> one.getText().isBlank() && height(one) == LINE).count();
	}

	private static int height(XWPFParagraph paragraph) {
		return ((Number) paragraph.getCTP().getPPr().getSpacing().getLine()).intValue();
	}

	private static List<XWPFParagraph> body(XWPFDocument paper) {
		return paper.getParagraphs().stream().filter(one -> one.getIndentationFirstLine() > 0 && !one.getText().isBlank()).toList();
	}

	private static CTSectPr section(XWPFDocument paper) {
		return paper.getDocument().getBody().getSectPr();
	}

	private static int number(Object of) {
		return ((Number) of).intValue();
	}

	private static String font(XWPFParagraph paragraph) {
		return paragraph.getRuns().get(0).getFontFamily(XWPFRun.FontCharRange.eastAsia);
	}

	private static int size(XWPFParagraph paragraph) {
		return paragraph.getRuns().get(0).getFontSizeAsDouble().intValue();
	}

	@ParameterizedTest
	@EnumSource
	void thePageIsA4WithTheMarginsOfTheStandard(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			var page = section(paper);
			assertThat(number(page.getPgSz().getW()) / MILLIMETRE).isCloseTo(210, within(0.1));
			assertThat(number(page.getPgSz().getH()) / MILLIMETRE).isCloseTo(297, within(0.1));
			assertThat(Stream.of(page.getPgMar().getTop(), page.getPgMar().getBottom(), page.getPgMar().getLeft(), page.getPgMar().getRight())
					.map(margin -> Math.round(number(margin) / MILLIMETRE))).as("天头、地脚、订口、切口").containsExactly(37L, 35L, 28L, 26L);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SUBMISSION", "ASSIGNMENT", "REPLY" })
	void aPageHas22LinesOf28Characters(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			int width = number(section(paper).getPgSz().getW()) - number(section(paper).getPgMar().getLeft())
					- number(section(paper).getPgMar().getRight());
			int height = number(section(paper).getPgSz().getH()) - number(section(paper).getPgMar().getTop())
					- number(section(paper).getPgMar().getBottom());
			for (XWPFParagraph paragraph : body(paper)) {
				assertThat(height / height(paragraph)).as(paragraph.getText()).isEqualTo(22);
				assertThat(size(paragraph)).as(paragraph.getText()).isEqualTo(16);
				assertThat(width / (16 * 20 + paragraph.getRuns().get(0).getCharacterSpacing())).as(paragraph.getText()).isEqualTo(28);
				assertThat(font(paragraph)).isIn("仿宋_GB2312", "黑体", "楷体_GB2312");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SUBMISSION", "ASSIGNMENT" })
	void theHeadIsRedAndTwoLinesAreBlankWhereTheStandardHasTwo(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			XWPFParagraph head = paper.getParagraphs().get(0);
			assertThat(head.getRuns().get(0).getColor()).isEqualTo("E60012");
			assertThat(font(head)).isEqualTo("方正小标宋简体");
			double glyph = head.getSpacingBefore() + (height(head) - size(head) * 20) / 2.0;
			assertThat(glyph / MILLIMETRE).as("发文机关标志上边缘至版心上边缘 35 毫米").isCloseTo(35, within(2.0));
			assertThat(blanksAbove(paper, at(paper, "泰姜协成"))).as("红头与文号之间").isEqualTo(2);
			int title = at(paper, "关于");
			assertThat(blanksAbove(paper, title)).as("红线与标题之间").isEqualTo(2);
			assertThat(size(paper.getParagraphs().get(title))).isEqualTo(22);
			assertThat(blanksAbove(paper, at(paper, "中共"))).as("标题与主送之间").isEqualTo(1);
			assertThat(paper.getParagraphs().get(at(paper, "中共")).getIndentationFirstLine()).as("主送顶格").isLessThanOrEqualTo(0);
		}
	}

	@Test
	void whatGoesUpHasItsNumberAtTheLeftAndItsSignerAtTheRight() throws IOException {
		XWPFParagraph line = paragraph(made(DocumentKind.SUBMISSION, PaperFacts.large()), "泰姜协成");
		assertThat(line.getText()).startsWith("　泰姜协成〔2023〕12号\t").endsWith("签发人：周正阳　");
		assertThat(line.getAlignment()).isIn(ParagraphAlignment.LEFT, ParagraphAlignment.BOTH);
		assertThat(line.getCTP().getPPr().getTabs().getTabArray(0).getVal().toString()).isEqualTo("right");
		assertThat(line.getRuns().stream().filter(run -> run.text().equals("周正阳")).map(run -> run.getFontFamily(XWPFRun.FontCharRange.eastAsia)))
				.containsExactly("楷体_GB2312");
	}

	@Test
	void aReportHoldsNoRequestAndGoesToNoLeaderByName() throws IOException {
		for (XWPFDocument paper : both(DocumentKind.SUBMISSION)) {
			assertThat(Paper.words(paper)).contains("特此报告。", "抄送：泰州市姜堰区人民政府。").doesNotContain("请批", "妥否", "请示", "送：高永年", "高永年");
			assertThat(paragraph(paper, "中共").getText()).isEqualTo("中共泰州市姜堰区委员会：");
		}
	}

	@Test
	void aRequestAsksAndNamesWhoCanBeAsked() throws IOException {
		Map<String, Object> facts = PaperFacts.small();
		facts.put("标题", "关于《基层派出所改造》有关建议的请示");
		XWPFDocument paper = made(DocumentKind.SUBMISSION, facts);
		assertThat(Paper.words(paper)).contains("以上请示妥否，请批复。", "（联系人：张三，联系电话：0523-12345）").doesNotContain("报告");
		assertThat(at(paper, "（联系人")).as("附注在成文日期下一行").isEqualTo(at(paper, "2023年9月11日") + 1);
	}

	@ParameterizedTest
	@EnumSource(names = { "SUBMISSION", "ASSIGNMENT" })
	void theOutcomeIsAttachedOnAPageOfItsOwn(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			int note = at(paper, "附件：《");
			assertThat(blanksAbove(paper, note)).isEqualTo(1);
			assertThat(texts(paper).get(note)).doesNotEndWith("。");
			int attachment = IntStream.range(note, texts(paper).size()).filter(one -> texts(paper).get(one).equals("附件")).findFirst().orElseThrow();
			assertThat(attachment).as("after the date").isGreaterThan(at(paper, "2023年9月11日"));
			XWPFParagraph word = paper.getParagraphs().get(attachment);
			assertThat(word.isPageBreak()).isTrue();
			assertThat(font(word)).isEqualTo("黑体");
			assertThat(texts(paper).get(attachment + 1)).isBlank();
			assertThat(paper.getParagraphs().get(attachment + 2).getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
		}
		assertThat(String.join("", texts(made(kind, PaperFacts.large())))).contains(PaperFacts.PARAGRAPH);
	}

	/** The last table floats at the foot of the page on which it stands. */
	private static XWPFTable imprint(XWPFDocument paper) {
		XWPFTable imprint = paper.getTables().get(paper.getTables().size() - 1);
		var place = imprint.getCTTbl().getTblPr().getTblpPr();
		assertThat(place).as("a table of its own at the foot").isNotNull();
		assertThat(place.getVertAnchor().toString() + " " + place.getTblpYSpec()).isEqualTo("margin bottom");
		List<IBodyElement> elements = paper.getBodyElements();
		assertThat(elements.indexOf(imprint)).as("nothing but its anchor follows").isEqualTo(elements.size() - 2);
		return imprint;
	}

	@ParameterizedTest
	@EnumSource(names = { "SUBMISSION", "ASSIGNMENT", "SUPERVISION", "INSPECTION", "OPINION_REPORT", "REFERENCE" })
	void theImprintStandsAtTheFootBetweenItsRulesWithWhoPrintedItAndWhen(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			XWPFTable imprint = imprint(paper);
			assertThat(imprint.getWidth()).as("as wide as the type area").isEqualTo(8844);
			assertThat(List.of(imprint.getTopBorderSize(), imprint.getInsideHBorderSize(), imprint.getBottomBorderSize())).as("粗、细、粗")
					.containsExactly(8, 6, 8);
			List<XWPFTableRow> rows = imprint.getRows();
			assertThat(rows.get(rows.size() - 1).getCell(0).getText()).endsWith("\t2023年9月11日印发");
			assertThat(rows.stream().limit(rows.size() - 1L).map(row -> row.getCell(0).getText())).isNotEmpty()
					.allMatch(text -> text.matches("(抄送|反映|录用|发送|签发)：.+"));
			assertThat(rows.stream().map(row -> row.getCell(0).getParagraphs().get(0)).map(PaperRulesTest::size)).containsOnly(14);
		}
	}

	@Test
	void theOtherUnitsAreSentACopy() throws IOException {
		assertThat(imprint(made(DocumentKind.ASSIGNMENT, PaperFacts.large())).getText())
				.contains("抄送：泰州市姜堰区财政局、泰州市姜堰区住房和城乡建设局，政协泰州市姜堰区委员会办公室");
		assertThat(imprint(made(DocumentKind.ASSIGNMENT, PaperFacts.small())).getText()).contains("抄送：政协泰州市姜堰区委员会办公室");
	}

	@Test
	void aLetterStandsBetweenTwoDoubleLinesAndHasNoNumberOnItsFirstPage() throws IOException {
		for (XWPFDocument letter : both(DocumentKind.REPLY)) {
			assertThat(section(letter).isSetTitlePg()).isTrue();
			var first = letter.getHeaderFooterPolicy();
			List<XWPFParagraph> head = first.getFirstPageHeader().getParagraphs();
			assertThat(head.get(0).getText()).isEqualTo("泰州市姜堰区公安局");
			assertThat(head.get(0).getRuns().get(0).getColor()).isEqualTo("E60012");
			double above = number(section(letter).getPgMar().getHeader()) + (height(head.get(0)) - size(head.get(0)) * 20) / 2.0;
			assertThat(above / MILLIMETRE).as("上边缘至上页边 30 毫米").isCloseTo(30, within(1.0));
			assertDoubleLine(head.get(1), "thickThinSmallGap");
			XWPFFooter foot = first.getFirstPageFooter();
			assertDoubleLine(foot.getParagraphs().get(0), "thinThickSmallGap");
			assertThat(number(section(letter).getPgMar().getFooter()) / MILLIMETRE).as("距下页边 20 毫米").isCloseTo(20, within(0.5));
			assertThat(foot._getHdrFtr().xmlText()).doesNotContain("PAGE");
			assertThat(Stream.of(first.getDefaultFooter(), first.getEvenPageFooter()).map(one -> one._getHdrFtr().xmlText()))
					.allMatch(xml -> xml.contains("PAGE"));
			assertThat(letter.getParagraphs().get(0).getText()).as("发文字号在右").endsWith("\t泰姜协成〔2023〕12号");
			assertThat(blanksAbove(letter, at(letter, "关于"))).isEqualTo(2);
			XWPFTable copies = imprint(letter);
			assertThat(copies.getText()).startsWith("抄送：").endsWith("。\n").doesNotContain("印发");
			assertThat(copies.getTopBorderType()).as("版记不加分隔线").isNull();
		}
	}

	private static void assertDoubleLine(XWPFParagraph paragraph, String kind) {
		var line = paragraph.getCTP().getPPr().getPBdr().getBottom();
		assertThat(line.getVal().toString()).isEqualTo(kind);
		int width = 8844 - paragraph.getIndentationLeft() - paragraph.getIndentationRight();
		assertThat(width / MILLIMETRE).as("线长 170 毫米").isCloseTo(170, within(0.5));
	}

	@Test
	void aLetterWithOneAnswerIsNotNumberedAndOneWithSeveralIsFromOneOn() throws IOException {
		XWPFDocument one = made(DocumentKind.REPLY, PaperFacts.small());
		assertThat(texts(one)).contains("关于建议3的答复", "已列入改造计划。").noneMatch(text -> text.matches("(3|三|一)[.、].*"));
		assertThat(texts(made(DocumentKind.REPLY, PaperFacts.large())).stream().filter(text -> NUMBERED.matcher(text).matches()))
				.containsExactly("一、关于建议1的答复", "二、关于建议2的答复", "三、关于建议3的答复", "四、关于建议4的答复", "五、办理中的沟通情况");
	}

	@ParameterizedTest
	@EnumSource
	void headingsAreNumberedWithoutGapAndStayWithWhatFollows(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			List<XWPFParagraph> own = paper.getParagraphs().stream().takeWhile(one -> !one.getText().equals("附件"))
					.filter(one -> NUMBERED.matcher(one.getText()).matches()).toList();
			assertThat(own.stream().map(one -> number(NUMBERED, one.getText())))
					.containsExactlyElementsOf(List.of("一", "二", "三", "四", "五").subList(0, own.size()));
			List<XWPFParagraph> headings = body(paper).stream().filter(one -> font(one).equals("黑体")).toList();
			assertThat(headings).allMatch(XWPFParagraph::isKeepNext).extracting(XWPFParagraph::getText)
					.allMatch(text -> text.matches("[一二三四五六七八九十]+、.*|关于建议3的答复"));
		}
	}

	private static String number(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.matches()).isTrue();
		return matcher.group(1);
	}

	@Test
	void headingsThatPeopleWroteLookLikeHeadings() throws IOException {
		XWPFDocument paper = made(DocumentKind.ASSIGNMENT, PaperFacts.large());
		assertThat(Stream.of("一、基本情况", "（一）办公用房").map(text -> paragraph(paper, text)).map(one -> font(one) + one.isKeepNext()))
				.containsExactly("黑体true", "楷体_GB2312true");
	}

	@Test
	void instructionsHaveASentenceBeforeThemAndNoSentenceWithoutThem() throws IOException {
		XWPFDocument with = made(DocumentKind.ASSIGNMENT, PaperFacts.large());
		int lead = at(with, "对该成果，领导同志批示如下：");
		assertThat(texts(with).get(lead + 1)).isEqualTo("高永年同志（2023年9月13日）：请区政府研究，抓好落实。");
		assertThat(with.getParagraphs().get(lead).isKeepNext()).isTrue();
		assertThat(Paper.words(made(DocumentKind.ASSIGNMENT, PaperFacts.small()))).doesNotContain("批示");
	}

	@ParameterizedTest
	@EnumSource
	void secondParagraphsKeepTheirIndent(DocumentKind kind) throws IOException {
		XWPFDocument paper = made(kind, PaperFacts.large());
		Stream<XWPFParagraph> cells = paper.getTables().stream().flatMap(table -> table.getRows().stream())
				.flatMap(row -> row.getTableCells().stream()).flatMap(cell -> cell.getParagraphs().stream());
		assertThat(Stream.concat(paper.getParagraphs().stream(), cells)).as("no line is broken by hand")
				.noneMatch(one -> one.getText().contains("\n"));
		assertThat(body(paper)).allMatch(one -> one.getIndentationFirstLine() == 640);
	}

	@Test
	void whatWasWrittenInParagraphsIsPrintedInParagraphs() throws IOException {
		XWPFDocument notice = made(DocumentKind.ASSIGNMENT, PaperFacts.large());
		assertThat(List.of(paragraph(notice, "请于两个月内书面答复。"), paragraph(notice, "改造方案应明确时间表、路线图。"), paragraph(notice, "请公安局牵头")))
				.allMatch(one -> one.getIndentationFirstLine() == 640);
		assertThat(paragraph(made(DocumentKind.REPLY, PaperFacts.large()), "下一步，").getIndentationFirstLine()).isEqualTo(640);
	}

	@ParameterizedTest
	@EnumSource
	void nothingStandsInAPaperThatNobodyWouldSign(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			assertThat(Paper.words(paper)).doesNotContain(FORBIDDEN);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SUBMISSION", "ASSIGNMENT", "REPLY", "SUPERVISION", "INSPECTION" })
	void theNameStandsOverTheDateWithRoomForTheSeal(DocumentKind kind) throws IOException {
		for (XWPFDocument paper : both(kind)) {
			int date = at(paper, "2023年9月11日");
			XWPFParagraph day = paper.getParagraphs().get(date);
			XWPFParagraph organ = paper.getParagraphs().get(date - 1);
			assertThat(organ.getText()).isEqualTo("泰州市姜堰区公安局");
			assertThat(List.of(organ.getAlignment(), day.getAlignment())).as("以成文日期为准居中").containsOnly(ParagraphAlignment.CENTER);
			assertThat(organ.getIndentationLeft()).isEqualTo(day.getIndentationLeft());
			double chars = (8844 - day.getIndentationLeft() - day.getIndentationRight()) / 2.0 / 320 - 7 / 2.0;
			assertThat(chars).as("成文日期右空四字").isCloseTo(4, within(0.5));
			assertThat(blanksAbove(paper, date - 1)).as("for the seal").isPositive();
			assertThat(organ.isKeepNext()).isTrue();
		}
	}

	@Test
	void theSheetsNameCauseAndLimit() throws IOException {
		assertThat(Paper.words(made(DocumentKind.INSPECTION, PaperFacts.large()))).contains("督查事由\t经回头看核查，落实不到位：专委会：两处尚未完工。", "整改期限\t2024年1月20日前");
		assertThat(Paper.words(made(DocumentKind.SUPERVISION, PaperFacts.large()))).contains("完成期限\t2024年1月20日前");
	}

	/** What a paragraph takes in a column, in twentieths of a point: its text in full characters, which is more than it takes. */
	private static int taken(XWPFParagraph paragraph, int width) {
		int characters = paragraph.getRuns().isEmpty() ? 0 : paragraph.getText().length() * size(paragraph) * 20;
		return paragraph.getSpacingBefore() + height(paragraph) * Math.max(1, (characters + width - 1) / width);
	}

	private static int taken(XWPFTableRow row) {
		return Math.max(row.getHeight(), row.getTableCells().stream().mapToInt(PaperRulesTest::taken).max().orElseThrow());
	}

	private static int taken(XWPFTableCell cell) {
		return cell.getParagraphs().stream().mapToInt(one -> taken(one, cell.getWidth() - 170)).sum();
	}

	@Test
	void aClosingIsOnePageHoweverMuchWasWritten() throws IOException {
		for (XWPFDocument paper : both(DocumentKind.CLOSING)) {
			int paragraphs = paper.getParagraphs().stream().mapToInt(one -> taken(one, 8844)).sum();
			int table = paper.getTables().get(0).getRows().stream().mapToInt(PaperRulesTest::taken).sum();
			assertThat(paragraphs + table).as(texts(paper).toString()).isLessThan(16838 - 2098 - 1984);
		}
		assertThat(Paper.words(made(DocumentKind.CLOSING, PaperFacts.large()))).contains("建议4：", "建议4：", "（摘要，全文见台账）", "签字：宋长江", "签字：郑守正");
	}
}
