package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Where the rule needs evidence, a task is completed with it or not at all; elsewhere nobody is asked for any. */
@Tag("wide")
class EvidenceTest extends CycleTest {

	@Autowired
	private JdbcClient database;
	private boolean withEvidence = true;

	/** Only where a test does not leave it out. */
	@Override
	protected void evidence(String user, Task task) {
		if (withEvidence) {
			super.evidence(user, task);
		}
	}

	private void refusedWithout(String key, String what, Map<String, Object> instead) {
		Task task = task(key);
		withEvidence = false;
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer(key, instead))).isEqualTo("请先在表单下方“本任务的附件”里上传" + what + "，再提交。");
		assertThat(ledger()).isEqualTo(before);
		assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
		withEvidence = true;
		answer(key, instead);
		assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
	}

	@Test
	void theSignedReply() {
		startUpTo("task_sealReply");
		withEvidence = false;
		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "主送写错了"));
		withEvidence = true;
		upTo("task_sealReply");
		refusedWithout("task_sealReply", "签章的答复函扫描件", Map.of());
	}

	@Test
	void whatWasAttachedToAnotherTaskIsNotThisTasksEvidence() {
		startUpTo("task_draftReply");
		as("gongan1", () -> attachments.attach(task("task_draftReply").getId(), "答复.pdf", Scans.pdf(), "gongan1"));
		answer("task_draftReply");
		answer("task_signReply");
		refusedWithout("task_sealReply", "签章的答复函扫描件", Map.of());
	}

	@Test
	void theInstructionThatAnotherEntersForTheLeader() {
		startUpTo("task_enterInstruction");
		tasks.claim(task("task_enterInstruction").getId(), "quwei1");
		refusedWithout("task_enterInstruction", "领导批示的扫描件", Map.of());
	}

	@Test
	void aLeaderWhoWritesHimselfNeedsNone() {
		startUpTo("task_enterInstruction");
		tasks.claim(task("task_enterInstruction").getId(), "shuji1");
		withEvidence = false;
		answer("task_enterInstruction");
		assertThat(openTasks()).doesNotContain("task_enterInstruction");
	}

	@Test
	void aSeenMarkNeedsNone() {
		startUpTo("task_enterInstruction");
		tasks.claim(task("task_enterInstruction").getId(), "quwei1");
		withEvidence = false;
		answerOnly("task_enterInstruction", Map.of("form", "seen", "writtenOn", "2023-09-11"));
		assertThat(openTasks()).doesNotContain("task_enterInstruction");
	}

	@Test
	void bothLookBacks() {
		startUpTo("task_lookBackByCommittee");
		refusedWithout("task_lookBackByCommittee", "回头看的佐证材料（现场照片、单据等）", Map.of());
		refusedWithout("task_lookBackBySupervision", "回头看的佐证材料（现场照片、单据等）", Map.of());
	}

	@Test
	void aPlaceThatAsksForNoneGetsNone() {
		AttachmentRules lenient = new AttachmentRules(java.util.List.of(FileType.PDF), DataSize.ofMegabytes(1), "",
				Set.of(Evidence.Kind.INSTRUCTION_SCAN), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));
		new Evidence(database, lenient).require("no-such-task", Evidence.Kind.SIGNED_REPLY);
		assertThat(refused(() -> new Evidence(database, lenient).require("no-such-task", Evidence.Kind.INSTRUCTION_SCAN))).contains("批示");
	}

	/** On the former version a spreadsheet passed as the scan that a signature rests on. */
	@Test
	void aScanIsAPictureOrAFileThatNobodyChanges() {
		startUpTo("task_enterInstruction");
		tasks.claim(task("task_enterInstruction").getId(), "quwei1");
		as("quwei1", () -> attachments.attach(task("task_enterInstruction").getId(), "批示.xlsx", Scans.xlsx(), "quwei1"));
		as("quwei1", () -> attachments.attach(task("task_enterInstruction").getId(), "批示.docx", Scans.docx(), "quwei1"));
		withEvidence = false;
		assertThat(refused(() -> answer("task_enterInstruction")))
				.isEqualTo("本任务上传的附件都不是扫描件：领导批示的扫描件应为 pdf、jpg、png、ofd，请在表单下方“本任务的附件”里上传后再提交。");
		as("quwei1", () -> attachments.attach(task("task_enterInstruction").getId(), "批示.ofd", Scans.ofd(), "quwei1"));
		answer("task_enterInstruction");
		assertThat(openTasks()).doesNotContain("task_enterInstruction");
	}
}
