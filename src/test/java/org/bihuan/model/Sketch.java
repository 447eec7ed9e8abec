package org.bihuan.model;

import java.nio.charset.StandardCharsets;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A diagram of the house in which an analyst draws something, and a form for what he adds. */
final class Sketch {

	private static final String FORM = """
			{"id": "legal-review", "type": "default", "schemaVersion": 16, "components": [
			  {"type": "radio", "key": "legal", "label": "结论", "id": "field_legal", "properties": {"decisive": "true"},
			   "validate": {"required": true}, "values": [{"label": "合规", "value": "yes"}, {"label": "不合规", "value": "no"}]}]}
			""";

	private final ModelSet packaged;
	private final String file;
	private final Document document;
	private final Element process;
	private final Element plane;
	private String form = FORM;
	private int drawn;

	Sketch(ModelSet packaged, String file) {
		this.packaged = packaged;
		this.file = file;
		document = ElementTemplatesTest.parsed(packaged.files().get(file));
		process = named("process");
		plane = named("BPMNPlane");
	}

	private Element named(String name) {
		return Xml.all(document.getDocumentElement()).stream().filter(one -> one.getLocalName().equals(name)).findFirst().orElseThrow();
	}

	private Element element(String id) {
		return Xml.all(document.getDocumentElement()).stream().filter(one -> one.getAttribute("id").equals(id)).findFirst().orElseThrow();
	}

	private Element with(Element parent, String namespace, String name) {
		Element made = document.createElementNS(namespace, name);
		parent.appendChild(made);
		return made;
	}

	/** Draws a node; what it says is another's. */
	Element node(String type, String id) {
		Element node = document.createElementNS(Xml.BPMN, "bpmn:" + type);
		process.insertBefore(node, Xml.child(process, "sequenceFlow"));
		node.setAttribute("id", id);
		Element shape = with(plane, plane.getNamespaceURI(), "bpmndi:BPMNShape");
		shape.setAttribute("id", id + "_di");
		shape.setAttribute("bpmnElement", id);
		Element bounds = with(shape, "http://www.omg.org/spec/DD/20100524/DC", "dc:Bounds");
		bounds.setAttribute("x", String.valueOf(400 + 150 * drawn++));
		bounds.setAttribute("y", "400");
		bounds.setAttribute("width", "100");
		bounds.setAttribute("height", "80");
		return node;
	}

	/** Draws a flow. */
	Element flow(String from, String to) {
		Element flow = with(process, Xml.BPMN, "bpmn:sequenceFlow");
		flow.setAttribute("id", "flow_" + from + "_" + to);
		flow.setAttribute("sourceRef", from);
		flow.setAttribute("targetRef", to);
		edge(flow.getAttribute("id"));
		return flow;
	}

	private void edge(String flow) {
		Element edge = with(plane, plane.getNamespaceURI(), "bpmndi:BPMNEdge");
		edge.setAttribute("id", flow + "_di");
		edge.setAttribute("bpmnElement", flow);
		for (int i = 0; i < 2; i++) {
			Element point = with(edge, "http://www.omg.org/spec/DD/20100524/DI", "di:waypoint");
			point.setAttribute("x", "0");
			point.setAttribute("y", String.valueOf(i));
		}
	}

	/** Puts a node into the flow that leads to another. */
	void before(String node, String added) {
		Element flow = Xml.children(process).stream().filter(one -> one.getAttribute("targetRef").equals(node)).findFirst().orElseThrow();
		flow.setAttribute("targetRef", added);
		flow(added, node);
	}

	/** Makes the first flow from a gateway its default. */
	void defaultFlow(String gateway, String label) {
		Element flow = Xml.children(process).stream().filter(one -> one.getAttribute("sourceRef").equals(gateway)).findFirst().orElseThrow();
		flow.setAttribute("name", label);
		element(gateway).setAttribute("default", flow.getAttribute("id"));
	}

	/** Repeats a task; what several answer decides nothing. */
	void each(Element task, String collection, String variable) {
		form = FORM.replace("\"decisive\"", "\"noted\"");
		Element loop = with(task, Xml.BPMN, "bpmn:multiInstanceLoopCharacteristics");
		loop.setAttributeNS(Xml.CAMUNDA, "camunda:collection", collection);
		loop.setAttributeNS(Xml.CAMUNDA, "camunda:elementVariable", variable);
	}

	/** Makes an event one that comes a time after a task has begun. */
	void after(Element event, String task, String duration) {
		event.setAttribute("attachedToRef", task);
		with(with(event, Xml.BPMN, "bpmn:timerEventDefinition"), Xml.BPMN, "bpmn:timeDuration").setTextContent(duration);
	}

	/** The set with what was drawn. */
	ModelSet set() {
		return packaged.with(file, ElementTemplatesTest.written(document)).with("legal-review.form", form.getBytes(StandardCharsets.UTF_8));
	}
}
