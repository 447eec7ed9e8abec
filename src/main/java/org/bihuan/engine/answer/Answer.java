package org.bihuan.engine.answer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.json.Json;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Point;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What a person filled in, by form key. It never becomes process variables: it goes to the ledger, so its length is not the
 * engine's and no client can overwrite a variable of the process by adding a name to its answer.
 */
public final class Answer {

	private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {
	};
	private static final TypeReference<Object> ANYTHING = new TypeReference<>() {
	};

	private final Map<String, Object> values;

	private Answer(Map<String, Object> values) {
		this.values = values;
	}

	/** From plain or typed values; null means an empty answer. A value that is no JSON though it says so is refused. */
	public static Answer of(Map<String, ?> submitted) {
		Map<String, Object> values = new LinkedHashMap<>();
		if (submitted != null) {
			submitted.keySet().forEach(key -> values.put(key, plain(key, typedOrPlain(submitted, key))));
		}
		return new Answer(values);
	}

	private static Object typedOrPlain(Map<String, ?> submitted, String key) {
		return submitted instanceof org.camunda.bpm.engine.variable.VariableMap map ? map.getValueTyped(key) : submitted.get(key);
	}

	private static Object plain(String key, Object value) {
		try {
			Object inner = value instanceof TypedValue typed ? typed.getValue() : value;
			if (inner instanceof SpinJsonNode node) {
				return Json.convert(node.unwrap(), ANYTHING);
			}
			return inner instanceof String text && Written.nothing(text) ? null : inner;
		}
		catch (RuntimeException unreadable) {
			throw Refusal.invalid("“" + key + "”的内容无法读取，请重新填写后提交。");
		}
	}

	/**
	 * The same text for the same answer, in whatever order it was given.
	 *
	 * @throws Refusal when there is something in it that no form asks for, as a file
	 */
	public String toJson() {
		try {
			return Json.write(new TreeMap<>(values));
		}
		catch (IllegalStateException noPlainValue) {
			throw Refusal.invalid("表单里有无法读取的内容，没有提交。请重新填写后提交。", noPlainValue);
		}
	}

	public Set<String> keys() {
		return new LinkedHashSet<>(values.keySet());
	}

	/** The raw value: String, Boolean, Number, List or Map; null when not filled in. */
	public Object value(String key) {
		return values.get(key);
	}

	/** Trimmed text; null when not filled in. */
	public String text(String key) {
		Object value = values.get(key);
		return value == null ? null : value.toString().strip();
	}

	/**
	 * The word that was chosen; null when none was.
	 *
	 * @throws Refusal when the form offers a word that the house does not know
	 */
	public <T extends Term> T term(String key, Class<T> vocabulary) {
		String code = text(key);
		return code == null ? null
				: Term.find(vocabulary, code).orElseThrow(() -> Refusal.invalid("系统不认识选项“" + code + "”，请告诉流程分析员：表单里的选项与系统不一致。"));
	}

	/** A ticked checkbox, or a radio or select answered {@code yes}. */
	public boolean yes(String key) {
		Object value = values.get(key);
		return Boolean.TRUE.equals(value) || "yes".equals(value);
	}

	/** A date as the form sends it ({@code 2026-11-24}); null when not filled in. */
	public LocalDate date(String key) {
		String text = text(key);
		try {
			return text == null ? null : LocalDate.parse(text);
		}
		catch (DateTimeParseException notADate) {
			throw Refusal.invalid("“" + text + "”不是日期，请写成 2026-11-24 的样子。");
		}
	}

	/** A whole number; null when not filled in. */
	public Integer number(String key) {
		Object value = values.get(key);
		return value == null ? null : ((Number) value).intValue();
	}

	/** Several options; empty when none was chosen. */
	public List<String> list(String key) {
		Object value = values.get(key);
		return value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList();
	}

	/** The rows of a dynamic list; empty when there are none. */
	public List<Answer> rows(String key) {
		Object value = values.get(key);
		return value == null ? List.of() : Json.convert(value, ROWS).stream().map(Answer::of).toList();
	}

	/**
	 * The rows of a list that has one for each of these suggestions, in the suggestions' order.
	 *
	 * @param field what was written about each
	 * @param missing what a person is told, by the suggestion's number
	 * @throws Refusal if a suggestion has no row or more than one
	 */
	public List<Point> points(String list, String field, List<Suggestion> suggestions, IntFunction<String> missing) {
		List<Answer> rows = rows(list);
		List<Point> points = new ArrayList<>();
		for (Suggestion suggestion : suggestions) {
			List<Answer> about = rows.stream().filter(row -> suggestion.id().equals(row.text("suggestion"))).toList();
			Refusal.unless(about.size() == 1, () -> missing.apply(suggestion.seq()));
			points.add(new Point(suggestion.id(), suggestion.seq(), about.get(0).text(field)));
		}
		return points;
	}

	/** The same answer without what the form does not show. */
	Answer without(Set<String> hidden) {
		Map<String, Object> shown = new LinkedHashMap<>(values);
		shown.keySet().removeAll(hidden);
		return new Answer(shown);
	}

	Map<String, Object> asMap() {
		return values;
	}
}
