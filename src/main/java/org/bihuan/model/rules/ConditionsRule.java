package org.bihuan.model.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.VariableUse;

/** Every gateway lets each case through, on one way that its label tells of, and asks for what can be answered. */
public final class ConditionsRule implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		Set<Set<Map.Entry<String, String>>> complete = withoutDefault(models.packaged());
		for (Diagram diagram : models.diagrams()) {
			for (Node node : diagram.nodes()) {
				if (node.is("exclusiveGateway") || node.is("inclusiveGateway")) {
					if (node.outgoing().size() > 1) {
						gateway(diagram, node, complete, findings);
					}
				}
				else {
					others(node, findings);
				}
				if (node.outgoing().size() == 1 && node.outgoing().get(0).condition() != null) {
					findings.of(node.outgoing().get(0), "只有这一条出路，却写了条件：条件不成立时就停在“" + node.name() + "”。请删去条件，或者补上另一条路。");
				}
			}
			for (Flow flow : diagram.flows()) {
				answers(models, diagram, flow, findings);
			}
		}
	}

	/** The sets of answers that the program never goes beyond: those of the packaged gateways that need no default. */
	private static Set<Set<Map.Entry<String, String>>> withoutDefault(Models models) {
		Set<Set<Map.Entry<String, String>>> complete = new HashSet<>();
		models.diagrams().forEach(diagram -> diagram.nodes().stream().filter(one -> one.is("exclusiveGateway") && one.outgoing().size() > 1)
				.filter(one -> diagram.defaultOf(one) == null).forEach(one -> complete.add(equalities(one))));
		return complete;
	}

	private static Set<Map.Entry<String, String>> equalities(Node gateway) {
		Set<Map.Entry<String, String>> equalities = new HashSet<>();
		gateway.outgoing().forEach(flow -> {
			Map.Entry<String, String> one = equality(flow);
			if (one != null) {
				equalities.add(one);
			}
		});
		return equalities;
	}

	private static Map.Entry<String, String> equality(Flow flow) {
		Expression condition = parsed(flow);
		return condition == null ? null : condition.equality();
	}

	/** Null for none, and for what cannot be read, of which others tell. */
	static Expression parsed(Flow flow) {
		try {
			return flow.condition() == null ? null : Expression.parse(flow.condition());
		}
		catch (Expression.Wrong told) {
			return null;
		}
	}

	private static void gateway(Diagram diagram, Node gateway, Set<Set<Map.Entry<String, String>>> complete, Findings findings) {
		Flow otherwise = diagram.defaultOf(gateway);
		if (!gateway.attribute("default").isEmpty() && otherwise == null) {
			findings.of(gateway, "写明的默认出路（" + gateway.attribute("default") + "）不是从它出去的线。请在 Modeler 里重新指定默认出路。");
		}
		Map<String, Flow> seen = new HashMap<>();
		for (Flow flow : gateway.outgoing()) {
			if (flow.name().isEmpty()) {
				findings.of(flow, "从网关“" + gateway.name() + "”出去的线没有写字，看图的人不知道何时走这条。请写上。");
			}
			if (flow.equals(otherwise) && flow.condition() != null) {
				findings.of(flow, "既是默认出路又写了条件，自相矛盾：默认出路不看条件。请删去其中一个。");
			}
			if (!flow.equals(otherwise) && (flow.condition() == null || flow.condition().isEmpty())) {
				findings.of(flow, "不是默认出路，也没有写条件，走到网关“" + gateway.name() + "”就会停下。请写上条件，或者把它设为默认出路。");
			}
			if (flow.condition() != null && !flow.condition().isEmpty() && !flow.equals(otherwise)) {
				Flow other = seen.putIfAbsent(flow.condition().replaceAll("\\s+", "").replace('"', '\''), flow);
				if (other != null && !gateway.is("inclusiveGateway")) {
					findings.of(flow, "条件 " + flow.condition() + " 与“" + other.name() + "”的相同，永远走不到这一条。请改正其中一个。");
				}
			}
		}
		if (otherwise == null && gateway.attribute("default").isEmpty() && gateway.outgoing().stream().allMatch(one -> one.condition() != null)
				&& !isComplete(gateway, complete)) {
			findings.of(gateway, "没有默认出路：哪个条件都不成立时，件就停在这里。请指定一条默认出路（结论不明的，默认退回或不通过）。");
		}
	}

	private static boolean isComplete(Node gateway, Set<Set<Map.Entry<String, String>>> complete) {
		List<Expression> conditions = new ArrayList<>();
		gateway.outgoing().forEach(flow -> conditions.add(parsed(flow)));
		boolean yesAndNo = conditions.stream().anyMatch(one -> one instanceof Expression.Operation operation && operation.operator().equals("!")
				&& conditions.contains(operation.operands().get(0)));
		return yesAndNo || complete.stream().anyMatch(equalities(gateway)::containsAll);
	}

	private static void others(Node node, Findings findings) {
		boolean gateway = node.type().endsWith("Gateway");
		for (Flow flow : node.outgoing()) {
			if (flow.condition() != null && node.is("parallelGateway")) {
				findings.of(flow, "并行网关不看条件，这个条件没有作用。请删去条件，或者把网关换成排他网关。");
			}
			else if (flow.condition() != null && node.outgoing().size() > 1) {
				findings.of(flow, "条件写在了“" + node.name() + "”出来的线上。请在它后面放一个排他网关，条件写在网关出来的线上。");
			}
		}
		if (!gateway && node.outgoing().size() > 1 && node.outgoing().stream().allMatch(one -> one.condition() == null)) {
			findings.of(node, "有 " + node.outgoing().size() + " 条线从它出去，会同时走几条。请在它后面放一个网关，写明走哪条还是同时走。");
		}
	}

	/** A condition compares with what may really be answered. */
	private static void answers(Models models, Diagram diagram, Flow flow, Findings findings) {
		Expression condition = parsed(flow);
		if (condition == null) {
			return;
		}
		Node scope = diagram.scope(flow);
		List<Map.Entry<String, String>> compared = new ArrayList<>();
		condition.visit(one -> {
			if (one instanceof Expression.Operation operation && Set.of("==", "!=").contains(operation.operator())) {
				Map.Entry<String, String> equality = new Expression.Operation("==", operation.operands()).equality();
				if (equality != null) {
					compared.add(equality);
				}
			}
		});
		for (Map.Entry<String, String> one : compared) {
			Set<String> possible = possible(models, one.getKey(), scope == null ? null : scope.process());
			if (!possible.isEmpty() && !possible.contains(one.getValue())) {
				findings.of(flow, "条件里的“" + one.getValue() + "”不会出现：没有哪一步、哪张表单会给出这个值，这条路永远走不到。请检查拼写，"
						+ "写成表单选项的值。");
			}
		}
	}

	/** What may come into a variable; empty where that is not known. */
	private static Set<String> possible(Models models, String variable, Node process) {
		Set<String> possible = new TreeSet<>();
		models.beans().forEach(bean -> possible.addAll(VariableUse.of(bean).writes().getOrDefault(variable, Set.of())));
		for (Node node : process == null ? List.<Node>of() : models.nodes()) {
			Form form = node.process() == process && node.is("userTask") && node.listeners().isEmpty() ? models.form(node.camunda("formRef")) : null;
			Form.Field field = form == null ? null : form.field(variable);
			if (field != null) {
				possible.addAll(field.values());
			}
		}
		return possible;
	}
}
