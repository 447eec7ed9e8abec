package org.bihuan.model.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.model.Beans;
import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Place;
import org.bihuan.model.VariableUse;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** Which variables there are in each process of a set: those that it writes itself, and those that it is handed by who calls it. */
final class Known {

	/** One that is handed over whole: whatever the other has. */
	static final String ALL = "*";

	/** The custom property of a field whose answer becomes a variable, for the gateway behind. */
	private static final String DECISIVE = "decisive";

	private final Models models;
	private final Map<String, Set<String>> own = new HashMap<>();
	private final Map<String, Set<String>> beans = new HashMap<>();
	private final Map<String, List<Node>> callers = new HashMap<>();

	private Known(Models models) {
		this.models = models;
		for (Diagram diagram : models.diagrams()) {
			for (Node process : diagram.processes()) {
				own.put(process.id(), new TreeSet<>());
				beans.put(process.id(), new TreeSet<>());
			}
			for (Node node : diagram.nodes()) {
				if (node.is("callActivity")) {
					callers.computeIfAbsent(node.attribute("calledElement"), key -> new ArrayList<>()).add(node);
				}
				beans.get(node.process().id()).addAll(node.beans());
				own.get(node.process().id()).addAll(writes(node));
			}
			for (Place place : diagram.places()) {
				if (place.process() != null) {
					beans.get(place.process()).addAll(called(place));
				}
			}
		}
		beans.forEach((process, used) -> used.forEach(bean -> own.get(process).addAll(VariableUse.of(bean).writes().keySet())));
	}

	static Known of(Models models) {
		return new Known(models);
	}

	/** What there is in the packaged models; read once. */
	static Known packaged(Models models) {
		return Packaged.of(models.packaged());
	}

	private static final class Packaged {

		private static Known known;

		private static synchronized Known of(Models packaged) {
			if (known == null) {
				known = new Known(packaged);
			}
			return known;
		}
	}

	private static Set<String> called(Place place) {
		Set<String> called = new HashSet<>();
		try {
			Expression.parse(place.text()).names().stream().filter(name -> Beans.of(name) != null).forEach(called::add);
		}
		catch (Expression.Wrong told) {
			return called;
		}
		return called;
	}

	/** What a node writes by what stands on it in the model. */
	private Set<String> writes(Node node) {
		Set<String> writes = new TreeSet<>();
		for (Element one : Xml.all(node.element())) {
			switch (one.getLocalName()) {
				case "multiInstanceLoopCharacteristics" -> writes.add(one.getAttributeNS(Xml.CAMUNDA, "elementVariable"));
				case "inputParameter", "outputParameter" -> writes.add(one.getAttribute("name"));
				case "out" -> writes.add("all".equals(one.getAttribute("variables")) ? ALL : one.getAttribute("target"));
				default -> writes.add(one.getAttributeNS(Xml.CAMUNDA, "resultVariable"));
			}
		}
		if (node.is("userTask") && node.listeners().isEmpty()) {
			Form form = models.form(node.camunda("formRef"));
			if (form != null) {
				form.fields().stream().filter(field -> "true".equals(field.node().path("properties").path(DECISIVE).asText()))
						.forEach(field -> writes.add(field.key()));
			}
		}
		writes.remove("");
		return writes;
	}

	/** What is read in a process, by its expressions, its calls and its beans. */
	static Set<String> reads(Models models, String process) {
		Set<String> reads = new TreeSet<>();
		for (Diagram diagram : models.diagrams()) {
			for (Place place : diagram.places()) {
				if (process.equals(place.process())) {
					try {
						reads.addAll(Expression.parse(place.text()).names());
					}
					catch (Expression.Wrong toldByARule) {
						// and reads nothing
					}
				}
			}
		}
		Known.of(models).beans(process).forEach(bean -> reads.addAll(VariableUse.of(bean).reads()));
		models.nodes().stream().filter(node -> process.equals(node.process().id())).flatMap(node -> node.extensions("in").stream())
				.forEach(in -> reads.add(in.getAttribute("source")));
		return reads;
	}

	/** The beans that a process uses. */
	Set<String> beans(String process) {
		return beans.getOrDefault(process, Set.of());
	}

	/** The call activities that call a process. */
	List<Node> callers(String process) {
		return callers.getOrDefault(process, List.of());
	}

	/** What a process writes itself. */
	boolean writes(String process, String variable) {
		Set<String> written = own.getOrDefault(process, Set.of());
		return written.contains(variable) || written.contains(ALL);
	}

	/** Whether a process has a variable, by itself or handed in by one of its callers at least. */
	boolean has(String process, String variable) {
		return writes(process, variable) || callers(process).stream().anyMatch(call -> hands(call, variable));
	}

	/** Whether a call activity hands a variable to what it calls. */
	static boolean hands(Node call, String variable) {
		return call.extensions("in").stream()
				.anyMatch(one -> "all".equals(one.getAttribute("variables")) || variable.equals(one.getAttribute("target")));
	}

	/** What is written anywhere in the set. */
	Set<String> everywhere() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		own.values().forEach(names -> names.forEach(name -> all.put(name, true)));
		callers.values().forEach(calls -> calls
				.forEach(call -> call.extensions("in").forEach(one -> all.put(one.getAttribute("target"), true))));
		return all.keySet();
	}
}
