package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Each event is told to all whom the rule names and to nobody else, once. */
class WhoIsToldTest extends CycleTest {

	private static final Map<String, Object> WITH_A_CO_UNIT = Map.of("leadUnit", "unit-gongan", "coUnits", List.of("unit-caizheng"), "requirement",
			"两个月内答复");

	/** Everybody who has a notice of this kind about the case, as often as he has one. */
	private List<String> told(String kind) {
		return jdbc.sql("select recipient from notice where outcome_id = ? and kind = ?").params(outcomeId, kind).query(String.class).list();
	}

	private void assignToPoliceAndFinance() {
		startUpTo("task_makeAssignments");
		Map<String, Object> row = new java.util.HashMap<>(WITH_A_CO_UNIT);
		row.put("suggestions", List.of(outcomeId + "-J1"));
		answer("task_makeAssignments", Map.of("assignments", List.of(row)));
	}

	private void rateAll(String result) {
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(
				task -> complete(somebodyFor(task), task, Map.of("process", "satisfied", "result", result, "remark", "尚未完工")));
		runDueJobs();
	}

	@Test
	void ofTheSubmissionItsCommitteeItsMembersAndTheOfficesThatAccept() {
		startUpTo("task_acceptSubmission");
		assertThat(told("submitted")).containsExactlyInAnyOrder("committee-chengxiang", "weiyuan1", "weiyuan2", "party-office", "gov-office");
	}

	@Test
	void ofAnAssignmentItsUnits() {
		assignToPoliceAndFinance();
		upTo("task_signReceipt");
		assertThat(told("assigned")).containsExactlyInAnyOrder("unit-gongan", "unit-caizheng");
	}

	@Test
	void ofADeemedReceiptTheThreeOffices() {
		startUpTo("task_signReceipt");
		clockTo(timer("boundary_receiptLimit").getDuedate());
		runDueJobs();
		assertThat(told("deemed-received")).containsExactlyInAnyOrder("party-office", "gov-office", "cppcc-office");
	}

	@Test
	void ofAnOverdueReplyTheThreeOfficesAndTheUnit() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(told("overdue")).containsExactlyInAnyOrder("party-office", "gov-office", "cppcc-office", "unit-gongan");
	}

	private void look(String day) {
		clockTo(java.time.LocalDate.parse(day).atTime(8, 10));
		runtime.startProcessInstanceByKey("task-limits");
	}

	@Test
	void ofATaskThatIsAlmostDueThoseWhoHaveItAndOfALateOneItsSuperior() {
		startUpTo("task_acceptSubmission");
		look("2023-09-15");
		assertThat(told("reminder")).containsExactlyInAnyOrder("party-office", "gov-office");
		look("2023-09-19");
		assertThat(told("task-overdue")).containsExactly("cppcc-deputy-chair");
	}

	@Test
	void ofATrackingThatIsUndoneTheSuperiorsTheThreeOfficesAndTheSupervisors() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		assertThat(told("task-overdue")).containsExactlyInAnyOrder("cppcc-deputy-chair", "party-office", "gov-office", "cppcc-office",
				"supervision-office");
	}

	@Test
	void ofTheReplyTheMembersAndTheThreeOffices() {
		startUpTo("task_reportImplementation");
		assertThat(told("replied")).containsExactlyInAnyOrder("party-office", "gov-office", "cppcc-office", "weiyuan1", "weiyuan2");
	}

	@Test
	void ofTheCompletionTheThreeOffices() {
		startUpTo("task_acknowledgeReport");
		assertThat(told("implemented")).containsExactlyInAnyOrder("party-office", "gov-office", "cppcc-office");
	}

	@Test
	void ofARefusedConversionTheUnitAndTheOfficesThatDecideAnew() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answerOnly("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		assertThat(told("conversion-refused")).containsExactlyInAnyOrder("unit-gongan", "party-office", "gov-office");
		assertThat(notices.of("unit-gongan")).anySatisfy(notice -> assertThat(notice.text()).contains(assignment().id(), "应当采纳"));
	}

	@Test
	void ofAConversionTheUnitsTheCommitteeTheMembersAndTheThreeOffices() {
		assignToPoliceAndFinance();
		upTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answer("task_judgeReference");
		assertThat(told("converted")).containsExactlyInAnyOrder("unit-gongan", "unit-caizheng", "committee-chengxiang", "weiyuan1", "weiyuan2",
				"party-office", "gov-office", "cppcc-office");
	}

	@Test
	void ofAnOrderedRedoTheUnitAndTheThreeOfficesAndOfItsReplyTheMembersToo() {
		startUpTo("task_rateSatisfaction");
		rateAll("unsatisfied");
		assertThat(told("redo-ordered")).containsExactlyInAnyOrder("unit-gongan", "party-office", "gov-office", "cppcc-office");
		answer("task_redo");
		assertThat(told("replied-again")).as("not before it is signed").isEmpty();
		answer("task_signRedo");
		assertThat(told("replied-again")).as("not before it is sealed").isEmpty();
		answer("task_sealRedo");
		assertThat(told("replied-again")).containsExactlyInAnyOrder("weiyuan1", "weiyuan2", "party-office", "gov-office", "cppcc-office");
	}

	@Test
	void ofTheVerifiedClosingTheMembersAndOfTheOutcomesClosingTheCommitteeToo() {
		startUpTo("task_rateSatisfaction");
		rateAll("satisfied");
		toTheEnd();
		assertThat(told("verified")).containsExactlyInAnyOrder("weiyuan1", "weiyuan2");
		assertThat(told("closed")).containsExactlyInAnyOrder("weiyuan1", "weiyuan2", "committee-chengxiang");
	}

	@Test
	void ofAWithdrawnAssignmentItsUnitsTheCommitteeAndTheMembers() {
		assignToPoliceAndFinance();
		upTo("task_signReceipt");
		amend("quwei1", Map.of("kind", "withdraw", "number", assignment().id(), "cause", "wrong", "remainder", "不宜由部门承办"));
		assertThat(told("withdrawn")).containsExactlyInAnyOrder("unit-gongan", "unit-caizheng", "committee-chengxiang", "weiyuan1", "weiyuan2");
	}

	@Test
	void ofAWithdrawnOutcomeTheCommitteeTheMembersAndTheThreeOffices() {
		startUpTo("task_makeAssignments");
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "duplicate"));
		assertThat(told("withdrawn")).containsExactlyInAnyOrder("committee-chengxiang", "weiyuan1", "weiyuan2", "party-office", "gov-office",
				"cppcc-office");
	}
}
