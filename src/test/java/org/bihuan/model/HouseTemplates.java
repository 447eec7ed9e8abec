package org.bihuan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.engine.time.Superior;
import org.bihuan.json.Json;
import org.bihuan.terms.Role;
import org.w3c.dom.Element;

/**
 * The element templates of what the house's own diagrams are made of, made from these: one for every step, task of the system, call, table, timer,
 * message and start form. What is a person's to decide is a field, the rest is hidden. What a template of Camunda 7 cannot bind (listeners of tasks,
 * repetition, the moment of a timer, a message) its description says in the Modeler's words.
 */
final class HouseTemplates {

	/** What a table answers that may answer with several rows, the program tells, sends or weighs: a task that asks it has no one value of it. */
	private static final String SEVERAL_ROWS = "COLLECT";
	/** Where a diagram says nothing of it; the Modeler does not write it either. */
	private static final String NEWEST = "latest";

	private static final String GROUP = "fields";
	private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("camunda:formRef", "表单"),
			Map.entry("camunda:candidateGroups", "谁来办（小组）"), Map.entry("camunda:candidateUsers", "谁来办（个人）"),
			Map.entry("camunda:resultVariable", "结果放进哪个变量"));
	private static final Map<String, String> HELP = Map.ofEntries(Map.entry("camunda:formRef", "表单的编号，就是 forms 里的文件名，不带 .form。"),
			Map.entry("camunda:candidateGroups", "小组的编号，几个以逗号分隔；由程序算出的照写 ${ }。"),
			Map.entry("camunda:candidateUsers", "由程序算出的照写 ${ }；一般只写小组，不写个人。"), Map.entry("camunda:resultVariable", "网关和后面的步骤用这个名称读结果。"));
	/** What is not a person's to change: another value, and the step is another. */
	private static final List<String> FIXED = List.of("camunda:formRefBinding", "camunda:delegateExpression", "camunda:decisionRef",
			"camunda:decisionRefBinding", "camunda:mapDecisionResult", "calledElement", "camunda:calledElementBinding", "camunda:asyncBefore");

	private final Models models;
	private final Map<String, SortedMap<String, String>> files = new TreeMap<>();

	private HouseTemplates(Models models) {
		this.models = models;
		models.nodes().forEach(this::node);
		models.tables().stream().filter(one -> one.table() != null && !one.hitPolicy().equals(SEVERAL_ROWS)).forEach(this::table);
	}

	/** The texts of the files, by their names. */
	static SortedMap<String, String> of(Models models) {
		SortedMap<String, String> texts = new TreeMap<>();
		new HouseTemplates(models).files.forEach((file, templates) -> texts.put(file, "[\n" + String.join(",\n", templates.values()) + "\n]\n"));
		return texts;
	}

	private void node(Node node) {
		switch (node.type()) {
			case "userTask" -> add("steps.json", node, node.properties().getOrDefault(Role.PROPERTY, dashed(node.id())), "环节：" + titled(node),
					"UserTask", "用在原来的任务上，是恢复成随程序的写法。");
			case "serviceTask" -> add("system-tasks.json", node, dashed(node.beans().get(0)), "系统：" + node.name() + "（" + used(node) + "）",
					"ServiceTask", "由系统办理，走到就办，不用人填。");
			case "businessRuleTask" -> add("tables.json", node, "ask-" + node.camunda("decisionRef"),
					"查表：" + models.table(node.camunda("decisionRef")).name(), "BusinessRuleTask",
					"查到的放进变量 " + String.join("、", answers(node)) + "，后面要有网关或步骤用它。");
			case "callActivity" -> add("calls.json", node, "call-" + node.attribute("calledElement"), "调用：" + node.name(), "CallActivity",
					"走另一张图，走完回来；传入、取回的变量都已写好。");
			case "subProcess" -> part(node);
			default -> event(node);
		}
	}

	/** The variables that the answer of a table goes into. */
	private static List<String> answers(Node node) {
		return Stream.concat(Stream.of(node.camunda("resultVariable")).filter(one -> !one.isEmpty()),
				parameters(node, "outputParameter").map(one -> one.getAttribute("name"))).toList();
	}

	private static Stream<Element> parameters(Node node, String kind) {
		return node.extensions("inputOutput").stream().flatMap(one -> Xml.children(one).stream()).filter(one -> one.getLocalName().equals(kind));
	}

	private void part(Node node) {
		if (node.loop() != null || !node.extensions("inputOutput").isEmpty()) {
			add("parts.json", node, dashed(node.id()), "子流程：" + titled(node), null, "里面的步骤自己画。");
		}
	}

	private void event(Node node) {
		boolean form = !node.camunda("formRef").isEmpty();
		if (form || node.isOn("timer") || node.isOn("message")) {
			add("events.json", node, node.properties().getOrDefault(Role.PROPERTY, dashed(node.id())),
					(form ? "表单发起：" : node.isOn("timer") ? "定时：" : "消息：") + titled(node), null,
					form ? "填了表单就发起，监听器已经写好。" : "");
		}
	}

	/** Where a task of the system is used. */
	private String used(Node node) {
		return models.with(node.beans().get(0)).stream().map(one -> one.process().name()).distinct().collect(Collectors.joining("、"));
	}

	private static String titled(Node node) {
		return node.name() + "（" + node.process().name() + "）";
	}

	private void add(String file, Node node, String id, String name, String elementType, String what) {
		List<Map<String, Object>> properties = new ArrayList<>();
		properties.add(field("名称", name.startsWith("环节") || elementType != null ? "动词加宾语，图上和待办里都看得到。" : "到达的状态，图上看得到。", "String", node.name(),
				Map.of("notEmpty", true), binding("property", "name", "name")));
		for (String attribute : Stream.concat(HELP.keySet().stream().sorted(), FIXED.stream()).toList()) {
			String value = said(node, attribute);
			if (!value.isEmpty()) {
				properties.add(FIXED.contains(attribute) ? hidden(value, binding("property", "name", attribute))
						: field(LABELS.get(attribute), HELP.get(attribute), "String", value, null, binding("property", "name", attribute)));
			}
		}
		node.properties().forEach((property, value) -> properties.add(extension(property, value)));
		node.extensions("in").forEach(one -> properties.add(in(one)));
		node.extensions("out").forEach(one -> properties.add(hidden(one.getAttribute("target"), binding("camunda:out", "source",
				one.getAttribute("source")))));
		parameters(node, "inputParameter").forEach(one -> properties
				.add(hidden(Xml.text(one), binding("camunda:inputParameter", "name", one.getAttribute("name")))));
		parameters(node, "outputParameter").forEach(one -> properties
				.add(hidden(one.getAttribute("name"), binding("camunda:outputParameter", "source", Xml.text(one)))));
		if (node.is("startEvent")) {
			node.listeners().forEach(one -> properties.add(hidden(one.expression(), binding("camunda:executionListener", "event", one.event(),
					"implementationType", "delegateExpression"))));
		}
		String type = elementType == null ? Character.toUpperCase(node.type().charAt(0)) + node.type().substring(1) : elementType;
		put(file, template(id, name, described(node, what), type, elementType != null, properties));
	}

	/** A template says also which version is asked where that goes without saying: the task that it is chosen for may have said another. */
	private static String said(Node node, String attribute) {
		String value = attribute.startsWith("camunda:") ? node.camunda(attribute.substring(8)) : node.attribute(attribute);
		boolean unsaid = value.isEmpty() && node.is("businessRuleTask") && attribute.equals("camunda:decisionRefBinding");
		return unsaid ? NEWEST : value;
	}

	/** What a template does not set, in the order in which it is set by hand. */
	private String described(Node node, String what) {
		StringBuilder text = new StringBuilder();
		Xml.children(node.element()).stream().filter(one -> one.getLocalName().equals("documentation")).map(Xml::text)
				.forEach(one -> text.append(one.matches("(?s).*[。）]$") ? one : one + "。"));
		text.append(what);
		if (node.is("userTask") && !node.listeners().isEmpty()) {
			text.append("模板带不了监听器：新画的请在 Task listeners 里加 ").append(node.listeners().stream().map(Node.Listener::event)
					.collect(Collectors.joining(" 和 "))).append(" 各一个，Delegate expression 都写 ").append(node.listeners().get(0).expression())
					.append("。");
		}
		if (node.loop() != null) {
			text.append("每一份各办各的：点扳手选 Parallel multi-instance，Collection 写 ").append(node.loop().getAttributeNS(Xml.CAMUNDA, "collection"))
					.append("，Element variable 写 ").append(node.loop().getAttributeNS(Xml.CAMUNDA, "elementVariable")).append("。");
		}
		node.extensions("failedJobRetryTimeCycle").forEach(one -> text.append("失败后再试：Job execution 的 Retry time cycle 写 ").append(Xml.text(one))
				.append("。"));
		for (Element one : node.definitions()) {
			if (one.getLocalName().equals("timerEventDefinition")) {
				Element moment = Xml.children(one).get(0);
				text.append(where(node)).append("定时器的 Type 选 ").append(Map.of("timeDate", "Date", "timeDuration", "Duration", "timeCycle", "Cycle")
						.get(moment.getLocalName())).append("，Value 写 ").append(Xml.text(moment)).append("。");
			}
			if (one.getLocalName().equals("messageEventDefinition")) {
				text.append(where(node)).append("Message 选 ").append(models.diagram(node.file()).messages().get(one.getAttribute("messageRef")))
						.append("，没有就新建一个这个名称的。");
			}
		}
		return text.toString();
	}

	private static String where(Node node) {
		return switch (node.type()) {
			case "boundaryEvent" -> "附在" + node.parent().children().stream().filter(one -> one.id().equals(node.attribute("attachedToRef")))
					.map(one -> "“" + one.name() + "”").collect(Collectors.joining()) + "的边上，" + (node.interrupts() ? "中断" : "不中断") + "；";
			case "startEvent" -> "由它发起；";
			default -> "流程走到这里就等；";
		};
	}

	/** How any task asks a table that no task of the house asks yet. */
	private void table(Table table) {
		List<Map<String, Object>> properties = new ArrayList<>();
		properties.add(field("名称", "动词加宾语，例如“查" + table.name() + "”。", "String", "查" + table.name(), Map.of("notEmpty", true),
				binding("property", "name", "name")));
		for (Table.Input one : table.inputs()) {
			Map<String, Object> field = field(one.label(), "这一栏的值：写变量，例如 ${变量}；或者写一个固定的值。", "String", null, Map.of("notEmpty", true),
					binding("camunda:inputParameter", "name", one.expression()));
			field.put("placeholder", example(table, one));
			properties.add(field);
		}
		properties.addAll(answers(table));
		properties.add(hidden(table.key(), binding("property", "name", "camunda:decisionRef")));
		properties.add(hidden(TableUse.of(table.key()).isPresent() ? NEWEST : "deployment",
				binding("property", "name", "camunda:decisionRefBinding")));
		Map<String, Object> template = template("ask-" + table.key(), "查表：" + table.name(), "查决策表“" + table.name() + "”（" + table.key() + "）。给出："
				+ table.outputs().stream().map(one -> one.label() + " " + one.name()).collect(Collectors.joining("、"))
				+ "。查到的放进变量，后面要有网关或步骤用它。", "BusinessRuleTask", true, properties);
		if (!files.getOrDefault("tables.json", new TreeMap<>()).containsKey(String.valueOf(template.get("id")))) {
			put("tables.json", template);
		}
	}

	/** One column is one value, several go into a variable each: all of them in one variable would be a serialized object. */
	private static List<Map<String, Object>> answers(Table table) {
		if (table.outputs().size() == 1) {
			return List.of(answer(table.outputs().get(0), LABELS.get("camunda:resultVariable"),
					binding("property", "name", "camunda:resultVariable")),
					hidden("singleEntry", binding("property", "name", "camunda:mapDecisionResult")));
		}
		return table.outputs().stream().map(one -> answer(one, "“" + one.label() + "”放进哪个变量",
				binding("camunda:outputParameter", "source", "${decisionResult.getSingleResult()." + one.name() + "}"))).toList();
	}

	private static Map<String, Object> answer(Table.Output output, String label, Map<String, Object> binding) {
		return field(label, HELP.get("camunda:resultVariable"), "String", output.name() + "Found", Map.of("notEmpty", true), binding);
	}

	/** A value that the table knows. */
	private static String example(Table table, Table.Input input) {
		int column = table.inputs().indexOf(input);
		String word = table.rows().stream().flatMap(row -> Feel.texts(row.inputs().get(column)).stream()).findFirst().orElse("其他");
		return switch (input.type()) {
			case "integer" -> "1";
			case "boolean" -> "true";
			default -> word;
		};
	}

	private static Map<String, Object> extension(String name, String value) {
		Map<String, Object> binding = binding("camunda:property", "name", name);
		return switch (name) {
			case "limit" -> field("期限（工作日）", "1 至 60 的整数，第一天不计；到期日由台账给出的写 ledger。", "String", value, Map.of("pattern",
					ordered("value", "^([1-9]|[1-5][0-9]|60|ledger)$", "message", "写 1 至 60 的整数，或者 ledger")), binding);
			case "superior" -> superior(value, binding);
			case "again" -> field("每过几个工作日再告知", "超期以后每过几个工作日再告知一次上级。", "String", value,
					Map.of("pattern", ordered("value", "^[1-9][0-9]?$", "message", "写 1 至 99 的整数")), binding);
			default -> hidden(value, binding);
		};
	}

	private static Map<String, Object> superior(String value, Map<String, Object> binding) {
		if (value.contains(",")) {
			return field("超期告知谁", "几方以逗号分隔：" + Stream.of(Superior.values()).map(one -> one.code() + " " + one.label())
					.collect(Collectors.joining("、")) + "。", "String", value, Map.of("notEmpty", true), binding);
		}
		Map<String, Object> field = field("超期告知谁", "过了期限告知的一方；要告知几方，在下面的 Extension properties 里改 superior，以逗号分隔。", "Dropdown", value, null,
				binding);
		field.put("choices", Stream.of(Superior.values()).map(one -> ordered("name", one.label(), "value", one.code())).toList());
		return field;
	}

	private static Map<String, Object> in(Element in) {
		return in.hasAttribute("businessKey") ? hidden(in.getAttribute("businessKey"), ordered("type", "camunda:in:businessKey"))
				: hidden(in.getAttribute("source"), binding("camunda:in", "target", in.getAttribute("target")));
	}

	private static Map<String, Object> template(String id, String name, String description, String type, boolean becomes,
			List<Map<String, Object>> properties) {
		Map<String, Object> template = ordered("name", name, "id", "bihuan." + id, "description", description, "appliesTo",
				becomes ? List.of("bpmn:Task", "bpmn:" + type) : List.of("bpmn:" + type));
		if (becomes) {
			template.put("elementType", ordered("value", "bpmn:" + type));
		}
		template.put("entriesVisible", true);
		template.put("groups", List.of(ordered("id", GROUP, "label", "要填的")));
		template.put("properties", properties);
		return template;
	}

	private static Map<String, Object> field(String label, String description, String type, String value, Map<String, Object> constraints,
			Map<String, Object> binding) {
		Map<String, Object> field = ordered("label", label, "description", description, "group", GROUP, "type", type);
		if (value != null) {
			field.put("value", value);
		}
		field.put("binding", binding);
		if (constraints != null) {
			field.put("constraints", constraints);
		}
		return field;
	}

	private static Map<String, Object> hidden(String value, Map<String, Object> binding) {
		return ordered("type", "Hidden", "value", value, "binding", binding);
	}

	private static Map<String, Object> binding(String type, String... more) {
		Map<String, Object> binding = ordered("type", type);
		for (int at = 0; at < more.length; at += 2) {
			binding.put(more[at], more[at + 1]);
		}
		return binding;
	}

	private static Map<String, Object> ordered(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int at = 0; at < pairs.length; at += 2) {
			map.put(String.valueOf(pairs[at]), pairs[at + 1]);
		}
		return map;
	}

	private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

	/** {@code boundary_opinionLimit} is {@code opinion-limit}. */
	private static String dashed(String id) {
		return HUMP.matcher(id.substring(id.indexOf('_') + 1)).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
	}

	/** One that is used twice is one template. */
	private void put(String file, Map<String, Object> template) {
		files.computeIfAbsent(file, none -> new TreeMap<>()).putIfAbsent(String.valueOf(template.get("id")), text(template));
	}

	/** A line for each part, and for each property. */
	private static String text(Map<String, Object> template) {
		List<String> lines = new ArrayList<>();
		template.forEach((key, value) -> lines.add("    \"" + key + "\": " + (value instanceof List<?> list && key.equals("properties")
				? "[\n      " + list.stream().map(Json::write).collect(Collectors.joining(",\n      ")) + "\n    ]"
				: Json.write(value))));
		return "  {\n" + String.join(",\n", lines) + "\n  }";
	}

	/** The names of the files that it makes. */
	static List<String> names() {
		return Arrays.asList("calls.json", "events.json", "parts.json", "steps.json", "system-tasks.json", "tables.json");
	}
}
