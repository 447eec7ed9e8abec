package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a cell without asking the engine is what the engine says. */
class FeelTest {

	private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
	private static final List<Object> VALUES = List.of("reply", "other", "", "1", "true", 1, 1L, 2, -3, new BigDecimal("1.0"), new BigDecimal("1.5"),
			true,
			false);

	static Stream<String> cells() {
		Stream<String> written = Stream.of("\"reply\"", "\"reply\",\"other\"", "\"reply\" , 1", "\"\"", "1", "-3", "0", "1,2", "01", "1.5", "true",
				"false",
				"true, false", ">= 1", "[0..2]", "not(\"reply\")", "contains(?, \"ep\")", "reply", "\"reply", "\"re\\\"ply\"", "1 2", "true false",
				"null");
		return Stream.concat(written, tables().flatMap(table -> table.rows().stream()).flatMap(row -> row.inputs().stream())).distinct();
	}

	private static Stream<Table> tables() {
		return Models.of(ModelSet.packaged(), new Findings()).tables().stream();
	}

	@ParameterizedTest
	@MethodSource("cells")
	void aCellIsMetAsTheEngineSays(String cell) {
		boolean open = cell.isBlank() || cell.equals("-");
		assertThat(open || Feel.isTest(cell)).isEqualTo(open || ENGINE.parseUnaryTests(cell).isSuccess());
		assertThat(VALUES).allSatisfy(value -> {
			EvaluationResult said = ENGINE.evaluateUnaryTests(asTest(cell), value, Map.<String, Object>of());
			assertThat(Feel.meets(cell, value, Map.of())).as("%s by %s", cell, value)
					.isEqualTo(said.isSuccess() && Boolean.TRUE.equals(said.result()));
		});
	}

	@Test
	void anExpressionYieldsWhatTheEngineSays() {
		Stream<String> outputs = tables().flatMap(table -> table.rows().stream()).flatMap(row -> row.outputs().stream());
		assertThat(Stream.concat(cells(), outputs).filter(one -> !one.isBlank())).allSatisfy(text -> {
			assertThat(Feel.isExpression(text)).as(text).isEqualTo(ENGINE.parseExpression(text).isSuccess());
			EvaluationResult said = ENGINE.evaluateExpression(text, Map.<String, Object>of());
			assertThat(plain(Feel.value(text))).as(text).isEqualTo(plain(result(said)));
		});
	}

	/** As the engine writes the cell that asks nothing. */
	private static String asTest(String cell) {
		return cell.isBlank() ? "-" : cell;
	}

	private static Object result(EvaluationResult said) {
		return said.isSuccess() ? said.result() : null;
	}

	/** A number is the same whatever it is kept in. */
	private static Object plain(Object value) {
		return value instanceof Number ? String.valueOf(value) : value;
	}
}
