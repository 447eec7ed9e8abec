package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Outcomes;
import org.bihuan.numbering.Numbers;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 转化: each kind is a record of its own with its own number, found from its origin and its origin from it; what becomes of a refusal. */
@Tag("database-again")
class ConversionsTest extends CycleTest {

	@Autowired
	private Documents documents;

	private void convertTo(String kind) {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		answer("task_decideConversion", Map.of("kind", kind));
		runDueJobs();
	}

	private void refused(String task, Map<String, Object> instead, String sentence) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer(task, instead))).contains(sentence);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).contains(task);
	}

	/** The origin is converted and never implemented; record, document and assignment name each other. */
	private Map<String, Object> linked(String kind) {
		Map<String, Object> conversion = jdbc.sql("select * from conversion where assignment_id = ? and state = 'accepted'").param(assignment().id())
				.query().singleRow();
		assertThat(conversion.get("kind")).isEqualTo(kind);
		Documents.Document document = documents.find((Long) conversion.get("document_id")).orElseThrow();
		assertThat(document.kind().code()).isEqualTo(kind);
		assertThat(document.assignmentId()).isEqualTo(assignment().id());
		assertThat(document.number()).isEqualTo(conversion.get("number"));
		assertThat(conversion.get("issue_no")).isEqualTo(Numbers.running(document.number()));
		assertThat(assignment().state()).isEqualTo(Assignments.State.CONVERTED);
		assertThat(assignment().implementedOn()).isNull();
		assertThat(assignment().repliedOn()).isNull();
		return conversion;
	}

	@Test
	void anOpinionReportSaysOneThingBriefly() {
		convertTo("opinion-report");
		for (String title : new String[] { "改造派出所", "关于改造派出所", "关于的建议", "关于改造派出所的提案" }) {
			refused("task_draftOpinionReport", Map.of("title", title), "“标题”的写法不对");
		}
		String half = "长".repeat(750);
		refused("task_draftOpinionReport", Map.of("situation", half, "analysis", half, "proposal", "改"), "合计最多 1500 字，现有 1501 字");
		answer("task_draftOpinionReport", Map.of("situation", half, "analysis", half.substring(1), "proposal", "改"));
		Map<String, Object> without = new java.util.HashMap<>();
		without.put("adoption", null);
		refused("task_judgeOpinionReport", without, "请选择“录用情况”");
		refused("task_judgeOpinionReport", Map.of("verdict", "refuse"), "请填写“理由”");
		answer("task_judgeOpinionReport", Map.of("adoption", "province"));
		runDueJobs();
		Map<String, Object> conversion = linked("opinion-report");
		assertThat(conversion).containsEntry("adoption", "province").containsEntry("situation", half).containsEntry("title", "关于改造派出所的建议");
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.CONVERTED);
	}

	@Test
	void aProposalIsOfTheCommitteeAndComesBackWhenItIsNotFiled() {
		convertTo("proposal");
		refused("task_draftProposal", Map.of("title", "关于改造派出所的建议"), "“标题”的写法不对");
		answer("task_draftProposal");
		refused("task_judgeProposal", Map.of("verdict", "refuse"), "请写明理由");
		answer("task_judgeProposal", Map.of("verdict", "refuse", "reason", "已有同类提案"));
		assertThat(jdbc.sql("select * from conversion where assignment_id = ?").param(assignment().id()).query().singleRow())
				.containsEntry("state", "refused")
				.containsEntry("reason", "已有同类提案").containsEntry("proposer", "committee-chengxiang").containsEntry("number", null)
				.containsEntry("document_id", null);
		assertThat(documents.ofOutcome(outcomeId)).extracting(Documents.Document::kind).doesNotContain(Documents.Kind.PROPOSAL);
		upTo("task_reconsiderConversion");
		answer("task_reconsiderConversion");
		upTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_judgeProposal");
		answer("task_judgeProposal");
		assertThat(linked("proposal")).containsEntry("cause", "条件简陋").containsEntry("proposer", "committee-chengxiang");
		assertThat(jdbc.sql("select count(*) from conversion where assignment_id = ?").param(assignment().id()).query(Integer.class).single())
				.isEqualTo(2);
	}

	@Test
	void aReferenceIsNumberedByIssueAndSigned() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		Map<String, Object> without = new java.util.HashMap<>();
		without.put("signer", null);
		refused("task_judgeReference", without, "请填写“签发人”");
		answer("task_judgeReference", Map.of("signer", "韩东升"));
		assertThat(linked("reference")).containsEntry("signer", "韩东升").containsEntry("reasons", "财力不足").containsEntry("policy_basis", "预算法")
				.containsEntry("addressee", "城乡委").containsEntry("distribution", "三办");
	}

	@Test
	void whatIsReturnedIsMendedNotWrittenAnew() {
		convertTo("proposal");
		answer("task_draftProposal", Map.of("situation", "原来的情况"));
		answer("task_judgeProposal", Map.of("verdict", "return", "reason", "请补充数据"));
		Task again = task("task_draftProposal");
		assertThat(String.valueOf(tasks.getVariableLocal(again.getId(), "situation"))).contains("原来的情况");
		assertThat(String.valueOf(tasks.getVariableLocal(again.getId(), "title"))).contains("关于改造派出所的提案");
		assertThat(String.valueOf(tasks.getVariableLocal(again.getId(), "view"))).contains("请补充数据");
	}
}
