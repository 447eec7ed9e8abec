package org.bihuan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.bihuan.terms.Variables;

/**
 * The fields of a form that decide how a case goes on: those with the custom property {@value #PROPERTY} = {@value #YES}. What was answered in one,
 * checked, becomes a variable of the process under the field's key, for the gateway behind; nothing else of an answer does. So it is a word of a
 * list, yes or no, or a number, and its key is nobody else's name.
 */
public final class Decisive {

	public static final String PROPERTY = "decisive";

	private static final String YES = "true";
	private static final Set<String> TYPES = Set.of("select", "radio", "checkbox", "number");
	private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

	/** What an expression means by itself, whatever variables there are. */
	private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "caseExecution", "authenticatedUserId", "nrOfInstances",
			"nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

	/** What the diagrams of the jar call by name. */
	private static final class Called {

		private static final Set<String> BEANS = ModelSet.packaged().files().entrySet().stream().filter(one -> one.getKey().endsWith(".bpmn"))
				.flatMap(one -> Pattern.compile("[$#]\\{\\s*!?\\s*(\\w+)\\s*[.}]").matcher(new String(one.getValue(), StandardCharsets.UTF_8))
						.results().map(found -> found.group(1)))
				.collect(Collectors.toUnmodifiableSet());
	}

	private Decisive() {
	}

	/** Whether a field of a form is marked. */
	public static boolean is(JsonNode field) {
		return YES.equals(field.path("properties").path(PROPERTY).asText());
	}

	/**
	 * Why the answers of a marked field cannot be a variable of the process, in whole sentences; null when they can.
	 *
	 * @param inList whether it stands in a list, of whose rows there are many
	 */
	static String wrong(JsonNode field, boolean inList) {
		String type = field.path("type").asText();
		String key = field.path("key").asText();
		if (inList) {
			return "列表里的栏目每行一个答案，不能作为流转的依据。请删去自定义属性 decisive，或把这一栏移到列表之外。";
		}
		if (!TYPES.contains(type)) {
			return "只有单选（radio、select）、勾选（checkbox）和数字（number）能作为流转的依据，这一栏是 " + type + "。请删去自定义属性 decisive，或改用这几种栏目。";
		}
		if (!KEY.matcher(key).matches()) {
			return "作为流转依据的栏目，Key 只能用英文字母和数字，以字母开头。请改 Key，并同时改网关条件里的名称。";
		}
		return Variables.isOurs(key) || OF_THE_ENGINE.contains(key) || Called.BEANS.contains(key)
				? "Key " + key + " 是系统自己用的名称，答案会盖掉它。请给这一栏换一个 Key，并同时改网关条件里的名称。"
				: null;
	}

	/**
	 * What is wrong with the marked fields of a set or a part of one; empty when nothing is.
	 *
	 * @param files the bytes by name; what is neither form nor diagram is passed over, and a form that cannot be read, of which others tell
	 */
	public static List<Problem> problems(SortedMap<String, byte[]> files) {
		List<Problem> problems = new ArrayList<>();
		Map<String, List<JsonNode>> marked = new LinkedHashMap<>();
		new TreeMap<>(files).forEach((name, bytes) -> {
			if (name.endsWith(".form")) {
				JsonNode form = form(bytes);
				look(form.path("components"), false, name.replaceAll(".*[/\\\\]", ""), problems,
						marked.computeIfAbsent(form.path("id").asText(), id -> new ArrayList<>()));
			}
		});
		Roles.diagrams(files).forEach((file, diagram) -> manyAnswers(file, diagram, marked, problems));
		return problems;
	}

	private static void look(JsonNode components, boolean inList, String file, List<Problem> problems, List<JsonNode> marked) {
		for (JsonNode field : components) {
			if (is(field)) {
				String wrong = wrong(field, inList);
				if (wrong == null) {
					marked.add(field);
				}
				else {
					problems.add(new Problem(file, field.path("label").asText(), field.path("key").asText(), wrong));
				}
			}
			look(field.path("components"), inList || "dynamiclist".equals(field.path("type").asText()), file, problems, marked);
		}
	}

	/** Of a task that several people have side by side each answer would take the former's place. */
	private static void manyAnswers(String file, Diagram diagram, Map<String, List<JsonNode>> marked, List<Problem> problems) {
		for (Node task : diagram.nodes()) {
			String form = task.camunda("formRef");
			List<JsonNode> fields = marked.getOrDefault(form, List.of());
			if (task.is("userTask") && task.loop() != null && !fields.isEmpty()) {
				problems.add(new Problem(file, task.name(), task.id(), "这一步由多人分别办理，后交的答案会盖掉先交的，表单 " + form + ".form 的“"
						+ fields.get(0).path("label").asText() + "”不能作为流转的依据。请删去它的自定义属性 decisive，或去掉多实例。"));
			}
		}
	}

	private static JsonNode form(byte[] bytes) {
		try {
			return Json.read(new String(bytes, StandardCharsets.UTF_8));
		}
		catch (IllegalStateException | IllegalArgumentException unreadable) {
			return Json.read("{}");
		}
	}
}
