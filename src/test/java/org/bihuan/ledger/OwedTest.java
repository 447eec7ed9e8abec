package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.ledger.Assignments.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is owed, overdue and red: one table of cases for the policy in Java and for its SQL. */
@Tag("database")
class OwedTest {

	private static LedgerDatabase database;

	@BeforeAll
	static void oneAssignment() {
		database = LedgerDatabase.ofThisRun(0);
		database.jdbc.sql("""
				insert into outcome (id, process_instance_id, title, kind, committee, background, state, registered_by, registered_at)
				values ('CG2023-1', 'p', '基层派出所改造', 'research', 'committee-chengxiang', '背景', 'HANDLING', 'chengxiang1', current_timestamp)""")
				.update();
		database.jdbc.sql("""
				insert into assignment (id, outcome_id, seq, requirement, lead_unit, state, assigned_by, assigned_at)
				values ('CG2023-1-1', 'CG2023-1', 1, '办理', 'unit-gongan', 'ASSIGNED', 'quwei1', current_timestamp)""").update();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	/**
	 * @param by 应答复日; null when nothing is owed
	 * @param overdue 逾期未答复: past the due day as it stands
	 * @param pastRule past the rule's own due day, whatever was extended
	 */
	private record Case(String what, State state, LocalDate due, LocalDate extended, LocalDate promised, LocalDate replied, LocalDate closed,
			LocalDate today, LocalDate nextLook, LocalDate limit, LocalDate redo,
			LocalDate by, boolean overdue, boolean pastRule, Light light) {
	}

	private static LocalDate day(String text) {
		return text.isEmpty() ? null : LocalDate.parse("2023-" + text);
	}

	private static Arguments of(String what, State state, String due, String extended, String promised, String replied, String today, String by,
			boolean overdue, boolean pastRule, Light light) {
		LocalDate closed = state == State.VERIFIED || state == State.CONVERTED ? day(today) : null;
		return Arguments.of(
				new Case(what, state, day(due), day(extended), day(promised), day(replied), closed, day(today), null, null, null, day(by), overdue,
						pastRule, light));
	}

	/** After the reply of 11-13, due on that day; nothing of it is owed any more. */
	private static Arguments answered(String what, State state, String nextLook, String limit, String redo, String today, Light light) {
		LocalDate closed = state == State.VERIFIED ? day(today) : null;
		return Arguments.of(new Case(what, state, day("11-13"), null, null, day("11-13"), closed, day(today), day(nextLook), day(limit), day(redo),
				null, false, false, light));
	}

	static Stream<Arguments> cases() {
		return List.of(of("not received: no clock yet", State.ASSIGNED, "", "", "", "", "11-20", "", false, false, null),
				of("long before", State.RECEIVED, "11-13", "", "", "", "10-28", "11-13", false, false, Light.GREEN),
				of("15 days before", State.RECEIVED, "11-13", "", "", "", "10-29", "11-13", false, false, Light.YELLOW),
				of("on the due day", State.RECEIVED, "11-13", "", "", "", "11-13", "11-13", false, false, Light.YELLOW),
				of("from 00:00 of the day after", State.RECEIVED, "11-13", "", "", "", "11-14", "11-13", true, true, Light.RED),
				of("with the offices", State.OVERDUE, "11-13", "", "", "", "11-14", "11-13", true, true, Light.RED),
				of("a promise puts out no red light", State.RECEIVED, "11-13", "", "12-01", "", "11-20", "11-13", true, true, Light.RED),
				of("a promise that was missed, too", State.OVERDUE, "11-13", "", "12-01", "", "12-02", "11-13", true, true, Light.RED),
				of("a promise made in time moves nothing", State.RECEIVED, "11-13", "", "10-20", "", "10-25", "11-13", false, false, Light.GREEN),
				of("an extension puts out the red light", State.RECEIVED, "11-13", "12-01", "", "", "11-20", "12-01", false, true, Light.YELLOW),
				of("an extension, on its last day", State.RECEIVED, "11-13", "12-01", "", "", "12-01", "12-01", false, true, Light.YELLOW),
				of("an extension that was missed", State.OVERDUE, "11-13", "12-01", "", "", "12-02", "12-01", true, true, Light.RED),
				of("an extension missed, and promised since", State.RECEIVED, "11-13", "12-01", "12-20", "", "12-10", "12-01", true, true,
						Light.RED),
				of("being converted", State.CONVERTING, "11-13", "", "", "", "11-20", "", false, false, null),
				of("converted", State.CONVERTED, "11-13", "", "", "", "11-20", "", false, false, null),
				of("withdrawn", State.WITHDRAWN, "11-13", "", "", "", "11-20", "", false, false, null),
				of("withdrawn with a promise", State.WITHDRAWN, "11-13", "12-01", "12-20", "", "12-30", "", false, false, null),
				of("replied in time, no look planned yet", State.REPLIED, "11-13", "", "", "11-13", "11-20", "", false, false, null),
				of("replied late", State.REPLIED, "11-13", "", "", "11-14", "11-20", "", false, false, null),
				answered("a reply is not implementation", State.REPLIED, "12-13", "", "", "11-27", Light.GREEN),
				answered("the look is near", State.REPLIED, "12-13", "", "", "11-28", Light.YELLOW),
				answered("on the day of the look", State.REPLIED, "12-13", "", "", "12-13", Light.YELLOW),
				answered("the look is past", State.REPLIED, "12-13", "", "", "12-14", Light.RED),
				answered("said to be done, and not looked at", State.IMPLEMENTED, "12-13", "", "", "12-14", Light.RED),
				answered("a limit that a failed look-back set", State.REPLIED, "12-13", "12-13", "", "12-14", Light.RED),
				answered("however often one asks since", State.REPLIED, "12-30", "12-13", "", "12-14", Light.RED),
				answered("said to be mended: the look is owed", State.IMPLEMENTED, "12-30", "12-13", "", "12-14", Light.GREEN),
				answered("to be done again", State.REPLIED, "12-30", "", "12-30", "12-14", Light.GREEN),
				answered("to be done again, after a limit", State.REPLIED, "12-30", "11-20", "12-30", "12-14", Light.GREEN),
				answered("a limit after it was done again", State.REPLIED, "12-30", "12-20", "12-10", "12-21", Light.RED),
				answered("converted after a look was planned", State.CONVERTED, "12-13", "", "", "12-14", null),
				answered("withdrawn after a look was planned", State.WITHDRAWN, "12-13", "", "", "12-14", null),
				answered("verified", State.VERIFIED, "12-13", "", "", "12-14", null)).stream();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void thePolicySaysWhatIsOwed(Case one) {
		Owed owed = new Owed(one.state(), one.due(), one.extended(), one.replied(), one.nextLook(), one.limit(), one.redo(), one.closed());
		assertThat(owed.by()).as("应答复日").isEqualTo(one.by());
		assertThat(owed.overdue(one.today())).as("逾期未答复").isEqualTo(one.overdue());
		assertThat(owed.pastTheRule(one.today())).as("超过原到期日未答复").isEqualTo(one.pastRule());
		assertThat(owed.light(LedgerDatabase.LIGHTS, one.today())).isEqualTo(one.light());
		assertThat(owed.overdue(one.today()) || owed.followUpLate(one.today()) || owed.lookBackLate(one.today())).as("red is what is overdue")
				.isEqualTo(one.light() == Light.RED);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void itsSqlSaysTheSame(Case one) {
		database.jdbc.sql("""
				update assignment set state = :state, due_on = :due, extended_on = :extended, promised_on = :promised, replied_on = :replied,
				closed_on = :closed, next_look_back_on = :nextLook, look_back_limit_on = :limit,
				redo_limit_on = :redo where id = 'CG2023-1-1'""").param("state", one.state().code())
				.param("due", one.due())
				.param("extended", one.extended()).param("promised", one.promised()).param("replied", one.replied()).param("closed", one.closed())
				.param("nextLook", one.nextLook()).param("limit", one.limit()).param("redo", one.redo()).update();
		assertThat(database.jdbc.sql("select " + Owed.BY + " from assignment a").query(LocalDate.class).list().get(0)).as("应答复日")
				.isEqualTo(one.by());
		assertThat(holds(Owed.OVERDUE, one)).as("逾期未答复").isEqualTo(one.overdue());
		assertThat(holds(Owed.PAST_THE_RULE, one)).as("超过原到期日未答复").isEqualTo(one.pastRule());
		boolean red = one.by() == null && one.light() == Light.RED;
		assertThat(holds(Owed.FOLLOW_UP_LATE, one)).as("落实逾期").isEqualTo(red && one.state() != State.IMPLEMENTED);
		assertThat(holds(Owed.LOOK_BACK_LATE, one)).as("回头看逾期").isEqualTo(red && one.state() == State.IMPLEMENTED);
		assertThat(Stream.of(Light.values()).filter(light -> holds(Owed.lit(light), one)).toList())
				.isEqualTo(Stream.ofNullable(one.light()).toList());
	}

	private static boolean holds(String condition, Case one) {
		return database.jdbc.sql("select count(*) from assignment a where " + condition).param("today", one.today())
				.param("yellowUntil", one.today().plusDays(LedgerDatabase.LIGHTS.yellowDays())).query(Integer.class).single() == 1;
	}
}
