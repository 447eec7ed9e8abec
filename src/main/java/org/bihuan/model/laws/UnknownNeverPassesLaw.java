package org.bihuan.model.laws;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.terms.Variables;

/**
 * Unknown never passes [domain.md]: what passes, is signed, adopted or in place, says so in its condition; whatever else comes goes back. What
 * counts as passing, the packaged models say: where their conditions for it lead.
 */
public final class UnknownNeverPassesLaw implements Rule {

	private static final Set<String> PASSING = Set.of("pass", "accepted", "adopted", "sealed");
	private static final Set<String> PASSING_METHODS = Set.of("inPlace", "allows", "closedAfterMeeting", "onTrack");
	private static final Set<String> PASSING_YES = Set.of(Variables.CONVERSION_AGREED, Variables.RECEIPT_SIGNED, Variables.COMPLETION_CLAIMED);
	private static final String LAW = "规则：结论不明的一律不算通过。";
	private static final int FAR = 20;

	@Override
	public void check(Models models, Findings findings) {
		Set<String> passed = new HashSet<>();
		Set<String> decided = new HashSet<>();
		models.packaged().diagrams().forEach(diagram -> diagram.flows().forEach(flow -> {
			Expression condition = condition(flow);
			if (passes(condition)) {
				passed.add(flow.targetRef());
				if (condition.equality() != null) {
					decided.add(condition.equality().getKey());
				}
			}
		}));
		for (Diagram diagram : models.diagrams()) {
			for (Flow flow : diagram.flows()) {
				if (turned(condition(flow), decided)) {
					findings.of(flow, "条件 " + flow.condition() + " 写的是“不等于”：别的什么结论都会走这条。" + LAW + "请写明等于什么才走这条。");
				}
			}
			diagram.nodes().stream().filter(node -> node.is("exclusiveGateway") && diagram.defaultOf(node) != null)
					.forEach(gateway -> byDefault(diagram, gateway, passed, decided, findings));
		}
	}

	private static Expression condition(Flow flow) {
		try {
			return flow.condition() == null ? null : Expression.parse(flow.condition());
		}
		catch (Expression.Wrong toldByOthers) {
			return null;
		}
	}

	private static boolean passes(Expression condition) {
		if (condition == null) {
			return false;
		}
		Map.Entry<String, String> equality = condition.equality();
		return (equality != null && PASSING.contains(equality.getValue()))
				|| (condition instanceof Expression.Call call && PASSING_METHODS.contains(call.method()))
				|| (condition instanceof Expression.Name name && PASSING_YES.contains(name.name()));
	}

	/** Asks for everything but something. */
	private static boolean turned(Expression condition, Set<String> decided) {
		if (!(condition instanceof Expression.Operation operation)) {
			return false;
		}
		if (operation.operator().equals("!=")) {
			return operation.names().stream().anyMatch(decided::contains);
		}
		if (operation.operator().equals("!")) {
			return passes(operation.operands().get(0));
		}
		return Set.of("||", "&&").contains(operation.operator()) && operation.operands().stream().anyMatch(one -> turned(one, decided));
	}

	private static void byDefault(Diagram diagram, Node gateway, Set<String> passed, Set<String> decided, Findings findings) {
		Flow otherwise = diagram.defaultOf(gateway);
		boolean saysSo = false;
		Set<String> tested = new HashSet<>();
		for (Flow flow : gateway.outgoing()) {
			Expression condition = condition(flow);
			saysSo |= passes(condition);
			if (condition != null && condition.equality() != null && decided.contains(condition.equality().getKey())) {
				tested.add(condition.equality().getKey());
			}
		}
		Node at = diagram.node(otherwise.targetRef());
		for (int step = 0; step < FAR && at != null; step++) {
			if (passed.contains(at.id())) {
				findings.of(otherwise, "网关“" + gateway.name() + "”的默认出路通到了“" + (at.name().isEmpty() ? at.id() : at.name()) + "”，也就是通过的那一边。" + LAW
						+ "请把默认出路设为退回或不通过的那条，通过的写上条件。");
				return;
			}
			if (!at.type().endsWith("Gateway")) {
				break;
			}
			saysSo |= at.outgoing().stream().map(UnknownNeverPassesLaw::condition).anyMatch(UnknownNeverPassesLaw::passes);
			Flow next = at.outgoing().size() == 1 ? at.outgoing().get(0) : diagram.defaultOf(at);
			at = next == null ? null : diagram.node(next.targetRef());
		}
		if (!tested.isEmpty() && !saysSo) {
			findings.of(gateway, "没有一条路写明通过的条件。" + LAW + "请在通过的那条上写明等于什么。");
		}
	}
}
