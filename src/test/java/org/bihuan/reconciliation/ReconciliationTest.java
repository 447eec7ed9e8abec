package org.bihuan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.TimerIds;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ledger and engine never disagree in silence: along every way of a case both say the same, and each difference that a hand in the database can make
 * is named with the case's number and what to do. Nothing of this was there before: of a case whose instance was gone the ledger said 办理中 for ever,
 * and its 撤回 answered 409.
 */
@Tag("database")
@Tag("wide")
class ReconciliationTest extends CycleTest {

	@Autowired
	private Reconciliation reconciliation;
	@Autowired
	private Trail trail;

	/** What is said of this test's case: others have left theirs in the ledger. */
	private List<Difference> ours() {
		return reconciliation.differences().stream().filter(one -> one.number().startsWith(outcomeId)).toList();
	}

	private Difference only() {
		assertThat(ours()).hasSize(1);
		assertThat(ours().get(0).instead()).startsWith("请").endsWith("。");
		return ours().get(0);
	}

	private void isNamed(String number, String what, String instead) {
		assertThat(only().number()).isEqualTo(number);
		assertThat(only().what()).contains(what).endsWith("。");
		assertThat(only().instead()).contains(instead);
	}

	/** Looks after each answer of whichever way the case takes. */
	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		super.complete(user, task, answer);
		assertThat(ours()).as("after %s", task.getTaskDefinitionKey()).isEmpty();
	}

	private String first() {
		return outcomeId + "-1";
	}

	private String root() {
		return outcomes.get(outcomeId).processInstanceId();
	}

	private void sql(String statement, Object... parameters) {
		assertThat(jdbc.sql(statement).params(parameters).update()).as(statement).isPositive();
	}

	@Test
	void alongTheCycleBothSayTheSame() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng", "unit-fagai"), "requirement", "两个月内答复"))));
		upTo("task_draftReply");
		start("quwei1", "amendment", Map.of("kind", "add", "number", outcomeId, "reason", "遗漏了单位"));
		toTheEnd();
		assertThat(ours()).isEmpty();
	}

	@Test
	void alsoWhereItConvertsIsReassignedOrOverdue() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "reassign", "number", first(), "toUnit", "财政局"));
		assertThat(ours()).isEmpty();
		upTo("task_draftReply");
		clockTo(timer(TimerIds.REPLY_DUE).getDuedate());
		runDueJobs();
		assertThat(ours()).isEmpty();
		answer("task_handleOverdue");
		answer("task_draftReply", tooComplex());
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(State.CONVERTED);
		assertThat(ours()).isEmpty();
	}

	@Test
	void anOutcomeWhoseInstanceIsGoneIsNamedAndCanBeWithdrawn() {
		startUpTo("task_draftReply");
		runtime.deleteProcessInstance(root(), "by hand");
		isNamed(outcomeId, "引擎里已没有它的流程", "撤回整件成果");
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "other"));
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.WITHDRAWN);
		assertThat(assignment().state()).isEqualTo(State.WITHDRAWN);
		assertThat(trail.ofOutcome(outcomeId)).anyMatch(event -> event.act() == Act.OUTCOME_WITHDRAWN);
		assertThat(ours()).isEmpty();
	}

	@Test
	void anInstanceThatRunsOnIsNamed() {
		startUpTo("task_draftReply");
		sql("update assignment set state = 'WITHDRAWN' where id = ?", first());
		sql("update outcome set closed_at = registered_at, state = 'CLOSED', closing = 'withdrawn' where id = ?", outcomeId);
		isNamed(outcomeId, "引擎里的流程还在运行", "在 Cockpit 里删除");
	}

	@Test
	void anInstanceThatTheLedgerNeverHadIsNamed() {
		startUpTo("task_planResearch");
		sql("update outcome set process_instance_id = 'elsewhere', closed_at = registered_at where id = ?", outcomeId);
		isNamed(outcomeId, "台账上没有这件成果", "在 Cockpit 里删除");
	}

	@Test
	void anAssignmentThatNobodyWorksOnIsNamedAndCanBeWithdrawn() {
		startUpTo("task_draftReply");
		String handling = timer(TimerIds.REPLY_DUE).getProcessInstanceId();
		sql("update act_ru_variable set text_ = 'CG1999-1-1' where proc_inst_id_ = ? and name_ = 'assignmentId'", handling);
		isNamed(first(), "引擎里却没有它的办理", "撤回这一件");
		amend("quwei1", Map.of("kind", "withdraw", "number", first(), "cause", "other", "remainder", "不再办理"));
		assertThat(assignment().state()).isEqualTo(State.WITHDRAWN);
	}

	@Test
	void anAssignmentThatHasEndedAndIsWorkedOnIsNamed() {
		startUpTo("task_draftReply");
		sql("update assignment set state = 'VERIFIED' where id = ?", first());
		isNamed(first(), "“办理与答复”还在运行", "从备份恢复");
	}

	@Test
	void anAssignmentLeftOpenInAClosedOutcomeIsNamed() {
		startUpTo("task_reportImplementation");
		runtime.deleteProcessInstance(root(), "by hand");
		sql("update outcome set closed_at = registered_at where id = ?", outcomeId);
		isNamed(first(), "已经办结，这件交办件却还在办", "撤回");
	}

	@Test
	void aTaskThatIsGoneIsNamed() {
		startUpTo("task_lookBackByCommittee");
		String task = task("task_lookBackByCommittee").getId();
		sql("delete from act_ru_identitylink where task_id_ = ?", task);
		sql("delete from act_ru_variable where task_id_ = ?", task);
		sql("delete from act_ru_task where id_ = ?", task);
		isNamed(first(), "流程停在“task_lookBackByCommittee”，任务却不见了", "撤回");
	}

	@Test
	void aTimerThatIsGoneIsNamed() {
		startUpTo("task_draftReply");
		management.deleteJob(timer(TimerIds.REPLY_DUE).getId());
		isNamed(first(), "没有“答复到期”的定时器", "撤回这一件");
	}

	@Test
	void aTimerOfAnotherMomentIsNamed() {
		startUpTo("task_draftReply");
		Date due = timer(TimerIds.REPLY_DUE).getDuedate();
		management.setJobDuedate(timer(TimerIds.REPLY_DUE).getId(), new Date(due.getTime() + Duration.ofDays(20).toMillis()));
		isNamed(first(), "台账上到期时刻是 2023-11-14 00:00，引擎里“答复到期”的定时器却是 2023-12-04 00:00", "重新计算到期日");
	}

	@Test
	void aCaseThatWaitsForNothingIsNamed() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		upTo("task_trackByCommittee");
		answer("task_trackByCommittee");
		answer("task_trackBySupervision");
		upTo("task_reportImplementation");
		complete("gongan1", "task_reportImplementation", new LinkedHashMap<>(plain(task("task_reportImplementation"))));
		answerAcknowledgements();
		management.createJobQuery().timers().processDefinitionKey("look-back").list().forEach(job -> management.deleteJob(job.getId()));
		isNamed(first(), "没有任务，也没有定时器在等", "撤回");
	}

	/** The three offices take note, each for itself. */
	private void answerAcknowledgements() {
		tasks.createTaskQuery().taskDefinitionKey("task_acknowledgeReport").list()
				.forEach(task -> complete(somebodyFor(task), task, Map.of()));
	}

	@Test
	void whatIsSuspendedIsNamed() {
		startUpTo("task_draftReply");
		String handling = timer(TimerIds.REPLY_DUE).getProcessInstanceId();
		runtime.suspendProcessInstanceById(handling);
		isNamed(first(), "“办理与答复”已被挂起", "Activate");
		runtime.activateProcessInstanceById(handling);
		management.suspendJobById(timer(TimerIds.REPLY_DUE).getId());
		isNamed(first(), "作业已被挂起", "Activate");
		management.activateJobById(timer(TimerIds.REPLY_DUE).getId());
		String morning = management.createJobQuery().processDefinitionKey("task-limits").singleResult().getId();
		management.suspendJobById(morning);
		assertThat(reconciliation.differences()).anyMatch(one -> one.number().equals("task-limits") && one.what().contains("定时器已被挂起"));
		management.activateJobById(morning);
		repository.suspendProcessDefinitionByKey("consultation-outcome");
		assertThat(reconciliation.differences()).anyMatch(one -> one.number().equals("consultation-outcome") && one.what().contains("不能发起新的"));
		repository.activateProcessDefinitionByKey("consultation-outcome");
		assertThat(ours()).isEmpty();
	}

	@Test
	void whatFailedIsNamed() {
		startUpTo("task_draftReply");
		management.setJobRetries(timer(TimerIds.REPLY_DUE).getId(), 0);
		isNamed(first(), "“boundary_replyDue”出错停下", "重试");
	}

	@Test
	void aTaskThatNobodyCanDoIsNamed() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		sql("update act_ru_identitylink set group_id_ = 'unit-nobody' where task_id_ = ? and group_id_ is not null", task);
		isNamed(first(), "任务“拟定答复”没有可以办理的人员（unit-nobody）", "添加人员");
		sql("update act_ru_task set assignee_ = 'gone1' where id_ = ?", task);
		isNamed(first(), "没有可以办理的人员（gone1）", "添加人员");
	}

	@Test
	void administratorsReadItOnAPage() {
		startUpTo("task_draftReply");
		management.setJobRetries(timer(TimerIds.REPLY_DUE).getId(), 0);
		String page = Http.pages(port, "admin").get("/reconciliation").body();
		assertThat(page).contains("<h1>对账", first(), "出错停下", "修好后重试");
		assertThat(Http.pages(port, "zhengxie1").get("/reconciliation").status()).isEqualTo(403);
	}
}
