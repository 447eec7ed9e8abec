package org.bihuan.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.document.Templates;
import org.bihuan.engine.guard.ModelRules;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelParseException;

/** Everything that keeps a set from coming into force: what {@link ModelCheck} says, and what the guards of a deployment would refuse one by one. */
final class Soundness {

	private Soundness() {
	}

	/** @return nothing when the set is sound */
	static List<Problem> problems(ModelSet set) {
		List<Problem> problems = new ArrayList<>(ModelCheck.problems(set));
		Map<String, String> processes = new HashMap<>();
		set.files().forEach((name, bytes) -> {
			if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
				ModelRules.wrong(name, bytes).forEach(one -> problems.add(new Problem(name, "", "", one)));
			}
			if (name.endsWith(".bpmn")) {
				problems.addAll(ofDiagram(name, bytes, processes));
			}
		});
		Templates.wrong(set.files()).forEach((name, what) -> {
			if (set.files().containsKey(name)) {
				problems.add(new Problem(name, "", "", what));
			}
		});
		return problems.stream().distinct().toList();
	}

	private static List<Problem> ofDiagram(String name, byte[] bytes, Map<String, String> processes) {
		List<Problem> problems = new ArrayList<>();
		try {
			BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
			TaskLimits.wrong(name, model).forEach(one -> problems.add(new Problem(name, "", "", one)));
			for (Process process : model.getModelElementsByType(Process.class)) {
				String other = processes.putIfAbsent(process.getId(), name);
				if (other != null) {
					problems.add(new Problem(name, process.getName() == null ? "" : process.getName(), process.getId(),
							"文件 " + other + " 里已经有这个流程。要改它，请把文件存成 " + other + " 再部署；要另加一个流程，请给它换一个 id。"));
				}
			}
		}
		catch (ModelParseException | BpmnModelException malformed) {
			problems.add(new Problem(name, "", "", "不是完整的流程图（BPMN）文件，请用 Camunda Modeler 打开检查后重新保存。"));
		}
		return problems;
	}
}
