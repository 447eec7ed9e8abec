package org.bihuan.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that are to be kept as JSON: what was not filled in is not there, rather than there as nothing. */
public final class Fields {

	private Fields() {
	}

	/** @param namesAndValues a name and its value each; a field whose value is null is left out */
	public static Map<String, Object> of(Object... namesAndValues) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			if (namesAndValues[at + 1] != null) {
				fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
			}
		}
		return fields;
	}
}
