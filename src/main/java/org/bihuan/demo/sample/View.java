package org.bihuan.demo.sample;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a form shows to the person who fills it in. */
record View(String outcomeId, JsonNode shown) {

	/** The values that a field offers, in the order in which they are offered. */
	List<String> offered(String field) {
		return StreamSupport.stream(shown.path(field).spliterator(), false).map(option -> option.path("value").asText()).toList();
	}
}
