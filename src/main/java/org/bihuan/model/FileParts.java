package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A file of a set as its parts, each with all that it says of how a case runs, and nothing of how it is drawn: elements of a diagram, rows of a
 * table and the table itself, fields of a form.
 *
 * @param byId in the file's order
 * @param ordered what is read from above to below, in Chinese; null where the order means nothing
 */
record FileParts(Map<String, One> byId, String ordered) {

	static final FileParts NONE = new FileParts(Map.of(), null);

	/**
	 * One part.
	 *
	 * @param says by a path in the file that {@link ModelWords} knows
	 */
	record One(String name, Map<String, String> says) {
	}

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
	/** What has parts in it. */
	private static final Set<String> CONTAINERS = Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration",
			"laneSet", "lane", "childLaneSet");
	/** What stands in those and is no part but says something of what it stands in. */
	private static final Set<String> SAYINGS = Set.of("documentation", "extensionElements", "incoming", "outgoing", "flowNodeRef", "ioSpecification",
			"multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "laneSet", "childLaneSet");
	/** Follow from the flows, which are parts themselves. */
	private static final Set<String> DERIVED = Set.of("incoming", "outgoing");
	/** Says nothing but where a thing stands, by what it was written and what it is told by. */
	private static final Set<String> OF_THE_DRAWING = Set.of("layout", "id", "key", "path", "exporter", "executionPlatform",
			"executionPlatformVersion",
			"schemaVersion", "components");

	boolean isOrdered() {
		return ordered != null;
	}

	/** Empty for what cannot be read, and for templates of documents. */
	static Optional<FileParts> of(String name, byte[] bytes) {
		try {
			if (name.endsWith(".bpmn")) {
				return Optional.of(new FileParts(diagram(parse(bytes)), null));
			}
			if (name.endsWith(".dmn")) {
				return Optional.of(new FileParts(table(parse(bytes)), "行"));
			}
			if (name.endsWith(".form")) {
				return Optional.of(new FileParts(form(Json.read(new ByteArrayInputStream(bytes))), "栏目"));
			}
			return Optional.empty();
		}
		catch (SAXException | IOException unreadable) {
			return Optional.empty();
		}
	}

	private static Element parse(byte[] bytes) throws SAXException, IOException {
		try {
			DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
			parsers.setNamespaceAware(true);
			parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder parser = parsers.newDocumentBuilder();
			parser.setErrorHandler(null);
			return parser.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
		}
		catch (ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	// diagrams

	private static Map<String, One> diagram(Element definitions) {
		Map<String, One> parts = new LinkedHashMap<>();
		collect(definitions, parts);
		return parts;
	}

	private static void collect(Element container, Map<String, One> parts) {
		for (Element child : children(container)) {
			if (isPart(child)) {
				Map<String, String> says = new TreeMap<>();
				says.put("element", child.getLocalName());
				flatten(child, "", says);
				parts.put(child.getAttribute("id"), new One(name(child), says));
			}
			if (BPMN.equals(child.getNamespaceURI()) && CONTAINERS.contains(child.getLocalName())) {
				collect(child, parts);
			}
		}
	}

	/** As the Modeler shows it: what a comment says stands in for the name that it has not. */
	private static String name(Element element) {
		if (!element.getAttribute("name").isEmpty() || !element.getLocalName().equals("textAnnotation")) {
			return element.getAttribute("name");
		}
		return element.getTextContent().strip();
	}

	private static boolean isPart(Element element) {
		return BPMN.equals(element.getNamespaceURI()) && !element.getAttribute("id").isEmpty() && !SAYINGS.contains(element.getLocalName())
				&& !element.getLocalName().endsWith("EventDefinition") && element.getParentNode() instanceof Element in
				&& CONTAINERS.contains(in.getLocalName());
	}

	private static void flatten(Element element, String path, Map<String, String> says) {
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Attr attribute = (Attr) element.getAttributes().item(i);
			String name = attribute.getLocalName();
			boolean told = path.endsWith("[" + attribute.getValue() + "]");
			if (!told && !name.equals("id") && !XSI.equals(attribute.getNamespaceURI())
					&& !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
				says.put(path + "@" + name, attribute.getValue());
			}
		}
		Map<String, Integer> seen = new TreeMap<>();
		StringBuilder text = new StringBuilder();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				if (!isPart(child) && !DERIVED.contains(child.getLocalName()) && !child.getLocalName().endsWith("aneSet")) {
					String step = step(child);
					int time = seen.merge(step, 1, Integer::sum);
					flatten(child, path + (path.isEmpty() ? "" : "/") + step + (time > 1 ? "#" + time : ""), says);
				}
			}
			else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
				text.append(node.getNodeValue());
			}
		}
		if (!text.toString().isBlank()) {
			says.put(path, text.toString().strip());
		}
		else if (!element.hasAttributes() && !element.hasChildNodes() && !path.isEmpty()) {
			says.put(path, "有");
		}
	}

	/** With what tells it apart from its like. */
	private static String step(Element child) {
		String which = child.getLocalName().equals("flowNodeRef") ? child.getTextContent().strip()
				: child.getLocalName().matches("property|inputParameter|outputParameter|in|out|field|entry")
						? child.getAttribute("name") + child.getAttribute("target") + child.getAttribute("key")
						: child.getAttribute("event");
		return child.getLocalName() + (which.isEmpty() ? "" : "[" + which + "]");
	}

	private static List<Element> children(Element element) {
		List<Element> children = new ArrayList<>();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				children.add(child);
			}
		}
		return children;
	}

	// tables

	private static Map<String, One> table(Element definitions) {
		Map<String, One> parts = new LinkedHashMap<>();
		for (Element decision : children(definitions)) {
			if (!String.valueOf(decision.getNamespaceURI()).contains("/DMN/") || decision.getAttribute("id").isEmpty()
					|| decision.getLocalName().equals("DMNDI")) {
				continue;
			}
			Map<String, String> says = new TreeMap<>();
			List<String> columns = new ArrayList<>();
			for (Element table : children(decision)) {
				if (!table.getLocalName().equals("decisionTable")) {
					says.put("table/" + step(table), table.getTextContent().strip());
					continue;
				}
				says.put("table@hitPolicy", table.getAttribute("hitPolicy") + table.getAttribute("aggregation"));
				for (Element column : children(table)) {
					if (column.getLocalName().equals("input") || column.getLocalName().equals("output")) {
						columns.add(label(column));
						says.put("table/column[" + label(column) + "]", column(column));
					}
				}
				int row = 0;
				for (Element rule : children(table)) {
					if (rule.getLocalName().equals("rule")) {
						row++;
						parts.put(rule.getAttribute("id").isEmpty() ? decision.getAttribute("id") + "/" + row : rule.getAttribute("id"),
								new One("第 " + row + " 行", cells(rule, columns)));
					}
				}
			}
			for (String attribute : List.of("name", "historyTimeToLive", "versionTag")) {
				for (int i = 0; i < decision.getAttributes().getLength(); i++) {
					if (attribute.equals(decision.getAttributes().item(i).getLocalName())) {
						says.put("@" + attribute, decision.getAttributes().item(i).getNodeValue());
					}
				}
			}
			parts.put(decision.getAttribute("id"), new One(decision.getAttribute("name"), says));
		}
		return parts;
	}

	private static String label(Element column) {
		return column.getAttribute("label").isEmpty() ? column.getAttribute("name").isEmpty() ? column.getTextContent().strip()
				: column.getAttribute("name") : column.getAttribute("label");
	}

	private static String column(Element column) {
		Map<String, String> says = new TreeMap<>();
		flatten(column, "", says);
		says.keySet().removeIf(one -> one.equals("@label") || one.equals("@width"));
		return String.join("；", says.values());
	}

	private static Map<String, String> cells(Element rule, List<String> columns) {
		Map<String, String> cells = new LinkedHashMap<>();
		int column = 0;
		for (Element entry : children(rule)) {
			if (entry.getLocalName().endsWith("Entry")) {
				String label = column < columns.size() ? columns.get(column) : "第 " + (column + 1) + " 列";
				cells.put("cell[" + label + "]", entry.getTextContent().strip());
				column++;
			}
			else if (entry.getLocalName().equals("description")) {
				cells.put("cell[说明]", entry.getTextContent().strip());
			}
		}
		return cells;
	}

	// forms

	private static Map<String, One> form(JsonNode form) {
		Map<String, One> parts = new LinkedHashMap<>();
		Map<String, String> says = new TreeMap<>();
		says.put("form@id", form.path("id").asText());
		says.put("form@type", form.path("type").asText());
		parts.put("", new One("表单", says));
		fields(form.path("components"), "", parts);
		return parts;
	}

	private static void fields(JsonNode components, String in, Map<String, One> parts) {
		for (JsonNode field : components) {
			String key = field.has("key") ? field.path("key").asText() : field.has("path") ? field.path("path").asText() : field.path("id").asText();
			Map<String, String> says = new TreeMap<>();
			if (!in.isEmpty()) {
				says.put("field@in", in);
			}
			field.properties().forEach(one -> {
				if (!OF_THE_DRAWING.contains(one.getKey())) {
					flatten(one.getValue(), "field." + one.getKey(), says);
				}
			});
			parts.put((in.isEmpty() ? "" : in + ".") + key,
					new One(field.has("label") ? field.path("label").asText() : field.path("text").asText(), says));
			fields(field.path("components"), key, parts);
		}
	}

	private static void flatten(JsonNode value, String path, Map<String, String> says) {
		if (value.isObject()) {
			value.properties().forEach(one -> flatten(one.getValue(), path + "." + one.getKey(), says));
		}
		else if (value.isArray()) {
			List<String> all = new ArrayList<>();
			value.forEach(one -> all.add(one.has("label") ? one.path("label").asText() + "（" + one.path("value").asText() + "）"
					: one.isValueNode() ? one.asText() : one.toString()));
			says.put(path, String.join("、", all));
		}
		else {
			says.put(path, value.asText());
		}
	}
}
