package org.bihuan.model.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.model.Diagram;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.FullWidth;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Table;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** Nothing is missing, and nothing has the name of another. */
public final class FilesRule implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		for (String needed : models.packaged().set().files().keySet()) {
			if (!models.set().files().containsKey(needed)) {
				findings.of(needed, "缺少这个文件。请把文件夹完整复制后再修改。");
			}
		}
		models.diagrams().forEach(one -> process(one, findings));
		Map<String, String> processes = new HashMap<>();
		Map<String, Node> tasks = new HashMap<>();
		for (Diagram diagram : models.diagrams()) {
			ids(diagram, findings);
			for (Node process : diagram.processes()) {
				String other = processes.putIfAbsent(process.id(), process.file());
				if (other != null) {
					findings.of(process, "流程编号 " + process.id() + " 在 " + other + " 里已经有了。请给其中一个改用别的编号。");
				}
			}
			for (Node node : diagram.nodes()) {
				Node other = node.is("userTask") ? tasks.putIfAbsent(node.id(), node) : null;
				if (other != null && !other.file().equals(node.file())) {
					findings.of(node, "任务编号 " + node.id() + " 在 " + other.file() + " 里已经有了（“" + other.name() + "”），两个任务会被混在一起。请给其中一个改用别的编号。");
				}
			}
		}
		forms(models, findings);
		tables(models, findings);
	}

	private static void process(Diagram diagram, Findings findings) {
		List<Node> processes = diagram.processes();
		if (processes.isEmpty()) {
			findings.of(diagram.file(), "图里没有流程。请用 Camunda Modeler 打开检查。");
		}
		if (processes.size() > 1) {
			findings.of(diagram.file(), "一个文件里有 " + processes.size() + " 个流程（" + String.join("、", processes.stream().map(Node::id).toList())
					+ "）。请一个流程一个文件，别的参与方画成不展开的泳池。");
		}
		for (Node process : processes) {
			if (!(process.id() + ".bpmn").equals(diagram.file()) && processes.size() == 1) {
				findings.of(process, "流程编号应与文件名相同，是 " + diagram.file().replace(".bpmn", "") + "，现在写的是 " + process.id() + "。请改回来，或者连同文件名一起改。");
			}
			if (!"true".equals(process.attribute("isExecutable"))) {
				findings.of(process, "流程没有标为可执行（Executable），部署以后不会运行。请在 Modeler 里勾上。");
			}
			if (!process.camunda("historyTimeToLive").matches("P?\\d+[DWMY]?")) {
				findings.of(process, "没有写历史保留时间（History time to live），引擎不收。请写成 P3650D 这样。");
			}
			String version = process.camunda("versionTag");
			if (!version.matches("|[\\w\\u4e00-\\u9fff][\\w\\u4e00-\\u9fff.-]{0,63}")) {
				findings.of(process, "版本（Version tag）“" + version + "”不对，应是 64 个字以内的字母、数字、汉字、点和横线，例如 1.2.0、2026年12月-2" + FullWidth.hint(version)
						.map(one -> "；" + one).orElse("") + "。请改正。");
			}
			if (process.name().isEmpty()) {
				findings.of(process, "流程没有名称。请写上中文名称。");
			}
		}
	}

	private static void ids(Diagram diagram, Findings findings) {
		Set<String> seen = new HashSet<>();
		for (Element element : Xml.all(diagram.root())) {
			String id = element.getAttribute("id");
			if (!id.isEmpty() && !seen.add(id)) {
				findings.of(diagram.file(), element.getAttribute("name"), id, "编号 " + id + " 在这个文件里用了两次。请给其中一个改用别的编号。");
			}
		}
	}

	private static void forms(Models models, Findings findings) {
		Map<String, String> seen = new HashMap<>();
		for (Form form : models.forms()) {
			String other = seen.putIfAbsent(form.id(), form.file());
			if (other != null) {
				findings.of(form.file(), "", form.id(), "表单编号 " + form.id() + " 在 " + other + " 里已经有了。请给其中一个改用别的编号。");
			}
			if (!(form.id() + ".form").equals(form.file())) {
				findings.of(form.file(), "", form.id(), "表单编号应与文件名相同，是 " + form.file().replace(".form", "") + "，现在写的是 "
						+ (form.id().isEmpty() ? "空的" : form.id()) + "。请改回来，或者连同文件名一起改。");
			}
		}
	}

	private static void tables(Models models, Findings findings) {
		Map<String, String> seen = new HashMap<>();
		for (Table table : models.tables()) {
			String other = seen.putIfAbsent(table.key(), table.file());
			if (other != null) {
				findings.of(table.file(), table.name(), table.key(), "决策编号 " + table.key() + " 在 " + other + " 里已经有了。请给其中一个改用别的编号。");
			}
		}
		for (Table needed : models.packaged().tables()) {
			if (models.table(needed.key()) == null && models.set().files().containsKey(needed.file()) && readable(models, needed.file())) {
				findings.of(needed.file(), needed.name(), needed.key(), "决策编号 " + needed.key() + " 不见了，程序按它查表。请把编号改回来。");
			}
		}
	}

	private static boolean readable(Models models, String file) {
		return models.tables().stream().anyMatch(one -> one.file().equals(file));
	}
}
