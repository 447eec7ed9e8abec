package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.terms.InstructionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every {@link Figure} of the submitted outcomes, as a whole or by year, 专委会 or unit (主办). Reply and implementation are never mixed. */
@Repository
public class Breakdown {

	private static final String FIGURES = Stream.of(Figure.values()).map(Breakdown::counted).collect(Collectors.joining(",\n"));

	private static final String SUBMITTED = " from outcome o left join assignment a on a.outcome_id = o.id %s where o.submitted_on is not null";

	private final JdbcClient jdbc;
	private final Clock clock;

	Breakdown(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What one line of a table stands for. */
	public enum By {

		ALL("''"), YEAR("cast(extract(year from o.submitted_on) as varchar(10))"), COMMITTEE("o.committee"), UNIT("a.lead_unit");

		private final String key;

		By(String key) {
			this.key = key;
		}
	}

	/**
	 * Which outcomes are counted; each part may be null.
	 *
	 * @param year of 报送
	 * @param committee 牵头专委会
	 * @param unit 主办
	 */
	public record Selection(Integer year, String committee, String unit) {
	}

	/**
	 * One line of a table.
	 *
	 * @param key the year, the group's id, or empty for all
	 * @param instructions 批示, in 次
	 * @param supervisions 专项督查, in 次
	 * @param sentBack 退办, in 次, of the unit that sent back
	 * @param meanDays calendar days from receipt to the issued reply; null when nothing is replied
	 */
	public record Group(String key, Map<Figure, Integer> counts, int instructions, int supervisions, int sentBack, Double meanDays) {

		public int count(Figure figure) {
			return counts.get(figure);
		}

		/** 0 to 1; null when there is nothing to divide by. */
		public Double rate(Figure part, Figure whole) {
			return count(whole) == 0 ? null : (double) count(part) / count(whole);
		}
	}

	/** In the order of the keys; for {@link By#ALL} exactly one. */
	public List<Group> by(By by, Selection selection) {
		return by(List.of(by), selection).get(by);
	}

	/** The same for several tables at once. */
	public Map<By, List<Group>> by(List<By> all, Selection selection) {
		Map<String, Object> parameters = new HashMap<>(Map.of("today", LocalDate.now(clock)));
		String wanted = wanted(selection, parameters);
		Map<String, Integer> times = times(all, selection, wanted + " and " + Figure.STANDS, parameters);
		Map<By, List<Group>> groups = new EnumMap<>(By.class);
		for (By by : all) {
			String grouped = by == By.ALL ? "" : " group by " + by.key;
			String sql = "select " + by.key + " as line, " + FIGURES
					+ ", cast(avg(case when " + Figure.STANDS
					+ " then extract(epoch from a.replied_on) - extract(epoch from a.received_on) end) / 86400 as double precision) as mean_days"
					+ SUBMITTED.formatted("") + wanted
					+ (by == By.UNIT ? " and a.id is not null" : "") + grouped + " order by 1";
			List<Group> lines = new ArrayList<>();
			jdbc.sql(sql).params(parameters).query(row -> {
				Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
				for (Figure figure : Figure.values()) {
					counts.put(figure, row.getInt(figure.name()));
				}
				String key = row.getString("line");
				lines.add(new Group(key, counts, times.getOrDefault(by + " instructions " + key, 0),
						times.getOrDefault(by + " supervisions " + key, 0),
						times.getOrDefault(by + " sentBack " + key, 0), (Double) row.getObject("mean_days")));
			});
			groups.put(by, lines);
		}
		return groups;
	}

	/** The years of 报送 there are, newest first. */
	public List<Integer> years() {
		return jdbc
				.sql("select distinct cast(extract(year from submitted_on) as integer) from outcome where submitted_on is not null order by 1 desc")
				.query(Integer.class).list();
	}

	/** What is counted in 次, by table, figure and line: one statement, whatever is asked for. */
	private Map<String, Integer> times(List<By> all, Selection selection, String wanted, Map<String, Object> parameters) {
		// what a unit sent back is its own, whoever has the assignment now
		String sentBack = wanted(new Selection(selection.year(), selection.committee(), null), parameters)
				+ (selection.unit() == null ? "" : " and r.from_unit = :unit") + " and " + Figure.STANDS;
		String sql = all.stream().flatMap(by -> Stream.of(
				counted(by, "instructions", by.key, "count(distinct i.id)",
						"join instruction i on i.outcome_id = o.id and i.state = " + InstructionState.WRITTEN.quoted(), wanted),
				counted(by, "supervisions", by.key, "count(distinct s.id)", "join inspection s on s.assignment_id = a.id", wanted),
				counted(by, "sentBack", by == By.UNIT ? "r.from_unit" : by.key, "count(r.id)",
						"join reassignment r on r.assignment_id = a.id and " + Figure.GIVEN_BACK, sentBack)))
				.collect(Collectors.joining("\nunion all "));
		Map<String, Integer> times = new HashMap<>();
		jdbc.sql(sql).params(parameters).query(row -> {
			times.put(row.getString(1) + row.getString(2), row.getInt(3));
		});
		return times;
	}

	private static String counted(By by, String what, String key, String count, String join, String wanted) {
		return "select '" + by + " " + what + " ', " + key + ", " + count + SUBMITTED.formatted(join) + wanted
				+ (by == By.ALL ? "" : " group by " + key);
	}

	private static String wanted(Selection selection, Map<String, Object> parameters) {
		StringBuilder wanted = new StringBuilder();
		if (selection.year() != null) {
			wanted.append(" and o.submitted_on between :yearFrom and :yearTo");
			parameters.put("yearFrom", LocalDate.of(selection.year(), 1, 1));
			parameters.put("yearTo", LocalDate.of(selection.year(), 12, 31));
		}
		if (selection.committee() != null) {
			wanted.append(" and o.committee = :committee");
			parameters.put("committee", selection.committee());
		}
		if (selection.unit() != null) {
			wanted.append(" and a.lead_unit = :unit");
			parameters.put("unit", selection.unit());
		}
		return wanted.toString();
	}

	private static String counted(Figure figure) {
		return (figure.ofAssignments() ? "coalesce(sum(case when " + figure.condition() + " then 1 else 0 end), 0)"
				: "count(distinct case when " + figure.condition() + " then o.id end)")
				+ " as " + figure.name();
	}
}
