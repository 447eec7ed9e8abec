package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.ledger.LedgerFilter.Status;
import org.bihuan.ledger.LedgerRows.Line;
import org.bihuan.ledger.LedgerRows.Order;
import org.bihuan.ledger.LedgerRows.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger's rows against an independent computation: everything read once, then filtered, ordered and cut into pages in Java. */
@Tag("database")
class LedgerRowsTest {

	private static final int OUTCOMES = 400;
	private static final LocalDate TODAY = ManyOutcomes.TODAY;

	private static LedgerDatabase database;
	private static List<Expected> all;

	/** A row as the tables have it, put together by hand. */
	record Expected(String outcomeId, String title, String committee, String submissionNo, LocalDate submittedOn,
			java.time.OffsetDateTime registeredAt, String outcomeState,
			String assignmentId, int seq, String leadUnit, List<String> coUnits, List<String> members, String state, LocalDate receivedOn,
			LocalDate dueOn, LocalDate promisedOn,
			LocalDate repliedOn, LocalDate closedOn, LocalDate extendedOn, LocalDate nextLookBackOn, String closing) {

		String key() {
			return assignmentId == null ? outcomeId : assignmentId;
		}

		/** As a whole, before it had assignments. */
		boolean withdrawn() {
			return assignmentId == null && "withdrawn".equals(closing);
		}

		LocalDate owedOn() {
			boolean open = state != null && List.of("ASSIGNED", "RECEIVED", "OVERDUE").contains(state) && repliedOn == null;
			return open ? extendedOn != null ? extendedOn : dueOn
					: state != null && List.of("REPLIED", "IMPLEMENTED").contains(state) ? nextLookBackOn : null;
		}
	}

	@BeforeAll
	static void fill() {
		database = LedgerDatabase.ofThisRun(OUTCOMES);
		Map<String, List<Map<String, Object>>> assignments = grouped("select * from assignment", "outcome_id");
		Map<String, List<Map<String, Object>>> coUnits = grouped("select * from assignment_unit", "assignment_id");
		Map<String, List<Map<String, Object>>> members = grouped("select * from outcome_member", "outcome_id");
		all = new ArrayList<>();
		database.jdbc.sql("select * from outcome").query().listOfRows().forEach(outcome -> {
			String id = (String) outcome.get("id");
			List<Map<String, Object>> own = assignments.getOrDefault(id, List.of());
			for (Map<String, Object> assignment : own.isEmpty() ? List.<Map<String, Object>>of(Map.of()) : own) {
				all.add(new Expected(id, (String) outcome.get("title"), (String) outcome.get("committee"), (String) outcome.get("submission_no"),
						day(outcome, "submitted_on"),
						database.jdbc.sql("select registered_at from outcome where id = ?").param(id).query(java.time.OffsetDateTime.class).single(),
						(String) outcome.get("state"), (String) assignment.get("id"),
						assignment.isEmpty() ? 0 : ((Number) assignment.get("seq")).intValue(),
						(String) assignment.get("lead_unit"), texts(coUnits.get(assignment.get("id")), "unit"), texts(members.get(id), "member"),
						(String) assignment.get("state"),
						day(assignment, "received_on"), day(assignment, "due_on"), day(assignment, "promised_on"), day(assignment, "replied_on"),
						day(assignment, "closed_on"), day(assignment, "extended_on"), day(assignment, "next_look_back_on"),
						(String) outcome.get("closing")));
			}
		});
		assertThat(all).hasSizeGreaterThan(OUTCOMES);
	}

	@AfterAll
	static void close() {
		database.close();
	}

	private static Map<String, List<Map<String, Object>>> grouped(String sql, String by) {
		return database.jdbc.sql(sql).query().listOfRows().stream().collect(Collectors.groupingBy(row -> (String) row.get(by)));
	}

	private static LocalDate day(Map<String, Object> row, String column) {
		return row.get(column) == null ? null : ((java.sql.Date) row.get(column)).toLocalDate();
	}

	private static List<String> texts(List<Map<String, Object>> rows, String column) {
		return rows == null ? List.of() : rows.stream().map(row -> (String) row.get(column)).toList();
	}

	private static List<String> expected(Scope scope, Predicate<Expected> wanted, Order order, boolean descending) {
		Function<Expected, Comparable<?>> value = value(order);
		Comparator<Expected> direction = direction(Comparator.comparing(Expected::registeredAt).thenComparing(Expected::outcomeId), descending)
				.thenComparing(Expected::seq);
		Comparator<Expected> by = switch (order) {
			case NUMBER -> direction;
			case SUBMITTED ->
				direction(Comparator.comparing(Expected::submittedOn).thenComparing(Expected::outcomeId), descending).thenComparing(Expected::seq);
			default ->
				direction(Comparator.<Expected, LocalDate>comparing(row -> (LocalDate) value.apply(row)).thenComparing(Expected::assignmentId),
						descending);
		};
		List<Expected> seen = all.stream().filter(row -> sees(scope, row)).filter(wanted).toList();
		return Stream
				.concat(seen.stream().filter(row -> value.apply(row) != null).sorted(by),
						seen.stream().filter(row -> value.apply(row) == null).sorted(direction))
				.map(Expected::key).toList();
	}

	private static Comparator<Expected> direction(Comparator<Expected> ascending, boolean descending) {
		return descending ? ascending.reversed() : ascending;
	}

	private static Function<Expected, Comparable<?>> value(Order order) {
		return switch (order) {
			case NUMBER -> Expected::registeredAt;
			case SUBMITTED -> Expected::submittedOn;
			case RECEIVED -> Expected::receivedOn;
			case DUE -> Expected::dueOn;
			case REPLIED -> Expected::repliedOn;
			case CLOSED -> Expected::closedOn;
		};
	}

	private static boolean sees(Scope scope, Expected row) {
		return scope.everything()
				|| (row.assignmentId() != null && (scope.units().contains(row.leadUnit()) || !Collections.disjoint(scope.units(), row.coUnits())))
				|| (scope.member() != null && row.members().contains(scope.member()));
	}

	/** All pages, one after the other, of so many rows. */
	private static List<String> paged(Scope scope, LedgerFilter filter, Order order, boolean descending, int pageSize) {
		List<String> keys = new ArrayList<>();
		String after = null;
		for (List<Line> page = database.rows.page(scope, filter, order, descending, after, pageSize); !page.isEmpty();) {
			page.forEach(line -> keys.add(line.row().key()));
			after = keys.get(keys.size() - 1);
			assertThat(keys.size()).as("pages that never end").isLessThanOrEqualTo(all.size());
			page = database.rows.page(scope, filter, order, descending, after, pageSize);
		}
		return keys;
	}

	@Test
	void everyOrderBothWaysPageByPage() {
		for (Order order : Order.values()) {
			for (boolean descending : new boolean[] { true, false }) {
				assertThat(paged(Scope.EVERYTHING, LedgerFilter.ALL, order, descending, 37)).as("%s, descending %s", order, descending)
						.isEqualTo(expected(Scope.EVERYTHING, row -> true, order, descending));
			}
		}
	}

	@Test
	void everyFilterAloneAndTogether() {
		Map<LedgerFilter, Predicate<Expected>> filters = new java.util.LinkedHashMap<>();
		filters.put(new LedgerFilter(2024, null, null, null, null, null, null),
				row -> row.submittedOn() != null && row.submittedOn().getYear() == 2024);
		filters.put(new LedgerFilter(null, "committee-wenshi", null, null, null, null, null), row -> row.committee().equals("committee-wenshi"));
		filters.put(new LedgerFilter(null, null, "unit-jinrong", null, null, null, null),
				row -> "unit-jinrong".equals(row.leadUnit()) || row.coUnits().contains("unit-jinrong"));
		for (Status status : Status.values()) {
			filters.put(new LedgerFilter(null, null, null, status, null, null, null),
					row -> (row.assignmentId() == null && !row.withdrawn() && row.outcomeState().equals(status.name()))
							|| status.name().equals(row.state()) || (status == Status.WITHDRAWN && row.withdrawn()));
		}
		filters.put(new LedgerFilter(null, null, null, null, Light.RED, null, null), row -> row.owedOn() != null && row.owedOn().isBefore(TODAY));
		filters.put(new LedgerFilter(null, null, null, null, Light.YELLOW, null, null),
				row -> row.owedOn() != null && !row.owedOn().isBefore(TODAY) && !row.owedOn().isAfter(TODAY.plusDays(15)));
		filters.put(new LedgerFilter(null, null, null, null, Light.GREEN, null, null),
				row -> row.owedOn() != null && row.owedOn().isAfter(TODAY.plusDays(15)));
		filters.put(new LedgerFilter(null, null, null, null, null, "老旧　改造", null), row -> row.title().contains("老旧") && row.title().contains("改造"));
		filters.put(new LedgerFilter(null, null, null, null, null, "cg2024-", null), row -> row.outcomeId().startsWith("CG2024-"));
		filters.put(new LedgerFilter(null, null, null, null, null, "〔2023〕", null),
				row -> row.submissionNo() != null && row.submissionNo().contains("〔2023〕"));
		filters.put(new LedgerFilter(null, null, null, null, null, "%", null), row -> false);
		filters.put(new LedgerFilter(null, null, null, null, null, "' or 1=1 --", null), row -> false);
		Set<Integer> sizes = new HashSet<>();
		filters.forEach((filter, wanted) -> {
			List<String> expected = expected(Scope.EVERYTHING, wanted, Order.NUMBER, true);
			sizes.add(expected.size());
			assertThat(paged(Scope.EVERYTHING, filter, Order.NUMBER, true, 50)).as("%s", filter).isEqualTo(expected);
			assertThat(database.rows.count(Scope.EVERYTHING, filter, 10_000)).as("%s", filter).isEqualTo(expected.size());
		});
		assertThat(sizes).as("filters that find something different").hasSizeGreaterThan(8);

		List<Map.Entry<LedgerFilter, Predicate<Expected>>> some = new ArrayList<>(filters.entrySet());
		Random random = new Random(3);
		for (int tries = 0; tries < 60; tries++) {
			var one = some.get(random.nextInt(some.size()));
			var other = some.get(random.nextInt(some.size()));
			LedgerFilter both = new LedgerFilter(first(one.getKey().year(), other.getKey().year()),
					first(one.getKey().committee(), other.getKey().committee()),
					first(one.getKey().unit(), other.getKey().unit()), first(one.getKey().status(), other.getKey().status()),
					first(one.getKey().light(), other.getKey().light()),
					first(one.getKey().text(), other.getKey().text()), null);
			Predicate<Expected> wanted = filters.entrySet().stream().filter(entry -> entry == null || partOf(entry.getKey(), both))
					.map(Map.Entry::getValue).reduce(row -> true,
							Predicate::and);
			Order order = List.of(Order.values()).get(random.nextInt(Order.values().length));
			boolean descending = random.nextBoolean();
			assertThat(paged(Scope.EVERYTHING, both, order, descending, 11)).as("%s by %s", both, order)
					.isEqualTo(expected(Scope.EVERYTHING, wanted, order, descending));
		}
	}

	private static <T> T first(T one, T other) {
		return one != null ? one : other;
	}

	/** Whether what this filter asks for, it alone, is among what the other one asks for. */
	private static boolean partOf(LedgerFilter alone, LedgerFilter of) {
		return (alone.year() != null && alone.year().equals(of.year())) || (alone.committee() != null && alone.committee().equals(of.committee()))
				|| (alone.unit() != null && alone.unit().equals(of.unit())) || (alone.status() != null && alone.status() == of.status())
				|| (alone.light() != null && alone.light() == of.light()) || (alone.text() != null && alone.text().equals(of.text()));
	}

	@Test
	void eachReaderSeesTheOwnRowsAlone() {
		List<Scope> scopes = List.of(new Scope(false, List.of("unit-gongan"), null), new Scope(false, List.of("unit-gongan", "unit-jinrong"), null),
				new Scope(false, List.of(), "weiyuan3"), new Scope(false, List.of("unit-gongan"), "weiyuan3"), new Scope(false, List.of(), null),
				new Scope(false, List.of("unit-of-nobody"), "nobody"));
		for (Scope scope : scopes) {
			for (Order order : List.of(Order.NUMBER, Order.DUE)) {
				assertThat(paged(scope, LedgerFilter.ALL, order, true, 23)).as("%s", scope).isEqualTo(expected(scope, row -> true, order, true));
			}
		}
		assertThat(expected(scopes.get(0), row -> true, Order.NUMBER, true)).isNotEmpty().hasSizeLessThan(all.size());
		assertThat(paged(scopes.get(4), LedgerFilter.ALL, Order.NUMBER, true, 23)).isEmpty();
	}

	@Test
	void anotherOnesRowIsNoPlaceToBeginAfter() {
		Scope police = new Scope(false, List.of("unit-gongan"), null);
		String foreign = all.stream().filter(row -> row.assignmentId() != null && !sees(police, row)).findFirst().orElseThrow().assignmentId();
		assertThat(database.rows.page(police, LedgerFilter.ALL, Order.DUE, true, foreign, 5))
				.isEqualTo(database.rows.page(police, LedgerFilter.ALL, Order.DUE, true, null, 5));
	}

	@Test
	void whatStandsInOtherTablesIsThatRowsOwn() {
		for (Line line : database.rows.page(Scope.EVERYTHING, LedgerFilter.ALL, Order.NUMBER, true, null, 300)) {
			Row row = line.row();
			Expected expected = all.stream().filter(one -> one.key().equals(row.key())).findFirst().orElseThrow();
			assertThat(line.coUnits()).isEqualTo(expected.coUnits());
			assertThat(line.instructions())
					.hasSize(count("select count(*) from instruction where state = 'written' and outcome_id = ?", row.outcomeId()));
			assertThat(line.lookBacks()).hasSize(count("select count(*) from look_back where assignment_id = ?", row.assignmentId()));
			assertThat(line.conversions()).hasSize(count("select count(*) from conversion where assignment_id = ?", row.assignmentId()));
			assertThat(row.owedOn()).isEqualTo(expected.owedOn());
		}
	}

	private static int count(String sql, String id) {
		return database.jdbc.sql(sql).param(id).query(Integer.class).single();
	}
}
