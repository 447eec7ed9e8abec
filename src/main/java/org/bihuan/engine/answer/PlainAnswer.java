package org.bihuan.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What can be said to a form without filling anything in: that one has read it, where nothing is required, or that one agrees, where a choice with
 * this word is all that is required. The form alone says so, as an analyst draws it.
 *
 * @param label what a button says: {@code 知悉}, {@code 同意}
 * @param values the fields that are answered by it
 */
public record PlainAnswer(String label, Map<String, Object> values) {

	private static final String READ = "知悉";
	private static final String AGREED = "同意";

	/** Of a form; null where something has to be written or chosen. */
	static PlainAnswer of(JsonNode form) {
		List<JsonNode> required = new ArrayList<>();
		boolean asks = collect(form.path("components"), required);
		if (required.isEmpty()) {
			return asks ? new PlainAnswer(READ, Map.of()) : null;
		}
		return required.size() > 1 ? null : agreed(required.get(0));
	}

	private static PlainAnswer agreed(JsonNode field) {
		return StreamSupport.stream(field.path("values").spliterator(), false).filter(one -> AGREED.equals(one.path("label").asText())).findFirst()
				.map(one -> new PlainAnswer(AGREED, Map.of(field.path("key").asText(), one.path("value").asText()))).orElse(null);
	}

	/** Whether anything is asked for; what a condition hides or shows is asked for by what was chosen, and a plain choice asks for nothing more. */
	static boolean collect(JsonNode components, List<JsonNode> required) {
		boolean asks = false;
		for (JsonNode component : components) {
			boolean list = "dynamiclist".equals(component.path("type").asText());
			if (list) {
				required.add(component);
			}
			if (!component.path("key").asText().isEmpty() && !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean()) {
				asks = true;
				if (component.path("validate").path("required").asBoolean() && component.path("conditional").path("hide").asText().isEmpty()) {
					required.add(component);
				}
			}
			asks |= !list && collect(component.path("components"), required);
		}
		return asks;
	}
}
