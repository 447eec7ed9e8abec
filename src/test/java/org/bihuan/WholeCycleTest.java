package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One outcome from 选题 to 核查销号, and its other ends, through the real engine and ledger; nothing is mocked. */
class WholeCycleTest extends EngineTest {

	private static final String REPORT = "基层派出所经费不足，办公条件简陋，装备落后。";

	@Autowired
	private Outcomes outcomes;
	@Autowired
	private Assignments assignments;

	private String outcomeId;

	@AfterEach
	void endCases() {
		runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(one -> runtime.deleteProcessInstance(one.getId(), "next test"));
	}

	@Test
	void anOutcomeGoesFromTopicToVerifiedClosing() {
		assigned();
		complete("gongan1", "task_signReceipt", Map.of("receipt", "sign"));
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
		complete("gongan1", "task_draftReply", adopted());
		assertThat(refused(() -> complete("gongan1", "task_signReply", Map.of("verdict", "pass")))).contains("拟稿人");
		tasks.setAssignee(task("task_signReply").getId(), null);
		complete("gongan2", "task_signReply", Map.of("verdict", "pass"));
		assertThat(assignment().state()).isEqualTo(Assignments.State.REPLIED);
		assertThat(outcomes.get(outcomeId).closing()).isNull();

		clockTo(LocalDateTime.of(2023, 10, 9, 9, 0));
		complete("gongan1", "task_reportImplementation", Map.of("progress", "completed", "completedOn", "2023-10-08", "measures",
				List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "四个派出所改造完工"))));
		assertThat(openTasks()).containsExactly("task_acknowledgeReport", "task_acknowledgeReport", "task_acknowledgeReport");
		clockTo(LocalDateTime.of(2023, 11, 8, 0, 0));
		runDueJobs();
		lookBack("chengxiang1", "task_lookBackByCommittee", "yes");
		lookBack("dukao1", "task_lookBackBySupervision", "yes");
		runDueJobs();
		assertThat(openTasks()).isEmpty();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo("implemented");
	}

	@Test
	void whatIsNotInPlaceIsSupervisedAndLookedBackAtAgain() {
		assigned();
		complete("gongan1", "task_signReceipt", Map.of("receipt", "sign"));
		complete("gongan1", "task_draftReply", adopted());
		complete("gongan2", "task_signReply", Map.of("verdict", "pass"));
		complete("gongan1", "task_reportImplementation", Map.of("progress", "completed", "completedOn", "2023-09-11", "measures",
				List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "已列入计划"))));
		clockTo(LocalDateTime.of(2023, 10, 11, 0, 0));
		runDueJobs();
		lookBack("chengxiang1", "task_lookBackByCommittee", "yes");
		lookBack("dukao1", "task_lookBackBySupervision", "no");
		runDueJobs();
		assertThat(assignment().supervisionLevel()).isEqualTo(1);
		complete("dukao2", "task_strengthenSupervision", Map.of("limit", "2023-12-01", "demands", "限期完成", "inspect", "no"));
		assertThat(openTasks()).containsExactly("task_reportImplementation");
	}

	@Test
	void whatCannotBeAdoptedEndsAsAReference() {
		assigned();
		complete("gongan1", "task_signReceipt", Map.of("receipt", "sign"));
		complete("gongan1", "task_draftReply", Map.of("talk", "已面商", "decision", "reference", "explanation", "财力不足", "policyBasis", "预算法", "contact", "张三", "phone", "12345"));
		complete("gongan2", "task_signReply", Map.of("verdict", "pass"));
		complete("gongan1", "task_draftReference", Map.of("title", "关于暂不新建派出所的说明", "reasons", "财力不足", "policyBasis", "预算法", "addressee", "城乡委", "distribution", "三办"));
		complete("zhengfu1", "task_judgeReference", Map.of("verdict", "accept"));
		runDueJobs();
		assertThat(assignment().state()).isEqualTo(Assignments.State.CONVERTED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo("converted");
	}

	@Test
	void aProposalThatIsRefusedComesBackToTheOfficesAndToTheUnit() {
		assigned();
		complete("gongan1", "task_signReceipt", Map.of("receipt", "sign"));
		complete("gongan1", "task_draftReply", Map.of("talk", "已面商", "decision", "complex", "explanation", "涉及多部门", "proposedKind", "proposal", "contact", "张三", "phone", "12345"));
		complete("gongan2", "task_signReply", Map.of("verdict", "pass"));
		complete("zhengfu1", "task_decideConversion", Map.of("verdict", "agree", "kind", "proposal", "reason", "情况属实"));
		complete("chengxiang1", "task_draftProposal", Map.of("title", "关于改造派出所的提案", "cause", "条件简陋", "situation", "现状", "proposal", "改造"));
		complete("tian1", "task_judgeProposal", Map.of("verdict", "refuse", "reason", "不予立案"));
		complete("quwei1", "task_reconsiderConversion", Map.of("promisedOn", "2023-10-20", "reason", "应当办理"));
		assertThat(openTasks()).containsExactly("task_draftReply");
		complete("gongan1", "task_draftReply", adopted());
		complete("gongan2", "task_signReply", Map.of("verdict", "pass"));
		assertThat(assignment().repliedOn()).isNotNull();
	}

	@Test
	void theDeadlineFallsAtMidnightAfterTheDueDayAndTheReplyIsStillOwed() {
		assigned();
		clockTo(LocalDateTime.of(2023, 9, 15, 0, 0));
		runDueJobs();
		assertThat(assignment().receipt()).isEqualTo("deemed");
		assertThat(assignment().receivedOn()).hasToString("2023-09-14");
		assertThat(assignment().dueOn()).hasToString("2023-11-14");
		clockTo(LocalDateTime.of(2023, 11, 14, 23, 59, 59));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 15, 0, 0));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		complete("zhengfu1", "task_handleOverdue", Map.of("measure", "supervise", "promisedOn", "2023-11-30", "reason", "立即办理"));
		assertThat(openTasks()).containsExactly("task_draftReply");
		clockTo(LocalDateTime.of(2023, 12, 1, 0, 0));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_handleOverdue");
	}

	@Test
	void aUnitMaySendBackAndTheOfficesDecide() {
		assigned();
		complete("gongan1", "task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		complete("quwei1", "task_decideReassignment", Map.of("toUnit", "unit-caizheng", "decision", "同意改派"));
		complete("caizheng1", "task_signReceipt", Map.of("receipt", "sign"));
		assertThat(assignment().leadUnit()).isEqualTo("unit-caizheng");
	}

	@Test
	void aSecretTopicStoresNothing() {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> start("chengxiang1", "consultation-outcome", Map.of("secret", "yes")))).contains("涉密");
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void aRefusedAnswerLeavesTaskAndLedgerAsTheyWere() {
		started();
		Map<String, Object> before = ledger();
		assertThat(refused(() -> complete("chengxiang1", "task_planResearch", Map.of("members", List.of("weiyuan1"), "plan", "长".repeat(4001)))))
				.isEqualTo("“调研方案”最多 2000 字，现有 4001 字，请精简后再提交。");
		assertThat(refused(() -> complete("chengxiang1", "task_planResearch", Map.of("plan", "方案")))).isEqualTo("请选择“参与委员”。");
		assertThat(refused(() -> complete("chengxiang1", "task_planResearch", Map.of("members", List.of("nobody"), "plan", "方案")))).contains("已不可选");
		assertThat(refused(() -> complete("chengxiang1", "task_planResearch", Map.of("members", List.of("weiyuan1"), "plan", "方案", "outcomeId", "x"))))
				.contains("没有“outcomeId”");
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_planResearch");
	}

	private void started() {
		clockTo(LocalDateTime.of(2023, 9, 11, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", Map.of("secret", "no", "title", "基层派出所改造", "kind", "research", "background", "贴近基层治理"))
				.getBusinessKey();
	}

	/** Everything up to the assignment that waits for 公安局 to sign. */
	private void assigned() {
		started();
		outcomeId = outcomeId != null ? outcomeId : runtime.createProcessInstanceQuery().processDefinitionKey("consultation-outcome").singleResult().getBusinessKey();
		complete("chengxiang1", "task_planResearch", Map.of("members", List.of("weiyuan1", "weiyuan2"), "plan", "走访各镇街"));
		complete("chengxiang1", "task_recordResearch", Map.of("records", List.of(Map.of("kind", "group-visit", "heldOn", "2023-09-01", "place", "各镇街", "findings", "条件简陋"))));
		complete("chengxiang1", "task_draftReport", Map.of("report", "长".repeat(20_000), "suggestions", List.of(Map.of("text", "改造派出所")), "askedMembers", List.of("weiyuan1")));
		complete("weiyuan1", "task_giveOpinion", Map.of("opinion", "同意"));
		String opinion = jdbc.sql("select max(id) from opinion").query(String.class).single();
		complete("chengxiang1", "task_reviseReport", Map.of("report", REPORT, "suggestions", List.of(Map.of("text", "改造派出所")), "again", "no", "disposals",
				List.of(Map.of("opinion", opinion, "disposal", "adopted", "reason", "已吸收"))));
		complete("chengxiang1", "task_reviewByHead", Map.of("verdict", "pass"));
		complete("zhengxie1", "task_reviewByOffice", Map.of("verdict", "return", "reason", "再改"));
		complete("chengxiang1", "task_reviseReport", Map.of("report", REPORT, "suggestions", List.of(Map.of("text", "改造派出所")), "again", "no"));
		complete("chengxiang1", "task_reviewByHead", Map.of("verdict", "pass"));
		complete("zhengxie1", "task_reviewByOffice", Map.of("verdict", "pass"));
		complete("fuzhuxi1", "task_reviewByDeputyChair", Map.of("verdict", "pass"));
		complete("mishu1", "task_deliberate", Map.of("verdict", "pass", "heldOn", "2023-09-10"));
		complete("zhuxi1", "task_readByChair", Map.of("verdict", "pass"));
		complete("zhengxie1", "task_submitOutcome", Map.of("leaders", List.of("shuji1")));
		complete("quwei1", "task_acceptSubmission", Map.of("verdict", "pass"));
		complete("quwei1", "task_enterInstruction", Map.of("form", "words", "writtenOn", "2023-09-11", "words", "请区政府研究"));
		complete("zhengxie1", "task_sortInstructions", Map.of("sorting", List.of(Map.of("instruction",
				jdbc.sql("select max(id) from instruction").query(String.class).single(), "category", "urban", "committee", "committee-chengxiang"))));
		complete("zhengfu1", "task_makeAssignments", Map.of("assign", "yes", "assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit",
				"unit-gongan", "requirement", "两个月内答复"))));
		complete("zhengxie1", "task_confirmFollowUp", Map.of("followUpCommittee", "committee-chengxiang"));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_signReceipt");
	}

	private Map<String, Object> adopted() {
		return Map.of("talk", "已与委员面商", "decision", "adopted", "replies", List.of(Map.of("suggestion", outcomeId + "-J1", "reply", "已列入改造计划")), "replyClass", "A",
				"contact", "张三", "phone", "12345");
	}

	private void lookBack(String user, String key, String inPlace) {
		complete(user, key, Map.of("evidences", List.of(Map.of("suggestion", outcomeId + "-J1", "evidence", "现场查看")), "siteCheck", "查看四个派出所", "inPlace", inPlace,
				"satisfactionProcess", "satisfied", "satisfactionResult", "satisfied"));
	}

	private Assignments.Assignment assignment() {
		return assignments.get(outcomeId + "-1");
	}
}
