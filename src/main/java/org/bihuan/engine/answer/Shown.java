package org.bihuan.engine.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bihuan.json.Json;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.springframework.util.ReflectionUtils;

/**
 * How what people wrote comes into a form's texts, which are Markdown: literally, whoever drew the form. The view has all that it says a second
 * time, as it is seen ({@value #NAME}), and the texts of a form are handed out with that in its place; choices and conditions go on reading the
 * view as it is.
 */
public final class Shown {

	static final String NAME = "shown";
	static final String FOR = "for";

	/** Custom properties of a date: the form editor has no field for what it begins with. */
	private static final String DEFAULT = "default";
	private static final String TODAY = "today";

	private static final TypeReference<Object> ANYTHING = new TypeReference<>() {
	};
	private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(?!#if)(.*?)\\}\\}", Pattern.DOTALL);
	private static final Pattern OF_VIEW = Pattern.compile("\\b" + Variables.VIEW + "\\.");

	private Shown() {
	}

	/** The components of a view by their names, every text among them as Markdown that is seen as it was written. */
	static Map<String, Object> of(Record view) {
		Map<String, Object> shown = new LinkedHashMap<>();
		for (RecordComponent component : view.getClass().getRecordComponents()) {
			ReflectionUtils.makeAccessible(component.getAccessor());
			Object value = seen(ReflectionUtils.invokeMethod(component.getAccessor(), view));
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class) && value instanceof Map<?, ?> part) {
				part.forEach((name, inner) -> shown.put((String) name, inner));
			}
			else {
				shown.put(component.getName(), value);
			}
		}
		return shown;
	}

	private static Object seen(Object value) {
		if (value instanceof Markdown made) {
			return made.source();
		}
		if (value instanceof String text) {
			return Markdown.literal(text).source();
		}
		if (value instanceof Record row) {
			return of(row);
		}
		if (value instanceof Collection<?> rows) {
			return rows.stream().map(Shown::seen).toList();
		}
		return Json.convert(value, ANYTHING);
	}

	/**
	 * A form as it is handed to who fills it in. It says whose it is ({@value #FOR}), for the script that keeps what is typed.
	 *
	 * @param drawn read to its end and closed; null where a task has no form
	 * @param today in Shanghai; what a date with the property {@code default} = {@code today} begins with
	 * @param whose the account that asks, and the task or the process
	 */
	public static InputStream handedOut(InputStream drawn, LocalDate today, Map<String, String> whose) {
		if (drawn == null) {
			return null;
		}
		try (drawn) {
			ObjectNode form = (ObjectNode) Json.read(new String(handedOut(drawn.readAllBytes(), today), StandardCharsets.UTF_8));
			whose.forEach(form.putObject(FOR)::put);
			return new ByteArrayInputStream(Json.write(form).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	static byte[] handedOut(byte[] form, LocalDate today) {
		JsonNode schema = Json.read(new String(form, StandardCharsets.UTF_8));
		for (JsonNode component : schema.findParents("properties")) {
			if ("datetime".equals(component.path("type").asText()) && TODAY.equals(component.path("properties").path(DEFAULT).asText())) {
				((ObjectNode) component).put("defaultValue", today.toString());
			}
		}
		for (JsonNode component : schema.findParents("text")) {
			if ("text".equals(component.path("type").asText())) {
				((ObjectNode) component).put("text", literal(component.path("text").asText()));
			}
		}
		return Json.write(schema).getBytes(StandardCharsets.UTF_8);
	}

	/** A condition in a text compares what was written, not how it is seen. */
	private static String literal(String text) {
		if (text.startsWith("=")) {
			return OF_VIEW.matcher(text).replaceAll(Variables.VIEW + "." + NAME + ".");
		}
		return PLACE.matcher(text)
				.replaceAll(place -> Matcher.quoteReplacement(OF_VIEW.matcher(place.group()).replaceAll(Variables.VIEW + "." + NAME + ".")));
	}
}
