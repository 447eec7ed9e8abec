package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.bihuan.ledger.Assignments.State;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the leaders' sheet tells: which days are past or near, what was closed in a month, what is promised. All days in Shanghai. */
@Repository
public class Attention {

	private static final String ASSIGNMENTS = """
			select a.id, a.outcome_id, o.title, a.lead_unit, a.state, a.promised_on, OWED_BY, a.look_back_limit_on, a.next_look_back_on,
			a.supervision_level,
			a.closed_on
			from assignment a join outcome o on o.id = a.outcome_id where\s""".replace("OWED_BY", Owed.BY);

	private static final String OPEN = "a.closed_on is null and a.state <> " + State.WITHDRAWN.quoted();

	/** Answered, and not yet seen to be in place. */
	private static final String LOOKED_AT = Term.quoted(List.of(State.REPLIED, State.IMPLEMENTED));

	/** As a period without an end. */
	public static final LocalDate FAR = LocalDate.of(9999, 12, 31);
	private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

	private final JdbcClient jdbc;

	Attention(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param openDueOn the day by which a reply is owed now, null when none is */
	public record Item(String id, String outcomeId, String title, String leadUnit, State state, LocalDate promisedOn,
			LocalDate openDueOn, LocalDate lookBackLimitOn, LocalDate nextLookBackOn, Supervision supervisionLevel, LocalDate closedOn) {
	}

	/**
	 * Replies owed by a day of this period.
	 *
	 * @param from null for all before {@code to}
	 */
	public List<Item> repliesOwed(LocalDate from, LocalDate to) {
		return between(Owed.BY, from, to);
	}

	/**
	 * Limits that a failed look-back set and that end in this period, not yet in place.
	 *
	 * @param from null for all before {@code to}
	 */
	public List<Item> limitsOpen(LocalDate from, LocalDate to) {
		return between(OPEN + " and a.look_back_limit_on", from, to);
	}

	/** What was verified or converted in this month. */
	public List<Item> closed(YearMonth month) {
		return between("a.closed_on", month.atDay(1), month.atEndOfMonth());
	}

	/**
	 * Look-backs, and days on which one asks how far it is, that fall in this period and are not done.
	 * @param from null for all before {@code to}
	 */
	public List<Item> lookBacksPlanned(LocalDate from, LocalDate to) {
		return between("a.state in " + LOOKED_AT + " and a.look_back_limit_on is null and a.next_look_back_on", from, to);
	}

	/**
	 * Replies that are still owed, by a later day that the offices set.
	 *
	 * @param from the first day wanted
	 */
	public List<Item> repliesPromised(LocalDate from) {
		return between(Owed.BY + " is not null and a.promised_on", from, FAR);
	}

	private List<Item> between(String day, LocalDate from, LocalDate to) {
		String column = day.substring(day.lastIndexOf(' ') + 1);
		return jdbc.sql(ASSIGNMENTS + day + " between :from and :to order by " + column + ", a.id").param("from", from == null ? LONG_AGO : from)
				.param("to", to).query(Rows.of(Item.class)).list();
	}
}
