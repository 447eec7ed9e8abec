package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * The attachments and the papers of a case belong to it, as long as it is kept: on the former version an attachment was found on open tasks
 * alone, and a case of nine papers was printed in nine turns.
 */
@Tag("wide")
class CasePapersTest extends CycleTest {

	private Http at(String user) {
		return Http.session(port, user, "tasklist");
	}

	private String page(String user) {
		return at(user).get("/outcomes/" + outcomeId).body();
	}

	private String attachments(String user) {
		String page = page(user);
		return page.substring(page.indexOf("<h2 id=\"attachments\""), page.indexOf("<h2 id=\"timeline\""));
	}

	private void upload(String user, String key, String name) {
		assertThat(at(user).upload("/attachments?task=" + task(key).getId(), name, Scans.png()).status()).isEqualTo(200);
	}

	private XWPFDocument papers(String user) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(at(user).download("/outcomes/" + outcomeId + "/papers.docx").body()));
	}

	/** Every section but the last one, which the body itself has. */
	private static List<CTSectPr> sections(XWPFDocument document) {
		return document.getBodyElements().stream().filter(XWPFParagraph.class::isInstance).map(XWPFParagraph.class::cast)
				.filter(one -> one.getCTP().getPPr() != null && one.getCTP().getPPr().isSetSectPr()).map(one -> one.getCTP().getPPr().getSectPr())
				.toList();
	}

	private static String text(XWPFDocument document) {
		return document.getBodyElements().stream().map(CasePapersTest::text).collect(Collectors.joining("\n"));
	}

	private static String text(IBodyElement one) {
		return one instanceof XWPFParagraph paragraph ? paragraph.getText()
				: ((org.apache.poi.xwpf.usermodel.XWPFTable) one).getText();
	}

	@Test
	void attachmentsStandOnThePageWithTheirStepAndOutliveTheCase() {
		startUpTo("task_planResearch");
		upload("chengxiang1", "task_planResearch", "调研方案.png");
		assertThat(attachments("zhengxie1")).as("its task is open").contains("调研方案.png", "制定调研方案", "宋长江", "2023-09-11 09:00");
		upTo("task_draftReply");
		upload("gongan1", "task_draftReply", "现场照片.png");
		toTheEnd();
		String shown = attachments("zhengxie1");
		assertThat(shown).contains("调研方案.png", "制定调研方案", "现场照片.png", "拟定答复", "公安局承办人", outcomeId + "-1", "href=\"/attachments/");
		assertThat(shown).as("what the walk uploaded where it had to").contains("给答复用印", "专委会回头看");
	}

	@Test
	void whoReadsTheStepReadsItsAttachmentAndNobodyElse() {
		startUpTo("task_planResearch");
		upload("chengxiang1", "task_planResearch", "调研方案.png");
		upTo("task_draftReply");
		upload("gongan1", "task_draftReply", "现场照片.png");
		assertThat(attachments("gongan2")).contains("现场照片.png").doesNotContain("调研方案.png");
		assertThat(attachments("weiyuan1")).as("took part").contains("现场照片.png", "调研方案.png");
		for (String reader : List.of("zhengxie1", "gongan2", "weiyuan1", "dukao1")) {
			List<String> offered = java.util.regex.Pattern.compile("href=\"(/attachments/\\d+)\"").matcher(attachments(reader)).results()
					.map(one -> one.group(1)).toList();
			List<String> given = jdbc.sql("select id from attachment where outcome_id = ? order by id").param(outcomeId).query(String.class).list()
					.stream().map(id -> "/attachments/" + id).filter(path -> at(reader).download(path).statusCode() == 200).toList();
			assertThat(offered).as("%s is offered what is given to him, and all of it", reader).isEqualTo(given);
		}
	}

	@Test
	void whatWasWithdrawnIsToldAndNotOffered() {
		startUpTo("task_planResearch");
		upload("chengxiang1", "task_planResearch", "传错了.png");
		String id = jdbc.sql("select id from attachment where outcome_id = ?").param(outcomeId).query(String.class).single();
		at("chengxiang1").post("/attachments/" + id + "/withdrawal?reason=%E4%BC%A0%E9%94%99", java.util.Map.of());
		assertThat(attachments("zhengxie1")).contains("<s>传错了.png</s>", "已撤回：传错").doesNotContain("href=\"/attachments/");
	}

	/** On the former version it lay beside the issued one as if it were another, and was printed with it. */
	@Test
	void theScanOfALetterThatWentBackIsMarkedAndNotPrinted() throws IOException {
		startUpTo("task_sealReply");
		upload("gongan1", "task_sealReply", "有差错的.png");
		int withWhatIsNotYetSealed = pagesOfScans();
		answer("task_sealReply", java.util.Map.of("sealing", "faulty", "reason", "联系电话写错了"));
		assertThat(attachments("zhengxie1")).contains("有差错的.png", "退回或收回的答复函，未印发，作废");
		int before = pagesOfScans();
		assertThat(before).as("what went back is no longer printed").isEqualTo(withWhatIsNotYetSealed - 1);
		upTo("task_sealReply");
		assertThat(at("gongan1").get("/attachments?task=" + task("task_sealReply").getId()).body()).contains("附件（未印发，作废）");
		upload("gongan1", "task_sealReply", "印发的.png");
		answer("task_sealReply");
		assertThat(pagesOfScans()).as("what was issued, with the plain walk's own").isEqualTo(before + 2);
		try (XWPFDocument batch = papers("zhengxie1")) {
			assertThat(text(batch)).containsPattern("有差错的\\.png\\s.*作废，未印发").containsPattern("印发的\\.png\\s.*扫描件合订本");
		}
	}

	private int pagesOfScans() throws IOException {
		try (PDDocument scans = Loader.loadPDF(at("zhengxie1").download("/outcomes/" + outcomeId + "/scans.pdf").body())) {
			return scans.getNumberOfPages();
		}
	}

	@Test
	void allPapersAreOneFileEachOnItsOwnPageInItsOwnFormat() throws IOException {
		startUpTo("task_signReceipt");
		toTheEnd();
		List<String> numbers = jdbc.sql("select number from document where outcome_id = ? order by id").param(outcomeId).query(String.class).list();
		assertThat(numbers).hasSizeGreaterThanOrEqualTo(4);
		try (XWPFDocument batch = papers("zhengxie1")) {
			String text = text(batch);
			String behind = text.substring(text.indexOf("扫描件合订本"));
			assertThat(text).contains("文书目录").containsSubsequence(numbers);
			assertThat(behind).as("each after the contents, in the order in which it was issued").containsSubsequence(numbers);
			List<CTSectPr> sections = sections(batch);
			assertThat(sections).as("the contents and every paper but the last end a section").hasSize(numbers.size());
			assertThat(batch.getDocument().getBody().isSetSectPr()).isTrue();
			sections.forEach(one -> {
				assertThat(one.getPgNumType().getStart()).as("numbered from 1").isEqualTo(java.math.BigInteger.ONE);
				assertThat(one.sizeOfFooterReferenceArray()).as("takes no foot over from the paper before").isEqualTo(3);
				assertThat(one.sizeOfHeaderReferenceArray()).isEqualTo(3);
			});
			assertThat(sections.get(1).getPgMar().getTop()).as("the margins of a paper of ours").isEqualTo(java.math.BigInteger.valueOf(2098));
			assertThat(sections.get(0).getPgMar().getTop()).as("those of the contents").isNotEqualTo(sections.get(1).getPgMar().getTop());
		}
	}

	@Test
	void whoMayNotReadAPaperDoesNotGetItInTheBatch() throws IOException {
		startUpTo("task_draftReply");
		String submission = outcomes.get(outcomeId).submissionNo();
		try (XWPFDocument whole = papers("zhengxie1"); XWPFDocument own = papers("gongan1")) {
			assertThat(text(whole)).contains(submission, "交办");
			assertThat(text(own)).doesNotContain("报送件").contains("交办通知");
		}
		for (String stranger : List.of("minzheng1", "weiyuan3", "fenxi1")) {
			assertThat(at(stranger).get("/outcomes/" + outcomeId + "/papers.docx").status()).as(stranger).isEqualTo(404);
			assertThat(at(stranger).get("/outcomes/" + outcomeId + "/scans.pdf").status()).as(stranger).isEqualTo(404);
		}
	}

	@Test
	void scansAndPhotographsAreOnePdf() throws IOException {
		startUpTo("task_draftReply");
		int before = pages("zhengxie1");
		upload("gongan1", "task_draftReply", "现场照片.png");
		assertThat(at("gongan1").upload("/attachments?task=" + task("task_draftReply").getId(), "说明.docx", Scans.docx()).status()).isEqualTo(200);
		assertThat(pages("zhengxie1")).as("the photograph; a DOCX is no scan").isEqualTo(before + 1);
		try (XWPFDocument batch = papers("zhengxie1")) {
			assertThat(text(batch)).containsSubsequence("现场照片.png", "扫描件合订本", "说明.docx", "单独下载");
		}
	}

	/** Fell before: a few pictures of small files and many dots exhausted the memory of the whole house. */
	@Test
	void aPictureHasNoMoreDotsThanItsPageShows() throws IOException {
		startUpTo("task_draftReply");
		assertThat(at("gongan1").upload("/attachments?task=" + task("task_draftReply").getId(), "长图.png", Scans.widePng(9_000)).status())
				.isEqualTo(200);
		try (PDDocument joined = Loader.loadPDF(at("gongan1").download("/outcomes/" + outcomeId + "/scans.pdf").body())) {
			PDResources last = joined.getPage(joined.getNumberOfPages() - 1).getResources();
			PDImageXObject picture = (PDImageXObject) last.getXObject(last.getXObjectNames().iterator().next());
			assertThat(picture.getWidth()).isEqualTo(3_000);
		}
	}

	private int pages(String user) throws IOException {
		try (PDDocument joined = Loader.loadPDF(at(user).download("/outcomes/" + outcomeId + "/scans.pdf").body())) {
			return joined.getNumberOfPages();
		}
	}
}
