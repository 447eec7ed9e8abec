package org.bihuan.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A diagram (BPMN) as it is read: its processes, nodes and flows. Never changed afterwards. */
public final class Diagram {

	private static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent",
			"task", "userTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask", "callActivity",
			"subProcess", "transaction", "adHocSubProcess", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway",
			"eventBasedGateway");

	private final String file;
	private final Document document;
	private final List<Node> processes = new ArrayList<>();
	private final Map<String, Node> nodes = new LinkedHashMap<>();
	private final List<Flow> flows = new ArrayList<>();
	private final Map<String, Node> scopes = new LinkedHashMap<>();
	private List<Place> places;

	Diagram(String file, Document document) {
		this.file = file;
		this.document = document;
		for (Element child : Xml.children(document.getDocumentElement())) {
			if (child.getLocalName().equals("process")) {
				Node process = new Node(file, child, null);
				processes.add(process);
				read(process);
			}
		}
		for (Flow flow : flows) {
			Node source = nodes.get(flow.sourceRef());
			Node target = nodes.get(flow.targetRef());
			if (source != null) {
				source.leaves(flow);
			}
			if (target != null) {
				target.arrives(flow);
			}
		}
	}

	private void read(Node part) {
		for (Element child : Xml.children(part.element())) {
			if (NODES.contains(child.getLocalName())) {
				Node node = new Node(file, child, part);
				nodes.putIfAbsent(node.id(), node);
				if (node.isPart()) {
					read(node);
				}
			}
			else if (child.getLocalName().equals("sequenceFlow")) {
				Element condition = Xml.child(child, "conditionExpression");
				Flow flow = new Flow(file, child.getAttribute("id"), child.getAttribute("name").replaceAll("\\s+", " ").strip(),
						child.getAttribute("sourceRef"), child.getAttribute("targetRef"), condition == null ? null : Xml.text(condition));
				flows.add(flow);
				scopes.putIfAbsent(flow.id(), part);
			}
		}
	}

	public String file() {
		return file;
	}

	public Element root() {
		return document.getDocumentElement();
	}

	public List<Node> processes() {
		return Collections.unmodifiableList(processes);
	}

	/** All that flows in it, also within parts. */
	public List<Node> nodes() {
		return List.copyOf(nodes.values());
	}

	/** Null where there is none of this id. */
	public Node node(String id) {
		return nodes.get(id);
	}

	public List<Flow> flows() {
		return Collections.unmodifiableList(flows);
	}

	/** The process or part that a flow stands in. */
	public Node scope(Flow flow) {
		return scopes.get(flow.id());
	}

	/** The default flow of a node; null for none. */
	public Flow defaultOf(Node node) {
		String id = node.attribute("default");
		return id.isEmpty() ? null : node.outgoing().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
	}

	/** Where it has expressions. */
	public synchronized List<Place> places() {
		if (places == null) {
			places = Place.of(this);
		}
		return places;
	}

	/** The messages by id, each with its name. */
	public Map<String, String> messages() {
		Map<String, String> messages = new LinkedHashMap<>();
		Xml.children(root()).stream().filter(one -> one.getLocalName().equals("message"))
				.forEach(one -> messages.put(one.getAttribute("id"), one.getAttribute("name")));
		return messages;
	}
}
