package org.bihuan.web.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;

/** What to put where something is asked for: now and then what there really is, mostly what nobody expects. The same for the same seed. */
final class Values {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Pattern PARAMETER = Pattern.compile("\\{([\\w-]+)}");
	private static final int DEEPEST = 4;

	private static final List<String> STRANGE = List.of("", " ", "x", "null", "undefined", "-1", "0", "1.5", "99999999999999999999", "NaN", "true",
			"2023-02-30", "2023-09-11T09:00:00", "2023-09-11T09:00:00.000+0800", "' or 1=1 --", "<script>alert(1)</script>", "${1+1}", "#{class}",
			"../..",
			"%00", "中文", "a".repeat(300), "字".repeat(300), "\u200b", "\u0000", "\ud83d\ude00", "[]", "{}", "a,b,,c", "__proto__", "*", "%", "\\",
			"\n");
	private static final List<Object> ODD = new ArrayList<>(java.util.Arrays.asList(null, "", List.of(), Map.of(), "x", -1, 0, 1.5, true, false,
			Long.MAX_VALUE, Double.MAX_VALUE, List.of(Map.of()), List.of(""), java.util.Collections.singletonList(null), Map.of("x", "y"),
			"字".repeat(5000)));
	private static final List<String> TYPES = List.of("", "String", "Integer", "Long", "Short", "Double", "Boolean", "Date", "Bytes", "File",
			"Object",
			"Json", "Xml", "Null", "Number", "string", "unknown", "Class");

	private final Random random;
	private final Map<String, List<String>> known;

	/** @param known what there is, by the part of a path that comes before it */
	Values(long seed, Map<String, List<String>> known) {
		this.random = new Random(seed);
		this.known = known;
	}

	Random random() {
		return random;
	}

	<T> T one(List<T> of) {
		return of.get(random.nextInt(of.size()));
	}

	boolean sometimes(int percent) {
		return random.nextInt(100) < percent;
	}

	/** @param real whether ids that there are may stand in it */
	String path(Endpoint endpoint, boolean real) {
		Matcher parameter = PARAMETER.matcher(endpoint.path());
		StringBuilder path = new StringBuilder();
		while (parameter.find()) {
			String before = endpoint.path().substring(0, parameter.start()).replaceAll(".*/([^/]+)/$", "$1");
			String value = parameter.group(1).equals("name") && endpoint.path().contains("/engine/{name}") && parameter.start() < 40 && sometimes(95)
					? "default"
					: parameter.group(1).equals("engine") || parameter.group(1).equals("engineName") ? "default" : word(before, real);
			parameter.appendReplacement(path, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
		}
		return parameter.appendTail(path) + query(endpoint, real);
	}

	private String query(Endpoint endpoint, boolean real) {
		if (endpoint.parameters().isEmpty() || sometimes(25)) {
			return "";
		}
		List<String> pairs = new ArrayList<>();
		for (int i = random.nextInt(4); i >= 0; i--) {
			pairs.add(one(endpoint.parameters()) + "=" + URLEncoder.encode(word("", real), StandardCharsets.UTF_8));
		}
		return "?" + String.join("&", pairs);
	}

	private String word(String before, boolean real) {
		if (real && sometimes(70)) {
			List<String> here = known.getOrDefault(before, List.of());
			return one(here.isEmpty() ? one(List.copyOf(known.values())) : here);
		}
		return one(STRANGE);
	}

	/** What is sent for this endpoint: mostly of the shape it reads. */
	String body(Endpoint endpoint, boolean real) {
		if (sometimes(6)) {
			return one(List.of("null", "[]", "{}", "", "\"x\"", "1", "{", "{\"a\":1,\"a\":2}", "[null]", "true", "<a/>", "[[[[]]]]"));
		}
		try {
			return JSON.writeValueAsString(value(JSON.constructType(endpoint.body()), DEEPEST, real));
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private Object value(JavaType type, int depth, boolean real) {
		Class<?> raw = type.getRawClass();
		if (depth < DEEPEST && sometimes(12)) {
			return one(ODD);
		}
		if (VariableValueDto.class.isAssignableFrom(raw)) {
			return variable();
		}
		if (raw == String.class || raw == Date.class) {
			return word("", real);
		}
		if (raw == Boolean.class || raw == boolean.class) {
			return random.nextBoolean();
		}
		if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
			return random.nextInt(5) - 1;
		}
		if (raw.isEnum()) {
			return String.valueOf(one(List.of(raw.getEnumConstants())));
		}
		if (type.isCollectionLikeType() || type.isArrayType()) {
			List<Object> list = new ArrayList<>();
			for (int i = random.nextInt(3); i > 0 && depth > 0; i--) {
				list.add(value(type.getContentType(), depth - 1, real));
			}
			return list;
		}
		if (type.isMapLikeType()) {
			Map<String, Object> map = new LinkedHashMap<>();
			for (int i = random.nextInt(3); i > 0 && depth > 0; i--) {
				map.put(one(List.of("outcomeId", "assignmentId", "title", "verdict", "x", "")), value(type.getContentType(), depth - 1, real));
			}
			return map;
		}
		if (raw == Object.class || depth == 0) {
			return one(ODD);
		}
		return bean(type, depth, real);
	}

	private Object bean(JavaType type, int depth, boolean real) {
		Map<String, Object> bean = new LinkedHashMap<>();
		for (BeanPropertyDefinition property : JSON.getDeserializationConfig().introspect(type).findProperties()) {
			boolean wanted = (property.hasSetter() || property.hasField() || property.hasConstructorParameter()) && sometimes(50);
			if (wanted && !property.getName().endsWith("Expression")) {
				bean.put(property.getName(), value(property.getPrimaryType(), depth - 1, real));
			}
		}
		return bean;
	}

	/** A variable of any type with a value of another. */
	private Map<String, Object> variable() {
		Map<String, Object> variable = new LinkedHashMap<>();
		variable.put("type", one(TYPES));
		variable.put("value", one(ODD));
		if (sometimes(30)) {
			variable.put("valueInfo", one(List.of(Map.of(), Map.of("filename", "a.pdf"), Map.of("objectTypeName", "java.lang.Runtime",
					"serializationDataFormat", "application/json"), Map.of("serializationDataFormat", "application/x-java-serialized-object"),
					"x")));
		}
		return variable;
	}

	/** Parts of a form with a file: broken in some way. */
	byte[] parts(String boundary) {
		String name = one(
				List.of("a.pdf", "字".repeat(300) + ".pdf", "a".repeat(300) + ".bpmn", "", "a.bpmn", "a.dmn", "a.form", "../a.bpmn", "a\u0000.pdf"));
		String content = one(List.of("", "%PDF-1.4", "<bpmn/>", "{}", "x".repeat(2000),
				"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
						+ "<process id=\"x\" isExecutable=\"true\"><startEvent/></process></definitions>",
				"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
		String field = one(List.of("file", "data", "deployment-name", "x", "avatar", "content", "deployment-source", "diagram"));
		String end = one(
				List.of("\r\n--" + boundary + "--\r\n", "\r\n--" + boundary + "--\r\n", "\r\n--" + boundary + "--\r\n", "", "\r\n--other--"));
		return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name.replace("\u0000", "%00")
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + end).getBytes(StandardCharsets.UTF_8);
	}
}
