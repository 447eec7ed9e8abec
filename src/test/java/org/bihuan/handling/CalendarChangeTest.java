package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.BihuanApplication;
import org.bihuan.CycleTest;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.handling.CalendarChange.Limit;
import org.bihuan.handling.CalendarChange.Move;
import org.bihuan.handling.CalendarChange.Preview;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.web.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A year is announced while clocks run: shown first, then applied whole, or refused whole. */
@Tag("database")
@Tag("wide")
class CalendarChangeTest extends CycleTest {

	/** Received on 2026-12-10, due on 2027-02-10, in a year that nobody has announced. */
	private static final LocalDateTime BEFORE = LocalDateTime.of(2026, 12, 10, 9, 0);
	private static final String SPRING = """
			{"year":2027,"papers":["a notice"],"days":[{"name":"春节","date":"2027-02-08","isOffDay":true},
			{"name":"春节","date":"2027-02-09","isOffDay":true},
			{"name":"春节","date":"2027-02-10","isOffDay":true},{"name":"春节","date":"2027-02-11","isOffDay":true},
			{"name":"春节","date":"2027-02-12","isOffDay":true},
			{"name":"春节","date":"2027-02-13","isOffDay":false}]}""";

	@Autowired
	private CalendarChange change;
	@Autowired
	private AnnouncedCalendars calendars;

	/** The next test knows nothing of it. */
	@AfterEach
	void forgetWhatWasLoaded() {
		jdbc.sql("delete from holiday_notice").update();
	}

	private void startUpToReplyIn2026() {
		clockTo(BEFORE);
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_draftReply");
	}

	private static Date at(int month, int day, int hour, int minute) {
		return Date.from(LocalDateTime.of(2027, month, day, hour, minute).atZone(BihuanApplication.ZONE).toInstant());
	}

	@Test
	void aProvisionalDateMovesWithItsTimerItsTaskAndItsReminders() {
		startUpToReplyIn2026();
		assertThat(assignment().dueOn()).hasToString("2027-02-10");
		assertThat(assignment().dueProvisional()).isTrue();
		Map<String, Object> before = ledger();
		Preview preview = change.preview(SPRING);
		assertThat(preview.moves()).filteredOn(move -> move.assignmentId().equals(assignment().id())).containsExactly(new Move(assignment().id(),
				"基层派出所改造", "unit-gongan", Limit.REPLY, assignment().dueOn(), assignment().dueOn().plusDays(3), true, false));
		assertThat(ledger()).as("a preview changes nothing").isEqualTo(before);

		assertThat(change.apply(SPRING, preview.fingerprint(), "admin")).isEqualTo(preview.moves());
		assertThat(assignment().dueOn()).as("the Saturday after the holiday is worked").hasToString("2027-02-13");
		assertThat(assignment().dueProvisional()).isFalse();
		assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(at(2, 14, 0, 0));
		assertThat(task("task_draftReply").getDueDate()).isEqualTo(new Date(at(2, 14, 0, 0).getTime() - 1000));
		assertThat(task("task_draftReply").getFollowUpDate()).isEqualTo(at(1, 29, 8, 30));
		assertThat(timer("boundary_replyReminder").getDuedate()).isEqualTo(at(1, 29, 8, 30));
		assertThat(jdbc.sql("select count(*) from event where act = 'calendar-loaded' and actor = 'admin'").query(Integer.class).single())
				.isPositive();
		clockTo(LocalDateTime.of(2027, 2, 13, 23, 59, 59));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_draftReply");
		clockTo(LocalDateTime.of(2027, 2, 14, 0, 0));
		runDueJobs();
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		assertThat(Http.basic(port, "admin").get("/api/deadlines?received=2026-12-10").json().path("due").asText()).isEqualTo("2027-02-13");

		// what is announced again takes the place of the former notice, as a whole
		Preview again = change.preview(SPRING.replace("\"2027-02-13\",\"isOffDay\":false", "\"2027-02-14\",\"isOffDay\":false"));
		assertThat(again.moves()).as("what is overdue keeps its day").noneMatch(move -> move.assignmentId().equals(assignment().id()));
	}

	@Test
	void theDaysOfOpenTasksMoveWithTheHolidays() {
		clockTo(LocalDateTime.of(2027, 2, 5, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		runDueJobs();
		assertThat(task("task_planResearch").getDueDate()).isEqualTo(new Date(at(2, 13, 0, 0).getTime() - 1000));
		Preview preview = change.preview(SPRING);
		assertThat(preview.moves()).filteredOn(move -> move.assignmentId().equals(outcomeId)).singleElement().satisfies(move -> {
			assertThat(move.what()).isEqualTo(Limit.TASK);
			assertThat(move.unit()).isEqualTo("committee-chengxiang");
			assertThat(move.from()).hasToString("2027-02-12");
			// the Saturday is worked, then Monday to Thursday
			assertThat(move.to()).hasToString("2027-02-18");
			assertThat(move.wasProvisional()).isTrue();
		});
		change.apply(SPRING, preview.fingerprint(), "admin");
		assertThat(task("task_planResearch").getDueDate()).isEqualTo(new Date(at(2, 19, 0, 0).getTime() - 1000));
		assertThat(jdbc.sql("select detail from event where outcome_id = ? and act = 'deadline-moved'").param(outcomeId).query(String.class)
				.single()).contains("任务时限", "2027-02-12", "2027-02-18");
		assertThat(change.preview(SPRING).moves()).as("once").noneMatch(move -> move.assignmentId().equals(outcomeId));
	}

	@Test
	void whatWasSentBackHasNoClockToMove() {
		clockTo(LocalDateTime.of(2027, 2, 4, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_signReceipt");
		assertThat(change.preview(SPRING).moves()).as("the receipt's limit is among the holidays")
				.anyMatch(move -> move.assignmentId().equals(assignment().id()));
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		assertThat(change.preview(SPRING).moves()).filteredOn(move -> move.assignmentId().equals(assignment().id())).extracting(Move::what)
				.as("only the ruling's").containsExactly(Limit.TASK);
	}

	@Test
	void anExtensionNeverEndsBeforeTheRulesOwnDay() {
		startUpToReplyIn2026();
		answerOnly("task_draftReply", wantsMoreTime("2027-02-11"));
		answer("task_signReply");
		answer("task_decideExtension", Map.of("until", "2027-02-11"));
		String moved = SPRING.replace("{\"name\":\"春节\",\"date\":\"2027-02-13\",\"isOffDay\":false}",
				"{\"name\":\"元宵节\",\"date\":\"2027-02-15\",\"isOffDay\":true}");
		change.apply(moved, change.preview(moved).fingerprint(), "admin");
		assertThat(assignment().dueOn()).hasToString("2027-02-16");
		assertThat(assignment().currentDueOn()).hasToString("2027-02-16");
		assertThat(timer("boundary_replyDue").getDuedate()).isEqualTo(at(2, 17, 0, 0));
	}

	@Test
	void whoDecidesOnAnExtensionIsShownTheDayThatMoved() {
		startUpToReplyIn2026();
		answerOnly("task_draftReply", wantsMoreTime("2027-03-01"));
		answer("task_signReply");
		LocalDate before = assignment().dueOn();
		change.apply(SPRING, change.preview(SPRING).fingerprint(), "admin");
		assertThat(assignment().dueOn()).isEqualTo(before.plusDays(3));
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_decideExtension").singleResult().getDueDate())
				.isEqualTo(Date.from(at(2, 14, 0, 0).toInstant().minusSeconds(1)));
	}

	@Test
	void whatIsNoLongerAsPreviewedIsRefusedWhole() {
		startUpToReplyIn2026();
		String days = SPRING.replace("2027-02-13", "2027-02-14");
		Preview preview = change.preview(days);
		String other = outcomeId;
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		while (tasks.createTaskQuery().taskDefinitionKey("task_draftReply").count() < 2) {
			runDueJobs();
			tasks.createTaskQuery().processInstanceBusinessKey(outcomeId).list().forEach(task -> complete(somebodyFor(task), task, plain(task)));
		}
		Map<String, Object> before = ledger();
		Date due = management.createJobQuery().timers().activityId("boundary_replyDue").list().get(0).getDuedate();
		Refusal refusal = Refusal.in(catchThrowable(() -> change.apply(days, preview.fingerprint(), "admin")));
		assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
		assertThat(refusal.getMessage()).contains("请重新预览");
		assertThat(ledger()).isEqualTo(before);
		assertThat(management.createJobQuery().timers().activityId("boundary_replyDue").list().get(0).getDuedate()).isEqualTo(due);
		assertThat(refused(() -> change.apply(SPRING, preview.fingerprint(), "admin"))).as("another file than the one shown").contains("请重新预览");
		outcomeId = other;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "[]", "{\"year\":2027}", "{\"year\":2027,\"days\":[]}",
			"{\"year\":1027,\"days\":[{\"name\":\"元旦\",\"date\":\"1027-01-01\",\"isOffDay\":true}]}",
			"{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true},{\"name\":\"元旦\","
					+ "\"date\":\"2027-01-01\",\"isOffDay\":false}]}",
			"{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2025-05-01\",\"isOffDay\":true}]}",
			"{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-02-30\",\"isOffDay\":true}]}",
			"{\"year\":2027,\"year\":2028,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}",
			"{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":\"yes\"}]}" })
	void whatIsNoCalendarIsRefusedWhole(String json) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> change.preview(json))).endsWith("什么也没有改动。");
		assertThat(refused(() -> change.apply(json, "anything", "admin"))).endsWith("什么也没有改动。");
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void theAnnouncedYearsOfOthersAreRead() throws IOException {
		for (int year = 2021; year <= 2026; year++) {
			Path file = Path.of("src", "main", "resources", "calendar", year + ".json");
			assertThat(change.preview(Files.readString(file)).year()).isEqualTo(year);
		}
		assertThat(calendars.get().isAnnounced(2026)).isTrue();
	}

	@Test
	void onlyAnAdministratorLoadsACalendar() {
		Http office = Http.pages(port, "zhengfu1");
		assertThat(office.get("/holidays").body()).contains("只供系统管理员使用");
		assertThat(office.form("/holidays/preview", Map.of("json", SPRING)).body()).contains("只供系统管理员使用");
		long loaded = calendars.latest();
		assertThat(office.form("/holidays/apply", Map.of("json", SPRING, "fingerprint", "x")).body()).contains("只供系统管理员使用");
		assertThat(calendars.latest()).isEqualTo(loaded);
		assertThat(Http.pages(port, "admin").form("/holidays/apply", Map.of("json", SPRING, "fingerprint", "x")).status()).isEqualTo(409);
		assertThat(Http.anonymous(port).get("/holidays").status()).as("to the login").isEqualTo(302);
		assertThat(List.of(calendars.latest())).containsExactly(loaded);
	}
}
