package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bihuan.ledger.Breakdown.By;
import org.bihuan.ledger.Breakdown.Group;
import org.bihuan.ledger.Breakdown.Selection;
import org.bihuan.ledger.LedgerRows.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every figure against an independent computation in Java, as a whole, by year, committee and unit; and against the rows that the ledger shows
 * behind it.
 */
@Tag("h2-again")
class BreakdownTest {

	private static final LocalDate TODAY = ManyOutcomes.TODAY;

	private static LedgerDatabase database;
	private static List<Map<String, Object>> outcomes;
	private static Map<String, List<Map<String, Object>>> assignments;
	private static Map<String, List<Map<String, Object>>> lookBacks;
	private static Map<String, List<Map<String, Object>>> ratings;
	private static Map<String, List<Map<String, Object>>> conversions;
	private static Map<String, List<Map<String, Object>>> reassignments;
	private static Map<String, List<Map<String, Object>>> instructions;
	private static Map<String, List<Map<String, Object>>> inspections;
	/** What was withdrawn as a whole is counted in these two, and in nothing else. */
	private static final Set<Figure> EVEN_OF_WITHDRAWN = Set.of(Figure.SUBMITTED, Figure.WITHDRAWN);
	private static final Map<Figure, BiPredicate<Map<String, Object>, Map<String, Object>>> RULES = rules();

	@BeforeAll
	static void fill() {
		database = LedgerDatabase.ofThisRun(400);
		outcomes = database.jdbc.sql("select * from outcome where submitted_on is not null").query().listOfRows();
		assignments = grouped("assignment", "outcome_id");
		lookBacks = grouped("look_back", "assignment_id");
		ratings = grouped("satisfaction", "assignment_id");
		conversions = grouped("conversion", "assignment_id");
		reassignments = givenBack();
		instructions = grouped("instruction", "outcome_id");
		inspections = grouped("inspection", "assignment_id");
	}

	@AfterAll
	static void close() {
		database.close();
	}

	private static Map<String, List<Map<String, Object>>> grouped(String table, String by) {
		return database.jdbc.sql("select * from " + table).query().listOfRows().stream().collect(Collectors.groupingBy(row -> (String) row.get(by)));
	}

	/** What a unit gave back; what the offices moved on their own is there, too, and must not count. */
	private static Map<String, List<Map<String, Object>>> givenBack() {
		List<Map<String, Object>> all = database.jdbc.sql("""
				select r.* from reassignment r join assignment a on a.id = r.assignment_id join outcome o on o.id = a.outcome_id
				where o.closing is null or o.closing <> 'withdrawn'""").query().listOfRows();
		Map<String, List<Map<String, Object>>> given = all.stream().filter(row -> !row.get("asked_by").equals(row.get("decided_by")))
				.collect(Collectors.groupingBy(row -> (String) row.get("assignment_id")));
		assertThat(given.values().stream().mapToInt(List::size).sum()).isPositive().isLessThan(all.size());
		return given;
	}

	private static List<Map<String, Object>> of(Map<String, List<Map<String, Object>>> table, Map<String, Object> row) {
		return table.getOrDefault((String) row.get("id"), List.of());
	}

	private static LocalDate day(Map<String, Object> row, String column) {
		return row.get(column) == null ? null : ((java.sql.Date) row.get(column)).toLocalDate();
	}

	private static boolean is(Map<String, Object> row, String column, String... values) {
		return List.of(values).contains(String.valueOf(row.get(column)));
	}

	/** What each figure counts, said again in Java: of an outcome and, where assignments are counted, one of its assignments. */
	private static Map<Figure, BiPredicate<Map<String, Object>, Map<String, Object>>> rules() {
		Map<Figure, BiPredicate<Map<String, Object>, Map<String, Object>>> rules = new EnumMap<>(Figure.class);
		rules.put(Figure.SUBMITTED, (o, a) -> true);
		rules.put(Figure.INSTRUCTED, (o, a) -> of(instructions, o).stream().anyMatch(one -> is(one, "state", "written")));
		rules.put(Figure.SUPERVISED, (o, a) -> of(assignments, o).stream().anyMatch(one -> !of(inspections, one).isEmpty()));
		rules.put(Figure.IMPLEMENTED, (o, a) -> is(o, "closing", "implemented"));
		rules.put(Figure.ALL_CONVERTED, (o, a) -> is(o, "closing", "converted"));
		rules.put(Figure.IN_PROGRESS, (o, a) -> !is(o, "closing", "implemented", "converted"));
		rules.put(Figure.WITHDRAWN, (o, a) -> is(o, "closing", "withdrawn"));
		rules.put(Figure.ASSIGNED, (o, a) -> true);
		rules.put(Figure.ANSWERED, (o, a) -> a.get("replied_on") != null || is(a, "state", "CONVERTED"));
		rules.put(Figure.ANSWER_DUE,
				(o, a) -> a.get("replied_on") != null || is(a, "state", "CONVERTED") || (missed(a) && !is(a, "state", "CONVERTING", "WITHDRAWN")));
		rules.put(Figure.REPLIED, (o, a) -> a.get("replied_on") != null);
		rules.put(Figure.ON_TIME, (o, a) -> a.get("replied_on") != null && !day(a, "replied_on").isAfter(day(a, "due_on")));
		rules.put(Figure.ON_TIME_AS_EXTENDED, (o, a) -> a.get("replied_on") != null && !day(a, "replied_on").isAfter(asExtended(a)));
		rules.put(Figure.LATE, (o, a) -> a.get("replied_on") != null && day(a, "replied_on").isAfter(day(a, "due_on")));
		rules.put(Figure.UNANSWERED,
				(o, a) -> a.get("replied_on") == null && missed(a) && !is(a, "state", "CONVERTING", "CONVERTED", "WITHDRAWN"));
		rules.put(Figure.OVERDUE, (o, a) -> rules.get(Figure.UNANSWERED).test(o, a) && asExtended(a).isBefore(TODAY));
		rules.put(Figure.FOLLOW_UP_LATE, (o, a) -> is(a, "state", "REPLIED") && a.get("next_look_back_on") != null
				&& day(a, "next_look_back_on").isBefore(TODAY));
		rules.put(Figure.LOOK_BACK_LATE, (o, a) -> is(a, "state", "IMPLEMENTED") && a.get("next_look_back_on") != null
				&& day(a, "next_look_back_on").isBefore(TODAY));
		rules.put(Figure.REPLY_DUE,
				(o, a) -> a.get("replied_on") != null || (missed(a) && !is(a, "state", "CONVERTING", "CONVERTED", "WITHDRAWN")));
		rules.put(Figure.CLASS_A, (o, a) -> is(a, "reply_class", "A"));
		rules.put(Figure.CLASS_B, (o, a) -> is(a, "reply_class", "B"));
		rules.put(Figure.CLASS_C, (o, a) -> is(a, "reply_class", "C"));
		rules.put(Figure.SENT_BACK, (o, a) -> !of(reassignments, a).isEmpty());
		rules.put(Figure.TO_OPINION_REPORT, (o, a) -> became(a, "opinion-report"));
		rules.put(Figure.TO_PROPOSAL, (o, a) -> became(a, "proposal"));
		rules.put(Figure.TO_REFERENCE, (o, a) -> became(a, "reference"));
		rules.put(Figure.VERIFIED, (o, a) -> is(a, "state", "VERIFIED"));
		rules.put(Figure.LOOKED_BACK, (o, a) -> of(lookBacks, a).stream().filter(one -> is(one, "look_round", "1")).count() == 2);
		rules.put(Figure.FIRST_PASS,
				(o, a) -> of(lookBacks, a).stream().filter(one -> is(one, "look_round", "1") && is(one, "in_place", "true")).count() == 2);
		for (String of : List.of("PROCESS", "RESULT")) {
			rules.put(Figure.valueOf(of + "_ASKED"), (o, a) -> said(a, of) != null);
			rules.put(Figure.valueOf(of + "_SATISFIED"), (o, a) -> "satisfied".equals(said(a, of)));
			rules.put(Figure.valueOf(of + "_FAIR"), (o, a) -> "fair".equals(said(a, of)));
			rules.put(Figure.valueOf(of + "_UNSATISFIED"), (o, a) -> "unsatisfied".equals(said(a, of)));
		}
		rules.replaceAll((figure, rule) -> EVEN_OF_WITHDRAWN.contains(figure) ? rule : (o, a) -> stands(o) && rule.test(o, a));
		return rules;
	}

	private static boolean stands(Map<String, Object> outcome) {
		return !is(outcome, "closing", "withdrawn");
	}

	private static LocalDate asExtended(Map<String, Object> assignment) {
		return day(assignment, assignment.get("extended_on") == null ? "due_on" : "extended_on");
	}

	private static boolean missed(Map<String, Object> assignment) {
		return assignment.get("due_on") != null && day(assignment, "due_on").isBefore(TODAY);
	}

	private static boolean became(Map<String, Object> assignment, String kind) {
		return of(conversions, assignment).stream().anyMatch(one -> is(one, "state", "accepted") && is(one, "kind", kind));
	}

	private static String said(Map<String, Object> assignment, String of) {
		List<Map<String, Object>> all = of(ratings, assignment);
		int last = all.stream().mapToInt(one -> ((Number) one.get("look_round")).intValue()).max().orElse(0);
		List<Object> said = all.stream().filter(one -> ((Number) one.get("look_round")).intValue() == last)
				.map(one -> one.get(of.toLowerCase(Locale.ROOT)))
				.toList();
		return said.isEmpty() ? null : List.of("unsatisfied", "fair", "satisfied").stream().filter(said::contains).findFirst().orElse("none");
	}

	@Test
	void eachFigureHasItsRule() {
		assertThat(RULES.keySet()).containsExactlyInAnyOrder(Figure.values());
	}

	@Test
	void asAWholeAndByEachDimensionUnderEachFilter() {
		List<Selection> selections = List.of(new Selection(null, null, null), new Selection(2024, null, null),
				new Selection(null, "committee-jingke", null),
				new Selection(null, null, "unit-gongan"), new Selection(2025, "committee-tian", null));
		for (Selection selection : selections) {
			for (By by : By.values()) {
				Map<String, Group> groups = database.breakdown.by(by, selection).stream().collect(Collectors.toMap(Group::key, Function.identity()));
				Map<String, List<Pair>> expected = pairs(selection).stream().filter(pair -> by != By.UNIT || pair.a() != null)
						.collect(Collectors.groupingBy(pair -> key(by, pair)));
				assertThat(groups.keySet()).as("%s by %s", selection, by).isEqualTo(expected.keySet());
				expected.forEach((key, pairs) -> check(groups.get(key), pairs, by, key, selection));
			}
		}
	}

	private void check(Group group, List<Pair> pairs, By by, String key, Selection selection) {
		for (Figure figure : Figure.values()) {
			Set<Object> counted = new HashSet<>();
			for (Pair pair : pairs) {
				if ((!figure.ofAssignments() || pair.a() != null) && RULES.get(figure).test(pair.o(), pair.a())) {
					counted.add(figure.ofAssignments() ? pair.a().get("id") : pair.o().get("id"));
				}
			}
			assertThat(group.count(figure)).as("%s by %s %s of %s", figure, by, key, selection).isEqualTo(counted.size());
		}
		List<Pair> standing = pairs.stream().filter(pair -> stands(pair.o())).toList();
		Set<Map<String, Object>> ofThese = standing.stream().map(Pair::o).collect(Collectors.toSet());
		assertThat(group.instructions())
				.isEqualTo((int) ofThese.stream().flatMap(o -> of(instructions, o).stream()).filter(one -> is(one, "state", "written")).count());
		assertThat(group.supervisions())
				.isEqualTo(standing.stream().filter(pair -> pair.a() != null).mapToInt(pair -> of(inspections, pair.a()).size()).sum());
		double mean = standing.stream().filter(pair -> pair.a() != null && pair.a().get("replied_on") != null)
				.mapToLong(pair -> ChronoUnit.DAYS.between(day(pair.a(), "received_on"), day(pair.a(), "replied_on"))).average().orElse(Double.NaN);
		assertThat(group.meanDays() == null ? Double.NaN : group.meanDays()).isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-6));
		if (by != By.UNIT && selection.unit() == null) {
			assertThat(group.sentBack())
					.isEqualTo(standing.stream().filter(pair -> pair.a() != null).mapToInt(pair -> of(reassignments, pair.a()).size()).sum());
		}
	}

	@Test
	void sentBackCountsForTheUnitThatSentBack() {
		Map<String, Long> expected = reassignments.values().stream().flatMap(List::stream)
				.collect(Collectors.groupingBy(row -> (String) row.get("from_unit"), Collectors.counting()));
		assertThat(expected).hasSizeGreaterThan(3);
		for (Group group : database.breakdown.by(By.UNIT, new Selection(null, null, null))) {
			assertThat((long) group.sentBack()).as(group.key()).isEqualTo(expected.getOrDefault(group.key(), 0L));
			assertThat((long) database.breakdown.by(By.ALL, new Selection(null, null, group.key())).get(0).sentBack())
					.isEqualTo(expected.getOrDefault(group.key(), 0L));
		}
	}

	@Test
	void theLedgerShowsTheRowsBehindEachFigure() {
		for (Figure figure : Figure.values()) {
			for (Selection selection : List.of(new Selection(null, null, null), new Selection(2024, "committee-jingke", null),
					new Selection(null, null, "unit-gongan"))) {
				List<LedgerRows.Line> lines = database.rows.page(Scope.EVERYTHING,
						new LedgerFilter(selection.year(), selection.committee(), selection.unit(), null, null, null, figure),
						Order.NUMBER, true, null, 10_000);
				long counted = lines.stream().map(line -> counted(figure, line)).filter(Objects::nonNull).distinct().count();
				assertThat(counted).as("%s of %s", figure, selection).isEqualTo(behind(figure, selection));
			}
		}
		assertThat(behind(Figure.SENT_BACK, new Selection(null, null, "unit-gongan"))).isPositive();
	}

	private static String counted(Figure figure, LedgerRows.Line line) {
		return figure.ofAssignments() ? line.row().assignmentId() : line.row().outcomeId();
	}

	/** As the breakdown counts them; what a unit sent back is the former unit's, whoever has it now. */
	private long behind(Figure figure, Selection selection) {
		return figure == Figure.SENT_BACK && selection.unit() != null
				? reassignments.values().stream().filter(moves -> moves.stream().anyMatch(one -> one.get("from_unit").equals(selection.unit())))
						.count()
				: database.breakdown.by(By.ALL, selection).get(0).count(figure);
	}

	@Test
	void thePublishedFiguresAreTheSameCountedTheirOwnWay() {
		Statistics.Figures published = new Statistics(database.jdbc, LedgerDatabase.CLOCK).of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
		Group ours = database.breakdown.by(By.ALL, new Selection(2024, null, null)).get(0);
		assertThat(new Statistics.Figures(ours.count(Figure.SUBMITTED), ours.instructions(), ours.supervisions(),
				ours.rate(Figure.ANSWERED, Figure.ANSWER_DUE),
				ours.count(Figure.IMPLEMENTED), ours.count(Figure.IN_PROGRESS), ours.count(Figure.ALL_CONVERTED),
				ours.count(Figure.WITHDRAWN))).isEqualTo(published);
		assertThat(published.withdrawn()).isPositive();
	}

	/** An outcome with one of its assignments; null where it has none. */
	private record Pair(Map<String, Object> o, Map<String, Object> a) {
	}

	private static List<Pair> pairs(Selection selection) {
		List<Pair> pairs = new ArrayList<>();
		for (Map<String, Object> outcome : outcomes) {
			if ((selection.year() != null && day(outcome, "submitted_on").getYear() != selection.year())
					|| (selection.committee() != null && !selection.committee().equals(outcome.get("committee")))) {
				continue;
			}
			List<Map<String, Object>> own = of(assignments, outcome);
			if (own.isEmpty() && selection.unit() == null) {
				pairs.add(new Pair(outcome, null));
			}
			own.stream().filter(one -> selection.unit() == null || selection.unit().equals(one.get("lead_unit")))
					.forEach(one -> pairs.add(new Pair(outcome, one)));
		}
		return pairs;
	}

	private static String key(By by, Pair pair) {
		return switch (by) {
			case ALL -> "";
			case YEAR -> String.valueOf(day(pair.o(), "submitted_on").getYear());
			case COMMITTEE -> (String) pair.o().get("committee");
			case UNIT -> (String) pair.a().get("lead_unit");
		};
	}
}
