package org.bihuan.engine.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.model.Decisive;
import org.bihuan.terms.Variables;
import org.springframework.stereotype.Component;

/**
 * Fills in a form as somebody does who has nothing special to say: every text, of every choice that has to be made the first that is offered, of a
 * list that is about several things a row for each; a box that decides is ticked. So a step that an analyst has added is answered without anybody
 * having thought of it. Who wants something else of a field says so. For rehearsals: nothing of it is what a person would mean.
 */
@Component
public class FormFiller {

	/** A form's conditions depend on its answers, and these on others: so often it is looked again. */
	private static final int LOOKS = 5;

	private static final String TEXT = "演练：";

	private final FormRules rules;

	FormFiller(FormRules rules) {
		this.rules = rules;
	}

	/**
	 * Something that a form asks to be chosen.
	 *
	 * @param key of the field; of a column {@code list.key}
	 * @param kind the type of the field
	 * @param decisive whether the field is marked as deciding how the case goes on
	 * @param offered labels by value, in the order of the form; of a number nothing
	 * @param written whether the choices stand in the form, and do not come from what it shows
	 * @param required whether something has to be chosen
	 */
	public record Choice(String key, String label, String kind, boolean decisive, Map<String, String> offered, boolean written, boolean required) {
	}

	/**
	 * A form that was filled in.
	 *
	 * @param answer by the keys of the fields that are seen under this answer
	 * @param choices those of them that ask to choose
	 */
	public record Filled(Map<String, Object> answer, List<Choice> choices) {
	}

	/**
	 * @param schema the form, as it is deployed or as it is handed out
	 * @param view what it shows now; empty for a start form
	 * @param today in Shanghai
	 * @param wishes what is wanted of fields, by key; of those of a list by {@code list.key}. What a field does not offer is passed over,
	 *            an empty text leaves a text out.
	 */
	public Filled fill(JsonNode schema, Map<String, Object> view, LocalDate today, Map<String, Object> wishes) {
		Filling filling = new Filling(today, wishes);
		Map<String, Object> answer = Map.of();
		for (int look = 0; look < LOOKS; look++) {
			Map<String, Object> before = answer;
			Map<String, Object> scope = new HashMap<>(before);
			scope.put(Variables.VIEW, view);
			answer = new LinkedHashMap<>();
			filling.choices.clear();
			filling.components(schema.path("components"), "", scope, answer);
			if (answer.equals(before)) {
				break;
			}
		}
		return new Filled(answer, List.copyOf(filling.choices));
	}

	private final class Filling {

		private final LocalDate today;
		private final Map<String, Object> wishes;
		private final List<Choice> choices = new ArrayList<>();

		Filling(LocalDate today, Map<String, Object> wishes) {
			this.today = today;
			this.wishes = wishes;
		}

		/** @param list the list that these are columns of, with a dot; empty outside of lists */
		private void components(JsonNode components, String list, Map<String, Object> scope, Map<String, Object> answer) {
			for (JsonNode field : components) {
				String type = field.path("type").asText();
				String condition = FormRules.condition(field);
				if (!condition.isBlank() && Boolean.TRUE.equals(rules.evaluated(condition, scope))) {
					continue;
				}
				if (FormRules.CONTAINERS.contains(type)) {
					components(field.path("components"), list, scope, answer);
				}
				else if (!FormRules.DISPLAYS.contains(type) && !field.path("disabled").asBoolean()) {
					String key = field.path("dynamiclist".equals(type) ? "path" : "key").asText();
					Object value = "dynamiclist".equals(type) ? rows(field, key, scope) : value(field, type, key, list, scope);
					if (value != null) {
						answer.put(key, value);
						scope.put(key, value);
					}
				}
			}
		}

		private Object value(JsonNode field, String type, String key, String list, Map<String, Object> scope) {
			boolean required = field.path("validate").path("required").asBoolean();
			Object wish = wishes.get(list + key);
			return switch (type) {
				case "textfield", "textarea" -> wish == null ? text(field, key) : "".equals(wish) ? null : wish;
				case "number" -> {
					choice(list, field, key, Map.of(), false, required);
					yield wish == null ? number(field.path("validate")) : wish;
				}
				case "checkbox" -> {
					choice(list, field, key, Map.of("true", "勾选"), true, required);
					boolean ticked = required || Decisive.is(field);
					yield wish == null ? ticked ? Boolean.TRUE : null : Boolean.FALSE.equals(wish) ? null : wish;
				}
				case "datetime" -> wish == null ? required ? today.toString() : null : wish;
				case "select", "radio" -> {
					Map<String, String> offered = offered(field, scope);
					choice(list, field, key, offered, !field.path("values").isEmpty(), required);
					if (wish instanceof String code && offered.containsKey(code)) {
						yield code;
					}
					yield required ? offered.keySet().stream().findFirst().orElse(null) : null;
				}
				case "taglist", "checklist" -> {
					Map<String, String> offered = offered(field, scope);
					choice(list, field, key, offered, !field.path("values").isEmpty(), required);
					yield wish instanceof List<?> some ? some.stream().filter(offered::containsKey).toList()
							: !required ? null : "checklist".equals(type) ? List.copyOf(offered.keySet())
									: offered.keySet().stream().limit(1).toList();
				}
				default -> null;
			};
		}

		private void choice(String list, JsonNode field, String key, Map<String, String> offered, boolean written, boolean required) {
			if (choices.stream().noneMatch(one -> one.key().equals(list + key))) {
				String type = field.path("type").asText();
				choices.add(new Choice(list + key, FormRules.label(field, key), type, Decisive.is(field), offered, written, required));
			}
		}

		/** One row, or where the first column asks of which thing a row is one for each. */
		private List<Map<String, Object>> rows(JsonNode field, String key, Map<String, Object> scope) {
			JsonNode columns = field.path("components");
			JsonNode first = columns.path(0);
			List<Map<String, Object>> rows = new ArrayList<>();
			if ("select".equals(first.path("type").asText()) && first.path("values").isEmpty()) {
				String about = first.path("key").asText();
				for (String one : offered(first, scope).keySet()) {
					rows.add(row(columns, key, scope, Map.of(about, one)));
				}
			}
			else {
				rows.add(row(columns, key, scope, Map.of()));
			}
			return rows;
		}

		private Map<String, Object> row(JsonNode columns, String list, Map<String, Object> scope, Map<String, Object> of) {
			Map<String, Object> row = Map.of();
			for (int look = 0; look < LOOKS; look++) {
				Map<String, Object> before = row;
				Map<String, Object> inRow = new HashMap<>(scope);
				inRow.putAll(before);
				inRow.putAll(of);
				inRow.put("this", new HashMap<>(before));
				row = new LinkedHashMap<>();
				components(columns, list + ".", inRow, row);
				row.putAll(of);
				if (row.equals(before)) {
					break;
				}
			}
			return row;
		}

		private Map<String, String> offered(JsonNode field, Map<String, Object> scope) {
			Map<String, String> offered = new LinkedHashMap<>();
			field.path("values").forEach(one -> offered.put(one.path("value").asText(), one.path("label").asText()));
			String expression = field.path("valuesExpression").asText("").replaceFirst("^=", "");
			if (!expression.isBlank() && rules.evaluated(expression, scope) instanceof List<?> options) {
				for (Object one : options) {
					Object value = one instanceof Map<?, ?> map ? map.get("value") : one;
					offered.put(String.valueOf(value), String.valueOf(one instanceof Map<?, ?> map ? map.get("label") : one));
				}
			}
			return offered;
		}
	}

	private static String text(JsonNode field, String key) {
		String text = TEXT + FormRules.label(field, key);
		JsonNode rule = field.path("validate");
		StringBuilder whole = new StringBuilder(text);
		while (whole.length() < rule.path("minLength").asInt(0)) {
			whole.append('。').append(text);
		}
		int most = Math.min(rule.path("maxLength").asInt(FormRules.DEFAULT_MAX_LENGTH), whole.length());
		return whole.substring(0, most);
	}

	private static Number number(JsonNode rule) {
		BigDecimal least = rule.has("min") ? rule.path("min").decimalValue() : BigDecimal.ONE;
		return rule.has("max") ? least.min(rule.path("max").decimalValue()) : least;
	}
}
