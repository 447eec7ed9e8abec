package org.bihuan.json;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * The one way to write and read JSON: what the ledger keeps in columns of text (what was written with an act, a document's content, a
 * computation's steps), what a form shows and is answered, and what is refused. One mapper, so that the same value has the same bytes everywhere.
 */
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
			throw new IllegalStateException("not JSON, though it was written as such", impossible);
		}
	}

	/**
	 * @param source UTF-8; the caller closes it
	 * @throws IOException if it cannot be read, or is no JSON
	 */
	public static JsonNode read(InputStream source) throws IOException {
		return MAPPER.readTree(source);
	}

	/**
	 * The same as a type.
	 *
	 * @throws IOException if it cannot be read, or is not of the type: a name that the type does not have is refused
	 */
	public static <T> T read(InputStream source, TypeReference<T> type) throws IOException {
		return MAPPER.readValue(source, type);
	}

	/**
	 * Plain values from plain values or nodes, in another shape.
	 *
	 * @throws IllegalArgumentException if they do not have it
	 */
	public static <T> T convert(Object value, TypeReference<T> type) {
		return MAPPER.convertValue(value, type);
	}

	/** The same as the type that was written. */
	public static <T> T read(String written, TypeReference<T> type) {
		try {
			return MAPPER.readValue(written, type);
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException("not JSON, though it was written as such", impossible);
		}
	}
}
