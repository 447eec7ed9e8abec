package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.BihuanApplication;
import org.bihuan.CycleTest;
import org.bihuan.ElectronicSeals;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.numbering.Numbers;
import org.bihuan.numbering.Numbers.Kind;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is signed is what is issued: the number is reserved with the draft, the paper lies on the task, the signature fixes it, it is sealed outside
 * and only then issued. Fell before: a sealed paper had to be handed in before there was any.
 */
@Tag("database")
class SigningOrderTest extends CycleTest {

	@Autowired
	private ReplyPapers papers;
	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;
	@Autowired
	private Numbers numbers;
	@Autowired
	private PlatformTransactionManager transactions;

	private byte[] paper() {
		return papers.inHand(assignment().id()).orElseThrow().content();
	}

	private String number(String assignmentId) {
		return papers.number(assignmentId).orElseThrow();
	}

	private List<Document> replies() {
		return documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.REPLY).toList();
	}

	private byte[] file(Document document) {
		return files.version(document.id(), 1).orElseThrow();
	}

	private static String words(byte[] docx) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
			return Paper.words(document);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Date at(LocalDateTime shanghai) {
		return Date.from(shanghai.atZone(BihuanApplication.ZONE).toInstant());
	}

	private String reserve(String holder) {
		return new TransactionTemplate(transactions).execute(status -> numbers.reserve(Kind.REPLY, holder));
	}

	private void giveBack(String holder) {
		new TransactionTemplate(transactions).executeWithoutResult(status -> numbers.giveBack(Kind.REPLY, holder));
	}

	private static int running(String number) {
		return Numbers.running(number);
	}

	@Test
	void whatLiesOnTheSignersTaskIsWhatIsIssuedByteForByte() {
		startUpTo("task_signReply");
		String number = number(assignment().id());
		byte[] seen = paper();
		assertThat(words(seen)).contains(number, "已列入改造计划", "2023年9月11日");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_signReply").getId(), "view"))).contains(number,
				"/papers/" + assignment().id());

		answer("task_signReply");
		assertThat(replies()).as("signed is not issued").isEmpty();
		assertThat(paper()).isEqualTo(seen);
		clockTo(MONDAY.plusDays(2));
		assertThat(paper()).as("of the day on which it was signed").isEqualTo(seen);

		answer("task_sealReply");
		assertThat(replies()).extracting(Document::number).containsExactly(number);
		assertThat(file(replies().get(0))).isEqualTo(seen);
		assertThat(replies().get(0).issuedBy()).as("its signer").isEqualTo("gongan2");
	}

	@Test
	void theClockStopsAtTheIssueAndNotAtTheSignature() {
		startUpTo("task_signReply");
		clockTo(LocalDateTime.of(2023, 11, 13, 16, 0));
		answer("task_signReply");
		assertThat(assignment().repliedOn()).isNull();
		assertThat(task("task_sealReply").getDueDate()).as("never later than the reply is owed")
				.isEqualTo(at(LocalDateTime.of(2023, 11, 13, 23, 59, 59)));
		assertThat(notices.of("party-office")).filteredOn(one -> outcomeId.equals(one.outcomeId()))
				.noneMatch(one -> one.text().contains("已书面答复"));

		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		assertThat(assignment().state()).isEqualTo(Assignments.State.OVERDUE);
		assertThat(openTasks()).containsExactly("task_handleOverdue");
	}

	@Test
	void sealingHasThreeWorkingDays() {
		startUpTo("task_sealReply");
		assertThat(task("task_sealReply").getDueDate()).isEqualTo(at(LocalDateTime.of(2023, 9, 14, 23, 59, 59)));
	}

	@Test
	void aNumberThatIsSentBackIsTheNextOnesAndItsOwnAgainIfNobodyTookIt() {
		startUpTo("task_signReply");
		String number = number(assignment().id());
		answer("task_signReply", Map.of("verdict", "return", "reason", "补充时间表"));
		assertThat(papers.number(assignment().id())).isEmpty();
		answer("task_draftReply");
		assertThat(number(assignment().id())).isEqualTo(number);

		answer("task_signReply", Map.of("verdict", "return", "reason", "补充时间表"));
		assertThat(reserve("another")).as("the lowest that is free").isEqualTo(number);
		answer("task_draftReply");
		assertThat(running(number(assignment().id()))).isEqualTo(running(number) + 1);
		giveBack("another");
	}

	@Test
	void numbersThatAreGivenBackAreTakenInOrder() {
		startUpTo("task_draftReply");
		int first = running(reserve("a"));
		assertThat(running(reserve("b"))).isEqualTo(first + 1);
		assertThat(running(reserve("c"))).isEqualTo(first + 2);
		giveBack("b");
		giveBack("a");
		assertThat(running(reserve("d"))).isEqualTo(first);
		assertThat(running(reserve("e"))).isEqualTo(first + 1);
		assertThat(running(reserve("f"))).isEqualTo(first + 3);
		assertThat(running(reserve("f"))).as("held once").isEqualTo(first + 3);
		List.of("c", "d", "e", "f").forEach(this::giveBack);
	}

	@Test
	void whatIsNoReplyHasNoNumberAndNoPaper() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		assertThat(papers.number(assignment().id())).isEmpty();
		assertThat(papers.inHand(assignment().id())).isEmpty();
		answer("task_signReply");
		assertThat(openTasks()).containsExactly("task_decideConversion");
	}

	@Test
	void aFaultFoundAtTheSealGoesBackAndTheNextPaperIsSignedAnew() {
		startUpTo("task_sealReply");
		byte[] faulty = paper();
		assertThat(refused(() -> answerOnly("task_sealReply", Map.of("sealing", "faulty")))).contains("理由");
		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "联系电话写错了"));
		assertThat(papers.number(assignment().id())).isEmpty();
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_draftReply").getId(), "view"))).contains("用印退回", "联系电话写错了");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_draftReply").getId(), "replies"))).contains("已列入改造计划");
		answer("task_draftReply", Map.of("phone", "0523-88888888"));
		answer("task_signReply");
		assertThat(words(paper())).contains("0523-88888888");
		assertThat(paper()).isNotEqualTo(faulty);
		byte[] signed = paper();
		answer("task_sealReply");
		assertThat(file(replies().get(0))).isEqualTo(signed);
	}

	@Test
	void withdrawnReassignedOrConvertedItsNumberIsFree() {
		startUpTo("task_sealReply");
		String number = number(assignment().id());
		amend("zhengfu1", Map.of("kind", "reassign", "number", assignment().id(), "toUnit", "财政局"));
		assertThat(papers.number(assignment().id())).isEmpty();
		upTo("task_sealReply");
		assertThat(number(assignment().id())).as("nobody took it meanwhile").isEqualTo(number);
		amend("quwei1", Map.of("kind", "withdraw", "number", assignment().id(), "cause", "wrong", "remainder", "不宜交办"));
		assertThat(papers.number(assignment().id())).isEmpty();

		startUpTo("task_sealReply");
		assertThat(number(assignment().id())).isEqualTo(number);
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		answerOnly("task_handleOverdue", Map.of("measure", "convert", "kind", "opinion-report", "reason", "确实难以答复"));
		assertThat(papers.number(assignment().id())).isEmpty();
	}

	@Test
	void whatIsCorrectedAfterTheSignatureIsIssuedWithItAndNotInItsPlace() {
		startUpTo("task_sealReply");
		byte[] signed = paper();
		clockTo(MONDAY.plusHours(2));
		amend("zhengxie1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "基层派出所的改造"));
		answer("task_sealReply");
		Document reply = replies().get(0);
		assertThat(file(reply)).isEqualTo(signed);
		assertThat(words(files.version(reply.id(), 2).orElseThrow())).contains("关于《基层派出所的改造》有关建议的答复", "更正（第 2 版）");
	}

	@Test
	void theRedoneReplyIsSignedAndSealedInTheSameOrder() {
		startUpTo("task_rateSatisfaction");
		complete("chengxiang1", tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").taskCandidateUser("chengxiang1").singleResult(),
				Map.of("process", "satisfied", "result", "unsatisfied", "remark", "没有办好"));
		for (Task rating : tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list()) {
			complete(somebodyFor(rating), rating, Map.of("process", "satisfied", "result", "satisfied"));
		}
		answer("task_redo");
		byte[] seen = paper();
		String number = number(assignment().id());
		answer("task_signRedo");
		clockTo(LocalDateTime.of(2023, 12, 20, 9, 0));
		assertThat(replies()).hasSize(1);
		answer("task_sealRedo");
		assertThat(replies()).hasSize(2);
		assertThat(replies().get(1).number()).isEqualTo(number);
		assertThat(file(replies().get(1))).isEqualTo(seen);
	}

	@Test
	void whereSealsAreElectronicItIsIssuedWithTheSignature() {
		startUpTo("task_signReply");
		byte[] seen = paper();
		ElectronicSeals.during(papers, () -> answer("task_signReply"));
		assertThat(file(replies().get(0))).isEqualTo(seen);
		assertThat(assignment().state()).isEqualTo(Assignments.State.REPLIED);
	}

	@Test
	void theScanIsKeptWithTheCase() {
		startUpTo("task_sealReply");
		answer("task_sealReply");
		assertThat(attachments.ofOutcome(outcomeId)).extracting(Attachments.Attachment::taskKey).contains("task_sealReply");
	}
}
