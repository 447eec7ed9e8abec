package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was uploaded by mistake is withdrawn by its owner while nobody relied on it. Before, it stayed for everybody to read for ever. */
@Tag("h2-again")
class UploadWithdrawalTest extends CycleTest {

	private boolean withEvidence = true;

	@Override
	protected void evidence(String user, Task task) {
		if (withEvidence) {
			super.evidence(user, task);
		}
	}

	private Http at(String user) {
		return Http.session(port, user, "tasklist");
	}

	private JsonNode only(String user, String task) {
		JsonNode files = at(user).get("/attachments?task=" + task).json().path("files");
		return java.util.stream.StreamSupport.stream(files.spliterator(), false).filter(file -> file.path("what").asText().equals("附件")).findFirst()
				.orElseThrow();
	}

	private long upload(String user, String task) {
		return at(user).upload("/attachments?task=" + task, "误传.png", Scans.png()).json().path("id").asLong();
	}

	private Http.Answer withdraw(String user, long id, String reason) {
		return at(user).form("/attachments/" + id + "/withdrawal", Map.of("reason", reason));
	}

	@Test
	void itsRowStaysAndNobodyIsGivenItsBytes() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		long id = upload("chengxiang1", task);
		assertThat(only("chengxiang1", task).path("withdraw").asText()).isEqualTo("/attachments/" + id + "/withdrawal");
		assertThat(only("chengxiang2", task).path("withdraw").isNull()).as("another's").isTrue();
		assertThat(withdraw("chengxiang1", id, "传错了件").status()).isEqualTo(200);
		JsonNode line = only("chengxiang1", task);
		assertThat(line.path("name").asText()).isEqualTo("误传.png");
		assertThat(line.path("withdrawn").asText()).isEqualTo("传错了件（宋长江，2023-09-11 09:00）");
		assertThat(line.path("href").isNull()).isTrue();
		assertThat(line.path("withdraw").isNull()).isTrue();
		for (String reader : List.of("chengxiang1", "zhengxie1", "admin")) {
			assertThat(at(reader).get("/attachments/" + id).status()).as(reader).isEqualTo(404);
		}
		Map<String, Object> row = jdbc.sql("select * from attachment_withdrawal where attachment_id = ?").param(id).query().singleRow();
		assertThat(row).containsEntry("reason", "传错了件").containsEntry("withdrawn_by", "chengxiang1");
		assertThat(jdbc.sql("select actor || ' ' || detail from event where outcome_id = ? and act = 'attachment-withdrawn'").param(outcomeId)
				.query(String.class).single()).startsWith("chengxiang1 ").contains("误传.png", "传错了件", "sha256");
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("撤回附件", "传错了件");
	}

	@Test
	void onlyItsOwnerDoesAndSaysWhy() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		long id = upload("chengxiang1", task);
		Map<String, Object> before = ledger();
		for (String other : List.of("chengxiang2", "zhengxie1", "admin")) {
			assertThat(withdraw(other, id, "传错了件").message()).as(other).isEqualTo("只有上传的人可以撤回自己的附件。");
		}
		assertThat(withdraw("chengxiang1", id, " \u200B").message()).isEqualTo("请写明为什么撤回附件“误传.png”。");
		assertThat(withdraw("chengxiang1", id, "传错\u202E了件").message()).as("on the former version: 请写明为什么")
				.isEqualTo("撤回的理由里有看不见的控制字符，请删去后重新填写。");
		assertThat(withdraw("chengxiang1", id, "长".repeat(201)).message()).contains("最多 200 字");
		assertThat(withdraw("chengxiang1", 999_999, "传错了件").status()).isEqualTo(400);
		assertThat(ledger()).isEqualTo(before);
		assertThat(withdraw("chengxiang1", id, "传错了件").status()).isEqualTo(200);
		assertThat(withdraw("chengxiang1", id, "传错了件").message()).contains("已经撤回");
	}

	@Test
	void whatACompletedStepRestsOnStays() {
		startUpTo("task_planResearch");
		long id = upload("chengxiang1", task("task_planResearch").getId());
		answer("task_planResearch");
		Map<String, Object> before = ledger();
		Http.Answer refused = withdraw("chengxiang1", id, "传错了件");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.message()).contains("所在的任务已经办结");
		assertThat(ledger()).isEqualTo(before);
		assertThat(at("chengxiang1").download("/attachments/" + id).body()).isEqualTo(Scans.png());
	}

	@Test
	void whatWasWithdrawnIsNoEvidence() {
		startUpTo("task_sealReply");
		withEvidence = false;
		long id = upload("gongan2", task("task_sealReply").getId());
		assertThat(withdraw("gongan2", id, "传错了件").status()).isEqualTo(200);
		assertThat(refused(() -> answer("task_sealReply", Map.of()))).contains("请先在表单下方“本任务的附件”里上传签章的答复函扫描件");
		withEvidence = true;
		answer("task_sealReply");
		assertThat(openTasks()).doesNotContain("task_sealReply");
	}

	@Test
	void aWithdrawalIsAsPermanentAsWhatItIsAbout() {
		startUpTo("task_planResearch");
		withdraw("chengxiang1", upload("chengxiang1", task("task_planResearch").getId()), "传错了件");
		for (String change : List.of("update attachment_withdrawal set reason = 'x'", "delete from attachment_withdrawal")) {
			org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
		}
	}
}
