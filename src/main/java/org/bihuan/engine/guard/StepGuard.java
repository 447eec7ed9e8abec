package org.bihuan.engine.guard;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.model.Decisive;
import org.bihuan.model.Problem;
import org.bihuan.model.Roles;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * No user task without its work. One that names none has the house's general work: who draws a step need not know that there is such a thing. One
 * that names another step's is not deployed, nor are diagrams that lack a role of those that they need.
 */
public class StepGuard extends AbstractBpmnParseListener implements Deployer {

	/** The bean that is the general work. */
	public static final String DRAWN = "drawnStep";

	private static final Set<String> WORKED = Set.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE);

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (!hasWork(element)) {
			TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
			TaskListener work = new DelegateExpressionTaskListener(
					Context.getProcessEngineConfiguration().getExpressionManager().createExpression("${" + DRAWN + "}"), List.of());
			WORKED.forEach(event -> task.addTaskListener(event, work));
		}
	}

	/** Another's listener at one of the two events is left to do it alone, as a diagram from before may have it. */
	private static boolean hasWork(Element task) {
		Element extension = task.element("extensionElements");
		return extension != null && extension.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "taskListener").stream()
				.anyMatch(one -> WORKED.contains(String.valueOf(one.attribute("event"))));
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (!deployment.isNew() || deployment.getResources() == null) {
			return;
		}
		SortedMap<String, byte[]> files = new TreeMap<>();
		deployment.getResources().values().forEach(one -> files.put(one.getName(), one.getBytes()));
		List<String> wrong = Stream.concat(Roles.problemsOfPart(files).stream(), Decisive.problems(files).stream()).map(Problem::sentence).toList();
		Refusal.unless(wrong.isEmpty(), () -> String.join("\n", wrong));
	}
}
