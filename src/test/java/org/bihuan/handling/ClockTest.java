package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.bihuan.BihuanApplication;
import org.bihuan.CycleTest;
import org.bihuan.calendar.Light;
import org.bihuan.ledger.Notices.Notice;
import org.bihuan.terms.NoticeKind;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The two-month clock: explained, shown, spoken of, and moved only by the offices. */
@Tag("database-again")
class ClockTest extends CycleTest {

	@Autowired
	private ClockSheet clockSheet;
	@Autowired
	private OverdueSheet overdueSheet;

	private Date realMonday;

	private List<LocalDate> reminded(String recipient) {
		return notices.of(recipient).stream().filter(notice -> notice.kind() == NoticeKind.REMINDER && outcomeId.equals(notice.outcomeId()))
				.map(notice -> notice.createdAt().atZoneSameInstant(BihuanApplication.ZONE).toLocalDate()).toList();
	}

	/** Walks the clock day by day, at 00:00 and at 09:00, running what is due. */
	private void daysUntil(LocalDate last) {
		LocalDate day = LocalDate.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), BihuanApplication.ZONE);
		for (LocalDate next = day.plusDays(1); !next.isAfter(last); next = next.plusDays(1)) {
			clockTo(next.atStartOfDay());
			runDueJobs();
			clockTo(next.atTime(9, 0));
			runDueJobs();
		}
	}

	private static Date at(LocalDateTime shanghai) {
		return Date.from(shanghai.atZone(BihuanApplication.ZONE).toInstant());
	}

	/** With a 责任领导. */
	private void startUpToDraft() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复",
						"leader", "quzhang1"))));
		upTo("task_draftReply");
	}

	@Test
	void theUnitIsRemindedOnTheDaysOfTheTableAndNoMoreOnceItHasReplied() {
		startUpToDraft();
		assertThat(task("task_draftReply").getDueDate()).isEqualTo(at(LocalDateTime.of(2023, 11, 13, 23, 59, 59)));
		assertThat(task("task_draftReply").getFollowUpDate()).as("the next reminder").isEqualTo(at(LocalDateTime.of(2023, 10, 29, 8, 30)));
		daysUntil(LocalDate.of(2023, 11, 8));
		assertThat(reminded("unit-gongan")).containsExactly(LocalDate.of(2023, 10, 29), LocalDate.of(2023, 11, 6), LocalDate.of(2023, 11, 7),
				LocalDate.of(2023, 11, 8));
		assertThat(task("task_draftReply").getFollowUpDate()).isEqualTo(at(LocalDateTime.of(2023, 11, 9, 8, 30)));
		answer("task_draftReply");
		assertThat(task("task_signReply").getFollowUpDate()).isEqualTo(at(LocalDateTime.of(2023, 11, 9, 8, 30)));
		answer("task_signReply");
		answer("task_sealReply");
		daysUntil(LocalDate.of(2023, 11, 20));
		assertThat(reminded("unit-gongan")).as("who has replied is reminded no more").hasSize(4);
		assertThat(reminded("gov-office")).isEmpty();
	}

	@Test
	void afterTheDueDateUnitLeaderAndOfficesAreRemindedDailyEvenIfADayIsPromised() {
		startUpToDraft();
		daysUntil(LocalDate.of(2023, 11, 15));
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		assertThat(reminded("unit-gongan")).contains(LocalDate.of(2023, 11, 13), LocalDate.of(2023, 11, 14), LocalDate.of(2023, 11, 15))
				.doesNotHaveDuplicates();
		assertThat(reminded("quzhang1")).containsExactly(LocalDate.of(2023, 11, 14), LocalDate.of(2023, 11, 15));
		for (String office : List.of("party-office", "gov-office", "cppcc-office")) {
			assertThat(reminded(office)).as(office).containsExactly(LocalDate.of(2023, 11, 12), LocalDate.of(2023, 11, 13),
					LocalDate.of(2023, 11, 14), LocalDate.of(2023, 11, 15));
		}
		answer("task_handleOverdue");
		daysUntil(LocalDate.of(2023, 11, 17));
		assertThat(reminded("quzhang1")).containsExactly(LocalDate.of(2023, 11, 14), LocalDate.of(2023, 11, 15), LocalDate.of(2023, 11, 16),
				LocalDate.of(2023, 11, 17));
		Notice last = notices.of("unit-gongan").stream().filter(notice -> outcomeId.equals(notice.outcomeId())).reduce((first, second) -> second)
				.orElseThrow();
		assertThat(last.text()).contains("已于 2023-11-13 到期，逾期 4 天，承诺 2023-11-29 前答复");
	}

	@Test
	void aCoUnitIsRemindedOfItsOwnMonth() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复"))));
		upTo("task_giveCoOpinion");
		assertThat(task("task_giveCoOpinion").getFollowUpDate()).isEqualTo(at(LocalDateTime.of(2023, 9, 28, 8, 30)));
		daysUntil(LocalDate.of(2023, 10, 12));
		assertThat(reminded("unit-caizheng")).startsWith(LocalDate.of(2023, 9, 28)).endsWith(LocalDate.of(2023, 10, 11));
		assertThat(reminded("unit-gongan")).isEmpty();
		assertThat(openTasks()).as("its month is over, which is recorded").containsExactly("task_draftReply");
	}

	@Test
	void aRepeatedJobRemindsOnce() {
		startUpToDraft();
		clockTo(LocalDateTime.of(2023, 10, 29, 8, 30));
		runDueJobs();
		Job again = timer("boundary_replyReminder");
		management.setJobDuedate(again.getId(), at(LocalDateTime.of(2023, 10, 29, 8, 30)));
		runDueJobs();
		assertThat(reminded("unit-gongan")).containsExactly(LocalDate.of(2023, 10, 29));
	}

	@Test
	void theProofSheetTellsHowEachDateCameAbout() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		clockTo(LocalDateTime.of(2023, 9, 12, 9, 0));
		answer("task_decideReassignment", Map.of("toUnit", "unit-zhujian"));
		answer("task_signReceipt");
		ClockSheet.Sheet sheet = clockSheet.of(assignment().id());
		assertThat(sheet.lines()).extracting(ClockSheet.Line::unit, ClockSheet.Line::what).containsExactly(tuple("公安局", "送达"),
				tuple("公安局", "退回改派"), tuple("住房城乡建设局", "改派"), tuple("住房城乡建设局", "送达"),
				tuple("住房城乡建设局", "签收"));
		assertThat(sheet.due()).hasToString("2023-11-13");
		assertThat(sheet.lines().get(4).steps()).anyMatch(step -> step.contains("2023-11-12") && step.contains("星期日")).last().asString()
				.contains("截止到当日 24:00");
		String form = String.valueOf(tasks.getVariableLocal(task("task_draftReply").getId(), "view"));
		assertThat(form).contains("住房城乡建设局 签收", "2023-11-13", "是休息日，顺延");

		Http.Answer own = Http.basic(port, "zhujian1").get("/api/assignments/" + assignment().id() + "/clock");
		assertThat(own.json().path("due").asText()).as("%s", own).isEqualTo("2023-11-13");
		assertThat(own.json().path("light").asText()).isEqualTo("绿");
		assertThat(own.json().path("lines")).hasSize(5);
		assertThat(Http.basic(port, "nongye1").get("/api/assignments/" + assignment().id() + "/clock").status()).as("another unit").isEqualTo(404);
		assertThat(Http.basic(port, "gongan1").get("/api/assignments/" + assignment().id() + "/clock").status()).as("the unit that gave it back")
				.isEqualTo(404);
		assertThat(Http.basic(port, "zhengfu1").get("/api/assignments/CG1999-1-1/clock").message()).contains("没有交办件");
		assertThat(Http.anonymous(port).get("/api/assignments/" + assignment().id() + "/clock").status()).isEqualTo(401);
	}

	@Test
	void aSecondDeliveryToTheSameUnitIsToldAgain() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		clockTo(LocalDateTime.of(2023, 9, 18, 9, 0));
		answer("task_decideReassignment", Map.of("toUnit", "unit-gongan"));
		assertThat(
				notices.of("unit-gongan").stream().filter(notice -> notice.kind() == NoticeKind.ASSIGNED && outcomeId.equals(notice.outcomeId()))
						.map(Notice::text))
				.hasSize(2)
				.last().asString().contains("请于 2023-09-21 前签收");
	}

	@Test
	void whatOneUnitDraftedIsNotTheNextOnes() {
		startUpTo("task_draftReply");
		answer("task_draftReply");
		clockTo(LocalDateTime.of(2023, 9, 12, 9, 0));
		String definition = repository.createProcessDefinitionQuery().processDefinitionKey("amendment").latestVersion().singleResult().getId();
		as("zhengfu1",
				() -> forms.submitStartForm(definition, Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局", "reason", "属财政职责")));
		runDueJobs();
		clockTo(LocalDateTime.of(2023, 9, 13, 9, 0));
		answer("task_signReceipt");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_draftReply").getId(), "view"))).contains("\"draft\":\"\"");
	}

	@Test
	void lightsTurnYellowFifteenDaysBeforeAndRedOnTheDayAfterNeverOnIt() {
		startUpToDraft();
		Http gongan = Http.pages(port, "gongan1");
		String task = task("task_draftReply").getId();
		for (String[] day : new String[][] { { "2023-10-28", "green" }, { "2023-10-29", "yellow" }, { "2023-11-13", "yellow" } }) {
			clockTo(LocalDate.parse(day[0]).atTime(23, 59, 59));
			assertThat(gongan.get("/lights?tasks=" + task).json().path(task).path("light").asText()).as(day[0]).isEqualTo(day[1]);
			assertThat(clockSheet.of(assignment().id()).light().name().toLowerCase(Locale.ROOT)).as(day[0]).isEqualTo(day[1]);
		}
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		assertThat(clockSheet.of(assignment().id()).light()).isEqualTo(Light.RED);
		runDueJobs();
		String overdue = task("task_handleOverdue").getId();
		assertThat(Http.pages(port, "zhengfu1").get("/lights?tasks=" + overdue).json().path(overdue).path("light").asText()).isEqualTo("red");
		answer("task_handleOverdue");
		String again = task("task_draftReply").getId();
		assertThat(gongan.get("/lights?tasks=" + again).json().path(again).path("light").asText()).as("a promise does not make it green")
				.isEqualTo("red");
		assertThat(Http.pages(port, "caizheng1").get("/lights?tasks=" + again).body()).as("of another's task nothing is told").isEqualTo("{}");
	}

	@Test
	void anExtensionMovesTimerTaskAndRemindersAndBothVerdictsAreKept() {
		startUpToDraft();
		clockTo(LocalDateTime.of(2023, 11, 10, 9, 0));
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		answer("task_signReply");
		assertThat(timer("boundary_replyDue").getDuedate()).as("the clock runs on until the offices decide")
				.isEqualTo(at(LocalDateTime.of(2023, 11, 14, 0, 0)));
		answer("task_decideExtension", Map.of("until", "2023-12-11"));
		assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(at(LocalDateTime.of(2023, 12, 12, 0, 0)));
		assertThat(timer("boundary_replyReminder").getDuedate()).isEqualTo(at(LocalDateTime.of(2023, 11, 26, 8, 30)));
		assertThat(task("task_draftReply").getDueDate()).isEqualTo(at(LocalDateTime.of(2023, 12, 11, 23, 59, 59)));
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
		assertThat(assignment().extendedOn()).hasToString("2023-12-11");
		daysUntil(LocalDate.of(2023, 11, 25));
		assertThat(reminded("unit-gongan")).as("nobody who was extended is reminded of the old day").isEmpty();
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2024-01-05")))).contains("已不可选");
		assertThat(ledger()).as("once").isEqualTo(before);
		answer("task_draftReply");
		answer("task_signReply");
		answer("task_sealReply");
		ClockSheet.Sheet sheet = clockSheet.of(assignment().id());
		assertThat(sheet.repliedOn()).hasToString("2023-11-25");
		assertThat(sheet.lateAgainstOriginal()).isTrue();
		assertThat(sheet.lateAgainstCurrent()).isFalse();
		assertThat(sheet.lines()).anyMatch(line -> line.what().equals("延期") && line.dueOn().equals(LocalDate.of(2023, 12, 11)));
	}

	@Test
	void anExtensionHasBounds() {
		startUpToDraft();
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2023-11-13")))).contains("应晚于原到期日 2023-11-13");
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2023-12-14")))).contains("不能晚于 2023-12-13");
		assertThat(ledger()).isEqualTo(before);
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		answer("task_signReply");
		Map<String, Object> asked = ledger();
		assertThat(refused(() -> answer("task_decideExtension", Map.of("until", "2023-12-14")))).contains("不能晚于 2023-12-13");
		assertThat(ledger()).isEqualTo(asked);
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		assertThat(openTasks()).as("a request does not stop the clock").containsExactly("task_handleOverdue");
		assertThat(jdbc.sql("select state from extension where assignment_id = ?").param(assignment().id()).query(String.class).single())
				.isEqualTo("overtaken");
	}

	@Test
	void aRefusedExtensionLeavesEverythingAsItWas() {
		startUpToDraft();
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		answer("task_signReply");
		answerOnly("task_decideExtension", Map.of("verdict", "refuse", "decision", "应按期答复"));
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(assignment().extendedOn()).isNull();
		assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(at(LocalDateTime.of(2023, 11, 14, 0, 0)));
	}

	private Job weekly() {
		return management.createJobQuery().timers().processDefinitionKey("overdue-sheet").singleResult();
	}

	/** The one timer that belongs to no case: in the past it would make a sheet a week in every test that comes after. */
	@AfterEach
	void theWeeklySheetGoesOnAsBefore() {
		management.setJobDuedate(weekly().getId(), realMonday);
	}

	@BeforeEach
	void rememberWhenTheNextSheetIsDue() {
		realMonday = weekly().getDuedate();
	}

	@Test
	void theWeeklySheetListsWhatIsOverdueOnceAWeek() {
		startUpToDraft();
		Job monday = weekly();
		clockTo(LocalDateTime.of(2023, 11, 14, 9, 0));
		runDueJobs();
		answer("task_handleOverdue", Map.of("reason", "资金未到位"));
		clockTo(LocalDateTime.of(2023, 11, 20, 8, 30));
		management.setJobDuedate(monday.getId(), at(LocalDateTime.of(2023, 11, 20, 8, 30)));
		runDueJobs();
		var sheet = overdueSheet.of(LocalDate.of(2023, 11, 20)).orElseThrow();
		var row = sheet.rows().stream().filter(one -> one.outcomeId().equals(outcomeId)).findFirst().orElseThrow();
		assertThat(row).isEqualTo(
				new OverdueSheet.Row(assignment().id(), outcomeId, "基层派出所改造", "公安局", LocalDate.of(2023, 11, 13), LocalDate.of(2023, 11, 13),
						LocalDate.of(2023, 11, 28), 1, "资金未到位"));
		assertThat(notices.of("supervision-office")).anyMatch(notice -> notice.text().contains("本周（2023-11-20）逾期未答复"));
		answer("task_draftReply");
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(overdueSheet.rows()).noneMatch(one -> one.outcomeId().equals(outcomeId));
		assertThat(overdueSheet.of(LocalDate.of(2023, 11, 20))).as("what was listed stays listed").contains(sheet);
	}

	@Test
	void aNewVersionOfTheModelLeavesRunningClocksAlone() {
		startUpToDraft();
		Date due = timer("boundary_replyDue").getDuedate();
		String deployment = repository.createDeployment().addClasspathResource("processes/handling.bpmn")
				.addClasspathResource("forms/sign-receipt.form")
				.addClasspathResource("forms/draft-reply.form").addClasspathResource("forms/sign-reply.form")
				.addClasspathResource("forms/give-co-opinion.form")
				.addClasspathResource("forms/decide-conversion.form").addClasspathResource("forms/decide-extension.form")
				.addClasspathResource("forms/decide-reassignment.form")
				.addClasspathResource("forms/handle-overdue.form").name("again").deploy().getId();
		try {
			assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(due);
			clockTo(due);
			runDueJobs();
			assertThat(openTasks()).containsExactly("task_handleOverdue");
		}
		finally {
			repository.deleteDeployment(deployment, true);
		}
	}

	@Tag("long")
	@Test
	void asManyAsAFormTakesFallDueTogetherAndAllFireOnce() {
		startUpTo("task_makeAssignments");
		String[] units = { "unit-gongan", "unit-caizheng", "unit-nongye", "unit-fagai" };
		List<Map<String, Object>> rows = java.util.stream.IntStream.range(0, 50).<Map<String, Object>>mapToObj(
				at -> Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", units[at % 4], "requirement", "第 " + at + " 件")).toList();
		answer("task_makeAssignments", Map.of("assignments", rows));
		answer("task_confirmFollowUp");
		runJobs();
		for (Task task : tasks.createTaskQuery().taskDefinitionKey("task_signReceipt").list()) {
			complete(somebodyFor(task), task, Map.of("receipt", "sign"));
		}
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0, 59));
		management.createJobQuery().timers().activityId("boundary_replyReminder").list()
				.forEach(job -> management.setJobDuedate(job.getId(), at(LocalDateTime.of(2023, 11, 15, 8, 30))));
		runJobs();
		assertThat(openTasks()).hasSize(50).containsOnly("task_handleOverdue");
		assertThat(jdbc.sql("select assignment_id from event where outcome_id = ? and act = 'overdue'").param(outcomeId).query(String.class).list())
				.hasSize(50).doesNotHaveDuplicates();
	}

	/** Many jobs. */
	private void runJobs() {
		for (List<Job> due = management.createJobQuery().executable().listPage(0, 50); !due.isEmpty(); due = management.createJobQuery().executable()
				.listPage(0, 50)) {
			due.forEach(job -> management.executeJob(job.getId()));
		}
	}
}
