package org.bihuan.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** The JSON that the ledger keeps in columns of text: what was written with an act, a document's content, a computation's steps. */
public final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

	private Json() {
	}

	/** @param value of plain values: texts, numbers, days (written as yyyy-MM-dd), and records, lists and maps of them */
	public static String write(Object value) {
		try {
			return MAPPER.writeValueAsString(value);
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException("only plain values are kept", impossible);
		}
	}

	/** @param written by {@link #write}; not null */
	public static JsonNode read(String written) {
		try {
			return MAPPER.readTree(written);
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException("the ledger holds JSON", impossible);
		}
	}

	/** The same as the type that was written. */
	public static <T> T read(String written, TypeReference<T> type) {
		try {
			return MAPPER.readValue(written, type);
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException("the ledger holds JSON", impossible);
		}
	}
}
