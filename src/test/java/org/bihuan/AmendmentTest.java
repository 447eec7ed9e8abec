package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.FieldRules;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Breakdown;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Figure;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Statistics;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Withdrawals;
import org.bihuan.terms.NoticeKind;
import org.bihuan.terms.ReplyClass;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 更正, 撤回, 改派: appended with who, when and why; what stood before stays readable; refused where it may not be, with nothing changed. */
@Tag("h2-again")
class AmendmentTest extends CycleTest {

	@Autowired
	private Corrections corrections;
	@Autowired
	private Withdrawals withdrawals;
	@Autowired
	private Statistics statistics;
	@Autowired
	private Breakdown breakdown;
	@Autowired
	private Trail trail;
	@Autowired
	private FieldRules fieldRules;

	private String number() {
		return outcomeId + "-1";
	}

	private void correct(String number, String field, String value) {
		amend("zhengxie1", correction(number, field, value));
	}

	private static Map<String, Object> correction(String number, String field, String value) {
		return Map.of("kind", "correct", "number", number, "field", field, "newValue", value);
	}

	private static Map<String, Object> reassignment(String number, String unit) {
		return Map.of("kind", "reassign", "number", number, "toUnit", unit);
	}

	private Map<String, Object> withdrawal(String number) {
		return Map.of("kind", "withdraw", "number", number, "cause", "wrong", "remainder", "不宜由部门承办，已口头说明");
	}

	/** Refused with these words; ledger, tasks and instances are as they were. */
	private void refusedAs(String user, Map<String, Object> answer, String words) {
		Map<String, Object> before = ledger();
		List<String> open = openTasks();
		long instances = runtime.createProcessInstanceQuery().count();
		assertThat(refused(() -> amend(user, answer))).as("%s", answer).contains(words);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).isEqualTo(open);
		assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(instances);
	}

	@Test
	void aCorrectionShowsWhatIsRightAndKeepsWhatStoodThere() {
		startUpTo("task_reportImplementation");
		clockTo(MONDAY.plusDays(4));
		upTo("task_lookBackByCommittee");
		String[][] all = { { outcomeId, "outcome-title", "基层派出所改造与提升", "基层派出所改造" }, { number(), "assignment-requirement", "一个月内答复", "两个月内答复" },
				{ number(), "assignment-tracked-class", "B", "A" }, { number(), "reply-contact", "李四", "张三" },
				{ number(), "reply-phone", "0523-54321", "0523-12345" },
				{ number(), "implementation-report", "改造基本完工", "建议 1：改造完工" },
				{ number(), "implementation-completed-on", "2023-09-12", "2023-09-15" } };
		for (String[] one : all) {
			correct(one[0], one[1], one[2]);
		}
		correct(number(), "assignment-leader", "韩东升");
		amend("quwei1", with(with(correction(outcomeId, "instruction-words", "请区政府认真研究"), "leader", "高永年"), "reason", "抄录有误"));
		for (String[] one : all) {
			assertThat(corrections.ofOutcome(outcomeId)).as(one[1]).anySatisfy(correction -> {
				assertThat(correction.field().code()).isEqualTo(one[1]);
				assertThat(correction.newValue()).isEqualTo(one[2]);
				assertThat(correction.oldValue()).isEqualTo(one[3]);
				assertThat(correction.reason()).isEqualTo("原来写错了");
				assertThat(correction.correctedBy()).isEqualTo("zhengxie1");
				assertThat(correction.correctedAt().toInstant()).isEqualTo(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant());
			});
		}
		assertThat(corrections.ofOutcome(outcomeId)).hasSize(Corrections.Field.values().length - 1).extracting(Corrections.Correction::correctedBy)
				.contains("quwei1");
		assertThat(outcomes.get(outcomeId).title()).isEqualTo("基层派出所改造与提升");
		assertThat(assignment().requirement()).isEqualTo("一个月内答复");
		assertThat(assignment().responsibleLeader()).isEqualTo("quzhang1");
		assertThat(assignment().implementedOn()).hasToString("2023-09-12");
		assertThat(assignment().replyClass()).as("what was replied stays").isEqualTo(ReplyClass.A);
		assertThat(assignment().trackedClass()).isEqualTo(ReplyClass.B);
		assertThat(jdbc.sql("select words from instruction where outcome_id = ?").param(outcomeId).query(String.class).single())
				.isEqualTo("请区政府认真研究");
		assertThat(trail.ofOutcome(outcomeId)).filteredOn(event -> event.act() == Act.CORRECTED).hasSize(corrections.ofOutcome(outcomeId).size())
				.anyMatch(event -> event.detail().contains("基层派出所改造与提升") && event.detail().contains("\"before\":\"基层派出所改造\""));
		assertThat(notices.of("unit-gongan")).anyMatch(notice -> notice.kind() == NoticeKind.CORRECTED && number().equals(notice.assignmentId()));
		toTheEnd();
		correct(outcomeId, "outcome-title", "基层派出所改造");
		assertThat(
				corrections.ofOutcome(outcomeId).stream().filter(one -> one.field() == Corrections.Field.OUTCOME_TITLE)
						.map(Corrections.Correction::oldValue))
				.as("corrected again, also when closed: both earlier words stay").containsExactly("基层派出所改造", "基层派出所改造与提升");
	}

	@Test
	void openTasksShowWhatIsRightNowAndKeepWhatWasTyped() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		Object typed = tasks.getVariableLocal(task, "replies");
		correct(number(), "assignment-requirement", "请在一个月内办结并答复");
		correct(outcomeId, "outcome-title", "基层派出所改造与提升");
		assertThat(String.valueOf(tasks.getVariableLocal(task, "view"))).contains("请在一个月内办结并答复", "基层派出所改造与提升").doesNotContain("两个月内答复");
		assertThat(tasks.getVariableLocal(task, "caseTitle")).isEqualTo("基层派出所改造与提升");
		assertThat(String.valueOf(tasks.getVariableLocal(task, "replies"))).isEqualTo(String.valueOf(typed));
		answer("task_draftReply");
		toTheEnd();
	}

	@Test
	void aReassignmentDecidesAReturnThatStillWaits() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		assertThat(openTasks()).containsExactly("task_decideReassignment");
		amend("quwei1", reassignment(number(), "教育局"));
		assertThat(openTasks()).containsExactly("task_signReceipt");
		assertThat(jdbc.sql("select to_unit || ' ' || decided_by from reassignment where assignment_id = ? order by id").param(number())
				.query(String.class).list())
				.containsExactly("unit-jiaoyu quwei1", "unit-jiaoyu quwei1");
		assertThat(assignment().leadUnit()).isEqualTo("unit-jiaoyu");
		toTheEnd();
	}

	@Test
	void aDateOfAnInstructionIsCorrectedWithinItsRules() {
		startUpTo("task_draftReply");
		start("quwei1", "late-instruction", Map.of("outcomeNo", outcomeId, "leader", "高永年", "writtenOn", "2023-09-11", "words", "请抓紧办理"));
		clockTo(MONDAY.plusDays(3));
		Map<String, Object> date = with(correction(outcomeId, "instruction-written-on", "2023-09-13"), "leader", "高永年");
		refusedAs("quwei1", date, "有 2 次批示");
		refusedAs("quwei1", with(date, "recordedOn", "2023-09-12"), "没有这位领导（当日）的批示");
		refusedAs("quwei1", with(date, "leader", "韩东升"), "没有这位领导");
		refusedAs("quwei1", with(date, "leader", "张三"), "不在区领导名单中");
		refusedAs("quwei1", with(date, "leader", null), "批示领导");
		endCases();
		startUpTo("task_draftReply");
		clockTo(MONDAY.plusDays(3));
		Map<String, Object> only = with(correction(outcomeId, "instruction-written-on", "2023-09-13"), "leader", "高永年");
		refusedAs("quwei1", with(only, "newValue", "2023-09-15"), "不能晚于今天");
		refusedAs("quwei1", with(only, "newValue", "2023-09-10"), "不能早于报送日期");
		refusedAs("quwei1", with(only, "newValue", "昨天"), "这样的日期");
		amend("quwei1", with(only, "recordedOn", "2023-09-11"));
		assertThat(corrections.ofOutcome(outcomeId)).extracting(Corrections.Correction::oldValue, Corrections.Correction::newValue)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("2023-09-11", "2023-09-13"));
	}

	@Test
	void whatMayNotBeCorrectedIsRefused() {
		startUpTo("task_draftReply");
		refusedAs("quwei1", correction(number(), "reply-contact", "李四"), "还没有书面答复");
		refusedAs("quwei1", correction(number(), "implementation-report", "完工"), "还没有这一栏的记录");
		refusedAs("quwei1", correction(number(), "assignment-tracked-class", "B"), "还没有内容");
		refusedAs("quwei1", correction(outcomeId, "assignment-requirement", "一个月"), "填写交办件编号");
		refusedAs("quwei1", correction(number(), "outcome-title", "新题"), "填写成果编号");
		refusedAs("quwei1", correction("CG1999-1", "outcome-title", "新题"), "没有编号为“CG1999-1”");
		refusedAs("quwei1", correction(outcomeId, "outcome-title", "基层派出所改造"), "与现有内容相同");
		refusedAs("quwei1", correction(outcomeId, "outcome-title", "长".repeat(101)), "最多 100 字");
		for (String stamped : List.of("assignment-received-on", "assignment-delivered-at", "assignment-due-on", "assignment-replied-on",
				"outcome-submitted-on")) {
			refusedAs("quwei1", correction(number(), stamped, "2023-09-01"), "已不可选");
		}
		for (String required : List.of("number", "field", "newValue", "kind")) {
			refusedAs("quwei1", with(correction(outcomeId, "outcome-title", "新题"), required, null), "。");
		}
		refusedAs("quwei1", with(correction(outcomeId, "outcome-title", "新题"), "reason", " "), "请填写“理由”");
		upTo("task_reportImplementation");
		refusedAs("quwei1", correction(number(), "assignment-tracked-class", "D"), "只能写 A、B 或 C");
		for (String slip : List.of("0203-09-08", "1023-09-08")) {
			refusedAs("quwei1", with(correction(outcomeId, "instruction-written-on", slip), "leader", "高永年"), "年份不对");
		}
	}

	/** The former version took each of these: the report's form, and that of the reply, would not have. */
	@Test
	void aCorrectionKeepsToTheFormThatAskedFirst() {
		startUpTo("task_reportImplementation");
		clockTo(MONDAY.plusDays(4));
		Map<String, Object> early = with(plain(task("task_reportImplementation")), "completedOn", "2023-09-10");
		assertThat(refused(() -> answer("task_reportImplementation", early))).isEqualTo("“完成日期”不能早于签收日期（2023-09-11），请检查。");
		upTo("task_lookBackByCommittee");
		String field = "implementation-completed-on";
		refusedAs("quwei1", correction(number(), field, "2023-09-10"), "“完成日期”不能早于签收日期（2023-09-11），请检查。");
		refusedAs("quwei1", correction(number(), field, "2023-09-16"), "“完成日期”不能晚于报告落实的当天（2023-09-15），请检查。");
		refusedAs("quwei1", correction(number(), field, "2099-01-01"), "“完成日期”不能晚于今天，请检查。");
		refusedAs("quwei1", correction(number(), "reply-contact", "张".repeat(101)), "“联系人”最多 100 字，现有 101 字");
		refusedAs("quwei1", correction(number(), "reply-phone", "1".repeat(41)), "“联系电话”最多 40 字，现有 41 字");
		correct(number(), field, "2023-09-11");
		assertThat(assignment().implementedOn()).hasToString("2023-09-11");
	}

	/** Each field of 更正 that a form asked for first names a field that the form has, and that asks for text or a day. */
	@Test
	void whatAFormAskedForFirstIsFoundInIt() {
		assertThat(java.util.Arrays.stream(Corrections.Field.values()).filter(field -> field.form() != null)).hasSize(8)
				.allSatisfy(field -> assertThat(refused(() -> fieldRules.check(field.form(), field.key(), null))).startsWith("请").contains("“"));
	}

	@Test
	void onlyTheOfficesAmend() {
		startUpTo("task_draftReply");
		Map<String, Object> before = ledger();
		for (String other : List.of("gongan1", "chengxiang1", "weiyuan1", "dukao1", "shuji1", "fenxi1")) {
			assertThat(catchThrowable(() -> amend(other, correction(outcomeId, "outcome-title", "新题")))).as(other)
					.isInstanceOf(AuthorizationException.class);
		}
		refusedAs("admin", correction(outcomeId, "outcome-title", "新题"), "由区委办、区政府办、区政协办办理");
		refusedAs("zhengxie1", withdrawal(number()), "由区委办、区政府办撤回");
		refusedAs("quwei1", with(withdrawal(outcomeId), "remainder", null), "由区政协办撤回");
		refusedAs("zhengxie1", reassignment(number(), "财政局"), "由区委办、区政府办改派");
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void aReassignedUnitSignsAndHasItsOwnClockAndTheOldTimesStay() {
		startUpTo("task_signReply");
		clockTo(MONDAY.plusDays(7));
		amend("zhengfu1", reassignment(number(), "财政局"));
		assertThat(openTasks()).containsExactly("task_signReceipt");
		assertThat(tasks.createTaskQuery().taskCandidateUser("gongan2").count()).isZero();
		assertThat(assignment().leadUnit()).isEqualTo("unit-caizheng");
		assertThat(assignment().state()).isEqualTo(State.ASSIGNED);
		assertThat(assignment().receivedOn()).isNull();
		assertThat(assignment().dueOn()).isNull();
		assertThat(assignment().deliveredAt()).isNotNull();
		var old = jdbc.sql("select * from reassignment where assignment_id = ?").param(number()).query().singleRow();
		assertThat(old).containsEntry("from_unit", "unit-gongan").containsEntry("to_unit", "unit-caizheng").containsEntry("reason", "原来写错了")
				.containsEntry("decided_by", "zhengfu1").containsEntry("from_receipt", "signed");
		assertThat(old.get("from_received_on")).hasToString("2023-09-11");
		assertThat(old.get("from_due_on")).hasToString("2023-11-13");
		complete("caizheng1", "task_signReceipt", Map.of("receipt", "sign"));
		assertThat(assignment().receivedOn()).hasToString("2023-09-18");
		assertThat(assignment().dueOn()).hasToString("2023-11-20");
		assertThat(timer("boundary_replyDue").getDuedate()).as("one clock, the new unit's").isInSameDayAs("2023-11-21");
		for (String unit : List.of("unit-gongan", "unit-caizheng")) {
			assertThat(notices.of(unit)).as(unit)
					.anyMatch(notice -> notice.kind() == NoticeKind.REASSIGNED && number().equals(notice.assignmentId()));
		}
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(State.VERIFIED);
	}

	@Test
	void coUnitsAreAskedAgainAfterAReassignmentAndANewLeadUnitIsNoLongerOne() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng", "unit-fagai", "unit-jiaoyu"), "requirement", "两个月内答复"))));
		upTo("task_giveCoOpinion");
		complete("jiaoyu1", tasks.createTaskQuery().taskCandidateUser("jiaoyu1").singleResult(), Map.of("opinion", "支持"));
		amend("quwei1", reassignment(number(), "财政局"));
		answer("task_signReceipt");
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_giveCoOpinion").list()).as("who has given need not give again").singleElement()
				.satisfies(task -> assertThat(somebodyFor(task)).startsWith("fagai"));
		assertThat(assignments.coUnits(number())).containsExactly("unit-fagai", "unit-jiaoyu");
		toTheEnd();
	}

	@Test
	void anOverdueAssignmentMayBeReassignedAndStartsAnew() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		assertThat(assignment().promisedOn()).isNotNull();
		amend("quwei1", reassignment(number(), "unit-caizheng"));
		answer("task_signReceipt");
		assertThat(assignment().promisedOn()).as("the old unit's promise binds nobody else").isNull();
		assertThat(jdbc.sql("select from_promised_on from reassignment where assignment_id = ?").param(number()).query(String.class).single())
				.isEqualTo("2023-11-28");
		toTheEnd();
	}

	@Test
	void whatMayNotBeReassignedIsRefused() {
		startUpTo("task_confirmFollowUp");
		refusedAs("quwei1", reassignment(number(), "财政局"), "还没有送到承办单位");
		upTo("task_draftReply");
		refusedAs("quwei1", reassignment(outcomeId, "财政局"), "填写交办件编号");
		refusedAs("quwei1", reassignment(number(), "公安局"), "现在就由“公安局”承办");
		refusedAs("quwei1", reassignment(number(), "气象局"), "不在承办单位名单中");
		upTo("task_reportImplementation");
		refusedAs("quwei1", reassignment(number(), "财政局"), "不能再改派");
		toTheEnd();
		refusedAs("quwei1", reassignment(number(), "财政局"), "不能再改派");
	}

	@Test
	void aWithdrawnAssignmentEndsThroughTheModelAndTheOthersDecide() {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J1", outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "两个月内答复"))));
		upTo("task_signReceipt");
		refusedAs("quwei1", withdrawal(outcomeId + "-1"), "每条建议都还有单位承办");
		refusedAs("quwei1", with(withdrawal(outcomeId + "-2"), "remainder", null), "建议 2 没有单位承办");
		refusedAs("quwei1", with(withdrawal(outcomeId + "-1"), "cause", null), "撤回原因");
		amend("quwei1", with(with(withdrawal(outcomeId + "-2"), "cause", "duplicate"), "remainder", "由上级部门统一安排"));
		assertThat(assignments.get(outcomeId + "-2").state()).isEqualTo(State.WITHDRAWN);
		assertThat(assignments.get(outcomeId + "-2").closedOn()).isNull();
		assertThat(assignments.get(outcomeId + "-1").state()).isEqualTo(State.ASSIGNED);
		assertThat(openTasks()).containsExactly("task_signReceipt");
		assertThat(withdrawals.ofOutcome(outcomeId)).singleElement().satisfies(one -> {
			assertThat(one.reason()).isEqualTo("原来写错了");
			assertThat(one.remainder()).isEqualTo("由上级部门统一安排");
			assertThat(one.formerState()).isEqualTo("ASSIGNED");
			assertThat(one.withdrawnBy()).isEqualTo("quwei1");
			assertThat(one.cause()).isEqualTo(Withdrawals.Cause.DUPLICATE);
		});
		for (String told : List.of("unit-fagai", "committee-chengxiang", "weiyuan1")) {
			assertThat(notices.of(told)).as(told)
					.anyMatch(notice -> notice.kind() == NoticeKind.WITHDRAWN && (outcomeId + "-2").equals(notice.assignmentId()));
		}
		refusedAs("quwei1", withdrawal(outcomeId + "-2"), "不能再撤回");
		toTheEndOf(outcomeId + "-1");
		assertThat(assignments.get(outcomeId + "-1").state()).isEqualTo(State.VERIFIED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
		refusedAs("quwei1", withdrawal(outcomeId + "-1"), "不能再撤回");
	}

	/** Like {@link #toTheEnd()}; the assignment of the police is on suggestion 1. */
	private void toTheEndOf(String assignmentId) {
		toTheEnd();
		assertThat(assignments.get(assignmentId).closedOn()).isNotNull();
	}

	@Test
	void whereAllAreWithdrawnTheOutcomeClosesAsWithdrawnAndStaysCountedAsSubmitted() {
		Statistics.Figures before = statistics.of(null, null);
		startUpTo("task_lookBackByCommittee");
		amend("zhengfu1", withdrawal(number()));
		runDueJobs();
		assertThat(openTasks()).isEmpty();
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.WITHDRAWN);
		assertThat(outcomes.get(outcomeId).state()).isEqualTo(Outcomes.State.CLOSED);
		assertThat(withdrawals.ofOutcome(outcomeId).get(0).formerState()).isEqualTo("IMPLEMENTED");
		Statistics.Figures after = statistics.of(null, null);
		assertThat(after.submitted()).isEqualTo(before.submitted() + 1);
		assertThat(after.withdrawn()).isEqualTo(before.withdrawn() + 1);
		assertThat(after.inProgress()).as("nobody is at it any more").isEqualTo(before.inProgress());
		assertThat(after.instructions()).as("in nothing else").isEqualTo(before.instructions());
		assertThat(after.implemented()).isEqualTo(before.implemented());
		assertThat(after.converted()).isEqualTo(before.converted());
	}

	@Test
	void whatWasWithdrawnOwesNoReply() {
		startUpTo("task_draftReply");
		// with another one the outcome stays open, and in the figures
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		answer("task_addAssignment");
		clockTo(MONDAY.plusYears(1));
		int missed = owed();
		amend("quwei1", with(withdrawal(number()), "remainder", null));
		runDueJobs();
		assertThat(owed()).as("no reply is missed that nobody owes").isEqualTo(missed - 1);
		assertThat(assignment().state()).isEqualTo(State.WITHDRAWN);
		assertThat(assignment().dueOn()).as("its dates stay readable").isNotNull();
	}

	private int owed() {
		return breakdown.by(Breakdown.By.ALL, new Breakdown.Selection(null, null, null)).get(0).count(Figure.REPLY_DUE);
	}

	@Test
	void theChairsOfficeWithdrawsAnOutcomeWhereverItIs() {
		for (String where : List.of("task_planResearch", "task_giveOpinion", "task_enterInstruction", "task_makeAssignments", "task_draftReply",
				"task_rateSatisfaction")) {
			startUpTo(where);
			amend("zhengxie1", with(withdrawal(outcomeId), "remainder", null));
			runDueJobs();
			assertThat(openTasks()).as(where).isEmpty();
			assertThat(runtime.createProcessInstanceQuery().count()).as(where).isZero();
			assertThat(management.createJobQuery().list()).filteredOn(job -> job.getProcessInstanceId() != null).as("no timer is left of %s", where)
					.isEmpty();
			assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.WITHDRAWN);
			assertThat(assignments.of(outcomeId)).extracting(Assignments.Assignment::state).allMatch(State.WITHDRAWN::equals);
			assertThat(trail.ofOutcome(outcomeId)).extracting(Trail.Event::act).as("nothing of the case is gone").startsWith(Act.TOPIC_REGISTERED)
					.contains(Act.OUTCOME_WITHDRAWN);
			refusedAs("zhengxie1", with(withdrawal(outcomeId), "remainder", null), "不能再撤回");
		}
	}

	@Test
	void anOutcomeOfWhichSomethingWasVerifiedIsNotWithdrawn() {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "两个月内答复"))));
		answer("task_confirmFollowUp");
		runDueJobs();
		complete("fagai1", tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult(), Map.of("receipt", "sign"));
		complete("fagai1", tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult(), notAdoptable());
		complete("fagai2", tasks.createTaskQuery().taskCandidateUser("fagai2").singleResult(), Map.of("verdict", "pass"));
		amend("zhengfu1", withdrawal(outcomeId + "-1"));
		answer("task_draftReference");
		answer("task_judgeReference");
		runDueJobs();
		assertThat(outcomes.get(outcomeId).closing()).as("the one that stands was converted").isEqualTo(Outcomes.Closing.CONVERTED);
		refusedAs("zhengxie1", with(withdrawal(outcomeId), "remainder", null), "不能再撤回");
	}

	@Test
	void theRefusalOfALostMomentSaysSo() {
		startUpTo("task_confirmFollowUp");
		Refusal refusal = Refusal.in(catchThrowable(() -> amend("quwei1", withdrawal(number()))));
		assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
		assertThat(assignment().state()).isEqualTo(State.ASSIGNED);
		assertThat(withdrawals.ofOutcome(outcomeId)).isEmpty();
	}
}
