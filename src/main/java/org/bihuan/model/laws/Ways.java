package org.bihuan.model.laws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.bihuan.model.Diagram;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;

/**
 * Where a case can get to, through all diagrams: into what is called and back to who called it, into a part and out of it at its end, past a timer
 * at its edge. A parallel join lets nobody through before all have come. Which way a gateway takes is not looked at: whatever can be, is.
 */
final class Ways {

	private final Map<String, Diagram> diagrams = new HashMap<>();
	private final Map<String, Node> processes = new HashMap<>();
	private final Map<String, List<Node>> callers = new HashMap<>();

	Ways(Models models) {
		for (Diagram diagram : models.diagrams()) {
			diagrams.put(diagram.file(), diagram);
			diagram.processes().forEach(process -> processes.putIfAbsent(process.id(), process));
			diagram.nodes().stream().filter(node -> node.is("callActivity"))
					.forEach(call -> callers.computeIfAbsent(call.attribute("calledElement"), key -> new ArrayList<>()).add(call));
		}
	}

	/** The starts of what nobody calls: where cases begin. */
	List<Node> beginnings() {
		return processes.values().stream().filter(process -> !callers.containsKey(process.id())).flatMap(process -> starts(process).stream())
				.toList();
	}

	/** What can be reached from these, themselves among it, without what is to be avoided. */
	Set<Node> from(Collection<Node> begun, Predicate<Node> avoid) {
		return from(begun, avoid, flow -> false);
	}

	/** @param closed the flows that nobody takes */
	Set<Node> from(Collection<Node> begun, Predicate<Node> avoid, Predicate<Flow> closed) {
		Set<Node> reached = new HashSet<>();
		Map<Node, Set<Flow>> arrived = new HashMap<>();
		Deque<Node> open = new ArrayDeque<>(begun);
		while (!open.isEmpty()) {
			Node node = open.poll();
			if (!avoid.test(node) && reached.add(node)) {
				left(node).forEach(flow -> {
					Node target = target(flow);
					if (target != null && !closed.test(flow)) {
						Set<Flow> ways = arrived.computeIfAbsent(target, key -> new HashSet<>());
						ways.add(flow);
						if (!target.is("parallelGateway") || ways.containsAll(target.incoming())) {
							open.add(target);
						}
					}
				});
				open.addAll(inside(node));
			}
		}
		return reached;
	}

	Node target(Flow flow) {
		return diagrams.get(flow.file()).node(flow.targetRef());
	}

	/** The flows on which a case goes on when it has come here: those of a part or call only at its end. */
	private List<Flow> left(Node node) {
		if (node.is("endEvent")) {
			return after(node.parent());
		}
		boolean goesIn = node.isPart() || (node.is("callActivity") && processes.containsKey(node.attribute("calledElement")));
		return goesIn ? List.of() : node.outgoing();
	}

	private List<Flow> after(Node part) {
		if (part.startedByEvent()) {
			return after(part.parent());
		}
		if (part.is("process")) {
			return callers.getOrDefault(part.id(), List.of()).stream().flatMap(call -> call.outgoing().stream()).toList();
		}
		return part.outgoing();
	}

	private List<Node> inside(Node node) {
		List<Node> inside = new ArrayList<>(node.parent().children().stream()
				.filter(one -> one.is("boundaryEvent") && one.attribute("attachedToRef").equals(node.id())).toList());
		if (node.isPart()) {
			inside.addAll(starts(node));
		}
		if (node.is("callActivity") && processes.containsKey(node.attribute("calledElement"))) {
			inside.addAll(starts(processes.get(node.attribute("calledElement"))));
		}
		return inside;
	}

	private static List<Node> starts(Node part) {
		return part.children().stream().filter(one -> one.is("startEvent") || one.startedByEvent()).toList();
	}
}
