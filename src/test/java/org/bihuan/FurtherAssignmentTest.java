package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.NoticeKind;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 补交办: a suggestion that a 撤回 freed, or a unit that was forgotten, gets an assignment of its own while the outcome is handled. */
@Tag("h2-again")
class FurtherAssignmentTest extends CycleTest {

	@Autowired
	private Documents documents;
	@Autowired
	private Trail trail;

	private Map<String, Object> asked() {
		return Map.of("kind", "add", "number", outcomeId, "reason", "财政局未列入");
	}

	/** Two suggestions, the first with the police, the second with the planning office. */
	private void handOutTwo() {
		List<Map<String, String>> texts = List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"));
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("suggestions", texts));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("suggestions", texts));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "两个月内答复"))));
		upTo("task_signReceipt");
	}

	private Map<String, Object> further(String suggestion, String unit) {
		return new HashMap<>(Map.of("assign", "yes", "suggestions", List.of(outcomeId + suggestion), "leadUnit", unit, "coUnits",
				List.of("unit-jiaoyu"), "requirement", "请一并研究资金", "leader", "quzhang1"));
	}

	@Test
	void aSuggestionThatWasFreedIsOfferedFirstAndAssignedAnew() {
		handOutTwo();
		amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-2", "cause", "wrong", "remainder", "另行补交办"));
		amend("quwei1", asked());
		String view = String.valueOf(tasks.getVariableLocal(task("task_addAssignment").getId(), "view"));
		assertThat(view).contains("财政局未列入", "建议 2（已撤回，现无单位承办）", "建议 1（现由公安局承办）");
		assertThat(view.indexOf("建议 2（")).as("what was freed comes first").isLessThan(view.indexOf("建议 1（"));
		complete("zhengfu1", "task_addAssignment", further("-J2", "unit-caizheng"));
		runDueJobs();
		String added = outcomeId + "-3";
		assertThat(assignments.get(added)).satisfies(one -> {
			assertThat(one.leadUnit()).isEqualTo("unit-caizheng");
			assertThat(one.state()).isEqualTo(State.ASSIGNED);
			assertThat(one.deliveredAt()).isNotNull();
			assertThat(one.responsibleLeader()).isEqualTo("quzhang1");
			assertThat(one.requirement()).isEqualTo("请一并研究资金");
		});
		assertThat(assignments.suggestions(added)).extracting(Outcomes.Suggestion::id).containsExactly(outcomeId + "-J2");
		assertThat(assignments.coUnits(added)).containsExactly("unit-jiaoyu");
		assertThat(documents.ofOutcome(outcomeId)).filteredOn(one -> added.equals(one.assignmentId())).singleElement().satisfies(one -> {
			assertThat(one.kind()).isEqualTo(Documents.Kind.ASSIGNMENT);
			assertThat(one.number()).contains("〔2023〕");
		});
		assertThat(trail.ofOutcome(outcomeId)).anySatisfy(one -> {
			assertThat(one.act()).isEqualTo(Act.ASSIGNED_FURTHER);
			assertThat(one.assignmentId()).isEqualTo(added);
			assertThat(one.actor()).isEqualTo("zhengfu1");
			assertThat(one.field("reason")).isEqualTo("财政局未列入");
		});
		for (String unit : List.of("unit-caizheng", "unit-jiaoyu")) {
			assertThat(notices.of(unit)).as(unit).anyMatch(one -> one.kind() == NoticeKind.ASSIGNED && added.equals(one.assignmentId()));
		}
		for (String other : List.of("party-office", "gov-office", "cppcc-office", "committee-chengxiang")) {
			assertThat(notices.of(other)).as(other)
					.filteredOn(one -> one.kind() == NoticeKind.ASSIGNED_FURTHER && added.equals(one.assignmentId()))
					.hasSize(1);
		}
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_signReceipt").count()).as("the one that runs, and the new one").isEqualTo(2);
	}

	@Test
	void eachHasItsOwnClockAndTheOutcomeClosesOnlyAfterTheLast() {
		startUpTo("task_draftReply");
		amend("quwei1", asked());
		clockTo(MONDAY.plusDays(7));
		complete("quwei1", "task_addAssignment", further("-J1", "unit-caizheng"));
		runDueJobs();
		String added = outcomeId + "-2";
		Task receipt = tasks.createTaskQuery().taskDefinitionKey("task_signReceipt").singleResult();
		complete(somebodyFor(receipt), receipt, Map.of("receipt", "sign"));
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
		assertThat(assignments.get(added).dueOn()).hasToString("2023-11-20");
		verifyFirst();
		assertThat(assignment().state()).isEqualTo(State.VERIFIED);
		assertThat(outcomes.get(outcomeId).closedAt()).as("the further one is not done").isNull();
		assertThat(assignments.get(added).ended()).isFalse();
		amend("quwei1", Map.of("kind", "reassign", "number", added, "toUnit", "教育局"));
		assertThat(assignments.get(added).leadUnit()).isEqualTo("unit-jiaoyu");
		amend("quwei1", asked());
		complete("quwei1", "task_addAssignment", further("-J1", "unit-fagai"));
		runDueJobs();
		assertThat(assignments.get(outcomeId + "-3").deliveredAt()).as("also when only the further one still runs").isNotNull();
		toTheEnd();
		assertThat(assignments.of(outcomeId)).extracting(one -> one.state()).containsOnly(State.VERIFIED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
	}

	/** Walks the police's assignment to its end; the other one's tasks lie open. */
	private void verifyFirst() {
		for (String key : List.of("task_draftReply", "task_signReply", "task_sealReply", "task_reportImplementation")) {
			Task mine = ofFirst(key);
			complete(somebodyFor(mine), mine, plain(mine));
			runDueJobs();
		}
		tasks.createTaskQuery().taskDefinitionKey("task_acknowledgeReport").list().forEach(one -> complete(somebodyFor(one), one, Map.of()));
		runDueJobs();
		clockTo(assignment().nextLookBackOn().atTime(9, 0));
		runDueJobs();
		for (String key : List.of("task_lookBackByCommittee", "task_lookBackBySupervision")) {
			Task mine = ofFirst(key);
			complete(somebodyFor(mine), mine, plain(mine));
			runDueJobs();
		}
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(one -> complete(somebodyFor(one), one, plain(one)));
		runDueJobs();
	}

	private Task ofFirst(String key) {
		return tasks.createTaskQuery().taskDefinitionKey(key).processVariableValueEquals("assignmentId", outcomeId + "-1").singleResult();
	}

	@Test
	void twoAtOnceEachBringInTheirOwn() {
		startUpTo("task_draftReply");
		amend("quwei1", asked());
		complete("quwei1", "task_addAssignment", further("-J1", "unit-caizheng"));
		amend("quwei1", asked());
		complete("quwei1", "task_addAssignment", further("-J1", "unit-fagai"));
		runDueJobs();
		assertThat(assignments.get(outcomeId + "-2").deliveredAt()).isNotNull();
		assertThat(assignments.get(outcomeId + "-3").deliveredAt()).isNotNull();
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_signReceipt").count()).isEqualTo(2);
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "wrong"));
		runDueJobs();
		assertThat(openTasks()).isEmpty();
		assertThat(assignments.of(outcomeId)).extracting(one -> one.state()).containsOnly(State.WITHDRAWN);
	}

	@Test
	void whereItMayNotBeItIsRefusedWithNothingChanged() {
		startUpTo("task_makeAssignments");
		refusedToStart("quwei1", "还没有分解交办");
		upTo("task_confirmFollowUp");
		refusedToStart("quwei1", "还没有送到承办单位");
		upTo("task_draftReply");
		refusedToStart("zhengxie1", "由区委办、区政府办办理");
		assertThat(catchThrowable(() -> amend("gongan1", asked()))).isInstanceOf(AuthorizationException.class);
		assertThat(refused(() -> amend("quwei1", Map.of("kind", "add", "number", outcomeId + "-1")))).contains("请填写成果编号");
		amend("quwei1", asked());
		refusedToAdd(further("-J1", "unit-gongan"), "建议 1 现在就由“公安局”承办");
		refusedToAdd(with(further("-J1", "unit-jiaoyu"), "coUnits", List.of("unit-jiaoyu")), "不能同时主办和协办");
		refusedToAdd(with(further("-J1", "unit-caizheng"), "requirement", " "), "办理要求");
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "wrong"));
		runDueJobs();
		refusedToAdd(further("-J1", "unit-caizheng"), "已经办结或撤回，不能再补交办");
		complete("quwei1", "task_addAssignment", Map.of("assign", "no", "reason", "成果已撤回"));
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
		assertThat(trail.ofOutcome(outcomeId)).extracting(Trail.Event::act).contains(Act.FURTHER_DROPPED);
		refusedToStart("quwei1", "已经撤回，不能再补交办");
		startUpTo("task_draftReply");
		toTheEnd();
		refusedToStart("quwei1", "已经办结或终止，不能再补交办");
	}

	private void refusedToStart(String user, String words) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> amend(user, asked()))).contains(words);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).doesNotContain("task_addAssignment");
	}

	private void refusedToAdd(Map<String, Object> answer, String words) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> complete("quwei1", "task_addAssignment", answer))).contains(words);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).contains("task_addAssignment");
	}
}
