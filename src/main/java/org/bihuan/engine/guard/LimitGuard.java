package org.bihuan.engine.guard;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.time.TaskLimit;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * No user task without a limit: a model that is deployed must say of each how long it may take and who hears after it. What was deployed before
 * there were limits is read as it is: its cases run to their end.
 */
public class LimitGuard extends AbstractBpmnParseListener {

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		ProcessDefinitionEntity process = (ProcessDefinitionEntity) scope.getProcessDefinition();
		String wrong = TaskLimit.wrong(properties(element));
		if (wrong != null && isNew(process)) {
			throw Refusal.invalid(TaskLimit.sentence(process.getKey() + ".bpmn", element.attribute("name"), activity.getId(), wrong));
		}
	}

	private static boolean isNew(ProcessDefinitionEntity process) {
		return Context.getCommandContext().getDeploymentManager().findDeploymentById(process.getDeploymentId()).isNew();
	}

	private static Map<String, String> properties(Element task) {
		Map<String, String> properties = new HashMap<>();
		Element extension = task.element("extensionElements");
		Element listed = extension == null ? null : extension.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
		if (listed != null) {
			listed.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")
					.forEach(one -> properties.put(one.attribute("name"), String.valueOf(one.attribute("value")).strip()));
		}
		return properties;
	}
}
