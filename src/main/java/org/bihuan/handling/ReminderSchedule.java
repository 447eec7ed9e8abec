package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.decision.Tables;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.terms.Decisions;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is reminded on which day, by the decision table that analysts edit. */
@Component
class ReminderSchedule {

	/** The clock of the 主办 unit: the written reply. */
	static final String REPLY = "reply";

	/** The clock of a 协办 unit: its opinion. */
	static final String CO_OPINION = "co-opinion";

	/** As far as anybody looks ahead: longer than any period of the rule. */
	private static final int HORIZON = 100;

	private final Clock clock;
	private final AnnouncedCalendars calendars;
	private final Tables tables;
	private final RepositoryService repository;
	private final Map<Asked, List<Reminder>> answers = new ConcurrentHashMap<>();
	private final LocalTime hour;

	ReminderSchedule(Clock clock, AnnouncedCalendars calendars, Tables tables, @Lazy RepositoryService repository,
			ReminderHour hour) {
		this.clock = clock;
		this.calendars = calendars;
		this.tables = tables;
		this.repository = repository;
		this.hour = hour.at();
	}

	/** One answer of the table. */
	record Reminder(ReminderTo to, ReminderChannel channel) {

		boolean mailed() {
			return channel == ReminderChannel.MAIL;
		}
	}

	/** What the table said of a day; a new version of it is asked anew. */
	private record Asked(String table, String clock, int daysLeft, int workingDaysLeft) {
	}

	/** The reminders of a day for a clock that ends on {@code owedOn}; empty when nobody is reminded. */
	List<Reminder> on(String which, LocalDate day, LocalDate owedOn) {
		return new Look().on(which, day, owedOn);
	}

	/** Many days looked at together, with one version of the table and of the calendar. */
	private final class Look {

		private final String table = repository.createDecisionDefinitionQuery().decisionDefinitionKey(Decisions.ReminderSchedule.KEY).latestVersion()
				.singleResult().getId();
		private final WorkingDays workingDays;

		Look() {
			HolidayCalendar calendar = calendars.get();
			workingDays = new WorkingDays(() -> calendar);
		}

		List<Reminder> on(String which, LocalDate day, LocalDate owedOn) {
			int daysLeft = (int) (owedOn.toEpochDay() - day.toEpochDay());
			return answers.computeIfAbsent(new Asked(table, which, daysLeft, workingDays.workingDaysBetween(day, owedOn)),
					ReminderSchedule.this::ask);
		}
	}

	private List<Reminder> ask(Asked asked) {
		return tables.rowsOf(asked.table(), Decisions.ReminderSchedule.KEY,
				Map.of(Decisions.ReminderSchedule.CLOCK, asked.clock(), Decisions.ReminderSchedule.DAYS_LEFT, asked.daysLeft(),
						Decisions.ReminderSchedule.WORKING_DAYS_LEFT, asked.workingDaysLeft()))
				.stream()
				.map(row -> new Reminder(row.word(Decisions.ReminderSchedule.TO, ReminderTo.class),
						row.word(Decisions.ReminderSchedule.CHANNEL, ReminderChannel.class)))
				.distinct().toList();
	}

	/** The next moment at which the unit of a clock is reminded; null when there is none. */
	LocalDateTime next(String which, LocalDate owedOn) {
		Look look = new Look();
		return days().filter(day -> look.on(which, day, owedOn).stream().anyMatch(one -> one.to() == ReminderTo.UNIT)).findFirst()
				.map(day -> day.atTime(hour)).orElse(null);
	}

	/** The time of day at which people are reminded, in Shanghai. */
	LocalTime hour() {
		return hour;
	}

	/** The days from the next look on: today's until its hour has come. */
	private Stream<LocalDate> days() {
		LocalDateTime now = LocalDateTime.now(clock);
		LocalDate first = now.toLocalTime().isBefore(hour) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
		return first.datesUntil(first.plusDays(HORIZON));
	}

	/**
	 * The engine's cycle of looks: daily, from the first day on which anybody is reminded; a look on a day without reminders does
	 * nothing. Without any such day it begins beyond the horizon.
	 *
	 * @param ends the last day of each clock that runs, by its name
	 */
	String cycle(Map<String, LocalDate> ends) {
		return "R/" + first(ends).atTime(hour).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + "/P1D";
	}

	/** The moment of the first look. */
	LocalDateTime firstLook(Map<String, LocalDate> ends) {
		return first(ends).atTime(hour);
	}

	private LocalDate first(Map<String, LocalDate> ends) {
		Look look = new Look();
		return days().filter(day -> ends.entrySet().stream().anyMatch(end -> !look.on(end.getKey(), day, end.getValue()).isEmpty())).findFirst()
				.orElseGet(() -> LocalDate.now(clock).plusDays(HORIZON));
	}
}
