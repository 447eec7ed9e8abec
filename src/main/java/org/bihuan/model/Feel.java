package org.bihuan.model;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** FEEL as tables and forms write it: whether it can be read, what it names, and whether a value meets a cell. */
public final class Feel {

	private static final int KEPT = 5000;
	private static final Kept<ParseResult> EXPRESSIONS = new Kept<>(KEPT);
	private static final Kept<ParseResult> TESTS = new Kept<>(KEPT);

	/**
	 * What most cells are: a word or a whole number, or several; or yes or no, of which the language means something else when there are several.
	 * What they mean needs no engine, which a cold program reads for seconds.
	 */
	private static final String PLAIN = "(?:\"[^\"\\\\\n]*\"|-?(?:0|[1-9]\\d{0,17}))";
	private static final Pattern PLAIN_VALUE = Pattern.compile(PLAIN + "|true|false");
	private static final Pattern PLAIN_VALUES = Pattern.compile(PLAIN + "(?: *, *" + PLAIN + ")*|true|false");

	private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|@\"[^\"]*\"");
	private static final Pattern NAME = Pattern.compile("(?<![\\w.?])([A-Za-z_]\\w*)(?!\\w)");
	private static final Pattern FUNCTION = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\s*\\(");
	private static final Pattern BOUND = Pattern.compile("\\b([A-Za-z_]\\w*)\\s+in\\b|\\bfunction\\s*\\(([^)]*)\\)");

	/** Words of the language; of functions with several words the last one stands before the bracket, the others are here. */
	private static final Set<String> WORDS = Set.of("and", "or", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "null",
			"true", "false", "between", "instance", "of", "function", "external", "string", "upper", "lower", "substring", "list", "insert", "index",
			"distinct", "duplicate", "years", "months", "date", "time", "day", "week", "month", "last", "get", "is", "round", "half", "met",
			"overlaps", "finished", "started", "number", "context", "from", "to", "random", "concatenate", "item");
	private static final Set<String> FUNCTIONS = Set.of("not", "string", "number", "date", "time", "duration", "substring", "length", "case",
			"before", "after", "replace", "contains", "with", "starts", "ends", "split", "matches", "extract", "trim", "count", "min", "max", "sum",
			"product", "mean", "median", "stddev", "mode", "all", "any", "and", "or", "append", "concatenate", "remove", "reverse", "of", "union",
			"values", "flatten", "sort", "sublist", "join", "empty", "decimal", "floor", "ceiling", "up", "down", "abs", "modulo", "sqrt", "log",
			"exp", "odd", "even", "meets", "by", "overlaps", "finishes", "includes", "during", "coincides", "year", "week", "month", "now", "today",
			"value", "entries", "put", "context", "merge", "else", "defined", "assert", "in", "if", "then", "return", "satisfies", "function");

	private Feel() {
	}

	/** Made when it is first needed. */
	private static final class Engine {

		private static final FeelEngineApi API = FeelEngineBuilder.forJava().build();
	}

	/** Whether it can be read as an expression. */
	public static boolean isExpression(String text) {
		return PLAIN_VALUE.matcher(text).matches() || (ends(text) && EXPRESSIONS.of(text, Engine.API::parseExpression).isSuccess());
	}

	/** Whether it can be read as what stands in a cell of an input. */
	public static boolean isTest(String text) {
		return PLAIN_VALUES.matcher(text).matches() || (ends(text) && TESTS.of(text, Engine.API::parseUnaryTests).isSuccess());
	}

	/** What is wrong with what is no expression or no test, in Chinese without the full stop, as far as that is known. */
	public static String wrong(String text) {
		return endless(text).map(one -> "不能这样写：" + one)
				.orElseGet(() -> "写错了，无法读取" + FullWidth.hint(text).map(one -> "：" + one).orElse(""));
	}

	/** Why it may reckon without end, in Chinese without the full stop; empty where it does not. */
	public static Optional<String> endless(String text) {
		return PLAIN_VALUES.matcher(text).matches() ? Optional.empty() : Endless.why(text);
	}

	private static boolean ends(String text) {
		// the language takes full-width signs for letters of a name
		return endless(text).isEmpty() && FullWidth.hint(text).isEmpty();
	}

	/** Whether a value meets a cell; an empty cell and a dash are met by all. */
	public static boolean meets(String cell, Object value, Map<String, Object> others) {
		if (cell.isBlank() || cell.equals("-")) {
			return true;
		}
		if (PLAIN_VALUES.matcher(cell).matches()) {
			return PLAIN_VALUE.matcher(cell).results().anyMatch(one -> same(plain(one.group()), value));
		}
		ParseResult test = ends(cell) ? TESTS.of(cell, Engine.API::parseUnaryTests) : null;
		if (test == null || !test.isSuccess()) {
			return false;
		}
		EvaluationResult result = Engine.API.evaluateWithInput(test.parsedExpression(), value, others);
		return result.isSuccess() && Boolean.TRUE.equals(result.result());
	}

	private static Object plain(String text) {
		return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text.matches("true|false") ? (Object) Boolean.valueOf(text)
				: Long.valueOf(text);
	}

	private static boolean same(Object plain, Object value) {
		return (plain instanceof Long number && value instanceof Number other)
				? new BigDecimal(number).compareTo(new BigDecimal(String.valueOf(other))) == 0
				: plain.equals(value);
	}

	/** What an expression without any name yields: a text, a number; null where it cannot be said. */
	public static Object value(String text) {
		if (PLAIN_VALUE.matcher(text).matches()) {
			return plain(text);
		}
		ParseResult expression = ends(text) ? EXPRESSIONS.of(text, Engine.API::parseExpression) : null;
		if (expression == null || !expression.isSuccess()) {
			return null;
		}
		EvaluationResult result = Engine.API.evaluate(expression.parsedExpression(), Map.<String, Object>of());
		return result.isSuccess() ? result.result() : null;
	}

	/** The texts that stand in it, without quotation marks. */
	public static Set<String> texts(String text) {
		Set<String> texts = new LinkedHashSet<>();
		TEXT.matcher(text).results().forEach(one -> texts.add(one.group().replaceAll("^@?\"|\"$", "")));
		return texts;
	}

	/** The functions that it calls and the language does not have. */
	public static Set<String> unknownFunctions(String text) {
		Set<String> unknown = new LinkedHashSet<>();
		FUNCTION.matcher(TEXT.matcher(text).replaceAll("\"\"")).results().map(one -> one.group(1)).filter(one -> !FUNCTIONS.contains(one))
				.forEach(unknown::add);
		return unknown;
	}

	/** The names in it that are neither words of the language, nor functions, nor given by itself. */
	public static Set<String> names(String text) {
		String plain = TEXT.matcher(text).replaceAll("\"\"");
		Set<String> bound = new LinkedHashSet<>();
		Matcher given = BOUND.matcher(plain);
		while (given.find()) {
			bound.addAll(java.util.List.of((given.group(1) == null ? given.group(2) : given.group(1)).split("\\W+")));
		}
		Set<String> names = new LinkedHashSet<>();
		Matcher name = NAME.matcher(plain);
		while (name.find()) {
			boolean called = plain.substring(name.end()).stripLeading().startsWith("(");
			if (!called && !WORDS.contains(name.group(1)) && !bound.contains(name.group(1))) {
				names.add(name.group(1));
			}
		}
		return names;
	}
}
