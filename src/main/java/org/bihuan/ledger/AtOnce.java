package org.bihuan.ledger;

import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads many tables about one outcome in one statement, so that its page is of one moment and does not ask the database thirty times. It is one
 * union: every table's columns stand in places of their kind (texts, numbers, days, instants, yes or no), the places that it does not need are
 * empty.
 */
public final class AtOnce {

	/** What a column can be, with the type that both databases call it by. */
	private enum Kind {

		TEXT("varchar"), NUMBER("bigint"), DAY("date"), INSTANT("timestamp with time zone"), TRUTH("boolean");

		private final String sql;

		Kind(String sql) {
			this.sql = sql;
		}

		/** A word of a vocabulary is a text, also where its code is a number. */
		static Kind of(Class<?> type) {
			if (type == LocalDate.class) {
				return DAY;
			}
			if (type == OffsetDateTime.class) {
				return INSTANT;
			}
			if (type == boolean.class || type == Boolean.class) {
				return TRUTH;
			}
			return type.isPrimitive() || Number.class.isAssignableFrom(type) ? NUMBER : TEXT;
		}
	}

	/** Before the places stand which part a row is of, its number there, and its key. */
	private static final int BEFORE = 3;

	private final List<OfOutcome<?>> parts;
	private final List<Kind> places;
	private final Map<OfOutcome<?>, int[]> columns = new HashMap<>();
	private final String sql;

	public AtOnce(OfOutcome<?>... parts) {
		this.parts = List.of(parts);
		this.places = places();
		this.parts.forEach(part -> columns.put(part, columnsOf(part)));
		// around it, since H2 keeps a prepared select and prepares a union anew each time, which takes longer than to run it
		this.sql = IntStream.range(0, parts.length).mapToObj(this::select)
				.collect(Collectors.joining("\nunion all ", "select * from (", "\n) every_part (" + names() + ")\norder by 1, 2"));
	}

	private String names() {
		return IntStream.rangeClosed(1, BEFORE + places.size()).mapToObj(number -> "place_" + number).collect(Collectors.joining(", "));
	}

	/** As many places of each kind as the part that needs the most of it. */
	private List<Kind> places() {
		List<Kind> all = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			long most = parts.stream().mapToLong(part -> components(part).stream().filter(one -> Kind.of(one.getType()) == kind).count()).max()
					.orElse(0);
			all.addAll(Collections.nCopies((int) most, kind));
		}
		return all;
	}

	private static List<RecordComponent> components(OfOutcome<?> part) {
		return List.of(part.type().getRecordComponents());
	}

	private int[] columnsOf(OfOutcome<?> part) {
		Map<Kind, Integer> used = new HashMap<>();
		return components(part).stream().map(one -> Kind.of(one.getType()))
				.mapToInt(kind -> BEFORE + 1 + places.indexOf(kind) + used.merge(kind, 1, Integer::sum) - 1).toArray();
	}

	private String select(int number) {
		OfOutcome<?> part = parts.get(number);
		String[] values = places.stream().map(kind -> "cast(null as " + kind.sql + ")").toArray(String[]::new);
		int[] own = columns.get(part);
		List<RecordComponent> components = components(part);
		for (int i = 0; i < own.length; i++) {
			String column = "t." + JdbcUtils.convertPropertyNameToUnderscoreName(components.get(i).getName());
			Kind kind = places.get(own[i] - BEFORE - 1);
			values[own[i] - BEFORE - 1] = "cast(" + column + " as " + kind.sql + ")";
		}
		return "select " + number + ", row_number() over (order by " + part.order() + "), cast(" + part.key() + " as varchar), "
				+ String.join(", ", values) + " from " + part.from();
	}

	/** Reads them all. */
	public Read read(JdbcClient jdbc, String outcomeId) {
		Map<Integer, RowMapper<?>> mappers = new HashMap<>();
		IntStream.range(0, parts.size()).forEach(number -> mappers.put(number, Rows.at(parts.get(number).type(), columns.get(parts.get(number)))));
		Map<OfOutcome<?>, List<Map.Entry<String, Record>>> rows = new LinkedHashMap<>();
		jdbc.sql(sql).param("outcome", outcomeId).query((ResultSet row) -> {
			int number = row.getInt(1);
			rows.computeIfAbsent(parts.get(number), first -> new ArrayList<>()).add(Map.entry(row.getString(3), record(mappers.get(number), row)));
		});
		return new Read(rows);
	}

	private static Record record(RowMapper<?> mapper, ResultSet row) throws SQLException {
		return (Record) mapper.mapRow(row, row.getRow());
	}

	/** What was read. */
	public static final class Read {

		private final Map<OfOutcome<?>, List<Map.Entry<String, Record>>> rows;

		private Read(Map<OfOutcome<?>, List<Map.Entry<String, Record>>> rows) {
			this.rows = rows;
		}

		/** The rows of a part, in its order; empty when there are none. */
		public <T extends Record> List<T> list(OfOutcome<T> part) {
			return keyed(part).stream().map(Map.Entry::getValue).toList();
		}

		/** The same, told apart by their key. */
		public <T extends Record> Map<String, List<T>> byKey(OfOutcome<T> part) {
			return OfOutcome.byKey(keyed(part));
		}

		private <T extends Record> List<Map.Entry<String, T>> keyed(OfOutcome<T> part) {
			return rows.getOrDefault(part, List.of()).stream().map(one -> Map.entry(one.getKey(), part.type().cast(one.getValue()))).toList();
		}
	}
}
