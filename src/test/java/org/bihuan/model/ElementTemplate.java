package org.bihuan.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A template of Camunda Modeler for elements of diagrams of Camunda 7: what its schema lets it say, and what the Modeler makes of an element that it
 * is applied to. Extension properties, mappings and parameters of an element are replaced as a whole, listeners of tasks and repetition are left.
 */
record ElementTemplate(String file, JsonNode json) {

	static final Path FOLDER = Path.of(".camunda", "element-templates");

	private static final Set<String> KEYS = Set.of("name", "id", "description", "version", "appliesTo", "elementType", "keywords", "groups",
			"documentationRef", "entriesVisible", "properties");
	private static final Set<String> PROPERTY_KEYS = Set.of("label", "description", "type", "value", "placeholder", "editable", "choices", "group",
			"constraints", "binding");
	private static final Set<String> CONSTRAINTS = Set.of("notEmpty", "minLength", "maxLength", "pattern");
	/** The kinds of binding, each with the types of field that it may have. */
	private static final Map<String, Set<String>> BINDINGS = Map.of("property", Set.of("String", "Text", "Hidden", "Dropdown", "Boolean"),
			"camunda:property", Set.of("String", "Hidden", "Dropdown"), "camunda:in", Set.of("String", "Hidden", "Dropdown"),
			"camunda:in:businessKey", Set.of("String", "Hidden", "Dropdown"), "camunda:out", Set.of("String", "Hidden", "Dropdown"),
			"camunda:inputParameter", Set.of("String", "Text", "Hidden", "Dropdown"), "camunda:outputParameter",
			Set.of("String", "Hidden", "Dropdown"), "camunda:executionListener", Set.of("Hidden"));
	/** What names the thing that is bound. */
	private static final Map<String, String> NAMED_BY = Map.of("camunda:in", "target", "camunda:out", "source",
			"camunda:outputParameter", "source", "camunda:executionListener", "event");

	static List<ElementTemplate> all() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.sorted().flatMap(ElementTemplate::read).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Stream<ElementTemplate> read(Path file) {
		try {
			JsonNode templates = Json.read(Files.readString(file));
			return StreamSupport.stream(templates.spliterator(), false).map(one -> new ElementTemplate(file.getFileName().toString(), one));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Override
	public String toString() {
		return id();
	}

	String id() {
		return json.path("id").asText();
	}

	String text(String key) {
		return json.path(key).asText();
	}

	List<JsonNode> properties() {
		return StreamSupport.stream(json.path("properties").spliterator(), false).toList();
	}

	/** {@code userTask} for {@code bpmn:UserTask}. */
	List<String> appliesTo() {
		return StreamSupport.stream(json.path("appliesTo").spliterator(), false).map(JsonNode::asText)
				.map(one -> Character.toLowerCase(one.charAt(5)) + one.substring(6)).toList();
	}

	/** The first value of each property, by what it is bound to; an example where it has none. */
	static String value(JsonNode property) {
		return property.path(property.has("value") ? "value" : "placeholder").asText("");
	}

	/** What it is bound to: {@code property name}, {@code camunda:in target}. */
	static String bound(JsonNode property) {
		JsonNode binding = property.path("binding");
		return binding.path("type").asText() + " " + binding.path(NAMED_BY.getOrDefault(binding.path("type").asText(), "name")).asText();
	}

	/** The variables that it puts the answer of a table into. */
	List<String> answers() {
		return properties().stream().filter(one -> bound(one).equals("property camunda:resultVariable")
				|| bound(one).startsWith("camunda:outputParameter ")).map(ElementTemplate::value).toList();
	}

	/** Where it does not keep to the schema of templates for Camunda 7. */
	List<String> wrong() {
		List<String> wrong = new ArrayList<>();
		unknown(json, KEYS, "", wrong);
		Stream.of("name", "id", "description").filter(key -> text(key).isBlank()).forEach(key -> wrong.add("no " + key));
		if (!json.path("appliesTo").isArray() || json.path("appliesTo").isEmpty()
				|| StreamSupport.stream(json.path("appliesTo").spliterator(), false).anyMatch(one -> !one.asText().matches("bpmn:\\w+"))) {
			wrong.add("appliesTo is no list of types");
		}
		if (json.has("elementType") && StreamSupport.stream(json.path("appliesTo").spliterator(), false)
				.noneMatch(one -> one.equals(json.path("elementType").path("value")))) {
			wrong.add("does not apply to what it makes");
		}
		if (!json.path("properties").isArray() || json.path("properties").isEmpty()) {
			wrong.add("no properties");
		}
		Set<String> bound = new TreeSet<>();
		for (JsonNode one : properties()) {
			String what = bound(one);
			property(one, what, json.path("groups"), wrong);
			if (!bound.add(what)) {
				wrong.add(what + " is bound twice");
			}
		}
		return wrong;
	}

	private static void unknown(JsonNode node, Set<String> known, String where, List<String> wrong) {
		node.fieldNames().forEachRemaining(key -> {
			if (!known.contains(key)) {
				wrong.add(where + " has " + key);
			}
		});
	}

	private static void property(JsonNode property, String what, JsonNode groups, List<String> wrong) {
		String type = property.path("type").asText();
		String binding = property.path("binding").path("type").asText();
		unknown(property, PROPERTY_KEYS, what, wrong);
		unknown(property.path("constraints"), CONSTRAINTS, what, wrong);
		if (!BINDINGS.containsKey(binding) || !BINDINGS.get(binding).contains(type)) {
			wrong.add(what + " is no binding of a " + type);
		}
		if (property.has("group")
				&& StreamSupport.stream(groups.spliterator(), false).noneMatch(one -> one.path("id").equals(property.path("group")))) {
			wrong.add(what + " is in a group that is not there");
		}
		if (what.endsWith(" ") && !binding.equals("camunda:in:businessKey")) {
			wrong.add(what + "is bound to nothing");
		}
		if (property.has("value") && !property.path("value").isTextual() && !property.path("value").isBoolean()) {
			wrong.add(what + " has a value that is no text");
		}
		if (property.has("placeholder") && !Set.of("String", "Text").contains(type)) {
			wrong.add(what + " has a placeholder and is a " + type);
		}
		List<JsonNode> choices = StreamSupport.stream(property.path("choices").spliterator(), false).toList();
		if (type.equals("Dropdown") == choices.isEmpty()
				|| choices.stream().anyMatch(one -> !one.path("name").isTextual() || !one.path("value").isTextual())) {
			wrong.add(what + " is a " + type + " with " + choices.size() + " choices");
		}
		JsonNode value = property.path("value");
		if (!choices.isEmpty() && !value.isMissingNode() && choices.stream().noneMatch(one -> one.path("value").equals(value))) {
			wrong.add(what + " begins with what is no choice");
		}
		JsonNode pattern = property.path("constraints").path("pattern");
		if (!pattern.isMissingNode() && !value(property).matches(pattern.path("value").asText())) {
			wrong.add(what + " begins with what its pattern refuses");
		}
		if (property.path("constraints").path("notEmpty").asBoolean() && value(property).isEmpty()) {
			wrong.add(what + " must be filled in, and has no example");
		}
	}

	/** Makes of an element what the Modeler makes of it. */
	void apply(Element element) {
		replaced(element, "properties", "camunda:property");
		replaced(element, "in", "camunda:in");
		replaced(element, "out", "camunda:in");
		replaced(element, "inputOutput", "camunda:inputParameter");
		replaced(element, "inputOutput", "camunda:outputParameter");
		replaced(element, "executionListener", "camunda:executionListener");
		properties().forEach(one -> bind(element, one, one.path("binding")));
	}

	/** What is bound by the template is no longer as it was. */
	private void replaced(Element element, String extension, String binding) {
		Element extensions = Xml.child(element, "extensionElements");
		if (extensions != null && properties().stream().anyMatch(one -> bound(one).startsWith(binding))) {
			Xml.children(extensions).stream().filter(one -> one.getLocalName().equals(extension)).toList().forEach(extensions::removeChild);
		}
	}

	private static void bind(Element element, JsonNode property, JsonNode binding) {
		String value = value(property);
		String name = binding.path("name").asText();
		switch (binding.path("type").asText()) {
			case "property" -> attribute(element, name, value);
			case "camunda:property" -> with(within(extensions(element), "properties"), "property", Map.of("name", name, "value", value));
			case "camunda:in" -> with(extensions(element), "in", Map.of("source", value, "target", binding.path("target").asText()));
			case "camunda:in:businessKey" -> with(extensions(element), "in", Map.of("businessKey", value));
			case "camunda:out" -> with(extensions(element), "out", Map.of("source", binding.path("source").asText(), "target", value));
			case "camunda:inputParameter" -> with(within(extensions(element), "inputOutput"), "inputParameter", Map.of("name", name))
					.setTextContent(value);
			case "camunda:outputParameter" -> with(within(extensions(element), "inputOutput"), "outputParameter", Map.of("name", value))
					.setTextContent(binding.path("source").asText());
			case "camunda:executionListener" -> with(extensions(element), "executionListener",
					Map.of("event", binding.path("event").asText(), binding.path("implementationType").asText(), value));
			default -> throw new IllegalArgumentException(bound(property));
		}
	}

	private static void attribute(Element element, String name, String value) {
		if (name.equals("conditionExpression")) {
			Element condition = element.getOwnerDocument().createElementNS(Xml.BPMN, "bpmn:conditionExpression");
			condition.setTextContent(value);
			element.appendChild(condition);
		}
		else if (name.equals("camunda:decisionRefBinding") && value.equals("latest")) {
			// what goes without saying the Modeler does not write
			element.removeAttributeNS(Xml.CAMUNDA, "decisionRefBinding");
		}
		else if (name.startsWith("camunda:")) {
			element.setAttributeNS(Xml.CAMUNDA, name, value);
		}
		else {
			element.setAttribute(name, value);
		}
	}

	private static Element extensions(Element element) {
		Element extensions = Xml.child(element, "extensionElements");
		if (extensions == null) {
			Document document = element.getOwnerDocument();
			extensions = document.createElementNS(Xml.BPMN, "bpmn:extensionElements");
			Element documentation = Xml.child(element, "documentation");
			element.insertBefore(extensions, documentation == null ? element.getFirstChild() : documentation.getNextSibling());
		}
		return extensions;
	}

	private static Element within(Element extensions, String name) {
		Element there = Xml.child(extensions, name);
		return there == null ? with(extensions, name, Map.of()) : there;
	}

	private static Element with(Element parent, String name, Map<String, String> attributes) {
		Element made = parent.getOwnerDocument().createElementNS(Xml.CAMUNDA, "camunda:" + name);
		attributes.forEach(made::setAttribute);
		parent.appendChild(made);
		return made;
	}
}
