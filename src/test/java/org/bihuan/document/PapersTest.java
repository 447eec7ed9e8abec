package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.CycleTest;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Documents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each fact stands in its paper under its own label: a paper is signed as it is read. */
class PapersTest extends CycleTest {

	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;
	@Autowired
	private Organisation organisation;
	@Autowired
	private FormalNames formal;
	@Autowired
	private ReplyLimits limits;

	private String words(Documents.Kind kind) throws IOException {
		Documents.Document document = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
		try (XWPFDocument paper = new XWPFDocument(
				new ByteArrayInputStream(files.version(document.id(), files.newest(document.id())).orElseThrow()));
				XWPFWordExtractor text = new XWPFWordExtractor(paper)) {
			return text.getText();
		}
	}

	@Test
	void theReplyNamesContactAndPhone() throws IOException {
		startUpTo("task_reportImplementation");
		assertThat(words(Documents.Kind.REPLY)).contains("（联系人：张三，联系电话：0523-12345）", "政协泰州市姜堰区委员会城乡委：");
	}

	/** Before, the paper went to both organs and to leaders by name. */
	@Test
	void whatGoesUpHasOneRecipientWhicheverThePlaceChose() {
		startUpTo("task_makeAssignments");
		Documents.Document document = documents.ofOutcome(outcomeId).get(0);
		Facts toGovernment = new Facts(jdbc, outcomes, assignments, organisation, formal,
				new SubmissionPaper(SubmissionPaper.Form.REQUEST, SubmissionPaper.Recipient.GOVERNMENT, "0523-88888888"), limits);
		assertThat(toGovernment.of(document)).containsEntry("主送", "泰州市姜堰区人民政府").containsEntry("抄送", "中共泰州市姜堰区委员会")
				.containsEntry("签发人", "沈国华").containsEntry("联系电话", "0523-88888888");
	}

	@Test
	void theClosingHasEachSignerUnderHisOwnParty() throws IOException {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("siteCheck", "专委会看过"));
		answer("task_lookBackBySupervision", Map.of("siteCheck", "督考办看过"));
		toTheEnd();
		String closing = words(Documents.Kind.CLOSING);
		String committee = closing.substring(closing.indexOf("专 委 会"), closing.indexOf("督 考 办"));
		String supervision = closing.substring(closing.indexOf("督 考 办"));
		assertThat(committee).contains("专委会看过", "签字：宋长江").doesNotContain("郑守正");
		assertThat(supervision).contains("督考办看过", "签字：郑守正").doesNotContain("宋长江");
	}
}
