package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.BihuanApplication;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.TimerIds;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that run go on by another set of models, as wholes: with their days as they are, and by the new diagrams otherwise. */
@Tag("long")
class MovingTest extends MovingCases {

	@Autowired
	private Trail trail;

	private static Date at(LocalDateTime shanghai) {
		return Date.from(shanghai.atZone(BihuanApplication.ZONE).toInstant());
	}

	private static Date endOf(String day) {
		return at(LocalDate.parse(day).atTime(23, 59, 59));
	}

	private List<String> groups(String task) {
		return tasks.getIdentityLinksForTask(task(task).getId()).stream().map(IdentityLink::getGroupId).sorted().toList();
	}

	@Test
	void theTrailTellsWhoLetTheCaseGoOnByWhichSet() {
		startUpTo("task_draftReply");
		String target = deploy(Map.of());
		moveAll(target);
		assertThat(runsBy(outcomeId)).containsExactly(target);
		assertThat(trail.ofOutcome(outcomeId)).filteredOn(one -> one.act() == Act.MODELS_CHANGED).singleElement().satisfies(one -> {
			assertThat(one.actor()).isEqualTo("fenxi1");
			assertThat(one.field("modelsBefore")).startsWith("第 ").endsWith(" 部署）").isNotEqualTo(one.field("modelsAfter"));
		});
		finishAll();
		assertThat(outcomes.get(outcomeId).closedAt()).isNotNull();
	}

	@Test
	void aTrialChangesNothing() {
		startUpTo("task_giveOpinion");
		hold();
		startUpTo("task_draftReply");
		goOn();
		String target = deploy(Map.of("consultation-outcome.bpmn", replacing("\"callActivity_handling\"", "\"callActivity_handle\"")));
		Map<String, Object> engine = engine();
		Map<String, Object> ledger = ledgerOfCases();
		moving.order(MoveKind.TRIAL, target, null, "fenxi1");
		carryOut();
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, 1, CaseState.STAYS, 1));
		assertThat(engine()).isEqualTo(engine);
		assertThat(ledgerOfCases()).isEqualTo(ledger);
	}

	@Test
	void whatCannotGoOnStaysWhollyAndIsListedWithTheStep() {
		startUpTo("task_draftReply");
		String from = packaged();
		String target = deploy(Map.of("consultation-outcome.bpmn", replacing("\"callActivity_handling\"", "\"callActivity_handle\"")));
		Map<String, Object> engine = engine();
		Map<String, Object> ledger = ledgerOfCases();
		moveAll(target);
		assertThat(staying()).isEqualTo(Map.of(outcomeId, "停在《协商成果闭环》的“办理与答复”：新图里没有这一步。"));
		assertThat(runsBy(outcomeId)).containsExactly(from);
		assertThat(engine()).isEqualTo(engine);
		assertThat(ledgerOfCases()).isEqualTo(ledger);
	}

	@Test
	void anOpenTaskIsForThoseWhomTheNewDiagramNames() {
		startUpTo("task_makeAssignments");
		String id = task("task_makeAssignments").getId();
		as("quwei1", () -> {
			tasks.claim(id, "quwei1");
			return null;
		});
		moveAll(deploy(Map.of("assignment.bpmn", replacing("name=\"分解交办\" camunda:formRef=\"make-assignments\" "
				+ "camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"party-office,gov-office\"",
				"name=\"分解并交办\" "
						+ "camunda:formRef=\"make-assignments\" camunda:formRefBinding=\"deployment\" "
						+ "camunda:candidateGroups=\"gov-office,cppcc-office\""))));
		assertThat(groups("task_makeAssignments")).containsExactly("cppcc-office", "gov-office");
		assertThat(task("task_makeAssignments").getId()).isEqualTo(id);
		assertThat(task("task_makeAssignments").getName()).isEqualTo("分解并交办");
		assertThat(task("task_makeAssignments").getAssignee()).as("who claimed it is not asked any more").isNull();
		assertThat(as("quwei1", () -> tasks.createTaskQuery().taskId(id).count())).as("nor does he see it").isZero();
		assertThat(as("zhengxie1", () -> tasks.createTaskQuery().taskId(id).count())).isEqualTo(1);
		assertThat(String.valueOf(tasks.getVariableLocal(id, "view"))).contains("分解并交办");
	}

	@Test
	void whoHasClaimedATaskThatIsStillHisKeepsIt() {
		startUpTo("task_makeAssignments");
		String id = task("task_makeAssignments").getId();
		as("quwei1", () -> {
			tasks.claim(id, "quwei1");
			return null;
		});
		moveAll(deploy(Map.of()));
		assertThat(task("task_makeAssignments").getAssignee()).isEqualTo("quwei1");
	}

	@Test
	void anotherNumberOfWorkingDaysCountsFromTheDayOnWhichTheTaskBegan() {
		startUpTo("task_planResearch");
		clockTo(LocalDateTime.of(2023, 9, 14, 9, 0));
		moveAll(deploy(Map.of("formation.bpmn", replacing("<camunda:property name=\"limit\" value=\"5\" />",
				"<camunda:property name=\"limit\" value=\"8\" />"))));
		assertThat(task("task_planResearch").getDueDate()).isEqualTo(endOf("2023-09-21"));
	}

	@Test
	void whatATimerEndsKeepsTheDayThatWasTold() {
		startUpTo("task_signReceipt");
		Map<String, Date> moments = moments();
		Map<String, Date> days = days();
		moveAll(deploy(Map.of("handling.bpmn", replacing("<camunda:property name=\"limit\" value=\"3\" />",
				"<camunda:property name=\"limit\" value=\"6\" />"))));
		assertThat(moments()).isEqualTo(moments).hasSize(1);
		assertThat(days()).isEqualTo(days);
	}

	@Test
	void whoLooksAtItOwesItByTheNewDay() {
		startUpTo("task_lookBackByCommittee");
		assertThat(assignment().nextLookBackOn()).hasToString("2023-10-18");
		moveAll(deploy(Map.of("look-back.bpmn", replacing("<camunda:property name=\"limit\" value=\"5\" />",
				"<camunda:property name=\"limit\" value=\"10\" />"))));
		assertThat(task("task_lookBackByCommittee").getDueDate()).isEqualTo(endOf("2023-10-25"));
		assertThat(assignment().nextLookBackOn()).hasToString("2023-10-25");
	}

	@Test
	void remindersFollowTheNewTableAndTheDueMomentStays() {
		startUpTo("task_draftReply");
		Date due = timer(TimerIds.REPLY_DUE).getDuedate();
		assertThat(timer(TimerIds.REPLY_REMINDER).getDuedate()).isEqualTo(at(LocalDateTime.of(2023, 10, 29, 8, 30)));
		moveAll(deploy(Map.of("reminder-schedule.dmn", replacing("<text>15</text>", "<text>20</text>"))));
		assertThat(timer(TimerIds.REPLY_DUE).getDuedate()).isEqualTo(due).isEqualTo(at(LocalDateTime.of(2023, 11, 14, 0, 0)));
		assertThat(timer(TimerIds.REPLY_REMINDER).getDuedate()).isEqualTo(at(LocalDateTime.of(2023, 10, 24, 8, 30)));
		assertThat(task("task_draftReply").getFollowUpDate()).isEqualTo(at(LocalDateTime.of(2023, 10, 24, 8, 30)));
		assertThat(task("task_draftReply").getDueDate()).isEqualTo(endOf("2023-11-13"));
		clockTo(LocalDateTime.of(2023, 10, 24, 8, 30));
		runDueJobs();
		assertThat(timer(TimerIds.REPLY_REMINDER).getDuedate()).as("daily from then on").isEqualTo(at(LocalDateTime.of(2023, 10, 25, 8, 30)));
		assertThat(jdbc.sql("select count(*) from notice where outcome_id = ? and recipient = 'unit-gongan' and kind = 'reminder'").param(outcomeId)
				.query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void aReminderThatIsDueAndNotYetToldIsTold() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 10, 29, 9, 0));
		moveAll(deploy(Map.of()));
		runDueJobs();
		assertThat(jdbc.sql("select count(*) from notice where outcome_id = ? and recipient = 'unit-gongan' and kind = 'reminder'").param(outcomeId)
				.query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void aNewTimerBeginsAndOneOfAnotherIdHasTheMomentOfTheLedger() {
		startUpTo("task_draftReply");
		Date due = timer(TimerIds.REPLY_DUE).getDuedate();
		moveAll(deploy(Map.of("handling.bpmn", text -> text.replace("boundary_replyDue", "boundary_due").replace(
				"<bpmn:userTask id=\"task_signReply\"",
				"<bpmn:boundaryEvent id=\"boundary_added\" name=\"两天后\" cancelActivity=\"false\" attachedToRef=\"task_draftReply\">"
						+ "<bpmn:timerEventDefinition id=\"timer_added\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P2D"
						+ "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id=\"end_added\" />"
						+ "<bpmn:sequenceFlow id=\"flow_added\" sourceRef=\"boundary_added\" targetRef=\"end_added\" />"
						+ "<bpmn:userTask id=\"task_signReply\""))));
		assertThat(timer("boundary_added").getDuedate()).isEqualTo(at(MONDAY.plusDays(2)));
		assertThat(timer("boundary_due").getDuedate()).isEqualTo(due);
		assertThat(timer(TimerIds.REPLY_DUE).getDuedate()).as("known by its role").isEqualTo(due);
		clockTo(MONDAY.plusDays(2));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_draftReply");
		clockTo(due);
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_handleOverdue");
	}

	@Test
	void anElementIsTheSameByItsRoleWhateverItsIdBecomes() {
		String begun = deploy(Map.of());
		startUpTo("task_planResearch");
		assertThat(runsBy(outcomeId)).containsExactly(begun);
		String id = task("task_planResearch").getId();
		String target = deploy(Map.of("formation.bpmn", text -> text.replace("\"task_planResearch\"", "\"task_research\"")
				.replace(">task_planResearch<", ">task_research<")));
		moveAll(target);
		assertThat(runsBy(outcomeId)).containsExactly(target);
		assertThat(tasks.createTaskQuery().taskId(id).singleResult().getTaskDefinitionKey()).isEqualTo("task_research");
	}

	@Test
	void whatIsSuspendedStaysUntilItIsActivated() {
		startUpTo("task_draftReply");
		runtime.suspendProcessInstanceById(task("task_draftReply").getProcessInstanceId());
		String target = deploy(Map.of());
		moveAll(target);
		assertThat(staying().get(outcomeId)).isEqualTo("“办理与答复”已被挂起，请系统管理员先在 Cockpit 里恢复（Activate）。");
		goOn();
		moveAll(target);
		assertThat(runsBy(outcomeId)).containsExactly(target);
	}

	@Test
	void whatWaitsForTheEngineOrHasFailedGoesOnToo() {
		startUpTo("task_confirmFollowUp");
		answer("task_confirmFollowUp");
		assertThat(openTasks()).isEmpty();
		String target = deploy(Map.of());
		management.setJobRetries(management.createJobQuery().messages().singleResult().getId(), 0);
		moveAll(target);
		assertThat(runsBy(outcomeId)).containsExactly(target);
		assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);
		management.setJobRetries(management.createJobQuery().messages().singleResult().getId(), 3);
		finishAll();
		assertThat(outcomes.get(outcomeId).closedAt()).isNotNull();
	}

	@Test
	void backIsTheSameWay() {
		startUpTo("task_draftReply");
		String former = packaged();
		Map<String, Date> moments = moments();
		Map<String, Date> days = days();
		moveAll(deploy(Map.of("handling.bpmn", replacing("name=\"拟定答复\"", "name=\"起草答复\""))));
		assertThat(task("task_draftReply").getName()).isEqualTo("起草答复");
		moveAll(former);
		assertThat(runsBy(outcomeId)).containsExactly(former);
		assertThat(task("task_draftReply").getName()).isEqualTo("拟定答复");
		assertThat(moments()).isEqualTo(moments);
		assertThat(days()).isEqualTo(days);
		finishAll();
		assertThat(outcomes.get(outcomeId).closedAt()).isNotNull();
	}

	@Test
	void typedTextStays() {
		startUpTo("task_draftReply");
		Task task = task("task_draftReply");
		jdbc.sql("insert into draft (account, kind, place, version, fields, saved_at) values ('gongan1', 'task', ?, 1, '{}', ?)")
				.params(task.getId(), java.time.OffsetDateTime.parse("2023-09-11T10:00:00+08:00")).update();
		moveAll(deploy(Map.of()));
		assertThat(jdbc.sql("select count(*) from draft where place = ?").param(task.getId()).query(Integer.class).single()).isEqualTo(1);
	}
}
