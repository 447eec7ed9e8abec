package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.terms.NoticeKind;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each timer at its instant and not a second before, fired by moving the clock. */
@Tag("h2-again")
class TimersTest extends CycleTest {

	/** The timer of this name must be due at this instant: a second before nothing happens, at it it fires. */
	private void firesAt(String activity, LocalDateTime instant) {
		Job timer = timer(activity);
		assertThat(timer.getDuedate()).isEqualTo(Date.from(instant.atZone(BihuanApplication.ZONE).toInstant()));
		clockTo(instant.minusSeconds(1));
		runDueJobs();
		assertThat(management.createJobQuery().jobId(timer.getId()).count()).as("the timer waits at %s", instant.minusSeconds(1)).isEqualTo(1);
		clockTo(instant);
		runDueJobs();
		assertThat(management.createJobQuery().jobId(timer.getId()).count()).as("the timer fired at %s", instant).isZero();
	}

	@Test
	void silenceOnTheDraftIsRecordedAfterTenWorkingDays() {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("askedUnits", List.of("unit-caizheng"), "askedMembers", List.of("weiyuan1")));
		complete("weiyuan1", tasks.createTaskQuery().taskCandidateUser("weiyuan1").singleResult(), Map.of("opinion", "同意"));
		firesAt("boundary_opinionLimit", LocalDateTime.of(2023, 9, 26, 0, 0));
		assertThat(openTasks()).containsExactly("task_reviseReport");
		assertThat(jdbc.sql("select state from opinion where outcome_id = ? order by id").param(outcomeId).query(String.class).list())
				.containsExactlyInAnyOrder("silent",
						"given");
	}

	@Test
	void aLeaderWhoWritesNothingIsRecordedAndTheCycleGoesOn() {
		startUpTo("task_submitOutcome");
		answer("task_submitOutcome", Map.of("leaders", List.of("shuji1", "quzhang1")));
		answer("task_acceptSubmission");
		complete("shuji1", tasks.createTaskQuery().taskCandidateUser("shuji1").singleResult(),
				Map.of("form", "words", "writtenOn", "2023-09-11", "words", "请办理"));
		firesAt("boundary_instructionLimit", LocalDateTime.of(2023, 9, 26, 0, 0));
		assertThat(openTasks()).containsExactly("task_sortInstructions");
		assertThat(jdbc.sql("select state from instruction where outcome_id = ?").param(outcomeId).query(String.class).list())
				.containsExactlyInAnyOrder("written",
						"silent");
	}

	@Test
	void anUnsignedAssignmentCountsAsReceivedOnTheThirdWorkingDay() {
		startUpTo("task_signReceipt");
		firesAt("boundary_receiptLimit", LocalDateTime.of(2023, 9, 15, 0, 0));
		assertThat(assignment().receipt().code()).isEqualTo("deemed");
		assertThat(assignment().receivedOn()).hasToString("2023-09-14");
		assertThat(assignment().dueOn()).hasToString("2023-11-14");
		assertThat(notices.of("gov-office"))
				.anyMatch(notice -> notice.kind() == NoticeKind.DEEMED_RECEIVED && notice.assignmentId().equals(assignment().id()));
	}

	@Test
	void aCoUnitHasOneMonth() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复"))));
		upTo("task_giveCoOpinion");
		Job month = timer("boundary_coOpinionLimit");
		assertThat(month.getDuedate()).isEqualTo(Date.from(LocalDateTime.of(2023, 10, 12, 0, 0).atZone(BihuanApplication.ZONE).toInstant()));
		clockTo(LocalDateTime.of(2023, 10, 11, 23, 59, 59));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_giveCoOpinion");
		clockTo(month.getDuedate());
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(jdbc.sql("select state from co_opinion where assignment_id = ?").param(assignment().id()).query(String.class).single())
				.isEqualTo("silent");
	}

	@Test
	void theReplyFallsDueAtMidnightAfterTheDueDayWhateverWasDrafted() {
		startUpTo("task_signReply");
		answer("task_signReply", Map.of("verdict", "return", "reason", "补充"));
		firesAt("boundary_replyDue", LocalDateTime.of(2023, 11, 14, 0, 0));
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		assertThat(assignment().state()).hasToString("OVERDUE");
		answer("task_handleOverdue");
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(tasks.getVariablesLocal(task("task_draftReply").getId()).toString()).as("the draft stands in the fields").contains("已列入改造计划");
		firesAt("boundary_replyDue", LocalDateTime.of(2023, 11, 29, 0, 0));
		assertThat(openTasks()).containsExactly("task_handleOverdue");
	}

	@Test
	void theLookBackIsDueThirtyDaysAfterClaimedCompletion() {
		startUpTo("task_acknowledgeReport");
		firesAt("catchEvent_lookBackAwaited", LocalDateTime.of(2023, 10, 11, 0, 0));
		assertThat(openTasks()).as("an office that has not read the report still has it").containsExactlyInAnyOrder("task_lookBackByCommittee",
				"task_lookBackBySupervision", "task_acknowledgeReport", "task_acknowledgeReport", "task_acknowledgeReport");
	}

	@Test
	void theLookBackWaitsForItsDayWhenTheOfficesAreQuick() {
		startUpTo("task_acknowledgeReport");
		tasks.createTaskQuery().list().forEach(task -> complete(somebodyFor(task), task, Map.of()));
		firesAt("catchEvent_lookBackAwaited", LocalDateTime.of(2023, 10, 11, 0, 0));
		assertThat(openTasks()).containsExactlyInAnyOrder("task_lookBackByCommittee", "task_lookBackBySupervision");
	}

	@Test
	void whatIsInProgressIsAskedAboutEveryThreeMonthsAndTheTaskStays() {
		startUpTo("task_reportImplementation");
		firesAt("boundary_progressDue", LocalDateTime.of(2023, 12, 11, 0, 0));
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee", "task_trackBySupervision");
		answer("task_trackByCommittee");
		answer("task_trackBySupervision");
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		// also when the unit says nothing
		firesAt("boundary_progressDue", LocalDateTime.of(2024, 3, 11, 0, 0));
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee", "task_trackBySupervision");
		answerOnly("task_reportImplementation",
				Map.of("progress", "in-progress", "measures", List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "已立项"))));
		assertThat(timer("boundary_progressDue").getDuedate()).isInSameDayAs("2024-06-11");
		for (String told : List.of("unit-gongan", "committee-chengxiang", "supervision-office")) {
			assertThat(
					notices.of(told).stream().filter(notice -> notice.kind() == NoticeKind.PROGRESS_DUE && notice.outcomeId().equals(outcomeId)))
					.as(told).hasSize(2);
		}
	}

	@Test
	void silenceAboutTheSatisfactionIsRecordedAfterTenWorkingDays() {
		startUpTo("task_rateSatisfaction");
		complete("weiyuan1", tasks.createTaskQuery().taskCandidateUser("weiyuan1").singleResult(),
				Map.of("process", "satisfied", "result", "satisfied"));
		// 2023-10-11 and ten working days
		firesAt("boundary_ratingLimit", LocalDateTime.of(2023, 10, 26, 0, 0));
		assertThat(
				jdbc.sql("select state from satisfaction where assignment_id = ? order by id").param(assignment().id()).query(String.class).list())
				.containsExactly("silent", "given", "silent");
		assertThat(assignment().state()).hasToString("VERIFIED");
	}

	@Test
	void doingItAgainIsUrgedWhenItsMonthIsOverAndTheTaskStays() {
		startUpTo("task_rateSatisfaction");
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "fair", "result", "unsatisfied", "remark", "尚未完工")));
		firesAt("boundary_redoDue", LocalDateTime.of(2023, 11, 14, 0, 0));
		assertThat(openTasks()).contains("task_redo");
		for (String told : List.of("unit-gongan", "committee-chengxiang", "supervision-office")) {
			assertThat(notices.of(told).stream().filter(notice -> notice.kind() == NoticeKind.REDO_DUE && notice.outcomeId().equals(outcomeId)))
					.as(told)
					.hasSize(1);
		}
	}

	@Test
	void aReplyOfClassBIsAskedAboutOnItsDay() {
		startUpTo("task_draftReply");
		answer("task_draftReply", Map.of("replyClass", "B", "plannedOn", "2024-05-31"));
		answer("task_signReply");
		answer("task_sealReply");
		firesAt("boundary_progressDue", LocalDateTime.of(2024, 5, 31, 0, 0));
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee", "task_trackBySupervision");
	}
}
