package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import org.bihuan.DecisionTables;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.telling.TellingRow;
import org.bihuan.terms.Channel;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days are days of reminders, by the table as it is shipped; the reply is due on 2023-11-13, a Monday. */
class ReminderScheduleTest {

	private static final LocalDate DUE = LocalDate.of(2023, 11, 13);

	private static ReminderSchedule at(LocalDateTime shanghai) {
		AnnouncedCalendars calendars = mock(AnnouncedCalendars.class);
		when(calendars.get()).thenReturn(HolidayFiles.fromClasspath());
		RepositoryService repository = mock(RepositoryService.class, RETURNS_DEEP_STUBS);
		when(repository.createDecisionDefinitionQuery().decisionDefinitionKey("reminder-schedule").latestVersion().singleResult().getId())
				.thenReturn("reminder-schedule");
		return new ReminderSchedule(Clock.fixed(shanghai.atZone(ShanghaiTime.ZONE).toInstant(), ShanghaiTime.ZONE), calendars,
				DecisionTables.tables(), repository, new ReminderHour(LocalTime.of(8, 30)));
	}

	@ParameterizedTest
	@CsvSource({
			// fifteen days before, then from five working days before, each day at its hour
			"2023-09-11T09:00,2023-10-29T08:30", "2023-10-29T08:29:59,2023-10-29T08:30", "2023-10-29T08:30,2023-11-06T08:30",
			"2023-11-06T08:30,2023-11-07T08:30", "2023-11-12T12:00,2023-11-13T08:30", "2023-11-13T08:30,2023-11-14T08:30",
			"2023-11-22T08:30,2023-11-23T08:30",
			// then each seventh, then each thirtieth
			"2023-11-23T08:30,2023-11-27T08:30", "2023-12-24T00:00,2023-12-25T08:30", "2024-01-09T00:00,2024-01-12T08:30",
			"2024-01-12T08:30,2024-02-11T08:30" })
	void theUnitIsRemindedNextOn(LocalDateTime now, LocalDateTime next) {
		assertThat(at(now).next(ReminderSchedule.REPLY, DUE)).isEqualTo(next);
	}

	@Test
	void aClockThatIsOverRemindsNobody() {
		assertThat(at(LocalDateTime.of(2023, 11, 14, 9, 0)).next(ReminderSchedule.CO_OPINION, DUE)).isNull();
	}

	@Test
	void whoIsRemindedHowIsTheTables() {
		ReminderSchedule schedule = at(LocalDateTime.of(2023, 9, 11, 9, 0));
		assertThat(schedule.on(ReminderSchedule.REPLY, DUE.minusDays(16), DUE)).isEmpty();
		assertThat(schedule.on(ReminderSchedule.REPLY, DUE.minusDays(15), DUE)).containsExactly(new TellingRow("unit", Channel.MAIL));
		assertThat(schedule.on(ReminderSchedule.REPLY, DUE, DUE)).containsExactly(new TellingRow("unit", Channel.MAIL),
				new TellingRow("three-offices", Channel.LIST));
		assertThat(schedule.on(ReminderSchedule.REPLY, DUE.plusDays(1), DUE)).containsExactly(new TellingRow("unit", Channel.MAIL),
				new TellingRow("responsible-leader", Channel.LIST), new TellingRow("three-offices", Channel.MAIL));
	}

	@Test
	void theCycleBeginsOnTheFirstDayOfAnyClock() {
		ReminderSchedule schedule = at(LocalDateTime.of(2023, 9, 11, 9, 0));
		assertThat(schedule.cycle(Map.of(ReminderSchedule.REPLY, DUE))).isEqualTo("R/2023-10-29T08:30:00/P1D");
		assertThat(schedule.firstLook(Map.of(ReminderSchedule.REPLY, DUE, ReminderSchedule.CO_OPINION, LocalDate.of(2023, 10, 11))))
				.as("five working days before the month is over").isEqualTo(LocalDateTime.of(2023, 9, 28, 8, 30));
		assertThat(schedule.hour()).isEqualTo(LocalTime.of(8, 30));
	}

	@Test
	void whereNobodyIsEverRemindedTheCycleBeginsBeyondTheHorizon() {
		assertThat(at(LocalDateTime.of(2023, 11, 14, 7, 0)).firstLook(Map.of(ReminderSchedule.CO_OPINION, DUE)))
				.isEqualTo(LocalDateTime.of(2024, 2, 22, 8, 30));
	}

	@Test
	void aDayBeyondTheHorizonIsNotLookedFor() {
		assertThat(at(LocalDateTime.of(2023, 9, 11, 9, 0)).next(ReminderSchedule.CO_OPINION, LocalDate.of(2024, 3, 1))).isNull();
	}
}
