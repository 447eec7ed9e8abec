package org.bihuan.model.rules;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.bihuan.model.Diagram;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.terms.MessageNames;
import org.w3c.dom.Element;

/** What one diagram asks of another, and the program of a diagram: called processes, and messages that a case waits for. */
public final class CallsRule implements Rule {

	/** Each with what it is sent for. */
	private static final Map<String, String> SENT = Map.of(MessageNames.ASSIGNMENT_ADDED, "补交办", MessageNames.ASSIGNMENT_REASSIGNED, "改派",
			MessageNames.ASSIGNMENT_WITHDRAWN, "撤回交办件", MessageNames.OUTCOME_WITHDRAWN, "撤回成果");

	@Override
	public void check(Models models, Findings findings) {
		Set<String> awaited = new TreeSet<>();
		for (Diagram diagram : models.diagrams()) {
			for (Node node : diagram.nodes()) {
				if (node.is("callActivity")) {
					call(models, node, findings);
				}
				for (Element definition : node.definitions()) {
					if (definition.getLocalName().equals("messageEventDefinition")) {
						message(diagram, node, definition, awaited, findings);
					}
				}
			}
		}
		SENT.keySet().stream().filter(name -> !awaited.contains(name)).forEach(name -> withPackaged(models, name, findings));
	}

	private static void call(Models models, Node call, Findings findings) {
		String called = call.attribute("calledElement");
		if (called.isEmpty()) {
			findings.of(call, "没有写调用哪个流程（Called element）。请写上流程编号。");
			return;
		}
		if (models.process(called) == null && !models.set().files().containsKey(called + ".bpmn")) {
			String near = ExpressionsRule.nearest(called,
					models.diagrams().stream().flatMap(one -> one.processes().stream()).map(Node::id).collect(java.util.stream.Collectors.toSet()));
			findings.of(call, "调用的流程 " + called + " 不在这一套里。" + (near == null ? "请把它的文件放进 processes，或者改正编号。" : "是不是 " + near + "？请改正。"));
		}
		if (called.equals(call.process().id())) {
			findings.of(call, "流程调用了自己，永远办不完。请改为调用别的流程。");
		}
		if (!call.camunda("calledElementBinding").equals("deployment")) {
			findings.of(call, "调用时没有写明同一套（Binding = deployment），办到一半会换成别的版本。请把 Binding 选为 deployment。");
		}
		if (call.extensions("in").stream().noneMatch(one -> one.hasAttribute("businessKey"))) {
			findings.of(call, "没有传入业务编号（In mappings 里的 Business key），在别处就查不到这一件。请加上，值是 #{execution.processBusinessKey}。");
		}
	}

	private static void message(Diagram diagram, Node node, Element definition, Set<String> awaited, Findings findings) {
		String name = diagram.messages().get(definition.getAttribute("messageRef"));
		if (name == null) {
			findings.of(node, "等的消息没有写明（" + (definition.getAttribute("messageRef").isEmpty() ? "没有选消息" : definition.getAttribute("messageRef"))
					+ "）。请在 Modeler 里选一个消息。");
		}
		else if (!SENT.containsKey(name)) {
			String near = ExpressionsRule.nearest(name, SENT.keySet());
			findings.of(node,
					"等的消息 " + name + " 没有人会发。"
							+ (near == null ? "本系统只发 " + String.join("、", new TreeSet<>(SENT.keySet())) + "。" : "是不是 " + near + "？")
							+ "请改正消息的名称。");
		}
		else {
			awaited.add(name);
		}
	}

	/** The one who waited for it in the packaged models is named: that is where it is mended. */
	private static void withPackaged(Models models, String name, Findings findings) {
		Stream<Node> waited = models.packaged().diagrams().stream()
				.flatMap(diagram -> diagram.nodes().stream().filter(node -> node.definitions().stream()
						.anyMatch(one -> one.getLocalName().equals("messageEventDefinition")
								&& name.equals(diagram.messages().get(one.getAttribute("messageRef"))))));
		waited.findFirst().ifPresent(node -> findings.of(node,
				"没有人等“" + SENT.get(name) + "”的消息 " + name + "，党政办公室就没法" + SENT.get(name) + "。请把等这个消息的事件放回图里。"));
	}

}
