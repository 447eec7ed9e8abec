package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;

/**
 * What the forms of a set call their fields: a template may name any of them as a tag, and says what was filled in last. So a field that an analyst
 * adds comes into a document without Java. Fields in lists have no one value, and are none.
 */
final class FormLabels {

	private final Set<String> labels = new TreeSet<>();

	/** @param files of a set by name; a form that is none has no fields, of which the check of the set tells */
	FormLabels(SortedMap<String, byte[]> files) {
		files.forEach((name, bytes) -> {
			if (name.endsWith(".form")) {
				try {
					collect(Json.read(new ByteArrayInputStream(bytes)).path("components"));
				}
				catch (IOException notJson) {
					// the check of the set tells of it
				}
			}
		});
	}

	private void collect(JsonNode components) {
		for (JsonNode field : components) {
			if ("group".equals(field.path("type").asText())) {
				collect(field.path("components"));
			}
			else if (field.has("key")) {
				labels.add(field.path("label").asText());
			}
		}
	}

	boolean has(String tag) {
		return labels.contains(tag);
	}
}
