package org.bihuan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** FEEL as tables and forms write it: whether it can be read, what it names, and whether a value meets a cell. */
public final class Feel {

	private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
	private static final int KEPT = 5000;
	private static final Map<String, Boolean> READ = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
			return size() > KEPT;
		}
	});

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

	/** Whether it can be read as an expression. */
	public static boolean isExpression(String text) {
		return READ.computeIfAbsent("e" + text, key -> ENGINE.parseExpression(text).isSuccess());
	}

	/** Whether it can be read as what stands in a cell of an input. */
	public static boolean isTest(String text) {
		return READ.computeIfAbsent("t" + text, key -> ENGINE.parseUnaryTests(text).isSuccess());
	}

	/** Whether a value meets a cell; an empty cell and a dash are met by all. */
	public static boolean meets(String cell, Object value, Map<String, Object> others) {
		if (cell.isBlank() || cell.equals("-")) {
			return true;
		}
		EvaluationResult result = ENGINE.evaluateUnaryTests(cell, value, others);
		return result.isSuccess() && Boolean.TRUE.equals(result.result());
	}

	/** What an expression without any name yields: a text, a number; null where it cannot be said. */
	public static Object value(String text) {
		EvaluationResult result = ENGINE.evaluateExpression(text, Map.of());
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
