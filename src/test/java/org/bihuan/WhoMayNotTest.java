package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a step refuses, and that a refusal leaves ledger and tasks as they were. */
@Tag("wide")
class WhoMayNotTest extends CycleTest {

	private boolean withEvidence = true;

	/** What is uploaded before a refusal stays: where one is expected, nothing is. */
	@Override
	protected void evidence(String user, Task task) {
		if (withEvidence) {
			super.evidence(user, task);
		}
	}

	private void refusedAs(Runnable act, String words) {
		Map<String, Object> before = ledger();
		List<String> open = openTasks();
		withEvidence = false;
		assertThat(refused(act)).contains(words);
		withEvidence = true;
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactlyInAnyOrderElementsOf(open);
	}

	private Map<String, Object> plainWithout(String key, String field) {
		Map<String, Object> answer = new LinkedHashMap<>(plain(task(key)));
		assertThat(answer).containsKey(field);
		answer.remove(field);
		return answer;
	}

	@Test
	void anAuthorDoesNotJudgeHisOwnConversion() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		answer("task_decideConversion", Map.of("kind", "opinion-report"));
		upTo("task_draftOpinionReport");
		complete("zhengxie1", "task_draftOpinionReport", plain(task("task_draftOpinionReport")));
		Task judge = task("task_judgeOpinionReport");
		refusedAs(() -> complete("zhengxie1", judge, plain(judge)), "撰写人不能审定自己的稿件");
		tasks.setAssignee(judge.getId(), null);
		complete("zhengxie2", judge, plain(judge));
		assertThat(assignment().state()).hasToString("CONVERTED");
	}

	@Test
	void anOutcomeIsNotWithdrawnOnceSomethingOfItHasEnded() {
		Map<String, Object> two = Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力")));
		startUpTo("task_draftReport");
		answer("task_draftReport", two);
		upTo("task_reviseReport");
		answer("task_reviseReport", two);
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "两个月内答复"))));
		answer("task_confirmFollowUp");
		runDueJobs();
		complete("fagai1", tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult(), Map.of("receipt", "sign"));
		complete("fagai1", tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult(), notAdoptable());
		complete("fagai2", tasks.createTaskQuery().taskCandidateUser("fagai2").singleResult(), Map.of("verdict", "pass"));
		answer("task_draftReference");
		answer("task_judgeReference");
		runDueJobs();
		refusedAs(() -> amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "wrong")), "已有交办件核查销号或转化");
	}

	@Test
	void aLookBackIsNotSignedWithoutARecordOfTheSite() {
		startUpTo("task_lookBackByCommittee");
		refusedAs(() -> answerOnly("task_lookBackByCommittee", plainWithout("task_lookBackByCommittee", "siteCheck")), "请填写“现场核查记录”");
	}

	@Test
	void aReplyNamesWhomToAsk() {
		startUpTo("task_draftReply");
		refusedAs(() -> answerOnly("task_draftReply", plainWithout("task_draftReply", "contact")), "联系人");
		refusedAs(() -> answerOnly("task_draftReply", plainWithout("task_draftReply", "phone")), "电话");
	}

	@Test
	void whatIsNotAdoptedIsNotWithoutItsPolicyBasis() {
		startUpTo("task_draftReply");
		Map<String, Object> without = new LinkedHashMap<>(notAdoptable());
		without.remove("policyBasis");
		refusedAs(() -> answerOnly("task_draftReply", without), "政策依据");
	}

	@Test
	void aReportIsNotRevisedBeforeEachOpinionIsDisposedOf() {
		startUpTo("task_reviseReport");
		refusedAs(() -> answer("task_reviseReport", Map.of("disposals", List.of())), "请写明“李春生”的意见采纳情况");
		Map<String, Object> answer = plain(task("task_reviseReport"));
		@SuppressWarnings("unchecked")
		List<Map<String, Object>> once = (List<Map<String, Object>>) answer.get("disposals");
		refusedAs(() -> answer("task_reviseReport", Map.of("disposals", List.of(once.get(0), once.get(0)))), "同一条意见写了两次处理情况");
	}

	@Test
	void theMeetingHasBeenHeld() {
		startUpTo("task_deliberate");
		refusedAs(() -> answer("task_deliberate", Map.of("heldOn", "2023-09-12")), "“会议日期”不能晚于今天");
	}

	@Test
	void eachLevelOfReviewStandsOnRecordAsItself() {
		startUpTo("task_deliberate");
		answer("task_deliberate");
		assertThat(jdbc.sql("select level from report_review where outcome_id = ? order by id").param(outcomeId).query(String.class).list())
				.containsExactly("head", "office", "deputy-chair", "chair-meeting");
	}

	@Test
	void everyInstructionIsSortedOnce() {
		startUpTo("task_submitOutcome");
		answer("task_submitOutcome", Map.of("leaders", List.of("shuji1", "quzhang1")));
		answer("task_acceptSubmission");
		answerEach("task_enterInstruction");
		@SuppressWarnings("unchecked")
		List<Map<String, Object>> both = (List<Map<String, Object>>) plain(task("task_sortInstructions")).get("sorting");
		assertThat(both).hasSize(2);
		refusedAs(() -> answer("task_sortInstructions", Map.of("sorting", List.of(both.get(0)))), "还有批示没有分送");
		refusedAs(() -> answer("task_sortInstructions", Map.of("sorting", List.of(both.get(0), both.get(0), both.get(1)))), "同一条批示分送了两次");
	}

	private void answerEach(String key) {
		tasks.createTaskQuery().taskDefinitionKey(key).list().forEach(task -> complete(somebodyFor(task), task, plain(task)));
		runDueJobs();
	}

	@Test
	void aNewLimitLiesAhead() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision");
		upTo("task_strengthenSupervision");
		String today = LocalDateTime.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), BihuanApplication.ZONE)
				.toLocalDate().toString();
		refusedAs(() -> answer("task_strengthenSupervision", Map.of("limit", today)), "“新的期限”应晚于今天");
	}

	@Test
	void anInstructionOfALeaderWhoIsNoneIsNotTaken() {
		startUpTo("task_draftReply");
		refusedAs(() -> start("quwei1", "late-instruction",
				Map.of("outcomeNo", outcomeId, "leader", "张三", "writtenOn", "2023-09-11", "words", "请抓紧办理")), "不在区领导名单中");
		refusedAs(() -> start("quwei1", "late-instruction",
				Map.of("outcomeNo", outcomeId, "leader", "韩东升", "writtenOn", "2023-09-10", "words", "请抓紧办理")), "不能早于报送日期");
	}
}
