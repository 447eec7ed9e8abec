package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.BihuanApplication;
import org.bihuan.CycleTest;
import org.bihuan.DecisionTables;
import org.bihuan.calendar.Light;
import org.bihuan.calendar.Span;
import org.bihuan.calendar.Span.Unit;
import org.bihuan.document.DocumentFiles;
import org.bihuan.handling.CalendarChange.Limit;
import org.bihuan.json.Json;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Statistics;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 答复期限 as an analyst writes it: every place follows the table, and what is in hand keeps what it was received with. */
class ReplyLimitTest extends CycleTest {

	/** A day of its own among the tests; six weeks later is Monday 2024-06-24, two months later 2024-07-15. */
	private static final LocalDateTime RECEIPT = LocalDateTime.of(2024, 5, 13, 9, 0);
	private static final String SIX_WEEKS_FOR_CONSULTATIONS = DecisionTables.withRule("reply-limit", List.of("\"consultation\"", "", ""),
			List.of("6", "\"weeks\""));

	@Autowired
	private ClockSheet clockSheet;
	@Autowired
	private CalendarChange calendarChange;
	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;
	@Autowired
	private Statistics statistics;

	private final List<String> deployments = new ArrayList<>();

	private void edit(String table, String text) {
		deployments.add(repository.createDeployment().name("an analyst's").addString(table + ".dmn", text).deploy().getId());
	}

	@AfterEach
	void theTablesAreAsTheyWere() {
		endCases();
		deployments.forEach(one -> repository.deleteDeployment(one, true));
	}

	private void startOn(LocalDateTime moment, String kind) {
		clockTo(moment);
		Map<String, Object> topic = new LinkedHashMap<>(topic());
		topic.put("kind", kind);
		outcomeId = start("chengxiang1", "consultation-outcome", topic).getBusinessKey();
	}

	private static Date at(LocalDateTime shanghai) {
		return Date.from(shanghai.atZone(BihuanApplication.ZONE).toInstant());
	}

	private String shown(String task) {
		return String.valueOf(tasks.getVariableLocal(task(task).getId(), "view"));
	}

	private String paper(String kind) throws IOException {
		long id = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind().code().equals(kind)).reduce((one, other) -> other).orElseThrow()
				.id();
		try (XWPFWordExtractor words = new XWPFWordExtractor(
				new XWPFDocument(new ByteArrayInputStream(files.version(id, files.newest(id)).orElseThrow())))) {
			return words.getText();
		}
	}

	/** What stands in the form before anybody writes. */
	private String demandedByDefault() {
		return formOf(task("task_makeAssignments")).findParents("defaultValue").get(0).path("defaultValue").asText();
	}

	@Test
	void sixWeeksForOneKindAreSixWeeksEverywhere() throws IOException {
		edit("reply-limit", SIX_WEEKS_FOR_CONSULTATIONS);
		startOn(RECEIPT, "consultation");
		upTo("task_makeAssignments");
		assertThat(shown("task_makeAssignments")).contains("六周");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"requirement", demandedByDefault()))));
		assertThat(paper("assignment")).contains("自签收之日起六周内书面答复").doesNotContain("两个月");
		upTo("task_signReceipt");
		assertThat(shown("task_signReceipt")).contains("签收之日起六周").doesNotContain("两个月");
		answer("task_signReceipt");

		LocalDate due = LocalDate.of(2024, 6, 24);
		assertThat(assignment().replyPeriod()).isEqualTo(new Span(6, Unit.WEEKS));
		assertThat(assignment().dueOn()).isEqualTo(due);
		assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(at(due.plusDays(1).atStartOfDay()));
		assertThat(task("task_draftReply").getDueDate()).isEqualTo(at(due.atTime(23, 59, 59)));
		assertThat(task("task_draftReply").getFollowUpDate()).as("fifteen days before").isEqualTo(at(LocalDateTime.of(2024, 6, 9, 8, 30)));
		assertThat(timer("boundary_replyReminder").getDuedate()).isEqualTo(at(LocalDateTime.of(2024, 6, 9, 8, 30)));
		assertThat(shown("task_draftReply")).contains(due.toString(), "6 周后的对应日为", "\"extendLatest\":\"2024-07-24\"")
				.doesNotContain("两个月", "2 个月", "2024-07-15");
		ClockSheet.Sheet sheet = clockSheet.of(assignment().id());
		assertThat(sheet.period()).isEqualTo("六周");
		assertThat(sheet.due()).isEqualTo(due);
		JsonNode clock = Http.basic(port, "gongan1").get("/api/assignments/" + assignment().id() + "/clock").json();
		assertThat(clock.path("due").asText() + " " + clock.path("period").asText()).isEqualTo("2024-06-24 六周");
		Http office = Http.basic(port, "zhengfu1");
		assertThat(office.get("/api/deadlines?received=2024-05-13&kind=consultation").json().path("due").asText()).isEqualTo("2024-06-24");
		assertThat(office.get("/api/deadlines?received=2024-05-13").json().path("due").asText()).as("of no kind in particular")
				.isEqualTo("2024-07-15");
		String page = Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
		assertThat(page).contains("六周", "2024-06-24").doesNotContain("两个月", "2 个月", "2024-07-15");
		assertThat(Http.pages(port, "zhengxie1").get("/ledger?text=" + outcomeId).body()).contains("2024-06-24");
		assertThat(jdbc.sql("select detail from event where outcome_id = ? and act = 'received'").param(outcomeId).query(String.class).single())
				.contains("2024-06-24", "6 周后");

		clockTo(LocalDateTime.of(2024, 6, 8, 23, 59));
		assertThat(clockSheet.of(assignment().id()).light()).isEqualTo(Light.GREEN);
		clockTo(LocalDateTime.of(2024, 6, 24, 23, 59));
		assertThat(clockSheet.of(assignment().id()).light()).isEqualTo(Light.YELLOW);
		assertThat(statistics.of(RECEIPT.toLocalDate(), RECEIPT.toLocalDate()).replyRate()).as("not due, in neither").isNull();
		clockTo(LocalDateTime.of(2024, 6, 25, 0, 0));
		runDueJobs();
		assertThat(clockSheet.of(assignment().id()).light()).isEqualTo(Light.RED);
		assertThat(statistics.of(RECEIPT.toLocalDate(), RECEIPT.toLocalDate()).replyRate()).as("past due and unanswered").isZero();
		assertThat(shown("task_handleOverdue")).as("three months from today").contains("\"latest\":\"2024-09-25\"");
		answer("task_handleOverdue");
		assertThat(paper("supervision")).contains("应于2024年6月24日前书面答复");
		upTo("task_reportImplementation");
		assertThat(clockSheet.of(assignment().id()).lateAgainstOriginal()).isTrue();
	}

	/** Walks one case among several until this task of it is open. */
	private Task walk(String outcome, String key) {
		outcomeId = outcome;
		List<Task> reached = List.of();
		while (reached.isEmpty()) {
			runDueJobs();
			reached = tasks.createTaskQuery().processInstanceBusinessKey(outcome).taskDefinitionKey(key).list();
			if (reached.isEmpty()) {
				tasks.createTaskQuery().processInstanceBusinessKey(outcome).list().forEach(task -> complete(somebodyFor(task), task, plain(task)));
			}
		}
		return reached.get(0);
	}

	@Test
	void twoKindsGoSideBySideEachWithItsOwn() {
		edit("reply-limit", SIX_WEEKS_FOR_CONSULTATIONS);
		startOn(RECEIPT, "consultation");
		String consultation = outcomeId;
		startOn(RECEIPT, "research");
		String research = outcomeId;
		assertThat(walk(consultation, "task_draftReply").getDueDate()).isEqualTo(at(LocalDateTime.of(2024, 6, 24, 23, 59, 59)));
		assertThat(walk(research, "task_draftReply").getDueDate()).isEqualTo(at(LocalDateTime.of(2024, 7, 15, 23, 59, 59)));
		clockTo(LocalDateTime.of(2024, 6, 25, 0, 0));
		runDueJobs();
		assertThat(openTasks()).containsExactlyInAnyOrder("task_handleOverdue", "task_draftReply");
		assertThat(assignments.get(consultation + "-1").replyPeriod()).hasToString("P6W");
		assertThat(assignments.get(research + "-1").replyPeriod()).hasToString("P2M");
	}

	@Test
	void whatIsInHandKeepsItsPeriodAlsoUnderAnotherCalendar() {
		startOn(LocalDateTime.of(2026, 12, 10, 9, 0), "research");
		String received = outcomeId;
		walk(received, "task_draftReply");
		startOn(LocalDateTime.of(2026, 12, 10, 9, 0), "research");
		String delivered = outcomeId;
		walk(delivered, "task_signReceipt");
		edit("reply-limit", DecisionTables.text("reply-limit").replace("<text>2</text>", "<text>6</text>").replace("\"months\"</text></output",
				"\"weeks\"</text></output"));
		assertThat(calendarChange.preview("""
				{"year":2027,"days":[{"name":"春节","date":"2027-02-10","isOffDay":true}]}""").moves())
				.filteredOn(move -> move.what() == Limit.REPLY && move.assignmentId().startsWith(received)).singleElement()
				.satisfies(move -> assertThat(move.to()).as("two months, and the day is a holiday now").hasToString("2027-02-11"));
		assertThat(assignments.get(received + "-1").dueOn()).hasToString("2027-02-10");
		List<Job> clocks = management.createJobQuery().timers().activityId("boundary_replyDue").list();
		assertThat(clocks).singleElement().satisfies(clock -> assertThat(clock.getDuedate()).isEqualTo(at(LocalDateTime.of(2027, 2, 11, 0, 0))));
		walk(delivered, "task_draftReply");
		assertThat(assignments.get(delivered + "-1").dueOn()).as("received afterwards").hasToString("2027-01-21");
	}

	@Test
	void whatHangsOnAReplyFollowsItsOwnTable() {
		edit("other-limits",
				DecisionTables.text("other-limits").replaceAll("<text>[13]</text>", "<text>2</text>").replace("\"months\"</text></output",
						"\"weeks\"</text></output"));
		startOn(RECEIPT, "research");
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"coUnits", List.of("unit-caizheng"), "requirement", "按期答复"))));
		upTo("task_giveCoOpinion");
		assertThat(task("task_giveCoOpinion").getDueDate()).isEqualTo(at(LocalDateTime.of(2024, 5, 27, 23, 59, 59)));
		assertThat(timer("boundary_coOpinionLimit").getDuedate()).isEqualTo(at(LocalDateTime.of(2024, 5, 28, 0, 0)));
		assertThat(Json.read(shown("task_giveCoOpinion")).path("limit").asText()).isEqualTo("2024-05-27");
		answer("task_giveCoOpinion");
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2024-08-01")))).isEqualTo("延期最多两周，不能晚于 2024-07-29，请重新选择。");
		clockTo(LocalDateTime.of(2024, 7, 16, 0, 0));
		runDueJobs();
		assertThat(refused(() -> answer("task_handleOverdue", Map.of("promisedOn", "2024-07-31"))))
				.startsWith("“承诺答复日期”最晚为 2024-07-30（今天起 2 周内）");
	}

	@Test
	void aTableThatNobodyUnderstandsIsToldToWhoeverSignsAndNothingIsReceived() {
		startOn(RECEIPT, "research");
		upTo("task_signReceipt");
		edit("reply-limit", DecisionTables.text("reply-limit").replace("\"months\"</text></output", "\"fortnights\"</text></output"));
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer("task_signReceipt"))).startsWith("决策表“答复期限”（reply-limit.dmn）").contains("“fortnights”", "weeks（周）",
				"请告诉流程分析员");
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_signReceipt");
	}
}
