package org.bihuan.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The version tag of a process follows the set that it is deployed with: {@code 1.0.0+7} is what the analyst wrote in the file, in the seventh set
 * that came into force. Files stay as they are.
 */
class SetNumber extends AbstractBpmnParseListener {

	private static final Pattern NAME = Pattern.compile("第 (\\d+) 套");

	/** What the engine's deployment of a set is called. */
	static String name(long number) {
		return "第 " + number + " 套";
	}

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity process) {
		Matcher set = NAME.matcher(String.valueOf(
				Context.getCommandContext().getDeploymentManager().findDeploymentById(process.getDeploymentId()).getName()));
		if (set.matches()) {
			process.setVersionTag((process.getVersionTag() == null ? "" : process.getVersionTag()) + "+" + set.group(1));
		}
	}
}
