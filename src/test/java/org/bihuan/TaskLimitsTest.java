package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.handling.OverdueSheet;
import org.bihuan.ledger.Notices.Notice;
import org.bihuan.terms.NoticeKind;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 任务时限: nothing that waits for people waits unseen. Each task has a day, whoever has it is reminded, and after it the superior hears. */
@Tag("database")
@Tag("wide")
class TaskLimitsTest extends CycleTest {

	@Autowired
	private OverdueSheet overdueSheet;

	/** The morning's look, at this hour of a day. */
	private void look(LocalDate day) {
		clockTo(day.atTime(8, 10));
		runtime.startProcessInstanceByKey("task-limits");
	}

	private void lookDailyUntil(LocalDate last) {
		LocalDate first = LocalDate.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), BihuanApplication.ZONE)
				.plusDays(1);
		first.datesUntil(last.plusDays(1)).forEach(this::look);
	}

	/** The days on which somebody was told so of the case. */
	private List<String> days(String recipient, String kind) {
		return jdbc.sql("select created_at from notice where outcome_id = ? and recipient = ? and kind = ? order by id")
				.params(outcomeId, recipient, kind).query(java.time.OffsetDateTime.class).list().stream()
				.map(at -> at.atZoneSameInstant(BihuanApplication.ZONE).toLocalDate().toString()).toList();
	}

	private static Date endOf(String day) {
		return Date.from(LocalDate.parse(day).atTime(23, 59, 59).atZone(BihuanApplication.ZONE).toInstant());
	}

	@Test
	void aTaskIsDueAtTheEndOfItsWorkingDaysOfWhichTheFirstIsNotCounted() {
		startUpTo("task_planResearch");
		assertThat(task("task_planResearch").getDueDate()).isEqualTo(endOf("2023-09-18"));
	}

	@Test
	void conversionHasDaysFromTheRulingToTheSignature() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_draftReference");
		assertThat(task("task_draftReference").getDueDate()).isEqualTo(endOf("2023-09-18"));
		clockTo(LocalDateTime.of(2023, 9, 26, 9, 0));
		answer("task_draftReference");
		// the autumn holiday lies between
		assertThat(task("task_judgeReference").getDueDate()).isEqualTo(endOf("2023-10-09"));
	}

	@ParameterizedTest
	@CsvSource({ "task_lookBackByCommittee,2023-10-18", "task_lookBackBySupervision,2023-10-18" })
	void aLookBackHasADay(String key, String due) {
		startUpTo(key);
		assertThat(task(key).getDueDate()).isEqualTo(endOf(due));
	}

	@Test
	void whoeverHasATaskIsRemindedOnTheWorkingDayBeforeItsDayAndOnIt() {
		startUpTo("task_planResearch");
		lookDailyUntil(LocalDate.of(2023, 9, 18));
		assertThat(days("committee-chengxiang", "reminder")).as("Friday and Monday, one notice a day: said once").containsExactly("2023-09-15");
		assertThat(notices.of("committee-chengxiang")).filteredOn(one -> one.kind() == NoticeKind.REMINDER && outcomeId.equals(one.outcomeId()))
				.extracting(Notice::text).singleElement().asString().contains("制定调研方案", "基层派出所改造", outcomeId, "2023-09-18");
		assertThat(days("cppcc-deputy-chair", "task-overdue")).isEmpty();
	}

	@Test
	void whoHasClaimedATaskIsRemindedAlone() {
		startUpTo("task_planResearch");
		tasks.claim(task("task_planResearch").getId(), "chengxiang2");
		look(LocalDate.of(2023, 9, 18));
		assertThat(days("chengxiang2", "reminder")).containsExactly("2023-09-18");
		assertThat(days("committee-chengxiang", "reminder")).isEmpty();
	}

	@Test
	void theSuperiorHearsOnceWhenTheDayHasPassedAndAgainAfterFiveWorkingDaysThenTen() {
		startUpTo("task_planResearch");
		lookDailyUntil(LocalDate.of(2023, 10, 17));
		assertThat(days("cppcc-deputy-chair", "task-overdue")).as("the holidays from 09-29 to 10-06 are not counted, 10-07 and 10-08 are worked")
				.containsExactly("2023-09-19", "2023-09-26", "2023-10-16");
		assertThat(notices.of("cppcc-deputy-chair")).filteredOn(one -> outcomeId.equals(one.outcomeId())).extracting(Notice::text)
				.allSatisfy(text -> assertThat(text).contains("制定调研方案", "基层派出所改造", "城乡委", "2023-09-18"))
				.last().asString().contains("超期 28 天");
		assertThat(jdbc.sql("select act from event where outcome_id = ? and act in ('task-reminded', 'task-overdue') order by id").param(outcomeId)
				.query(String.class).list()).containsExactly("task-reminded", "task-overdue", "task-overdue", "task-overdue");
	}

	@Test
	void aSecondLookOnOneDayTellsNothing() {
		startUpTo("task_planResearch");
		look(LocalDate.of(2023, 9, 19));
		Map<String, Object> before = ledger();
		look(LocalDate.of(2023, 9, 19));
		look(LocalDate.of(2023, 9, 20));
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void whatPassedWhileNobodyLookedIsToldOnceAtTheNextLook() {
		startUpTo("task_planResearch");
		look(LocalDate.of(2023, 11, 14));
		look(LocalDate.of(2023, 11, 15));
		assertThat(days("cppcc-deputy-chair", "task-overdue")).containsExactly("2023-11-14");
	}

	@Test
	void onARestDayNobodyIsTold() {
		startUpTo("task_planResearch");
		Map<String, Object> before = ledger();
		look(LocalDate.of(2023, 9, 23));
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void theReplyHasItsOwnReminders() {
		startUpTo("task_draftReply");
		look(LocalDate.of(2023, 11, 10));
		look(LocalDate.of(2023, 11, 13));
		assertThat(days("unit-gongan", "reminder")).isEmpty();
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		management.createJobQuery().timers().activityId("boundary_replyReminder").list()
				.forEach(job -> management.setJobDuedate(job.getId(), endOf("2023-11-20")));
		runDueJobs();
		look(LocalDate.of(2023, 11, 14));
		assertThat(days("gov-office", "reminder")).as("whom the decision table names is told by it alone").isEmpty();
		assertThat(days("cppcc-deputy-chair", "task-overdue")).as("that nobody deals with it").containsExactly("2023-11-14");
	}

	@Test
	void theResponsibleLeaderHearsOfTheOfficesAndWhereThereIsNoneTheSupervisors() {
		startUpTo("task_makeAssignments");
		look(LocalDate.of(2023, 9, 15));
		assertThat(days("supervision-office", "task-overdue")).containsExactly("2023-09-15");
		clockTo(LocalDateTime.of(2023, 9, 15, 9, 0));
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复",
						"leader", "quzhang1"))));
		upTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_draftReference");
		answer("task_draftReference");
		look(LocalDate.of(2023, 9, 25));
		assertThat(days("quzhang1", "task-overdue")).containsExactly("2023-09-25");
	}

	@Test
	void aLookBackThatIsOpenForFourYearsCannotBeMissed() {
		startUpTo("task_lookBackByCommittee");
		LocalDate later = LocalDate.of(2026, 10, 20);
		look(later);
		assertThat(days("cppcc-deputy-chair", "task-overdue")).as("of the committee's").containsExactly("2026-10-20");
		for (String office : List.of("party-office", "gov-office", "cppcc-office")) {
			assertThat(days(office, "task-overdue")).as("%s, of the supervisors'", office).containsExactly("2026-10-20");
		}
		String overdue = Http.pages(port, "zhengxie1").get("/overdue").body();
		assertThat(overdue.substring(overdue.indexOf("超期任务"))).contains("专委会回头看", "督考办回头看", "城乡委", "督考办", outcomeId + "-1",
				"2023-10-18", "已逾期 1098 天", "2026-10-20");
		String sheet = Http.pages(port, "zhengxie1").get("/sheet").body();
		assertThat(sheet.substring(sheet.indexOf("任务超期"), sheet.indexOf("临近期限"))).contains("专委会回头看：基层派出所改造", "督考办回头看：基层派出所改造", outcomeId + "-1",
				"2023-10-18", "已逾期 1098 天");
		assertThat(Http.pages(port, "fuzhuxi1").get("/notices").body()).contains("专委会回头看", "已超期 1098 天");
	}

	@Test
	void theWeeklyPaperKeepsWhatWasLateThatMonday() {
		startUpTo("task_planResearch");
		clockTo(LocalDateTime.of(2023, 9, 25, 8, 30));
		runtime.startProcessInstanceByKey("overdue-sheet");
		assertThat(notices.of("supervision-office")).anyMatch(notice -> notice.text().contains("本周（2023-09-25）"));
		answer("task_planResearch");
		String kept = Http.pages(port, "zhengxie1").get("/overdue?week=2023-09-25").body();
		assertThat(kept).contains("制定调研方案", outcomeId, "2023-09-18", "已逾期 7 天");
		assertThat(Http.pages(port, "zhengxie1").get("/overdue").body()).doesNotContain("制定调研方案");
		assertThat(overdueSheet.of(LocalDate.of(2023, 9, 25)).orElseThrow().rows()).as("no reply is overdue").isEmpty();
		jdbc.sql("delete from overdue_sheet").update();
	}

	@Test
	void aTaskThatWasOpenBeforeThereWereLimitsGetsItsDay() {
		startUpTo("task_planResearch");
		Task open = task("task_planResearch");
		open.setDueDate(null);
		tasks.saveTask(open);
		look(LocalDate.of(2023, 9, 19));
		assertThat(task("task_planResearch").getDueDate()).isEqualTo(endOf("2023-09-18"));
		assertThat(days("cppcc-deputy-chair", "task-overdue")).containsExactly("2023-09-19");
	}

	@Test
	void theLookIsTakenEachMorning() {
		Job morning = management.createJobQuery().timers().processDefinitionKey("task-limits").singleResult();
		assertThat(morning.getDuedate().toInstant().atZone(BihuanApplication.ZONE).toLocalTime()).hasToString("08:10");
	}

	private void deployWith(String task, String property, String value) {
		BpmnModelInstance model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/processes/conversion.bpmn"));
		UserTask edited = model.getModelElementById(task);
		CamundaProperty found = edited.getExtensionElements().getElementsQuery()
				.filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).singleResult().getCamundaProperties().stream()
				.filter(one -> one.getCamundaName().equals(property)).findFirst().orElseThrow();
		found.setCamundaValue(value);
		repository.createDeployment().addModelInstance("conversion.bpmn", model).deploy();
	}

	@ParameterizedTest
	@CsvSource({ "limit,0", "limit,61", "limit,five", "limit,''", "limit,P5D", "superior,''", "superior,boss", "superior,'deputy-chair,boss'" })
	void aModelWithNonsenseIsRefusedWithElementAndFile(String property, String value) {
		long before = repository.createDeploymentQuery().count();
		Throwable thrown = catchThrowable(() -> deployWith("task_draftProposal", property, value));
		assertThat(Refusal.in(thrown)).isNotNull();
		assertThat(Refusal.in(thrown).getMessage()).contains("conversion.bpmn", "撰写提案", "task_draftProposal", property).endsWith("。");
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
	}

	@Test
	void aTaskWithoutALimitIsRefused() {
		BpmnModelInstance model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/processes/late-instruction.bpmn"));
		UserTask edited = model.getModelElementById("task_sortLateInstruction");
		edited.getExtensionElements().getElementsQuery()
				.filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).singleResult().getParentElement()
				.removeChildElement(edited.getExtensionElements().getElementsQuery()
						.filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).singleResult());
		assertThat(refused(() -> repository.createDeployment().addModelInstance("late-instruction.bpmn", model).deploy()))
				.contains("late-instruction.bpmn", "分送批示", "task_sortLateInstruction", "limit");
	}

	@Test
	void aNumberChangedInTheModelIsTheOneThatCounts() {
		BpmnModelInstance model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/processes/late-instruction.bpmn"));
		UserTask edited = model.getModelElementById("task_sortLateInstruction");
		edited.getExtensionElements().getElementsQuery()
				.filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).singleResult().getCamundaProperties().stream()
				.filter(one -> one.getCamundaName().equals("limit")).forEach(one -> one.setCamundaValue("2"));
		startUpTo("task_makeAssignments");
		String deployment = repository.createDeployment().addModelInstance("late-instruction.bpmn", model)
				.addClasspathResource("forms/start-late-instruction.form").addClasspathResource("forms/sort-instructions.form").deploy().getId();
		try {
			start("quwei1", "late-instruction",
					Map.of("outcomeNo", outcomeId, "leader", "quzhang1", "writtenOn", "2023-09-11", "words", "请办理"));
			assertThat(task("task_sortLateInstruction").getDueDate()).isEqualTo(endOf("2023-09-13"));
		}
		finally {
			repository.deleteDeployment(deployment, true);
		}
	}
}
