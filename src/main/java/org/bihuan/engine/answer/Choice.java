package org.bihuan.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.terms.Option;

/**
 * A choice among a few that a form requires.
 *
 * @param key of the field
 * @param label in Chinese, as the form asks
 * @param options as the form has them, in its order
 */
public record Choice(String key, String label, List<Option> options) {

	private static final String RADIO = "radio";

	/** All that a form requires, where that is nothing but such choices, which it asks of everybody; else none. */
	static List<Choice> allOf(JsonNode form) {
		List<JsonNode> required = new ArrayList<>();
		PlainAnswer.collect(form.path("components"), required);
		return required.stream().allMatch(one -> RADIO.equals(one.path("type").asText()) && one.path("values").isArray())
				? required.stream().map(Choice::of).toList()
				: List.of();
	}

	private static Choice of(JsonNode field) {
		return new Choice(field.path("key").asText(), field.path("label").asText(), StreamSupport.stream(field.path("values").spliterator(), false)
				.map(one -> new Option(one.path("label").asText(), one.path("value").asText())).toList());
	}
}
