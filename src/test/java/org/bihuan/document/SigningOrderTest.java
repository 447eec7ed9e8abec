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
import org.bihuan.Scans;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Notices;
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
@Tag("wide")
@Tag("database-again")
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
	private boolean scanned = true;

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

	private void correctTheTitle(String title) {
		amend("zhengxie1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", title));
	}

	private String view(String key) {
		return String.valueOf(tasks.getVariableLocal(task(key).getId(), "view"));
	}

	private List<String> told(String recipient) {
		return notices.of(recipient).stream().filter(one -> outcomeId.equals(one.outcomeId())).map(Notices.Notice::text).toList();
	}

	/** Fell before: the paper was issued as it was signed, and beside it a second version with the corrected title that nobody had signed. */
	@Test
	void whatIsCorrectedAfterTheSignatureIsSignedAnewAndNothingUnsignedIsIssued() {
		startUpTo("task_sealReply");
		String number = number(assignment().id());
		clockTo(MONDAY.plusHours(2));
		correctTheTitle("基层派出所的改造");
		assertThat(view("task_sealReply")).contains("签发后成果名称已更正：基层派出所改造 → 基层派出所的改造");
		assertThat(told("unit-gongan")).anySatisfy(text -> assertThat(text).contains(number, "基层派出所改造 → 基层派出所的改造", "不能用印", "退回重拟"));
		assertThat(refused(() -> answer("task_sealReply"))).contains("签发后成果名称已更正：基层派出所改造 → 基层派出所的改造", "发现差错，退回重拟");
		assertThat(replies()).isEmpty();

		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "成果名称已更正"));
		answer("task_draftReply");
		answer("task_signReply");
		byte[] signed = paper();
		answer("task_sealReply");
		assertThat(words(signed)).contains("关于《基层派出所的改造》有关建议的答复");
		assertThat(replies()).extracting(Document::number).containsExactly(number);
		assertThat(file(replies().get(0))).isEqualTo(signed);
		assertThat(files.version(replies().get(0).id(), 2)).as("nothing unsigned").isEmpty();
	}

	@Test
	void whatIsCorrectedAndPutBackBeforeTheSealIsSealed() {
		startUpTo("task_sealReply");
		byte[] signed = paper();
		correctTheTitle("基层派出所的改造");
		correctTheTitle("基层派出所改造");
		assertThat(view("task_sealReply")).doesNotContain("已更正");
		answer("task_sealReply");
		assertThat(file(replies().get(0))).isEqualTo(signed);
		assertThat(files.version(replies().get(0).id(), 2)).isEmpty();
	}

	/** The letter does not say it. */
	@Test
	void whatTheLetterDoesNotPrintStopsNoSeal() {
		startUpTo("task_sealReply");
		amend("quwei1", Map.of("kind", "correct", "number", assignment().id(), "field", "assignment-requirement", "newValue", "三个月内答复"));
		assertThat(view("task_sealReply")).doesNotContain("签发后");
		answer("task_sealReply");
		assertThat(replies()).hasSize(1);
	}

	/** The unit hears that what it drafted is another paper now: before, nobody told it. */
	@Test
	void whatIsCorrectedBeforeTheSignatureStandsOnThePaperThatIsSigned() {
		startUpTo("task_signReply");
		correctTheTitle("基层派出所的改造");
		assertThat(told("unit-gongan")).anySatisfy(text -> assertThat(text).contains(number(assignment().id()), "重新生成", "审签"));
		byte[] seen = paper();
		assertThat(words(seen)).contains("关于《基层派出所的改造》有关建议的答复");
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(file(replies().get(0))).isEqualTo(seen);
		assertThat(files.version(replies().get(0).id(), 2)).isEmpty();
	}

	/** Fell before: whoever had read the paper before the correction signed another one with his next click, and never saw it. */
	@Test
	void whoHasReadThePaperBeforeTheCorrectionReadsItAgain() {
		startUpTo("task_signReply");
		Task before = task("task_signReply");
		as("gongan2", () -> {
			tasks.claim(before.getId(), "gongan2");
			return null;
		});
		correctTheTitle("基层派出所的改造");

		assertThat(refused(() -> as("gongan2", () -> {
			forms.submitTaskForm(before.getId(), Map.of("verdict", "pass"));
			return null;
		}))).contains("请刷新");
		assertThat(jdbc.sql("select signed_by from reply_draft where assignment_id = ?").param(assignment().id()).query(String.class).list())
				.containsOnlyNulls();
		assertThat(task("task_signReply").getId()).isNotEqualTo(before.getId());
		assertThat(timer("boundary_replyDue").getDuedate()).as("the clock goes on").isEqualTo(
				Date.from(LocalDateTime.of(2023, 11, 14, 0, 0).atZone(BihuanApplication.ZONE).toInstant()));
		answer("task_signReply");
		assertThat(words(paper())).contains("关于《基层派出所的改造》有关建议的答复");
	}

	@Test
	void whoHasReadTheRedoneReplyBeforeTheCorrectionReadsItAgainToo() {
		startUpToRedo();
		answer("task_redo");
		Task before = task("task_signRedo");
		correctTheTitle("基层派出所的改造");
		assertThat(refused(() -> as("gongan2", () -> {
			forms.submitTaskForm(before.getId(), Map.of("verdict", "pass"));
			return null;
		}))).contains("请刷新");
		answer("task_signRedo");
		assertThat(words(paper())).contains("关于《基层派出所的改造》", "有关建议的再次答复");
	}

	@Test
	void whatThePaperDoesNotSayLeavesItsSignerAlone() {
		startUpTo("task_signReply");
		Task before = task("task_signReply");
		amend("quwei1", Map.of("kind", "correct", "number", assignment().id(), "field", "assignment-requirement", "newValue", "三个月内答复"));
		assertThat(task("task_signReply").getId()).isEqualTo(before.getId());
	}

	@Test
	void whatIsCorrectedAfterTheIssueIsIssuedAsItsSecondVersion() {
		startUpTo("task_sealReply");
		answer("task_sealReply");
		clockTo(MONDAY.plusHours(2));
		correctTheTitle("基层派出所的改造");
		assertThat(words(files.version(replies().get(0).id(), 2).orElseThrow())).contains("关于《基层派出所的改造》有关建议的答复", "更正（第 2 版）");
	}

	/** Fell before: of the writers only the last was kept from signing. */
	@Test
	void whoWroteAnyVersionOfTheReplyDoesNotSignIt() {
		startUpTo("task_signReply");
		nobodySignsWhatHeWroteSomeOf("task_draftReply", "task_signReply", adopted());
		endCases();
		startUpToRedo();
		Map<String, Object> redone = plain(task("task_redo"));
		answer("task_redo");
		nobodySignsWhatHeWroteSomeOf("task_redo", "task_signRedo", redone);
	}

	/** The version in hand is the first writer's, which came back; a third person drafts the second. */
	private void nobodySignsWhatHeWroteSomeOf(String drafting, String signing, Map<String, Object> draft) {
		identity.createMembership("weiyuan8", "unit-gongan");
		try {
			complete("gongan2", task(signing), Map.of("verdict", "return", "reason", "补充时间表"));
			complete("weiyuan8", task(drafting), draft);
			Task sign = task(signing);
			assertThat(refused(() -> complete("gongan1", sign, Map.of("verdict", "pass")))).contains("起草或修改过", "取消认领", "由公安局分管领导审签");
			tasks.setAssignee(sign.getId(), null);
			complete("gongan2", sign, Map.of("verdict", "pass"));
			assertThat(openTasks()).doesNotContain(signing, drafting);
		}
		finally {
			identity.deleteMembership("weiyuan8", "unit-gongan");
		}
	}

	/** Two people who mend each other's letter would both be kept out, and it would never be signed. */
	@Test
	void whereAllOfTheUnitHaveWrittenItOnlyTheLastWriterDoesNotSignIt() {
		startUpTo("task_signReply");
		complete("gongan2", task("task_signReply"), Map.of("verdict", "return", "reason", "我来改"));
		complete("gongan2", task("task_draftReply"), adopted());
		Task sign = task("task_signReply");
		assertThat(refused(() -> complete("gongan2", sign, Map.of("verdict", "pass")))).contains("由公安局承办人审签");
		tasks.setAssignee(sign.getId(), null);
		complete("gongan1", sign, Map.of("verdict", "pass"));
		assertThat(openTasks()).containsExactly("task_sealReply");
	}

	/** It is another text: who asked for more time may sign the reply. */
	@Test
	void whoWroteWhatWasDecidedOnBeforeMaySignTheReply() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-01"));
		answer("task_signReply");
		upTo("task_draftReply");
		complete("gongan2", task("task_draftReply"), adopted());
		complete("gongan1", task("task_signReply"), Map.of("verdict", "pass"));
		assertThat(openTasks()).containsExactly("task_sealReply");
	}

	private void draftedInDecember() {
		clockTo(LocalDateTime.of(2023, 12, 18, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_signReply");
	}

	/** Fell before: it got its number of December again, under which it was dated in January. */
	@Test
	void whatIsDraftedAnewInJanuaryTakesANumberOfJanuary() {
		draftedInDecember();
		String number = number(assignment().id());
		assertThat(number).contains("〔2023〕");
		answer("task_signReply", Map.of("verdict", "return", "reason", "补充时间表"));
		clockTo(LocalDateTime.of(2024, 1, 3, 9, 0));
		answer("task_draftReply");
		assertThat(number(assignment().id())).contains("〔2024〕");
		assertThat(numbers.free()).anySatisfy(one -> {
			assertThat(one.number()).isEqualTo(number);
			assertThat(one.heldFor()).isEqualTo(assignment().id());
			assertThat(one.since()).isEqualTo(LocalDateTime.of(2023, 12, 18, 9, 0).atZone(BihuanApplication.ZONE).toOffsetDateTime());
		});
		answer("task_signReply");
		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "联系电话写错了"));
		answer("task_draftReply");
		assertThat(number(assignment().id())).contains("〔2024〕");
	}

	@Test
	void whatIsMerelySignedInJanuaryKeepsTheNumberThatTheSignerSaw() {
		draftedInDecember();
		String number = number(assignment().id());
		clockTo(LocalDateTime.of(2024, 1, 3, 9, 0));
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(replies()).extracting(Document::number).containsExactly(number);
		assertThat(numbers.free()).extracting(Numbers.Free::number).doesNotContain(number);
	}

	/** Its time ran out in December while it waited for its signature, so it was never given back. */
	@Test
	void whatIsDraftedAnewAfterItsTimeRanOutTakesANumberOfItsYearToo() {
		clockTo(LocalDateTime.of(2023, 10, 25, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_signReply");
		String number = number(assignment().id());
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		answer("task_handleOverdue", Map.of("promisedOn", "2024-01-12"));
		clockTo(LocalDateTime.of(2024, 1, 3, 9, 0));
		answer("task_draftReply");
		assertThat(number(assignment().id())).contains("〔2024〕");
		assertThat(numbers.free()).extracting(Numbers.Free::number).contains(number);
	}

	private void startUpToRedo() {
		startUpTo("task_rateSatisfaction");
		complete("chengxiang1", tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").taskCandidateUser("chengxiang1").singleResult(),
				Map.of("process", "satisfied", "result", "unsatisfied", "remark", "没有办好"));
		for (Task rating : tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list()) {
			complete(somebodyFor(rating), rating, Map.of("process", "satisfied", "result", "satisfied"));
		}
	}

	@Test
	void theRedoneReplyThatWasCorrectedAfterItsSignatureIsNotSealedEither() {
		startUpToRedo();
		answer("task_redo");
		answer("task_signRedo");
		amend("quwei1", Map.of("kind", "correct", "number", assignment().id(), "field", "reply-contact", "newValue", "李四"));
		assertThat(view("task_sealRedo")).contains("签发后答复联系人已更正：张三 → 李四");
		assertThat(refused(() -> answer("task_sealRedo"))).contains("签发后答复联系人已更正：张三 → 李四");
		answer("task_sealRedo", Map.of("sealing", "faulty", "reason", "联系人已更正"));
		answer("task_redo", Map.of("contact", "李四"));
		answer("task_signRedo");
		answer("task_sealRedo");
		assertThat(replies()).hasSize(2);
		assertThat(files.version(replies().get(1).id(), 2)).isEmpty();
	}

	@Test
	void theRedoneReplyIsSignedAndSealedInTheSameOrder() {
		startUpToRedo();
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

	/** Fell before: it lay unmarked beside the one that was issued. */
	@Test
	void theScanOfALetterThatWentBackIsMarkedAndNoEvidenceForTheNext() {
		startUpTo("task_sealReply");
		Task first = task("task_sealReply");
		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "联系电话写错了"));
		upTo("task_sealReply");
		Task second = task("task_sealReply");
		scanned = false;
		assertThat(refused(() -> answer("task_sealReply"))).isEqualTo("请先在表单下方“本任务的附件”里上传签章的答复函扫描件，再提交。");
		scanned = true;
		answer("task_sealReply");
		assertThat(scans(first)).isNotEmpty().allMatch(Attachments.Attachment::notIssued);
		assertThat(scans(second)).isNotEmpty().noneMatch(Attachments.Attachment::notIssued);
	}

	/** Nor is what was uploaded before the time ran out, or the assignment went to another unit. */
	@Test
	void theScanOfALetterThatWasOvertakenIsMarked() {
		startUpTo("task_sealReply");
		Task seal = task("task_sealReply");
		as("gongan1", () -> attachments.attach(seal.getId(), "扫描件.png", Scans.png(), "gongan1"));
		assertThat(scans(seal)).as("it is still to be issued").isNotEmpty().noneMatch(Attachments.Attachment::notIssued);
		amend("zhengfu1", Map.of("kind", "reassign", "number", assignment().id(), "toUnit", "财政局"));
		assertThat(scans(seal)).isNotEmpty().allMatch(Attachments.Attachment::notIssued);
	}

	private List<Attachments.Attachment> scans(Task task) {
		return attachments.ofOutcome(outcomeId).stream().filter(one -> one.taskId().equals(task.getId())).toList();
	}

	@Override
	protected void evidence(String user, Task task) {
		if (scanned) {
			super.evidence(user, task);
		}
	}

	@Test
	void theScanIsKeptWithTheCase() {
		startUpTo("task_sealReply");
		answer("task_sealReply");
		assertThat(attachments.ofOutcome(outcomeId)).extracting(Attachments.Attachment::taskKey).contains("task_sealReply");
	}
}
