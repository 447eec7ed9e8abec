package org.bihuan.model.laws;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** When the task is done the unit reports to 区委办, 区政府办 and 区政协办, each by itself [domain.md, S]. */
public final class ThreeOfficesLaw implements Rule {

	private static final String LAW = "规则：落实完成要报告区委办、区政府办和区政协办，三办各收一份。";

	@Override
	public void check(Models models, Findings findings) {
		List<Node> told = models.with("acknowledgeReport").stream().filter(one -> one.is("userTask")).toList();
		for (Node task : told) {
			each(task, findings);
		}
		if (told.isEmpty()) {
			return;
		}
		Ways ways = new Ways(models);
		Set<Node> telling = new HashSet<>(told);
		for (Node task : told) {
			telling.addAll(forks(models, task, new HashSet<>()));
		}
		List<Node> reports = models.with("reportImplementation");
		Set<Node> reached = ways.from(reports, telling::contains);
		models.with("lookBack").stream().filter(reached::contains).findFirst()
				.ifPresent(one -> findings.of(told.get(0), "报告完成以后可以不经这一步就去回头看。" + LAW + "请让每一份完成报告都先送到三办。"));
	}

	private static void each(Node task, Findings findings) {
		Element loop = task.loop();
		if (loop == null) {
			findings.of(task, "不再逐一送三办，只有一份。" + LAW + "请改回多实例，名单写 ${followUp.offices()}。");
			return;
		}
		String collection = loop.getAttributeNS(Xml.CAMUNDA, "collection").replaceAll("\\s+", "");
		String each = loop.getAttributeNS(Xml.CAMUNDA, "elementVariable");
		if (!collection.equals("${followUp.offices()}")) {
			findings.of(task, "送的名单改成了 " + collection + "。" + LAW + "请改回 ${followUp.offices()}。");
		}
		if (!task.groups().equals(List.of("${" + each + "}"))) {
			findings.of(task, "没有一办一份地送（Candidate groups 是 " + String.join("、", task.groups()) + "）。" + LAW + "请改回 ${" + each + "}。");
		}
		if (Xml.child(loop, "completionCondition") != null) {
			findings.of(task, "不等三办都知悉就结束了（Completion condition）。" + LAW + "请删去这个条件。");
		}
	}

	/** The parallel gateways that lead to a task with nothing done by people between. */
	private static Set<Node> forks(Models models, Node task, Set<Node> seen) {
		Set<Node> forks = new HashSet<>();
		task.incoming().stream().map(flow -> models.diagram(flow.file()).node(flow.sourceRef())).filter(one -> one != null && seen.add(one))
				.forEach(one -> {
					if (one.is("parallelGateway")) {
						forks.add(one);
					}
					else if (!one.is("userTask") && !(one.type().endsWith("Gateway") && one.outgoing().size() > 1)) {
						forks.addAll(forks(models, one, seen));
					}
				});
		return forks;
	}
}
