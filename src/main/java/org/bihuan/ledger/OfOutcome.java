package org.bihuan.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one table that are about an outcome: said once by whom the table belongs to, read alone by a step or with all others by the page.
 *
 * @param key what they are told apart by, as an assignment's id; an SQL expression over {@code t}
 * @param from what stands after {@code from}, with the table called {@code t} and the outcome's id {@code :outcome}
 * @param order of the rows; an SQL expression over {@code t}
 */
public record OfOutcome<T extends Record>(Class<T> type, String key, String from, String order) {

	/** A table with the outcome's id. */
	public static <T extends Record> OfOutcome<T> in(String table, Class<T> type, String order) {
		return new OfOutcome<>(type, "t.outcome_id", table + " t where t.outcome_id = :outcome", order);
	}

	/** A table with an assignment's id. */
	public static <T extends Record> OfOutcome<T> byAssignment(String table, Class<T> type, String order) {
		return new OfOutcome<>(type, "t.assignment_id", table + " t join assignment a on a.id = t.assignment_id where a.outcome_id = :outcome",
				order);
	}

	/** In their order; empty when there are none. */
	public List<T> read(JdbcClient jdbc, String outcomeId) {
		return jdbc.sql("select t.* from " + from + " order by " + order).param("outcome", outcomeId).query(Rows.of(type)).list();
	}

	/** Rows told apart by their keys. */
	static <T> Map<String, List<T>> byKey(List<Map.Entry<String, T>> rows) {
		return rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}
}
