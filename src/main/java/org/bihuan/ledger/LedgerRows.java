package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.LightPolicy;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ConversionState;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the ledger (台账): one an assignment, and one for an outcome that has none yet. Pages follow each other by key and not
 * by offset: the next page begins after a row, whose values an index finds at once, however many rows are before it. Rows without
 * a value in the column of the order come last, in the order of registration.
 */
@Repository
public class LedgerRows {

	private static final String COLUMNS = """
			select o.id as outcome_id, a.id as assignment_id, o.title, o.kind, o.committee, o.submission_no, o.submitted_on, o.closing,
			o.registered_at,
			a.seq, a.lead_unit, o.state as outcome_state, a.state as assignment_state, a.received_on, a.receipt, a.due_on, a.due_provisional,
			a.extended_on,
			a.promised_on,
			OWED_BY, OWED_NOW, a.replied_on, a.reply_class, a.tracked_class, a.supervision_level, a.next_look_back_on, a.look_back_limit_on,
			a.redo_limit_on, a.closed_on,
			(select count(*) from promise p where p.assignment_id = a.id) as promises,
			(select string_agg(u.unit, ',' order by u.unit) from assignment_unit u where u.assignment_id = a.id) as co_units,
			SATISFIED_PROCESS as satisfied_process, SATISFIED_RESULT as satisfied_result
			from outcome o %s"""
			.replace("OWED_BY", Owed.BY).replace("OWED_NOW", Owed.NOW).replace("SATISFIED_PROCESS", Figure.satisfaction("process"))
			.replace("SATISFIED_RESULT", Figure.satisfaction("result"));

	private final JdbcClient jdbc;
	private final Clock clock;
	private final LightPolicy lights;

	LedgerRows(JdbcClient jdbc, Clock clock, LightPolicy lights) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.lights = lights;
	}

	/** By what rows are ordered. */
	public enum Order {

		NUMBER("编号", "o.registered_at"), SUBMITTED("报送日期", "o.submitted_on"), RECEIVED("收到日期", "a.received_on"), DUE("到期日", "a.due_on"),
		REPLIED("答复日期", "a.replied_on"),
		CLOSED("销号日期", "a.closed_on");

		private final String label;
		private final String column;

		Order(String label, String column) {
			this.label = label;
			this.column = column;
		}

		public String label() {
			return label;
		}

		private boolean ofAssignment() {
			return column.startsWith("a.");
		}
	}

	/**
	 * Everything of the assignment is null where an outcome has none; {@code openDueOn} is the day by which a reply is owed now, null when none
	 * is, {@code owedOn} that by which anything is, {@code promises} how often a later day was promised, {@code coUnits} the ids of
	 * the 协办 units with commas between.
	 */
	public record Row(String outcomeId, String assignmentId, String title, Outcomes.Kind kind, String committee, String submissionNo,
			LocalDate submittedOn,
			Outcomes.Closing closing,
			OffsetDateTime registeredAt, Integer seq, String leadUnit, Outcomes.State outcomeState,
			Assignments.State assignmentState, LocalDate receivedOn, Receipt receipt, LocalDate dueOn,
			Boolean dueProvisional, LocalDate promisedOn, LocalDate openDueOn, LocalDate owedOn, LocalDate repliedOn, ReplyClass replyClass,
			ReplyClass trackedClass,
			Supervision supervisionLevel,
			LocalDate nextLookBackOn, LocalDate lookBackLimitOn, LocalDate redoLimitOn, LocalDate closedOn, LocalDate extendedOn,
			Rating satisfiedProcess,
			Rating satisfiedResult, int promises, String coUnits) {

		/** Where it stands: the assignment, or the outcome that has none. */
		public Term state() {
			return assignmentId == null ? outcomeState : assignmentState;
		}

		/** What it owes; null where an outcome has no assignment. */
		public Owed owed() {
			return assignmentId == null ? null
					: new Owed(assignmentState, dueOn, extendedOn, repliedOn, nextLookBackOn, lookBackLimitOn, redoLimitOn, closedOn);
		}

		/** 协办, by their ids; an id has no comma. */
		private List<String> coUnitIds() {
			return coUnits == null ? List.of() : List.of(coUnits.split(","));
		}

		/** What the next page begins after. */
		public String key() {
			return assignmentId == null ? outcomeId : assignmentId;
		}
	}

	public record Instruction(String outcomeId, String leader, LocalDate writtenOn, String words) {
	}

	public record LookBack(String assignmentId, int lookRound, Party party, boolean inPlace, String signedBy,
			OffsetDateTime signedAt) {
	}

	public record Conversion(String assignmentId, ConversionKind kind, ConversionState state, String number) {
	}

	/** A row with what stands in other tables: its instructions, its 协办 units, conversions and look-backs, each in their order. */
	public record Line(Row row, List<Instruction> instructions, List<String> coUnits, List<Conversion> conversions, List<LookBack> lookBacks) {
	}

	/**
	 * @param after the key of the row before the first one wanted; null, or one that is not seen, for the beginning
	 * @param most how many at most
	 */
	public List<Line> page(Scope scope, LedgerFilter filter, Order order, boolean descending, String after, int most) {
		Optional<Row> last = after == null ? Optional.empty() : find(scope, after);
		List<Row> rows = new ArrayList<>();
		if (order == Order.NUMBER) {
			rows.addAll(rows(new Query(scope, filter).inOrderOf(order, descending, last.orElse(null)), most));
		}
		else {
			Object value = last.map(row -> value(row, order)).orElse(null);
			if (last.isEmpty() || value != null) {
				rows.addAll(rows(new Query(scope, filter).inOrderOf(order, descending, last.orElse(null)), most));
			}
			if (rows.size() < most) {
				Row lastWithout = value == null ? last.orElse(null) : null;
				rows.addAll(rows(new Query(scope, filter).without(order, descending, lastWithout), most - rows.size()));
			}
		}
		return lines(rows);
	}

	/** What the scope sees of one outcome; nothing when there is none, or none of it is seen. */
	public List<Row> ofOutcome(Scope scope, String outcomeId) {
		Query query = new Query(scope, LedgerFilter.ALL);
		query.and("o.id = :outcome").with("outcome", outcomeId).inOrderOf(Order.NUMBER, false, null);
		return rows(query, Integer.MAX_VALUE);
	}

	/** What the outcomes of these ids are called, as far as the scope sees them; of one that it does not see there is nothing. */
	public Map<String, String> titles(Scope scope, Collection<String> outcomeIds) {
		Map<String, String> titles = new HashMap<>();
		if (outcomeIds.isEmpty()) {
			return titles;
		}
		Query query = new Query(scope, LedgerFilter.ALL).and("o.id in (:outcomes)").with("outcomes", outcomeIds);
		jdbc.sql("select o.id, o.title from outcome o " + query.join() + " where " + query.where()).params(query.parameters)
				.query(row -> {
					titles.put(row.getString("id"), row.getString("title"));
				});
		return titles;
	}

	/** How many rows there are, counted no further than this. */
	public int count(Scope scope, LedgerFilter filter, int upTo) {
		Query query = new Query(scope, filter);
		String sql = "select count(*) from (select o.id from outcome o " + query.join() + " where " + query.where() + " limit :most) counted";
		return jdbc.sql(sql).params(query.parameters).param("most", upTo).query(Integer.class).single();
	}

	/** The row of this assignment, or of this outcome without assignments, if the scope sees it. */
	private Optional<Row> find(Scope scope, String key) {
		Query query = new Query(scope, LedgerFilter.ALL);
		query.and("(a.id = :key or (o.id = :key and a.id is null))").with("key", key);
		return rows(query, 1).stream().findFirst();
	}

	private List<Row> rows(Query query, int most) {
		return jdbc.sql(query.sql()).params(query.parameters).param("most", most).query(Rows.of(Row.class)).list();
	}

	/** The SQL of a page's first rows, for the test that asks the database how it would find them; its parameters stand beside. */
	Map.Entry<String, Map<String, Object>> explained(Scope scope, LedgerFilter filter, Order order, boolean descending) {
		Query query = new Query(scope, filter).inOrderOf(order, descending, null);
		return Map.entry(query.sql(), query.parameters);
	}

	private static Object value(Row row, Order order) {
		return switch (order) {
			case NUMBER -> row.registeredAt();
			case SUBMITTED -> row.submittedOn();
			case RECEIVED -> row.receivedOn();
			case DUE -> row.dueOn();
			case REPLIED -> row.repliedOn();
			case CLOSED -> row.closedOn();
		};
	}

	private List<Line> lines(List<Row> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		List<String> outcomes = rows.stream().map(Row::outcomeId).distinct().toList();
		List<String> assignments = Stream.concat(rows.stream().map(Row::assignmentId).filter(id -> id != null), Stream.of("")).toList();
		Map<String, List<Instruction>> instructions = jdbc
				.sql("""
						select outcome_id, leader, written_on, words from instruction where state = :written and outcome_id in (:ids) order by
						written_on, id""")
				.param("written", InstructionState.WRITTEN.code()).param("ids", outcomes).query(Rows.of(Instruction.class)).list().stream()
				.collect(Collectors.groupingBy(Instruction::outcomeId));
		Map<String, List<Conversion>> conversions = jdbc
				.sql("select assignment_id, kind, state, number from conversion where assignment_id in (:ids) order by id")
				.param("ids", assignments).query(Rows.of(Conversion.class)).list().stream().collect(Collectors.groupingBy(Conversion::assignmentId));
		Map<String, List<LookBack>> lookBacks = jdbc.sql("""
				select assignment_id, look_round, party, in_place, signed_by, signed_at
				from look_back where assignment_id in (:ids) order by look_round, party""").param("ids", assignments).query(Rows.of(LookBack.class))
				.list()
				.stream()
				.collect(Collectors.groupingBy(LookBack::assignmentId));
		return rows.stream().map(row -> new Line(row, instructions.getOrDefault(row.outcomeId(), List.of()), row.coUnitIds(), of(conversions, row),
				of(lookBacks, row))).toList();
	}

	private static <T> List<T> of(Map<String, List<T>> all, Row row) {
		return row.assignmentId() == null ? List.of() : all.getOrDefault(row.assignmentId(), List.of());
	}

	/** One SELECT under construction: what may be seen, what is asked for, and in what order. */
	private final class Query {

		private final boolean needsAssignment;
		private final boolean excludesAssignments;
		private final boolean selective;
		private final List<String> conditions;
		private final Map<String, Object> parameters;
		private boolean inner;
		private String orderBy = "o.id";

		Query(Scope scope, LedgerFilter filter) {
			needsAssignment = filter.needsAssignment() || (!scope.everything() && scope.member() == null);
			excludesAssignments = filter.excludesAssignments();
			selective = filter.unit() != null || filter.light() != null || !scope.everything();
			conditions = new ArrayList<>(filter.conditions());
			conditions.add(scope.condition());
			parameters = new HashMap<>(filter.parameters(LocalDate.now(clock), lights.yellowDays()));
			parameters.putAll(scope.parameters());
		}

		Query and(String condition) {
			conditions.add(condition);
			return this;
		}

		Query with(String name, Object value) {
			parameters.put(name, value);
			return this;
		}

		/** The rows that have a value in the order's column, from the beginning or after this row. */
		Query inOrderOf(Order order, boolean descending, Row after) {
			String column = order.column;
			inner = order.ofAssignment();
			// not for the planner's sake alone: a row without the value has its place at the end
			if (order != Order.NUMBER) {
				and(column + " is not null");
			}
			String beyond = descending ? "<" : ">";
			if (after != null) {
				with("afterValue", value(after, order)).with("afterOutcome", after.outcomeId()).with("afterAssignment", after.assignmentId());
				if (order.ofAssignment()) {
					and("(" + column + ", a.id) " + beyond + " (:afterValue, :afterAssignment)");
				}
				else {
					with("afterSeq", after.seq() == null ? 0 : after.seq());
					String place = "(" + column + ", o.id) %s (:afterValue, :afterOutcome)";
					and(place.formatted(beyond + "=") + " and (" + place.formatted(beyond) + " or a.seq > :afterSeq)");
				}
			}
			String direction = descending ? " desc" : "";
			if (selective) {
				// few rows of many: they are found by what is asked for and then put in order; walking along the order would look at nearly all
				column = "coalesce(" + column + ", " + column + ")";
			}
			orderBy = order.ofAssignment() ? column + direction + ", a.id" + direction : column + direction + ", o.id" + direction + ", a.seq";
			return this;
		}

		/** The rows without a value in the order's column, by registration. */
		Query without(Order order, boolean descending, Row after) {
			inOrderOf(Order.NUMBER, descending, after);
			return and(order.column + " is null");
		}

		String join() {
			return (inner || needsAssignment ? "" : "left ") + "join assignment a on " + (excludesAssignments ? "1 = 0" : "a.outcome_id = o.id");
		}

		String where() {
			return String.join(" and ", conditions);
		}

		String sql() {
			return COLUMNS.formatted(join()) + " where " + where() + " order by " + orderBy + " limit :most";
		}
	}
}
