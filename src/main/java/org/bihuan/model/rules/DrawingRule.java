package org.bihuan.model.rules;

import java.util.HashSet;
import java.util.Set;

import org.bihuan.model.Diagram;
import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** What runs is seen: every node and flow is drawn, and called in Chinese what it is. */
public final class DrawingRule implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		for (Diagram diagram : models.diagrams()) {
			Set<String> drawn = new HashSet<>();
			for (Element one : Xml.all(diagram.root())) {
				drawn.add(one.getAttribute("bpmnElement"));
			}
			for (Node node : diagram.nodes()) {
				if (!drawn.contains(node.id())) {
					findings.of(node, "图上没有画出来，别人看不见这一步。请用 Camunda Modeler 打开，重新画上。");
				}
				if (isNamed(node) && !node.name().matches(".*[\\u4e00-\\u9fff].*")) {
					findings.of(node, "没有中文名称。请写上名称：任务写做什么，网关写问什么，事件写发生了什么。");
				}
			}
			for (Flow flow : diagram.flows()) {
				if (!drawn.contains(flow.id())) {
					findings.of(flow, "这条连线图上没有画出来。请用 Camunda Modeler 打开，重新画上。");
				}
			}
		}
	}

	/** Neither a join nor what runs in parallel is named. */
	private static boolean isNamed(Node node) {
		return node.type().endsWith("Gateway") ? node.outgoing().size() > 1 && !node.is("parallelGateway") && !node.is("eventBasedGateway") : true;
	}
}
