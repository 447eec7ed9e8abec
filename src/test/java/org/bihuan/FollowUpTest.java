package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Statistics;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.NoticeKind;
import org.bihuan.terms.Supervision;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Look-back, satisfaction and supervision to their last metre: who is asked, who may answer, what is counted. */
@Tag("database-again")
class FollowUpTest extends CycleTest {

	@Autowired
	private Documents documents;
	@Autowired
	private Statistics statistics;
	@Autowired
	private Trail trail;

	private Task rating(String party) {
		return tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").taskCandidateUser(party).singleResult();
	}

	private void rate(String account, String process, String result) {
		complete(account, rating(account), Map.of("process", process, "result", result, "remark", "现场看过"));
	}

	private List<String> ratings() {
		return jdbc.sql("select party, state, coalesce(process, '-') process, coalesce(result, '-') result from satisfaction where assignment_id "
				+ "= ? order by id")
				.param(assignment().id())
				.query((row, at) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4)).list();
	}

	private void silence() {
		clockTo(timer("boundary_ratingLimit").getDuedate());
		runDueJobs();
	}

	@Test
	void aReplyOfClassBIsLookedBackAtOnItsPromisedDay() {
		startUpTo("task_draftReply");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer("task_draftReply", Map.of("replyClass", "B")))).isEqualTo("请选择“计划完成日期”。");
		assertThat(refused(() -> answer("task_draftReply", Map.of("replyClass", "B", "plannedOn", "2023-09-11")))).contains("应晚于今天");
		assertThat(ledger()).isEqualTo(before);
		answer("task_draftReply", Map.of("replyClass", "B", "plannedOn", "2024-05-31"));
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(assignment().plannedOn()).hasToString("2024-05-31");
		assertThat(assignment().nextLookBackOn()).hasToString("2024-05-31");
		answerOnly("task_reportImplementation",
				Map.of("progress", "in-progress", "measures", List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "已立项"))));
		assertThat(assignment().nextLookBackOn()).as("a report of progress does not put the promise off").hasToString("2024-05-31");
		clockTo(java.time.LocalDateTime.of(2024, 5, 31, 9, 0));
		runDueJobs();
		answerOnly("task_reportImplementation",
				Map.of("progress", "in-progress", "measures", List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "已开工"))));
		assertThat(assignment().nextLookBackOn()).as("the promise has passed: every three months, and 08-31 is a Saturday")
				.hasToString("2024-09-02");
	}

	@Test
	void aDelayFoundInProgressSetsANewLimitAndRaisesTheLevelWhileTheUnitGoesOn() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		answer("task_trackByCommittee");
		answer("task_trackBySupervision", Map.of("onTrack", "no"));
		runDueJobs();
		assertThat(assignment().supervisionLevel().level()).isEqualTo(1);
		assertThat(counted()).containsExactly(1, 0);
		answer("task_strengthenForDelay", Map.of("limit", "2024-01-15"));
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		assertThat(assignment().nextLookBackOn()).hasToString("2024-01-15");
		assertThat(timer("boundary_progressDue").getDuedate()).as("the timer that runs moved with it").isInSameDayAs("2024-01-15");
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
	}

	@Test
	void aSecondTrackingDayOpensNoSecondPairButIsEscalated() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		answer("task_trackBySupervision");
		String second = assignment().nextLookBackOn().toString();
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee");
		assertThat(jdbc.sql("select count(*) from tracking where assignment_id = ?").param(assignment().id()).query(Integer.class).single())
				.isEqualTo(1);
		for (String told : List.of("cppcc-deputy-chair", "party-office", "gov-office", "cppcc-office", "supervision-office")) {
			assertThat(notices.of(told)).as(told)
					.filteredOn(one -> one.kind().code().equals("task-overdue") && assignment().id().equals(one.assignmentId()))
					.extracting(Notices.Notice::text).singleElement().asString().contains(assignment().id(), second, "专委会");
		}
		assertThat(trail.ofOutcome(outcomeId)).extracting(one -> one.act().code()).contains("tracking-escalated");
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee");
		answer("task_trackByCommittee");
		runDueJobs();
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		assertThat(openTasks()).as("the next pair, once this one is done").containsExactlyInAnyOrder("task_reportImplementation",
				"task_trackByCommittee", "task_trackBySupervision");
	}

	@Test
	void aLookAtTheProgressDoesNotUndoACompletionClaimedMeanwhile() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		answer("task_reportImplementation");
		String lookBackOn = assignment().nextLookBackOn().toString();
		answer("task_trackByCommittee", Map.of("onTrack", "no"));
		answer("task_trackBySupervision", Map.of("onTrack", "no"));
		runDueJobs();
		answer("task_strengthenForDelay", Map.of("limit", "2024-05-15"));
		assertThat(assignment().state()).isEqualTo(Assignments.State.IMPLEMENTED);
		assertThat(assignment().nextLookBackOn()).hasToString(lookBackOn);
		assertThat(jdbc.sql("select count(*) from look_back where assignment_id = ?").param(assignment().id()).query(Integer.class).single())
				.as("it is no 核查").isZero();
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
	}

	@Test
	void theTwoWhoLookAtTheProgressAreTwoPeopleOutsideTheUnit() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		identity.createMembership("gongan2", "committee-chengxiang");
		identity.createMembership("chengxiang1", "supervision-office");
		try {
			refusedTo("gongan2", "task_trackByCommittee", "承办单位的人员不能核查");
			complete("chengxiang1", "task_trackByCommittee", plain(task("task_trackByCommittee")));
			refusedTo("chengxiang1", "task_trackBySupervision", "两人分别签字");
			Map<String, Object> before = ledger();
			assertThat(refused(
					() -> complete("dukao1", "task_trackBySupervision", Map.of("siteCheck", "查看工地", "onTrack", "yes", "evidences", List.of()))))
					.contains("建议 1");
			assertThat(ledger()).isEqualTo(before);
		}
		finally {
			identity.deleteMembership("gongan2", "committee-chengxiang");
			identity.deleteMembership("chengxiang1", "supervision-office");
		}
	}

	@Test
	void anotherClassHasNoPlannedDay() {
		startUpTo("task_draftReply");
		answer("task_draftReply", Map.of("replyClass", "C", "plannedOn", "2024-05-31"));
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(assignment().plannedOn()).as("the form hides it, so it is not taken").isNull();
		assertThat(assignment().nextLookBackOn()).hasToString("2023-12-11");
	}

	@Test
	void thirtyDaysCountFromTheClaimedCompletion() {
		startUpTo("task_reportImplementation");
		clockTo(MONDAY.plusDays(10));
		answer("task_reportImplementation", Map.of("completedOn", "2023-09-14"));
		assertThat(assignment().nextLookBackOn()).as("10-14 is a Saturday; it was that, and red on the Sunday").hasToString("2023-10-16");
		endCases();
		startUpTo("task_reportImplementation");
		clockTo(MONDAY.plusDays(60));
		answer("task_reportImplementation", Map.of("completedOn", "2023-09-12"));
		assertThat(assignment().nextLookBackOn()).as("long ago: today, never a day that has passed").hasToString("2023-11-10");
	}

	@Test
	void theCommitteeAndEachMemberAreAskedAndNeverTheUnitOrTheSupervisors() {
		startUpTo("task_rateSatisfaction");
		assertThat(openTasks()).filteredOn("task_rateSatisfaction"::equals).hasSize(3);
		for (String asked : List.of("chengxiang1", "weiyuan1", "weiyuan2")) {
			assertThat(rating(asked)).as(asked).isNotNull();
		}
		for (String other : List.of("gongan1", "dukao1", "weiyuan3", "zhengfu1", "zhengxie1")) {
			assertThat(rating(other)).as(other).isNull();
		}
		assertThat(documents.ofOutcome(outcomeId)).extracting(Documents.Document::kind).as("not closed before they have answered")
				.doesNotContain(Documents.Kind.CLOSING);
		rate("weiyuan1", "fair", "satisfied");
		rate("chengxiang1", "satisfied", "fair");
		assertThat(assignment().state()).isEqualTo(Assignments.State.IMPLEMENTED);
		rate("weiyuan2", "none", "none");
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(ratings()).containsExactly("committee-chengxiang given satisfied fair", "weiyuan1 given fair satisfied",
				"weiyuan2 given none none");
		assertThat(jdbc.sql("select party, satisfaction_process, satisfaction_result from look_back where assignment_id = ? order by party")
				.param(assignment().id())
				.query((row, at) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)).list())
				.as("beside the committee's signature alone")
				.containsExactly("committee satisfied fair", "supervision null null");
	}

	@Test
	void oneWhoIsSilentIsRecordedAsSilent() {
		startUpTo("task_rateSatisfaction");
		rate("chengxiang1", "satisfied", "satisfied");
		rate("weiyuan1", "satisfied", "satisfied");
		silence();
		assertThat(ratings()).contains("weiyuan2 silent - -");
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
	}

	@Test
	void silenceOfAllIsNotSatisfaction() {
		startUpTo("task_rateSatisfaction");
		silence();
		assertThat(openTasks()).containsExactly("task_holdConsultation");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_holdConsultation").getId(), "view"))).contains("沉默不算满意");
		assertThat(assignment().state()).isEqualTo(Assignments.State.IMPLEMENTED);
	}

	@Test
	void aMemberWhoHasLeftIsRecordedAsSilentAtOnce() {
		startUpTo("task_lookBackBySupervision");
		answer("task_lookBackByCommittee");
		identity.deleteMembership("weiyuan2", "member");
		try {
			answer("task_lookBackBySupervision");
			runDueJobs();
		}
		finally {
			identity.createMembership("weiyuan2", "member");
		}
		assertThat(openTasks()).filteredOn("task_rateSatisfaction"::equals).hasSize(2);
		assertThat(ratings()).contains("weiyuan2 silent - -");
	}

	@Test
	void whoIsDissatisfiedSaysWithWhat() {
		startUpTo("task_rateSatisfaction");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> complete("weiyuan1", rating("weiyuan1"), Map.of("process", "satisfied", "result", "unsatisfied"))))
				.contains("说明哪里不满意");
		assertThat(ledger()).isEqualTo(before);
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").count()).isEqualTo(3);
	}

	@Test
	void dissatisfactionIsDoneAgainWithinAMonthAndLookedBackAtAgain() {
		startUpTo("task_rateSatisfaction");
		rate("chengxiang1", "satisfied", "satisfied");
		rate("weiyuan1", "satisfied", "satisfied");
		rate("weiyuan2", "satisfied", "unsatisfied");
		assertThat(assignment().redoLimitOn()).as("from 2023-10-11").hasToString("2023-11-13");
		assertThat(assignment().state()).isEqualTo(Assignments.State.REPLIED);
		assertThat(task("task_redo").getDueDate()).isInSameDayAs("2023-11-13");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer("task_redo", Map.of("completedOn", "2023-10-12")))).contains("不能晚于今天");
		assertThat(refused(() -> answer("task_redo", Map.of("replies", List.of())))).contains("建议 1");
		assertThat(ledger()).isEqualTo(before);
		answer("task_redo");
		answer("task_signRedo");
		answer("task_sealRedo");
		assertThat(documents.ofOutcome(outcomeId)).filteredOn(one -> one.kind() == Documents.Kind.REPLY).extracting(Documents.Document::title)
				.hasSize(2)
				.anyMatch(title -> title.contains("再次答复"));
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee");
		answer("task_lookBackBySupervision");
		runDueJobs();
		assertThat(ratings()).as("the first answers stay readable").hasSize(6).contains("weiyuan2 given satisfied unsatisfied");
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(trail.ofOutcome(outcomeId)).extracting(Trail.Event::act).containsSubsequence(Act.REDO_ORDERED, Act.REPLIED_AGAIN, Act.LOOKED_BACK,
				Act.SATISFACTION_ASKED,
				Act.SATISFACTION_RATED, Act.VERIFIED);
	}

	@Test
	void stillDissatisfiedIsMetAndDecidedWithAReasonOnRecord() {
		startUpTo("task_rateSatisfaction");
		rate("weiyuan1", "unsatisfied", "satisfied");
		rate("weiyuan2", "satisfied", "satisfied");
		rate("chengxiang1", "satisfied", "satisfied");
		upTo("task_rateSatisfaction");
		rate("weiyuan1", "unsatisfied", "fair");
		rate("weiyuan2", "satisfied", "satisfied");
		rate("chengxiang1", "satisfied", "satisfied");
		assertThat(refused(() -> answer("task_holdConsultation", Map.of("metOn", "2033-01-01")))).contains("不能晚于今天");
		answer("task_holdConsultation");
		Task decide = task("task_decideDissatisfaction");
		assertThat(String.valueOf(tasks.getVariableLocal(decide.getId(), "view"))).contains("委员表示理解").contains("办理过程不满意");
		complete("quwei1", decide, Map.of("decision", "close", "reason", "已尽力办理"));
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(jdbc.sql("select decision || ' ' || decision_reason || ' ' || decided_by from dissatisfaction where assignment_id = ?")
				.param(assignment().id())
				.query(String.class).list()).containsExactly("close 已尽力办理 quwei1");
		assertThat(trail.lastDetail(assignment().id(), Act.VERIFIED, "satisfaction")).isEqualTo("面商后予以销号：已尽力办理");
		toTheEnd();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
	}

	@Test
	void nobodyOfTheHandlingUnitsSpeaksForTheOtherSide() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复"))));
		upTo("task_lookBackByCommittee");
		for (String handler : List.of("gongan2", "caizheng2")) {
			identity.createMembership(handler, "committee-chengxiang");
			identity.createMembership(handler, "supervision-office");
		}
		try {
			for (String handler : List.of("gongan2", "caizheng2")) {
				refusedTo(handler, "task_lookBackByCommittee", "承办单位的人员不能核查");
				refusedTo(handler, "task_lookBackBySupervision", "承办单位的人员不能核查");
			}
			complete("chengxiang1", "task_lookBackByCommittee", plain(task("task_lookBackByCommittee")));
			complete("dukao1", "task_lookBackBySupervision", plain(task("task_lookBackBySupervision")));
			runDueJobs();
			Task rating = rating("caizheng2");
			Map<String, Object> before = ledger();
			assertThat(refused(() -> complete("caizheng2", rating, plain(rating)))).contains("承办单位的人员不能评价");
			assertThat(ledger()).isEqualTo(before);
			tasks.setAssignee(rating.getId(), null);
			silence();
			refusedTo("gongan2", "task_holdConsultation", "承办单位的人员不能");
		}
		finally {
			for (String handler : List.of("gongan2", "caizheng2")) {
				identity.deleteMembership(handler, "committee-chengxiang");
				identity.deleteMembership(handler, "supervision-office");
			}
		}
	}

	private void refusedTo(String user, String key, String why) {
		Task task = task(key);
		evidence(user, task);
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answerAs(user, task))).contains(why);
		assertThat(ledger()).isEqualTo(before);
		tasks.setAssignee(task.getId(), null);
	}

	@Test
	void remindersSheetsAndInspectionsAreCountedApart() {
		int before = statistics.of(null, null).supervisions();
		startUpTo("task_lookBackByCommittee");
		List<String> inspect = List.of("no", "no", "yes");
		for (int failures = 1; failures <= 3; failures++) {
			upTo("task_lookBackByCommittee");
			answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
			upTo("task_strengthenSupervision");
			assertThat(statistics.of(null, null).supervisions()).as("no failure opens an inspection by itself").isEqualTo(before);
			answer("task_strengthenSupervision", Map.of("inspect", inspect.get(failures - 1)));
			assertThat(counted()).as("reminders and sheets after %s failures", failures).containsExactly(1, failures - 1);
		}
		assertThat(statistics.of(null, null).supervisions()).isEqualTo(before + 1);
		assertThat(counted()).containsExactly(1, 2);
		assertThat(assignment().supervisionLevel().level()).isEqualTo(3);
	}

	@Test
	void afterAFailedInspectionTheLevelStaysUntilItIsVerified() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		answer("task_strengthenSupervision", Map.of("inspect", "yes"));
		assertThat(assignment().supervisionLevel()).isEqualTo(Supervision.INSPECTION);
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		assertThat(assignment().supervisionLevel()).as("it only rises").isEqualTo(Supervision.INSPECTION);
		assertThat(counted()).as("no paper before its limit is set").containsExactly(1, 0);
		answer("task_strengthenSupervision");
		assertThat(counted()).as("each failure from the order on has its paper").containsExactly(1, 1);
		toTheEnd();
		assertThat(assignment().supervisionLevel()).isEqualTo(Supervision.INSPECTION);
	}

	/** A former version issued the sheet at the failure, before its limit was known: a task that still waits issues no second. */
	@Test
	void aSheetOfAFormerVersionIsNotIssuedTwice() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		answer("task_strengthenSupervision");
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		documents.issue(Documents.Kind.SUPERVISION, "旧督" + outcomeId, "督办单", outcomeId, assignment().id(), Map.of("level", 2), Actors.SYSTEM);
		answer("task_strengthenSupervision");
		assertThat(counted()).containsExactly(1, 1);
	}

	/** Reminders and 督办单. */
	private List<Integer> counted() {
		return List.of(
				(int) notices.of("unit-gongan").stream()
						.filter(one -> one.kind() == NoticeKind.REMINDER && assignment().id().equals(one.assignmentId()))
						.count(),
				(int) documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.SUPERVISION).count());
	}

	/** Without uploading what is uploaded already. */
	private void answerAs(String user, Task task) {
		as(user, () -> {
			tasks.claim(task.getId(), user);
			forms.submitTaskForm(task.getId(), plain(task));
			return null;
		});
	}
}
