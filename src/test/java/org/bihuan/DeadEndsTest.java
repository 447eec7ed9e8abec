package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No task is a dead end: wrong or missing people give a clear error or an incident, never a lost or silently skipped case. */
@Tag("wide")
class DeadEndsTest extends CycleTest {

	private void without(String group, Runnable act) {
		List<String> people = identity.createUserQuery().memberOfGroup(group).list().stream().map(user -> user.getId()).toList();
		people.forEach(user -> identity.deleteMembership(user, group));
		try {
			act.run();
		}
		finally {
			people.forEach(user -> identity.createMembership(user, group));
		}
	}

	@Test
	void aUnitWithoutPeopleIsRefusedWhereItIsChosen() {
		startUpTo("task_makeAssignments");
		without("unit-gongan", () -> {
			Map<String, Object> before = ledger();
			assertThat(refused(() -> answer("task_makeAssignments"))).isEqualTo("“公安局”尚无人员，任务无人可办。请改选，或请系统管理员先为其添加人员。");
			assertThat(ledger()).isEqualTo(before);
		});
		assertThat(openTasks()).containsExactly("task_makeAssignments");
		answer("task_makeAssignments");
	}

	@Test
	void aUnitThatNoLongerExistsIsRefused() {
		Group closed = identity.newGroup("unit-closed");
		closed.setName("已撤销单位");
		closed.setType("WORKFLOW");
		identity.saveGroup(closed);
		identity.createMembership("gongan1", "unit-closed");
		startUpTo("task_makeAssignments");
		Map<String, Object> before = ledger();
		identity.deleteGroup("unit-closed");
		assertThat(refused(() -> answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-closed",
						"requirement", "两个月内答复"))))))
				.contains("已不可选");
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void theNextStepWithoutPeopleIsRefusedToWhoeverCompletesTheOneBefore() {
		startUpTo("task_reviewByHead");
		without("cppcc-office", () -> {
			Map<String, Object> before = ledger();
			assertThat(refused(() -> answer("task_reviewByHead"))).isEqualTo("下一步“政协办把关”没有可以办理的人员（cppcc-office），请系统管理员先添加人员，再重新提交。");
			assertThat(ledger()).isEqualTo(before);
		});
		assertThat(openTasks()).containsExactly("task_reviewByHead");
		answer("task_reviewByHead");
		assertThat(openTasks()).containsExactly("task_reviewByOffice");
	}

	@Test
	void aStepWithoutPeopleBehindATimerBecomesAnIncidentAndGoesOnAfterMending() {
		startUpTo("task_draftReply");
		var timer = timer("boundary_replyDue");
		clockTo(timer.getDuedate());
		without("party-office", () -> without("gov-office", () -> {
			for (int attempt = 0; attempt < 3; attempt++) {
				assertThat(catchThrowable(() -> management.executeJob(timer.getId()))).hasStackTraceContaining("没有可以办理的人员");
			}
		}));
		assertThat(runtime.createIncidentQuery().configuration(timer.getId()).singleResult().getIncidentMessage()).contains("没有可以办理的人员");
		assertThat(openTasks()).as("nothing is lost: the unit still has its task").containsExactly("task_draftReply");
		assertThat(assignment().state()).hasToString("RECEIVED");
		management.setJobRetries(timer.getId(), 1);
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		assertThat(runtime.createIncidentQuery().count()).isZero();
	}

	/** The README's worked incident. */
	@Test
	void aUnitThatLosesItsPeopleOnTheWayIsAnIncidentUntilItHasSomeAgain() {
		startUpTo("task_confirmFollowUp");
		without("unit-gongan", () -> {
			answer("task_confirmFollowUp");
			var handingOut = management.createJobQuery().messages().singleResult();
			for (int attempt = 0; attempt < 3; attempt++) {
				assertThat(catchThrowable(() -> management.executeJob(handingOut.getId())))
						.hasStackTraceContaining("下一步“签收交办件”没有可以办理的人员（unit-gongan）");
			}
			assertThat(runtime.createIncidentQuery().configuration(handingOut.getId()).count()).isEqualTo(1);
			assertThat(assignment().deliveredAt()).as("nothing half-written").isNull();
		});
		management.setJobRetries(management.createJobQuery().messages().singleResult().getId(), 1);
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_signReceipt");
		assertThat(runtime.createIncidentQuery().count()).isZero();
	}

	@Test
	void aMemberWhoLeftCanNoLongerBeAskedAndTheChooserIsTold() {
		var member = identity.newUser("liren");
		member.setFirstName("离任委员");
		member.setLastName("");
		member.setPassword("liren");
		identity.saveUser(member);
		identity.createMembership("liren", "member");
		startUpTo("task_draftReport");
		identity.deleteUser("liren");
		assertThat(refused(() -> answer("task_draftReport", Map.of("askedMembers", List.of("liren"))))).contains("已不可选");
		assertThat(openTasks()).containsExactly("task_draftReport");
	}

	@Test
	void zeroIsNeverSkippedInSilence() {
		startUpTo("task_draftReport");
		assertThat(refused(() -> answer("task_draftReport", Map.of("askedMembers", List.of())))).isEqualTo("请至少选择一个部门或一位委员征求意见。");
		assertThat(refused(() -> answer("task_draftReport", Map.of("suggestions", List.of())))).contains("至少写一条建议");
		upTo("task_submitOutcome");
		assertThat(refused(() -> answer("task_submitOutcome", Map.of("leaders", List.of())))).contains("不送领导批示");
		assertThat(refused(() -> answer("task_submitOutcome", Map.of("noLeader", true)))).contains("请不要再勾选");
		upTo("task_makeAssignments");
		assertThat(refused(() -> answer("task_makeAssignments", Map.of("assignments", List.of())))).contains("至少填写一件交办件");
		upTo("task_reportImplementation");
		assertThat(refused(() -> answer("task_reportImplementation", Map.of("measures", List.of())))).contains("建议 1");
		upTo("task_lookBackByCommittee");
		assertThat(refused(() -> answer("task_lookBackByCommittee", Map.of("evidences", List.of())))).contains("建议 1");
	}

	@Test
	void contradictionsAreRefused() {
		startUpTo("task_recordResearch");
		assertThat(refused(() -> answer("task_recordResearch",
				Map.of("records", List.of(Map.of("kind", "symposium", "heldOn", "2023-09-12", "place", "镇政府", "findings", "无"))))))
				.contains("不能晚于今天");
		upTo("task_reviewByHead");
		assertThat(refused(() -> answer("task_reviewByHead", Map.of("verdict", "return")))).isEqualTo("请填写“理由”。");
		upTo("task_enterInstruction");
		assertThat(refused(() -> answer("task_enterInstruction", Map.of("writtenOn", "2023-09-12")))).contains("不能晚于今天");
		assertThat(refused(() -> answer("task_enterInstruction", Map.of("writtenOn", "2023-09-10")))).contains("不能早于报送日期");
		upTo("task_makeAssignments");
		assertThat(refused(() -> answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
						"coUnits", List.of("unit-gongan"), "requirement", "答复"))))))
				.contains("不能同时主办和协办");
		upTo("task_signReceipt");
		assertThat(refused(() -> answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-gongan", "reason", "不属本单位"))))
				.contains("不能是本单位");
		upTo("task_signReply");
		Task sign = task("task_signReply");
		assertThat(refused(() -> complete("gongan1", sign, Map.of("verdict", "pass")))).contains("起草或修改过这份答复的人不能为它审签");
		tasks.setAssignee(sign.getId(), null);
		upTo("task_reportImplementation");
		assertThat(refused(() -> answer("task_reportImplementation", Map.of("completedOn", "2023-09-12")))).contains("不能晚于今天");
	}

	@Test
	void theCheckerIsNotTheHandlerAndTheTwoAreTwoPeople() {
		startUpTo("task_lookBackByCommittee");
		identity.createMembership("gongan2", "committee-chengxiang");
		identity.createMembership("chengxiang1", "supervision-office");
		try {
			Task committee = task("task_lookBackByCommittee");
			assertThat(refused(() -> complete("gongan2", committee, plain(committee)))).contains("承办单位的人员不能核查");
			tasks.setAssignee(committee.getId(), null);
			complete("chengxiang1", committee, plain(committee));
			Task supervision = task("task_lookBackBySupervision");
			assertThat(refused(() -> complete("chengxiang1", supervision, plain(supervision)))).contains("两人分别签字");
		}
		finally {
			identity.deleteMembership("gongan2", "committee-chengxiang");
			identity.deleteMembership("chengxiang1", "supervision-office");
		}
	}
}
