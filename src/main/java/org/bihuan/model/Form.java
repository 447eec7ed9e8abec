package org.bihuan.model;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A form as it is read.
 *
 * @param file its name
 * @param schema the whole
 */
public record Form(String file, JsonNode schema) {

	/**
	 * A component of a form.
	 *
	 * @param node the whole of it
	 * @param list the list that it is a column of; null outside of lists
	 */
	public record Field(JsonNode node, Field list) {

		/** The word that the answer has it under; empty for what is only shown. */
		public String key() {
			return node.path("dynamiclist".equals(type()) ? "path" : "key").asText("");
		}

		public String type() {
			return node.path("type").asText("");
		}

		public String label() {
			String label = node.path("label").asText("");
			return label.isBlank() ? node.path("dateLabel").asText("") : label;
		}

		/** What a problem calls it by: its key, else the id of what is only shown. */
		public String id() {
			return key().isEmpty() ? node.path("id").asText("") : list == null ? key() : list.key() + "." + key();
		}

		public boolean required() {
			return node.path("validate").path("required").asBoolean();
		}

		/** The condition under which it is hidden, without the sign before it; empty for none. */
		public String hide() {
			return node.path("conditional").path("hide").asText("").strip().replaceFirst("^=", "").strip();
		}

		/** Where its choices come from when they are not written there; empty for none. */
		public String choices() {
			return node.path("valuesExpression").asText("").strip();
		}

		/** The choices that are written there. */
		public List<String> values() {
			List<String> values = new ArrayList<>();
			node.path("values").forEach(one -> values.add(one.path("value").asText("")));
			return values;
		}
	}

	public String id() {
		return schema.path("id").asText("");
	}

	/** All components, those within groups and lists, too, each after what it stands in. */
	public List<Field> fields() {
		List<Field> fields = new ArrayList<>();
		collect(schema.path("components"), null, fields);
		return fields;
	}

	private static void collect(JsonNode components, Field list, List<Field> fields) {
		for (JsonNode one : components) {
			Field field = new Field(one, list);
			fields.add(field);
			collect(one.path("components"), "dynamiclist".equals(field.type()) ? field : list, fields);
		}
	}

	/** The component with this key, wherever it stands; null for none. */
	public Field field(String key) {
		return fields().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
	}
}
