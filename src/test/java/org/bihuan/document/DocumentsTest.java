package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.CycleTest;
import org.bihuan.WhenAllRan;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each kind of document, made on the way on which it is issued, opened again and read. They are kept in target/documents to be looked at. */
@Tag("database")
@Tag("wide")
class DocumentsTest extends CycleTest {

	@RegisterExtension
	static final WhenAllRan TOGETHER = new WhenAllRan(DocumentsTest::everyKindWasRead);

	private static final Path KEPT = Path.of("target", "documents");
	private static final Set<String> READ = new TreeSet<>();

	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;

	private static void everyKindWasRead() {
		assertThat(READ).containsExactly("assignment", "closing", "inspection", "opinion-report", "proposal", "reference", "reply", "submission",
				"supervision");
	}

	/** The text of the newest document of a kind, after the checks that hold for every document. */
	private String read(String kind) throws IOException {
		Document document = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind().code().equals(kind)).reduce((one, other) -> other)
				.orElseThrow();
		byte[] bytes = files.version(document.id(), files.newest(document.id())).orElseThrow();
		var row = jdbc.sql("select version, sha256, template, size_bytes from document_file where document_id = ?").param(document.id()).query()
				.singleRow();
		assertThat(row.get("sha256")).isEqualTo(Hash.of(bytes));
		assertThat(row.get("template")).isEqualTo(Hash.of(Files.readAllBytes(Path.of("documents", kind + ".docx"))));
		assertThat(row.get("version")).isEqualTo(1);
		assertThat(row.get("size_bytes")).isEqualTo((long) bytes.length);
		Files.createDirectories(KEPT);
		Files.write(KEPT.resolve(kind + ".docx"), bytes);
		READ.add(kind);
		try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
			String text = words.getText();
			if (Set.of("opinion-report", "reference").contains(kind)) {
				assertThat(text).contains("第" + document.number().replaceAll(".*〕|号", "") + "期");
			}
			assertThat(text).doesNotContain("{{").doesNotContain("}}").doesNotContain("null").contains(document.number()).contains("泰州市姜堰区")
					.containsPattern("20\\d\\d年\\d+月\\d+日");
			return text;
		}
	}

	@Test
	void onTheStraightWay() throws IOException {
		startUpTo("task_makeAssignments");
		assertThat(read("submission")).contains("关于报送《基层派出所改造》的报告", "签发人：沈国华", "中共泰州市姜堰区委员会：", "抄送：泰州市姜堰区人民政府。",
				"派出所办公条件简陋，应当改造。", "建议1：改造派出所", "李春生、张慧", "2023年9月11日").doesNotContain("高永年");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复\n年内开工", "leader", "quzhang1"))));
		assertThat(read("assignment")).contains("泰州市姜堰区公安局：", "高永年同志（2023年9月11日）：请区政府研究", "两个月内答复", "年内开工", "协办单位：泰州市姜堰区财政局。责任领导：韩东升",
				"建议1：改造派出所", "附件：《基层派出所改造》", "派出所办公条件简陋，应当改造。", "抄送：泰州市姜堰区财政局，");
		upTo("task_reportImplementation");
		assertThat(read("reply")).contains("泰州市姜堰区公安局", "结果分类：A 已解决或基本解决", "政协泰州市姜堰区委员会城乡委：", "一、关于建议1的答复", "建议内容：改造派出所", "已列入改造计划", "二、办理中的沟通情况",
				"已与委员面商", "张三",
				"0523-12345");
		toTheEnd();
		assertThat(read("closing")).contains("到位，同意销号", "建议1：改造完工。", "查看四个派出所", "签字：宋长江", "签字：郑守正");
	}

	@Test
	void whereTheReplyIsOverdueAndTheLookBackFails() throws IOException {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		answer("task_handleOverdue");
		assertThat(read("supervision")).contains("关于逾期未答复的督办单", "应于2023年11月13日前书面答复，逾期未答复", "2023年11月28日前", "立即办理");
		failsTheLookBack();
		answer("task_strengthenSupervision");
		failsTheLookBack();
		answer("task_strengthenSupervision", Map.of("inspect", "yes", "limit", "2024-03-01", "demands", "限期完成。"));
		assertThat(read("supervision")).contains("专委会：两处尚未完工。", "限期完成。", "完成期限\t2024年3月1日前").doesNotContain("督考办：查看四个派出所", "另行通知");
		assertThat(read("inspection")).contains("泰州市姜堰区督考办", "泰州市姜堰区公安局", "限期完成", "督查事由\t经回头看核查，落实不到位：专委会：两处尚未完工。", "整改期限\t2024年3月1日前");
	}

	private void failsTheLookBack() {
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no", "siteCheck", "两处尚未完工。"));
		answer("task_lookBackBySupervision");
		runDueJobs();
		upTo("task_strengthenSupervision");
	}

	@Test
	void whereThereIsADelayInProgress() throws IOException {
		startUpTo("task_reportImplementation");
		for (String seen : List.of("刚刚立项。", "两处尚未开工。")) {
			clockTo(timer("boundary_progressDue").getDuedate());
			runDueJobs();
			answer("task_trackByCommittee", Map.of("onTrack", "no", "siteCheck", seen));
			answer("task_trackBySupervision");
			runDueJobs();
			answer("task_strengthenForDelay");
		}
		assertThat(read("supervision")).contains("推进中回头看，进展迟缓：专委会：两处尚未开工").doesNotContain("落实不到位", "刚刚立项", "督考办：");
	}

	@Test
	void whereItIsInPlaceAndTheMeetingDecidesOnSupervision() throws IOException {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision");
		runDueJobs();
		upTo("task_rateSatisfaction");
		clockTo(timer("boundary_ratingLimit").getDuedate());
		runDueJobs();
		answer("task_holdConsultation");
		answer("task_decideDissatisfaction", Map.of("decision", "supervise", "reason", "委员仍有意见"));
		answer("task_strengthenSupervision");
		assertThat(read("supervision")).contains("面商后决定加强督办：委员仍有意见").doesNotContain("落实不到位");
	}

	@Test
	void whereItIsConverted() throws IOException {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_draftProposal");
		answer("task_draftProposal", Map.of("situation", "第一段情况\n第二段情况"));
		answer("task_judgeProposal", Map.of("reason", "符合立案条件。"));
		assertThat(read("proposal")).contains("关于改造派出所的提案", "条件简陋", "政协泰州市姜堰区委员会城乡委", "第一段情况", "第二段情况", "立案。符合立案条件。", outcomeId + "-1");

		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		answer("task_decideConversion", Map.of("kind", "opinion-report"));
		upTo("task_draftOpinionReport");
		answer("task_draftOpinionReport");
		answer("task_judgeOpinionReport", Map.of("adoption", "city"));
		assertThat(read("opinion-report")).contains("关于改造派出所的建议", "报送市政协并录用", "现状", "原因", "改造", outcomeId + "-1");

		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answer("task_judgeReference");
		assertThat(read("reference")).contains("关于暂不改造的说明", "财力不足", "预算法", "城乡委：", "发送：三办", "签发：高永年");
	}
}
