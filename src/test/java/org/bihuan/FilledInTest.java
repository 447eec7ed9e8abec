package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.terms.TaskKeys;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What is known is filled in; what does not apply is not asked. All of it had to be typed, again and again, on the former version. */
class FilledInTest extends EveryTask {

	private JsonNode field(Task task, String key) {
		return formOf(task).findParents("key").stream().filter(one -> key.equals(one.path("key").asText())).findFirst().orElseThrow();
	}

	/** Before, the unit's wish to convert it stood there as the draft of a reply, and to what it would convert it nowhere. */
	@Test
	void whatTheUnitMeantToDoIsSeenAtTheMeasures() {
		startUpTo("task_draftReply");
		answer("task_draftReply", tooComplex());
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_handleOverdue").getId(), "view")))
				.contains("建议转为提案，还没有审签）");
	}

	@Test
	void aReplyThatWasSentBackIsMendedNotWrittenAnew() {
		startUpTo("task_signReply");
		answer("task_signReply", Map.of("verdict", "return", "reason", "请写明完成时间"));
		Task again = task("task_draftReply");
		assertThat(local(again, "replies").toString()).isEqualTo("[{\"suggestion\":\"" + outcomeId + "-J1\",\"reply\":\"已列入改造计划\"}]");
		assertThat(local(again, "talk").asText()).isEqualTo("已与委员面商");
		assertThat(local(again, "decision").asText()).isEqualTo("adopted");
		assertThat(local(again, "replyClass").asText()).isEqualTo("A");
		assertThat(view(again).path("returned").asText()).contains("请写明完成时间");
	}

	/** On the former version who decides typed again what was asked for, and did not see what a conversion was to become. */
	@Test
	void whatAUnitAsksForIsFilledInForWhoDecidesOnIt() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		assertThat(local(task("task_decideReassignment"), "toUnit").asText()).isEqualTo("unit-caizheng");
		upTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-01"));
		upTo("task_decideExtension");
		assertThat(local(task("task_decideExtension"), "until").asText()).isEqualTo("2023-12-01");
		answer("task_decideExtension");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_decideConversion");
		assertThat(local(task("task_decideConversion"), "kind").asText()).isEqualTo("proposal");
		assertThat(view(task("task_decideConversion")).path("draft").asText()).contains("建议转为", "提案");
	}

	/** On the former version whoever writes the 参阅件 typed both again, and did not see the second. */
	@Test
	void aReferenceBeginsWithWhyTheUnitDoesNotAdopt() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_draftReference");
		assertThat(local(task("task_draftReference"), "reasons").asText()).isEqualTo("财力不足");
		assertThat(local(task("task_draftReference"), "policyBasis").asText()).isEqualTo("预算法");
	}

	/** On the former version it stood there twice: in the fields, and above them. */
	@Test
	void aReplyThatWasSentBackStandsInTheFieldsAlone() {
		startUpTo("task_signReply");
		answer("task_signReply", Map.of("verdict", "return", "reason", "请写明完成时间"));
		assertThat(view(task("task_draftReply")).path("draft").asText()).isEmpty();
	}

	@Test
	void whomAUnitNamedTheLastTimeIsNamedAgain() {
		startUpTo("task_draftReply");
		answer("task_draftReply", Map.of("contact", "王警官", "phone", "0523-66"));
		endCases();
		startUpTo("task_draftReply");
		assertThat(local(task("task_draftReply"), "contact").asText()).isEqualTo("王警官");
		assertThat(local(task("task_draftReply"), "phone").asText()).isEqualTo("0523-66");
		assertThat(local(task("task_draftReply"), "talk").isNull()).as("nothing else of another case").isTrue();
	}

	/** Any text was taken. */
	@Test
	void aPhoneIsOneThatCanBeCalled() {
		startUpTo("task_draftReply");
		String said = "“联系电话”的写法不对，请按说明填写。";
		for (String wrong : List.of("asdf", "1234", "电话 0523-12345", "0523-12345；0523-12346", "----------")) {
			assertThat(refused(() -> answer("task_draftReply", Map.of("phone", wrong)))).as(wrong).isEqualTo(said);
		}
		answer("task_draftReply", Map.of("phone", " +86 (0523) 8800 1234 转 8001 "));
		assertThat(jdbc.sql("select phone from reply_draft order by id desc fetch first 1 rows only").query(String.class).single())
				.isEqualTo("+86 (0523) 8800 1234 转 8001");
		upTo("task_reportImplementation");
		Map<String, Object> correction = Map.of("kind", "correct", "number", outcomeId + "-1", "field", "reply-phone", "newValue", "asdf");
		assertThat(refused(() -> amend("zhengfu1", correction))).contains(said);
	}

	@Test
	void theTableProposesForEachInstructionAndThePersonConfirms() {
		clockTo(MONDAY);
		Map<String, Object> topic = new LinkedHashMap<>(topic());
		topic.put("title", "其他事项");
		outcomeId = start("chengxiang1", "consultation-outcome", topic).getBusinessKey();
		upTo("task_sortInstructions");
		JsonNode row = local(task("task_sortInstructions"), "sorting").path(0);
		assertThat(row.path("category").asText()).isEqualTo("其他");
		assertThat(row.path("committee").asText()).as("no row speaks for it: who formed it").isEqualTo("committee-chengxiang");
	}

	@Test
	void whatIsDemandedBeginsWithADefaultAndPhrasesAreTicked() {
		startUpTo("task_makeAssignments");
		Task task = task("task_makeAssignments");
		assertThat(field(task, "requirement").path("defaultValue").asText()).isNotBlank();
		String phrase = field(task, "phrases").path("values").path(0).path("value").asText();
		answer("task_makeAssignments", Map.of("assign", "yes", "assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit",
				"unit-gongan", "requirement", "请两个月内答复。", "phrases", List.of(phrase)))));
		assertThat(assignment().requirement()).isEqualTo("请两个月内答复。" + phrase);
	}

	@Test
	void phrasesCountToTheLengthOfWhatIsDemanded() {
		startUpTo("task_makeAssignments");
		String phrase = field(task("task_makeAssignments"), "phrases").path("values").path(0).path("value").asText();
		assertThat(refused(() -> answer("task_makeAssignments", Map.of("assign", "yes", "assignments", List.of(Map.of("suggestions",
				List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "长".repeat(2000), "phrases", List.of(phrase)))))))
				.contains("连同常用语最多 2000 字，现有 " + (2000 + phrase.length()) + " 字");
	}

	@Test
	void datesOfWhatIsDoneTodayBeginWithToday() {
		startUpTo("task_deliberate");
		clockTo(MONDAY.plusDays(2));
		assertThat(field(task("task_deliberate"), "heldOn").path("defaultValue").asText()).isEqualTo("2023-09-13");
	}

	/** 说明 where an opinion is adopted says nothing: it is neither asked nor kept; where it is not, it must be there. */
	@Test
	void whyIsAskedOnlyWhereItSaysSomething() {
		startUpTo("task_reviseReport");
		String opinion = jdbc.sql("select id from opinion where outcome_id = ?").param(outcomeId).query(String.class).single();
		assertThat(refused(() -> answer("task_reviseReport", Map.of("disposals", List.of(Map.of("opinion", opinion, "disposal", "rejected"))))))
				.isEqualTo("“意见采纳情况”第 1 行：请填写“说明”。");
		answer("task_reviseReport", Map.of("disposals", List.of(Map.of("opinion", opinion, "disposal", "adopted"))));
		assertThat(refused(() -> answer("task_reviewByHead", Map.of("verdict", "return")))).isEqualTo("请填写“理由”。");
		answer("task_reviewByHead");
		assertThat(openTasks()).containsExactly("task_reviewByOffice");
	}

	/** On the former version chengxiang1 drafted a report and passed it himself. */
	@Test
	void nobodyPassesTheGateOnHisOwnDraft() {
		startUpTo(TaskKeys.REVIEW_BY_HEAD);
		Task gate = task(TaskKeys.REVIEW_BY_HEAD);
		Map<String, Object> before = ledger();
		assertThat(refused(() -> complete("chengxiang1", gate, Map.of("verdict", "pass")))).isEqualTo("起草或修改过这份成果的人不能为它把关，请由本级的其他人把关。");
		assertThat(ledger()).isEqualTo(before);
		tasks.setAssignee(gate.getId(), null);
		complete("chengxiang2", gate, Map.of("verdict", "pass"));
		assertThat(openTasks()).containsExactly(TaskKeys.REVIEW_BY_OFFICE);
	}
}
