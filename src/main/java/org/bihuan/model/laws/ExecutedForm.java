package org.bihuan.model.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Node;
import org.bihuan.model.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What the engine executes of a node, one line each, however it is written: type, attributes, what defines an event, repeats, is mapped, listens.
 * Not its id, name, drawing, documentation, form, days, priority and retries; not where it stands and what leads on, which is looked at by the ways.
 */
final class ExecutedForm {

	private static final Set<String> NOT_EXECUTED = Set.of("id", "name", "attachedToRef", "default", "formRef", "formRefBinding", "versionTag",
			"historyTimeToLive", "priority", "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon", "schemaLocation");
	private static final Set<String> ELSEWHERE = Set.of("documentation", "incoming", "outgoing", "properties", "failedJobRetryTimeCycle", "laneSet",
			"group", "textAnnotation", "association", "sequenceFlow", "ioSpecification");

	/** Written or not, it is the same. */
	private static final Map<String, String> BY_DEFAULT = Map.of("cancelActivity", "true", "isInterrupting", "true", "exclusive", "true",
			"asyncBefore", "false", "asyncAfter", "false", "isSequential", "false", "triggeredByEvent", "false", "isForCompensation", "false",
			"decisionRefBinding", "latest", "isStartableInTasklist", "true");

	private final Diagram diagram;
	private final UnaryOperator<String> writing;

	private ExecutedForm(Diagram diagram, UnaryOperator<String> writing) {
		this.diagram = diagram;
		this.writing = writing;
	}

	/** By what it is called in the file, in order; of one writing, to compare. */
	static Map<String, String> of(Diagram diagram, Node node) {
		return new ExecutedForm(diagram, ExecutedForm::expression).read(node);
	}

	/** The same as it is written, to show. */
	static Map<String, String> asWritten(Diagram diagram, Node node) {
		return new ExecutedForm(diagram, UnaryOperator.identity()).read(node);
	}

	private Map<String, String> read(Node node) {
		Map<String, String> form = new TreeMap<>();
		form.put("type", node.type());
		read(node.element(), "", form);
		return form;
	}

	private void read(Element element, String path, Map<String, String> form) {
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Attr one = (Attr) element.getAttributes().item(i);
			String name = one.getLocalName();
			boolean ours = one.getNamespaceURI() == null || Xml.CAMUNDA.equals(one.getNamespaceURI());
			String value = name.equals("messageRef") ? diagram.messages().getOrDefault(one.getValue(), "") : one.getValue();
			if (ours && !(NOT_EXECUTED.contains(name) && (path.isEmpty() || name.equals("id"))) && !value.strip().equals(BY_DEFAULT.get(name))) {
				add(form, path + name, words(name, value));
			}
		}
		List<Element> children = Xml.children(element).stream().filter(one -> !ELSEWHERE.contains(one.getLocalName()) && !isNode(one)).toList();
		for (Element child : children) {
			if (child.getLocalName().equals("extensionElements")) {
				read(child, path, form);
			}
			else {
				Map<String, String> within = new TreeMap<>();
				read(child, "", within);
				if (Xml.children(child).isEmpty() && !Xml.text(child).isEmpty()) {
					within.put("", words("", Xml.text(child)));
				}
				if (within.isEmpty()) {
					within.put("", "有");
				}
				add(form, path + child.getLocalName(), within.entrySet().stream()
						.map(one -> one.getKey().isEmpty() ? one.getValue() : one.getKey() + "=" + one.getValue()).collect(Collectors.joining(" ")));
			}
		}
	}

	private static boolean isNode(Element one) {
		String type = one.getLocalName();
		return Xml.BPMN.equals(one.getNamespaceURI())
				&& (type.endsWith("Event") || type.endsWith("Task") || type.endsWith("Gateway") || type.endsWith("Activity")
						|| type.endsWith("ubProcess") || type.equals("task") || type.equals("transaction"));
	}

	/** Several of one kind stand in any order. */
	private static void add(Map<String, String> form, String what, String value) {
		form.merge(what, value, (one, other) -> {
			List<String> both = new ArrayList<>(one.lines().toList());
			both.add(other);
			both.sort(null);
			return String.join("\n", both);
		});
	}

	private String words(String name, String value) {
		if (name.startsWith("candidate")) {
			return Xml.list(value).stream().sorted().map(writing).collect(Collectors.joining(","));
		}
		return writing.apply(value.strip());
	}

	/** However it is spaced and quoted. */
	static String expression(String written) {
		try {
			return written.matches("(?s)[$#]\\{.*}") ? Expression.parse(written).toString() : written;
		}
		catch (Expression.Wrong toldByARule) {
			return written;
		}
	}
}
