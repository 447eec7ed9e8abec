package org.bihuan.model.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.bihuan.model.Diagram;
import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;

/** Every case finds its way: nothing hangs loose, nothing is beyond reach, nothing ends where it should go on. */
public final class FlowsRule implements Rule {

	private static final Set<String> UNKNOWN_KINDS = Set.of("complexGateway", "adHocSubProcess", "transaction");

	/** What the engine passes without waiting. */
	private static final Set<String> AT_ONCE = Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "serviceTask", "businessRuleTask",
			"scriptTask", "sendTask", "task", "intermediateThrowEvent");

	@Override
	public void check(Models models, Findings findings) {
		for (Diagram diagram : models.diagrams()) {
			diagram.flows().forEach(flow -> ends(diagram, flow, findings));
			diagram.nodes().forEach(node -> ways(node, findings));
			diagram.processes().forEach(process -> starts(process, findings));
			diagram.nodes().stream().filter(node -> node.type().endsWith("Gateway") && comesBackAtOnce(diagram, node))
					.forEach(node -> findings.of(node,
							"从这里绕一圈又回到这里，中间没有人办、也不等时间：走进去就不停地转，系统会停住。请在圈里放一步人工任务，或者删去回来的线。"));
			Set<Node> reached = reached(diagram);
			diagram.nodes().stream().filter(node -> !reached.contains(node) && (!node.incoming().isEmpty() || startsByItself(node)))
					.forEach(node -> findings.of(node, "从流程的开始走不到这里。请检查连到它的线，用不着的请删去。"));
		}
	}

	/** Through what neither anybody does nor any time is waited for. */
	private static boolean comesBackAtOnce(Diagram diagram, Node gateway) {
		Set<Node> seen = new HashSet<>();
		Deque<Node> open = new ArrayDeque<>(Set.of(gateway));
		while (!open.isEmpty()) {
			for (Flow flow : open.pop().outgoing()) {
				Node next = diagram.node(flow.targetRef());
				if (next == gateway) {
					return true;
				}
				if (next != null && AT_ONCE.contains(next.type()) && seen.add(next)) {
					open.push(next);
				}
			}
		}
		return false;
	}

	private static void ends(Diagram diagram, Flow flow, Findings findings) {
		Node source = diagram.node(flow.sourceRef());
		Node target = diagram.node(flow.targetRef());
		if (source == null || target == null) {
			findings.of(flow, "连线的" + (source == null ? "起点（" + flow.sourceRef() : "终点（" + flow.targetRef()) + "）不在图里。请删去这条线，重新连接。");
		}
		else if (source.parent() != target.parent() || diagram.scope(flow) != source.parent()) {
			findings.of(flow, "连线穿过了子流程的边框，引擎走不过去。请在同一层里连接，从子流程出来的线从它的边框上画。");
		}
	}

	private static void ways(Node node, Findings findings) {
		if (UNKNOWN_KINDS.contains(node.type())) {
			findings.of(node, "这种图形（" + node.type() + "）本系统不用。请改用普通的网关或子流程。");
		}
		boolean starts = startsByItself(node);
		if (!starts && node.incoming().isEmpty()) {
			findings.of(node, "没有线连到它，永远不会走到。请连上，或者删去。");
		}
		if (starts && !node.incoming().isEmpty()) {
			findings.of(node, "不能有线连到它：它由" + (node.is("boundaryEvent") ? "所附的任务" : "自己") + "引起。请删去连进来的线。");
		}
		boolean ends = node.is("endEvent") || node.startedByEvent();
		if (!ends && node.outgoing().isEmpty()) {
			findings.of(node, "没有线从它出去，走到这里就无声地停了。请连到下一步，或者连到一个结束事件。");
		}
		if (ends && !node.outgoing().isEmpty()) {
			findings.of(node, "不能有线从它出去。请删去这条线，或者把它换成别的图形。");
		}
		if (node.isPart() && node.children().stream().noneMatch(one -> one.is("startEvent"))) {
			findings.of(node, "子流程里没有开始事件，走不进去。请在里面放一个开始事件。");
		}
		if (node.is("boundaryEvent") && node.parent().children().stream().noneMatch(one -> one.id().equals(node.attribute("attachedToRef")))) {
			findings.of(node, "没有附在任务或子流程上（" + node.attribute("attachedToRef") + "）。请把它拖到所附的图形的边上。");
		}
	}

	private static boolean startsByItself(Node node) {
		return node.is("startEvent") || node.is("boundaryEvent") || node.startedByEvent();
	}

	private static void starts(Node process, Findings findings) {
		long plain = process.children().stream().filter(one -> one.is("startEvent") && one.definitions().isEmpty()).count();
		if (process.children().stream().noneMatch(one -> one.is("startEvent"))) {
			findings.of(process, "流程没有开始事件，发起不了。请放一个开始事件。");
		}
		if (plain > 1) {
			findings.of(process, "流程有 " + plain + " 个普通的开始事件，不知道从哪里开始。请只留一个。");
		}
	}

	private static Set<Node> reached(Diagram diagram) {
		Deque<Node> open = new ArrayDeque<>();
		diagram.processes().forEach(process -> open.addAll(starting(process)));
		Set<Node> reached = new HashSet<>();
		while (!open.isEmpty()) {
			Node node = open.poll();
			if (reached.add(node)) {
				node.outgoing().stream().map(flow -> diagram.node(flow.targetRef())).filter(one -> one != null).forEach(open::add);
				node.parent().children().stream().filter(one -> one.is("boundaryEvent") && one.attribute("attachedToRef").equals(node.id()))
						.forEach(open::add);
				if (node.isPart()) {
					open.addAll(starting(node));
				}
			}
		}
		return reached;
	}

	/** Where a process or part begins, and what an event may start there at any time. */
	private static java.util.List<Node> starting(Node part) {
		return part.children().stream().filter(one -> one.is("startEvent") || one.startedByEvent()).toList();
	}
}
