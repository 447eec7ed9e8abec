package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.ledger.Assignments.State;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the leaders' sheet tells: which days are past or near, what was closed in a month, what is promised. All days in Shanghai. */
@Repository
public class Attention {

	private static final String ASSIGNMENTS = """
			a.id, a.outcome_id, o.title, a.lead_unit, COMMITTEE as follow_up_committee, a.state, a.promised_on, OWED_BY, OWED_NOW,
			a.look_back_limit_on,
			a.supervision_level,
			a.closed_on
			from assignment a join outcome o on o.id = a.outcome_id where\s"""
			.replace("OWED_BY", Owed.BY).replace("OWED_NOW", Owed.NOW).replace("COMMITTEE", Outcomes.FOLLOWED_BY);

	/** As a period without an end. */
	private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
	private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

	private final JdbcClient jdbc;

	Attention(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param followUpCommittee which looks at what was done, with 督考办
	 * @param openDueOn the day by which a reply is owed now, null when none is
	 * @param owedOn that by which anything is, null when nothing is
	 */
	public record Item(String id, String outcomeId, String title, String leadUnit, String followUpCommittee, State state, LocalDate promisedOn,
			LocalDate openDueOn,
			LocalDate owedOn, LocalDate lookBackLimitOn, Supervision supervisionLevel, LocalDate closedOn) {

		/** Whether what is owed is to be mended by the limit that a failed look-back set. */
		public boolean isMending() {
			return !isLookedAt() && lookBackLimitOn != null && lookBackLimitOn.equals(owedOn);
		}

		/** Whether those who look at it owe what is owed, and not the unit. */
		public boolean isLookedAt() {
			return Owed.isLookedAt(state);
		}
	}

	/** What a line is there for; each has a day that it is about. */
	public enum What {

		/** A reply that is owed, by the day on which it is. */
		REPLY_OWED(Owed.BY),
		/** What is owed after the reply, by the day on which it is looked at: the limit that a failed look-back set, or a look that is planned. */
		FOLLOW_UP_OWED(Owed.BY + " is null and " + Owed.NOW),
		/** Verified or converted. */
		CLOSED("a.closed_on"),
		/** A reply that is still owed, by a later day that the offices set. */
		REPLY_PROMISED(Owed.BY + " is not null and a.promised_on");

		private final String day;

		What(String day) {
			this.day = day;
		}

		private String select(String from, String to) {
			String column = day.substring(day.lastIndexOf(' ') + 1);
			return "select '" + name() + "' as what, " + column + " as of_day, " + ASSIGNMENTS + day + " between " + from + " and " + to;
		}
	}

	/**
	 * Everything at once, each by its day and then by its number: owed and planned without end, closed in this month, promised from this day on.
	 *
	 * @return empty lists where there is nothing
	 */
	public Map<What, List<Item>> all(YearMonth month, LocalDate today) {
		String sql = Stream.of(What.values()).map(what -> switch (what) {
			case CLOSED -> what.select(":monthFrom", ":monthTo");
			case REPLY_PROMISED -> what.select(":today", ":far");
			default -> what.select(":longAgo", ":far");
		}).collect(Collectors.joining("\nunion all ", "", "\norder by 1, 2, 3"));
		RowMapper<Item> item = Rows.of(Item.class);
		Map<What, List<Item>> all = new EnumMap<>(What.class);
		Stream.of(What.values()).forEach(what -> all.put(what, new ArrayList<>()));
		jdbc.sql(sql).param("monthFrom", month.atDay(1)).param("monthTo", month.atEndOfMonth()).param("today", today).param("longAgo", LONG_AGO)
				.param("far", FAR).query(row -> {
					all.get(What.valueOf(row.getString("what"))).add(item.mapRow(row, row.getRow()));
				});
		return all;
	}
}
