package org.bihuan.model.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;

/**
 * From where a case comes to a node: the nearest nodes of the house on the ways to it, each with what its way out asks. What was added between, and
 * where ways only meet, is seen through: into a part or process that was added, and out of it again.
 */
final class Entrances {

	static final String OTHERWISE = "默认出路";

	private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "manualTask", "intermediateCatchEvent", "eventBasedGateway");

	/**
	 * @param house where the case was; null for one that goes beside the case, from an event that does not interrupt
	 * @param asked of the way out, in one writing; empty for nothing
	 */
	record Entrance(Node house, String asked) {

		String words() {
			String name = house == null ? "不中断的事件" : house.name().isEmpty() ? house.id() : house.name();
			return "“" + name + "”" + (asked.isEmpty() ? "" : "的" + asked);
		}
	}

	private static final Entrance BESIDE = new Entrance(null, "");

	private final Models models;
	private final UnaryOperator<Node> house;
	private final Map<String, List<Node>> callers = new HashMap<>();
	private final Map<String, Node> processes = new HashMap<>();

	/** @param house what a node of the models is to the house; null for one that was added */
	Entrances(Models models, UnaryOperator<Node> house) {
		this.models = models;
		this.house = house;
		models.diagrams().forEach(diagram -> diagram.processes().forEach(one -> processes.put(one.id(), one)));
		models.nodes().stream().filter(node -> node.is("callActivity"))
				.forEach(call -> callers.computeIfAbsent(call.attribute("calledElement"), none -> new ArrayList<>()).add(call));
	}

	List<Node> callers(Node process) {
		return callers.getOrDefault(process.id(), List.of());
	}

	/** Whether a case is seen to come from here, and not through here. */
	static boolean isSeen(Node house) {
		return house != null && !(house.is("exclusiveGateway") && house.outgoing().size() <= 1);
	}

	/** @param expected at a join that was added it is enough that one of its ways is among these: it waits for all */
	Set<Entrance> to(Node node, Set<Entrance> expected) {
		return new Walk(expected).to(node);
	}

	/** What was added on the ways from the house to this node and waits there for somebody or for a time. */
	List<Node> waitingBefore(Node node) {
		Walk walk = new Walk(Set.of());
		walk.to(node);
		return walk.seen.stream().filter(one -> house.apply(one) == null && WAITING.contains(one.type())).toList();
	}

	private final class Walk {

		private final Set<Entrance> expected;
		private final Set<Node> seen = new LinkedHashSet<>();

		Walk(Set<Entrance> expected) {
			this.expected = expected;
		}

		private Set<Entrance> to(Node node) {
			Set<Entrance> found = new LinkedHashSet<>();
			if (!seen.add(node)) {
				return found;
			}
			if (node.is("startEvent") && !isSeen(house.apply(node))) {
				if (node.parent().is("process")) {
					callers(node.parent()).forEach(call -> found.addAll(to(call)));
				}
				else {
					found.addAll(to(node.parent()));
				}
			}
			if (node.is("boundaryEvent") && !isSeen(house.apply(node))) {
				found.addAll(edge(node));
			}
			List<Set<Entrance>> ways = node.incoming().stream().map(this::from).toList();
			if (node.is("parallelGateway") && house.apply(node) == null) {
				ways = ways.stream().filter(one -> !one.isEmpty() && expected.containsAll(one)).findFirst().map(List::of).orElse(ways);
			}
			ways.forEach(found::addAll);
			return found;
		}

		private Set<Entrance> from(Flow flow) {
			Diagram diagram = models.diagram(flow.file());
			Node source = diagram.node(flow.sourceRef());
			if (source == null) {
				return Set.of();
			}
			Node known = house.apply(source);
			if (isSeen(known)) {
				return Set.of(new Entrance(known, asked(diagram, source, known, flow)));
			}
			Node goesInto = source.is("callActivity") ? processes.get(source.attribute("calledElement")) : source.isPart() ? source : null;
			if (goesInto == null) {
				return to(source);
			}
			Set<Entrance> found = new LinkedHashSet<>();
			goesInto.children().stream().filter(one -> one.is("endEvent")).forEach(end -> found.addAll(to(end)));
			return found;
		}

		/** What ends an added task by time goes on as the task would; what ends one of the house's is none of the house's ways. */
		private Set<Entrance> edge(Node event) {
			Node attached = models.diagram(event.file()).node(event.attribute("attachedToRef"));
			if (!event.interrupts() || attached == null) {
				return Set.of(BESIDE);
			}
			Node known = house.apply(attached);
			if (!isSeen(known)) {
				return to(attached);
			}
			return Set.of(new Entrance(known, Seal.of(known).isPresent() ? "中断（" + event.id() + "）" : ""));
		}
	}

	/** What the house asks there too, also where more is asked beside it by {@code and}. */
	private static String asked(Diagram diagram, Node source, Node house, Flow flow) {
		if (!house.type().endsWith("Gateway")) {
			return "";
		}
		if (flow.equals(diagram.defaultOf(source))) {
			return OTHERWISE;
		}
		if (flow.condition() == null) {
			return "";
		}
		Map<String, String> known = house.outgoing().stream().filter(one -> one.condition() != null)
				.collect(Collectors.toMap(one -> ExecutedForm.expression(one.condition()), Flow::condition, (one, other) -> one));
		return parts(flow.condition()).stream().map(known::get).filter(one -> one != null).findFirst().orElse("条件 " + flow.condition());
	}

	private static List<String> parts(String condition) {
		List<String> parts = new ArrayList<>();
		parts.add(ExecutedForm.expression(condition));
		try {
			and(Expression.parse(condition), parts);
		}
		catch (Expression.Wrong toldByARule) {
			// then it is compared as a whole
		}
		return parts;
	}

	private static void and(Expression expression, List<String> parts) {
		parts.add(expression.toString());
		if (expression instanceof Expression.Operation operation && operation.operator().equals("&&")) {
			operation.operands().forEach(one -> and(one, parts));
		}
	}
}
