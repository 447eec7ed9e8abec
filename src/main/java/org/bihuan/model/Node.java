package org.bihuan.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Element;

/** A process, or what flows in one: a task, event, gateway, part or call. Never changed once its diagram is read. */
public final class Node {

	/** One listener: of a task or of the execution. */
	public record Listener(boolean ofTask, String event, String expression) {
	}

	private static final Set<String> PARTS = Set.of("process", "subProcess", "transaction", "adHocSubProcess");

	private final String file;
	private final Element element;
	private final Node parent;
	private final List<Node> children = new ArrayList<>();
	private final List<Flow> incoming = new ArrayList<>();
	private final List<Flow> outgoing = new ArrayList<>();
	private final List<Listener> listeners;
	private final List<String> beans;

	Node(String file, Element element, Node parent) {
		this.file = file;
		this.element = element;
		this.parent = parent;
		this.listeners = List.copyOf(readListeners());
		this.beans = List.copyOf(readBeans());
		if (parent != null) {
			parent.children.add(this);
		}
	}

	public String file() {
		return file;
	}

	public Element element() {
		return element;
	}

	/** What it stands in; null for a process. */
	public Node parent() {
		return parent;
	}

	/** The process that it is part of; itself for a process. */
	public Node process() {
		return parent == null ? this : parent.process();
	}

	public List<Node> children() {
		return Collections.unmodifiableList(children);
	}

	public List<Flow> incoming() {
		return Collections.unmodifiableList(incoming);
	}

	public List<Flow> outgoing() {
		return Collections.unmodifiableList(outgoing);
	}

	void arrives(Flow flow) {
		incoming.add(flow);
	}

	void leaves(Flow flow) {
		outgoing.add(flow);
	}

	public String id() {
		return element.getAttribute("id");
	}

	/** As the Modeler shows it, without line breaks; empty for none. */
	public String name() {
		return element.getAttribute("name").replaceAll("\\s+", " ").strip();
	}

	/** {@code userTask}, {@code exclusiveGateway}, {@code process}. */
	public String type() {
		return element.getLocalName();
	}

	public boolean is(String type) {
		return type().equals(type);
	}

	/** Whether other nodes stand in it. */
	public boolean isPart() {
		return PARTS.contains(type());
	}

	/** A part that a message or a timer starts, and no flow. */
	public boolean startedByEvent() {
		return "true".equals(element.getAttribute("triggeredByEvent"));
	}

	public boolean interrupts() {
		return !"false".equals(element.getAttribute(is("startEvent") ? "isInterrupting" : "cancelActivity"));
	}

	/** Empty for none. */
	public String attribute(String name) {
		return element.getAttribute(name).strip();
	}

	/** An attribute of Camunda's; empty for none. */
	public String camunda(String name) {
		return element.getAttributeNS(Xml.CAMUNDA, name).strip();
	}

	/** What defines an event: {@code timerEventDefinition}; empty for none. */
	public List<Element> definitions() {
		return Xml.children(element).stream().filter(one -> one.getLocalName().endsWith("EventDefinition")).toList();
	}

	/** Whether this event has a definition of this kind: {@code timer}, {@code message}. */
	public boolean isOn(String kind) {
		return definitions().stream().anyMatch(one -> one.getLocalName().equals(kind + "EventDefinition"));
	}

	/** Extension properties by name. */
	public Map<String, String> properties() {
		Map<String, String> properties = new LinkedHashMap<>();
		for (Element listed : extensions("properties")) {
			Xml.children(listed).forEach(one -> properties.put(one.getAttribute("name"), one.getAttribute("value").strip()));
		}
		return properties;
	}

	/** The extension elements of Camunda's that have this name: {@code in}, {@code taskListener}. */
	public List<Element> extensions(String name) {
		return Xml.children(element).stream().filter(one -> one.getLocalName().equals("extensionElements"))
				.flatMap(one -> Xml.children(one).stream())
				.filter(one -> one.getLocalName().equals(name)).toList();
	}

	public List<Listener> listeners() {
		return listeners;
	}

	private List<Listener> readListeners() {
		List<Listener> read = new ArrayList<>();
		for (String kind : List.of("taskListener", "executionListener")) {
			for (Element one : extensions(kind)) {
				read.add(new Listener(kind.equals("taskListener"), one.getAttribute("event"),
						one.getAttribute("delegateExpression") + one.getAttribute("expression")));
			}
		}
		return read;
	}

	/** The beans behind it: what a service task, or a listener, delegates to; {@code ${lookBack}} is {@code lookBack}. */
	public List<String> beans() {
		return beans;
	}

	private List<String> readBeans() {
		List<String> named = new ArrayList<>();
		String own = bean(camunda("delegateExpression"));
		if (own != null) {
			named.add(own);
		}
		listeners.stream().map(one -> bean(one.expression())).filter(one -> one != null && !named.contains(one)).forEach(named::add);
		return named;
	}

	/** The bean that an expression names and nothing else; null where it is no such. */
	public static String bean(String expression) {
		return expression.matches("[$#]\\{\\s*\\w+\\s*}") ? expression.replaceAll("\\W", "") : null;
	}

	/** The marks of repetition; null where it is done once. */
	public Element loop() {
		return Xml.children(element).stream().filter(one -> one.getLocalName().equals("multiInstanceLoopCharacteristics")).findFirst().orElse(null);
	}

	/** The groups that it is offered to, as written, each by itself. */
	public List<String> groups() {
		return Xml.list(camunda("candidateGroups"));
	}

	@Override
	public String toString() {
		return file + "#" + id();
	}
}
