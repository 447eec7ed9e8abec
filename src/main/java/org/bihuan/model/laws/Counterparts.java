package org.bihuan.model.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Roles;
import org.bihuan.terms.Role;

/**
 * Which node of a set is which of the house's: by its role; by its id; else by what is executed of it, so that a diagram may be drawn anew. What is
 * nobody's counterpart was added.
 */
final class Counterparts {

	private final Map<Node, Node> inSet = new HashMap<>();
	private final Map<Node, Node> inHouse = new HashMap<>();

	Counterparts(Models models) {
		List<Node> house = models.packaged().nodes();
		Map<Role, Node> byRole = new HashMap<>();
		Map<String, Node> byId = new HashMap<>();
		models.nodes().forEach(node -> {
			Roles.of(node).ifPresent(role -> byRole.putIfAbsent(role, node));
			byId.putIfAbsent(node.file() + "#" + node.id(), node);
		});
		house.forEach(one -> Roles.of(one).map(byRole::get).ifPresent(node -> pair(one, node)));
		house.forEach(one -> Optional.ofNullable(byId.get(one.file() + "#" + one.id())).ifPresent(node -> pair(one, node)));
		if (inHouse.size() < house.size()) {
			byForm(models, house);
		}
	}

	private void pair(Node house, Node node) {
		if (!inSet.containsKey(house) && !inHouse.containsKey(node)) {
			inSet.put(house, node);
			inHouse.put(node, house);
		}
	}

	private void byForm(Models models, List<Node> house) {
		Set<String> processes = new HashSet<>();
		models.packaged().diagrams().forEach(diagram -> diagram.processes().forEach(one -> processes.add(one.id())));
		Map<String, List<Node>> added = new HashMap<>();
		models.nodes().stream().filter(node -> !inHouse.containsKey(node))
				.forEach(node -> added.computeIfAbsent(form(models, node), none -> new ArrayList<>()).add(node));
		for (Node one : house) {
			List<Node> alike = inSet.containsKey(one) ? List.of()
					: added.getOrDefault(form(models.packaged(), one), List.of()).stream().filter(node -> !inHouse.containsKey(node)
							&& (node.process().id().equals(one.process().id()) || !processes.contains(node.process().id()))).toList();
			if (alike.size() == 1) {
				pair(one, alike.get(0));
			}
			else {
				List<Node> named = alike.stream().filter(node -> node.name().equals(one.name())).toList();
				if (named.size() == 1) {
					pair(one, named.get(0));
				}
			}
		}
	}

	/** With what is asked on the ways out: by that a gateway is known. */
	private static String form(Models models, Node node) {
		Set<String> asked = new TreeSet<>();
		node.outgoing().stream().map(Flow::condition).filter(one -> one != null).map(ExecutedForm::expression).forEach(asked::add);
		return ExecutedForm.of(models.diagram(node.file()), node) + asked.toString()
				+ (node.type().endsWith("Gateway") ? node.outgoing().size() + "/" + node.incoming().size() : "");
	}

	/** Null where it is gone. */
	Node inSet(Node house) {
		return inSet.get(house);
	}

	/** Null where it was added. */
	Node inHouse(Node node) {
		return inHouse.get(node);
	}
}
