package org.bihuan.engine.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.json.Json;
import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.model.Decisive;
import org.bihuan.terms.Variables;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/**
 * Checks an answer against its form on the server. The browser checks the same form, but a client need not be a browser; with
 * one definition for both, an analyst who edits a form edits the rule.
 */
@Component
class FormRules {

	/** What a field may hold when its form names no limit. */
	static final int DEFAULT_MAX_LENGTH = 2000;

	/** How many rows a list may have when its form names no limit. */
	private static final int DEFAULT_MAX_ROWS = 50;

	/** A custom property of a list that names its limit: the form editor has no field of its own for it. */
	private static final String MAX_ROWS = "maxRows";

	static final Set<String> CONTAINERS = Set.of("group");
	static final Set<String> DISPLAYS = Set.of("text", "html", "image", "separator", "spacer", "table", "button", "iframe");

	/** Every kind of field that is checked, kept and shown; a form with another one is refused before it is deployed. */
	static final Set<String> SUPPORTED = Set.of("group", "text", "html", "image", "separator", "spacer", "table", "button", "iframe", "textfield",
			"textarea", "number", "checkbox", "datetime", "select", "radio", "taglist", "checklist", "dynamiclist");

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

	/** What the forms say in FEEL, parsed once; absent where it cannot be. */
	private final Map<String, Optional<ParsedExpression>> parsed = new ConcurrentHashMap<>();

	/**
	 * @param schema the form
	 * @param view what it shows now
	 * @return the answer without fields that the form hides under this answer
	 * @throws Refusal on the first field that breaks a rule, or on a field that the form does not have
	 */
	Answer check(JsonNode schema, Map<String, Object> view, Answer answer) {
		Map<String, Object> scope = new HashMap<>(answer.asMap());
		scope.put(Variables.VIEW, view);
		Checking checking = new Checking(scope, schema.path("components"));
		checking.components(schema.path("components"), answer, false);
		for (String key : answer.keys()) {
			Refusal.unless(checking.known.contains(key), () -> "表单中没有“" + key + "”这一栏，请刷新页面后重新填写。");
		}
		return answer.without(checking.hidden);
	}

	/**
	 * Checks one value as the field of this key is checked, wherever in the form it stands. For fields that ask for text or a day: what others offer
	 * depends on what their form shows.
	 *
	 * @throws Refusal as {@link #check}
	 */
	void checkField(JsonNode schema, String key, Object value) {
		JsonNode field = find(schema.path("components"), key);
		if (field == null) {
			throw new IllegalStateException("form " + schema.path("id").asText() + " has no field " + key);
		}
		Answer answer = Answer.of(value == null ? Map.of() : Map.of(key, value));
		new Checking(answer.asMap(), schema.path("components")).field(field, field.path("type").asText(), key, answer);
	}

	private static JsonNode find(JsonNode components, String key) {
		for (JsonNode component : components) {
			JsonNode found = key.equals(component.path("key").asText()) ? component : find(component.path("components"), key);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * What was filled in, in the form's order and words: each field with its label, of what was chosen the labels as they are offered now. What
	 * the form hides, shows only or leaves empty is not there.
	 *
	 * @param answer checked by {@link #check}
	 */
	List<Value> given(JsonNode schema, Map<String, Object> view, Answer answer) {
		Map<String, Object> scope = new HashMap<>(answer.asMap());
		scope.put(Variables.VIEW, view);
		List<Value> values = new ArrayList<>();
		new Checking(scope, schema.path("components")).given(schema.path("components"), answer, new Row(null, null, null), values);
		return values;
	}

	/**
	 * What was answered in the fields that decide how the case goes on, by their keys; null for one that the form hides or nobody filled in, so that
	 * a gateway finds every one of them.
	 *
	 * @param answer checked by {@link #check}
	 */
	Map<String, Object> decisive(JsonNode schema, Answer answer) {
		Map<String, Object> facts = new LinkedHashMap<>();
		decisive(schema.path("components"), answer, facts);
		return facts;
	}

	private static void decisive(JsonNode components, Answer answer, Map<String, Object> facts) {
		for (JsonNode field : components) {
			if (CONTAINERS.contains(field.path("type").asText())) {
				decisive(field.path("components"), answer, facts);
			}
			else if (Decisive.is(field) && !field.path("disabled").asBoolean()) {
				facts.put(field.path("key").asText(), fact(field.path("type").asText(), answer.value(field.path("key").asText())));
			}
		}
	}

	/** As the engine keeps it: an unticked box is a no, a number the shortest that holds it. */
	private static Object fact(String type, Object value) {
		if ("checkbox".equals(type)) {
			return Boolean.TRUE.equals(value);
		}
		if (value instanceof Number number) {
			BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
			if (exact.scale() <= 0) {
				return exact.longValue();
			}
			return exact.doubleValue();
		}
		return value;
	}

	/** Where a field stands: in this row of this list; all null outside of lists. */
	private record Row(String list, String label, Integer number) {
	}

	private final class Checking {

		private final Map<String, Object> scope;
		private final Set<String> known = new HashSet<>();
		private final Set<String> hidden = new HashSet<>();

		private final JsonNode looked;
		private Map<String, Boolean> hiding;

		/** @param looked the components that are looked at under what is in scope */
		Checking(Map<String, Object> scope, JsonNode looked) {
			this.scope = scope;
			this.looked = looked;
		}

		void components(JsonNode components, Answer answer, boolean hiddenAbove) {
			for (JsonNode component : components) {
				String type = component.path("type").asText();
				boolean hide = hiddenAbove || hides(component);
				if (CONTAINERS.contains(type)) {
					components(component.path("components"), answer, hide);
				}
				else if (!DISPLAYS.contains(type)) {
					String key = component.path("dynamiclist".equals(type) ? "path" : "key").asText();
					known.add(key);
					if (hide) {
						hidden.add(key);
					}
					else if (!component.path("disabled").asBoolean()) {
						field(component, type, key, answer);
					}
				}
			}
		}

		void given(JsonNode components, Answer answer, Row row, List<Value> values) {
			for (JsonNode component : components) {
				String type = component.path("type").asText();
				if (hides(component) || DISPLAYS.contains(type) || component.path("disabled").asBoolean()) {
					continue;
				}
				if (CONTAINERS.contains(type)) {
					given(component.path("components"), answer, row, values);
				}
				else if ("dynamiclist".equals(type)) {
					String list = component.path("path").asText();
					int number = 0;
					for (Answer inner : answer.rows(list)) {
						number++;
						inRow(inner, component.path("components")).given(component.path("components"), inner,
								new Row(list, label(component, list), number), values);
					}
				}
				else {
					String key = component.path("key").asText();
					Object value = answer.value(key);
					if (value != null && !List.of().equals(value)) {
						values.add(new Value(row.list(), row.label(), row.number(), key, label(component, key), type, Json.write(value),
								words(component, value)));
					}
				}
			}
		}

		private String words(JsonNode field, Object value) {
			if (value instanceof Boolean ticked) {
				return ticked ? "是" : "否";
			}
			if (value instanceof List<?> chosen) {
				return chosen.stream().map(one -> words(field, one)).collect(Collectors.joining("、"));
			}
			return Objects.toString(options(field).getOrDefault(value, value));
		}

		/** A row's own fields come before those outside of it. */
		private Checking inRow(Answer row, JsonNode fields) {
			Map<String, Object> rowScope = new HashMap<>(scope);
			rowScope.putAll(row.asMap());
			// as the browser calls it: there a row's own fields are named by it alone
			rowScope.put("this", row.asMap());
			return new Checking(rowScope, fields);
		}

		private boolean hides(JsonNode component) {
			String condition = condition(component);
			if (condition.isBlank()) {
				return false;
			}
			if (hiding == null) {
				Set<String> conditions = new LinkedHashSet<>();
				collect(looked, conditions);
				hiding = holding(List.copyOf(conditions), scope);
			}
			return hiding.get(condition);
		}

		/** All but those in lists, which hold or not row by row. */
		private void collect(JsonNode components, Set<String> conditions) {
			for (JsonNode component : components) {
				if (!condition(component).isBlank()) {
					conditions.add(condition(component));
				}
				if (CONTAINERS.contains(component.path("type").asText())) {
					collect(component.path("components"), conditions);
				}
			}
		}

		private void field(JsonNode field, String type, String key, Answer answer) {
			Object value = answer.value(key);
			String label = label(field, key);
			JsonNode rule = field.path("validate");
			boolean empty = value == null || (value instanceof List<?> list && list.isEmpty())
					|| ("checkbox".equals(type) && Boolean.FALSE.equals(value));
			if (empty) {
				Refusal.unless(!rule.path("required").asBoolean(),
						() -> ("checkbox".equals(type) ? "请勾选" : choice(type) ? "请选择" : "请填写") + "“" + label + "”。");
				return;
			}
			switch (type) {
				case "textfield", "textarea" -> {
					Refusal.unless(!(value instanceof Map) && !(value instanceof Collection), "“" + label + "”应填写文字。");
					text(rule, label, value);
					Refusal.unless(!"textfield".equals(type) || !Written.leavesTheLine((String) value),
							"“" + label + "”只能写一行，请删去其中的换行、制表符等看不见的字符。");
				}
				case "number" -> number(field, rule, label, value);
				case "checkbox" -> Refusal.unless(value instanceof Boolean, "“" + label + "”只能勾选或不勾选。");
				case "datetime" -> date(label, value);
				case "select", "radio" -> {
					Refusal.unless(value instanceof String, "“" + label + "”只能选一项。");
					option(field, label, value);
				}
				case "taglist", "checklist" -> options(field, label, value);
				case "dynamiclist" -> rows(field, label, value);
				default -> throw new IllegalStateException("form field type not supported: " + type);
			}
		}

		private void rows(JsonNode field, String label, Object value) {
			Refusal.unless(value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance), "“" + label + "”的格式不对，请刷新页面后重新填写。");
			int rows = ((List<?>) value).size();
			int most = field.path("properties").path(MAX_ROWS).asInt(DEFAULT_MAX_ROWS);
			Refusal.unless(rows <= most, () -> "“" + label + "”最多 " + most + " 行，现有 " + rows + " 行，请合并或删减后再提交。");
			int at = 0;
			for (Object row : (List<?>) value) {
				at++;
				Answer inner = Answer.of(Json.convert(row, new com.fasterxml.jackson.core.type.TypeReference<LinkedHashMap<String, Object>>() {
				}));
				Checking checking = inRow(inner, field.path("components"));
				try {
					checking.components(field.path("components"), inner, false);
				}
				catch (Refusal refusal) {
					throw Refusal.invalid("“" + label + "”第 " + at + " 行：" + refusal.getMessage());
				}
				for (String key : inner.keys()) {
					Refusal.unless(checking.known.contains(key), () -> "“" + label + "”中没有“" + key + "”这一栏，请刷新页面后重新填写。");
				}
			}
		}

		private void options(JsonNode field, String label, Object value) {
			Refusal.unless(value instanceof List<?>, "“" + label + "”的格式不对，请重新选择。");
			List<?> chosen = (List<?>) value;
			Refusal.unless(new HashSet<>(chosen).size() == chosen.size(), "“" + label + "”中有重复的选项，请重新选择。");
			chosen.forEach(one -> option(field, label, one));
		}

		private void option(JsonNode field, String label, Object value) {
			Refusal.unless(options(field).containsKey(value), "“" + label + "”所选的项（" + value + "）已不可选，请刷新页面后重新选择。");
		}

		/** What the form offers now, by value, each with its label. */
		private Map<Object, Object> options(JsonNode field) {
			Map<Object, Object> offered = new HashMap<>();
			field.path("values").forEach(one -> offered.put(one.path("value").asText(), one.path("label").asText()));
			String expression = field.path("valuesExpression").asText("");
			if (!expression.isBlank()) {
				if (evaluated(expression.replaceFirst("^=", ""), scope) instanceof List<?> list) {
					for (Object one : list) {
						Object value = one instanceof Map<?, ?> map ? map.get("value") : one;
						offered.put(value, one instanceof Map<?, ?> map ? map.get("label") : one);
					}
				}
			}
			return offered;
		}
	}

	static String condition(JsonNode component) {
		return component.path("conditional").path("hide").asText("").replaceFirst("^=", "");
	}

	/**
	 * Which of these hold. They are asked as one list, since every evaluation builds its surroundings anew, which takes much longer than any of
	 * them. One that cannot be evaluated does not hold, so that it hides nothing: what is required stays required.
	 */
	private Map<String, Boolean> holding(List<String> conditions, Map<String, Object> scope) {
		Object together = evaluated(conditions.stream().map(one -> "(" + one + ")").collect(Collectors.joining(", ", "[", "]")), scope);
		List<?> results = together instanceof List<?> list && list.size() == conditions.size() ? list
				: conditions.stream().map(one -> Boolean.TRUE.equals(evaluated(one, scope))).toList();
		Map<String, Boolean> holding = new HashMap<>();
		for (int at = 0; at < results.size(); at++) {
			holding.put(conditions.get(at), Boolean.TRUE.equals(results.get(at)));
		}
		return holding;
	}

	/** Null where the expression cannot be evaluated. */
	Object evaluated(String expression, Map<String, Object> scope) {
		return parsed.computeIfAbsent(expression, this::parse).map(one -> feel.evaluate(one, scope)).filter(EvaluationResult::isSuccess)
				.map(EvaluationResult::result).orElse(null);
	}

	private Optional<ParsedExpression> parse(String expression) {
		ParseResult result = feel.parseExpression(expression);
		return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
	}

	private static boolean choice(String type) {
		return Set.of("select", "radio", "taglist", "checklist", "datetime").contains(type);
	}

	static String label(JsonNode field, String key) {
		String label = field.path("label").asText("");
		if (label.isBlank()) {
			label = field.path("dateLabel").asText("");
		}
		return label.isBlank() ? key : label;
	}

	private static void text(JsonNode rule, String label, Object value) {
		Refusal.unless(value instanceof String, "“" + label + "”应填写文字。");
		String text = ((String) value).strip();
		int max = rule.path("maxLength").asInt(DEFAULT_MAX_LENGTH);
		int length = text.codePointCount(0, text.length());
		Refusal.unless(length <= max, () -> "“" + label + "”最多 " + max + " 字，现有 " + length + " 字，请精简后再提交。");
		int min = rule.path("minLength").asInt(0);
		Refusal.unless(length >= min, () -> "“" + label + "”至少 " + min + " 字。");
		Refusal.unless(!Written.unfit(text), "“" + label + "”中有无法保存或看不见的控制字符，请删去后重新输入。");
		String pattern = rule.path("pattern").asText("");
		Refusal.unless(pattern.isBlank() || Pattern.compile(pattern).matcher(text).find(), "“" + label + "”的写法不对，请按说明填写。");
	}

	private static void number(JsonNode field, JsonNode rule, String label, Object value) {
		Refusal.unless(value instanceof Number, "“" + label + "”应填写数字。");
		BigDecimal number = new BigDecimal(value.toString());
		// as the browser takes it: a form that says nothing of decimals takes any
		int decimals = field.path("decimalDigits").asInt(Integer.MAX_VALUE);
		Refusal.unless(number.stripTrailingZeros().scale() <= decimals,
				() -> "“" + label + "”" + (decimals == 0 ? "应填写整数。" : "最多 " + decimals + " 位小数。"));
		if (rule.has("min")) {
			Refusal.unless(number.compareTo(rule.path("min").decimalValue()) >= 0, "“" + label + "”不能小于 " + rule.path("min").asText() + "。");
		}
		if (rule.has("max")) {
			Refusal.unless(number.compareTo(rule.path("max").decimalValue()) <= 0, "“" + label + "”不能大于 " + rule.path("max").asText() + "。");
		}
	}

	private static void date(String label, Object value) {
		try {
			LocalDate date = LocalDate.parse(Objects.toString(value));
			Refusal.unless(date.getYear() >= 2000 && date.getYear() <= 2100, "“" + label + "”的年份不对，请检查。");
		}
		catch (DateTimeParseException notADate) {
			throw Refusal.invalid("“" + label + "”应写成 2026-11-24 这样的日期。");
		}
	}
}
