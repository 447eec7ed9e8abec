package org.bihuan.engine.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.engine.role.Elements;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks that lie open. What their forms show was written when they were created; after a 更正 it is written anew. */
@Component
public class OpenTasks {

	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)\\}");

	private final TaskService tasks;
	private final RuntimeService runtime;
	private final BeanFactory beans;
	private final Elements elements;

	OpenTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, BeanFactory beans, Elements elements) {
		this.elements = elements;
		this.tasks = tasks;
		this.runtime = runtime;
		this.beans = beans;
	}

	/** Shows the open tasks of a case as the ledger is now; what somebody has typed meanwhile stays. Only from within the engine's transaction. */
	public void showAnew(String businessKey) {
		for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list()) {
			TaskEntity open = (TaskEntity) task;
			for (TaskListener listener : open.getTaskDefinition().getTaskListeners().get(TaskListener.EVENTNAME_CREATE)) {
				if (listener instanceof DelegateExpressionTaskListener named) {
					Matcher bean = BEAN.matcher(named.getExpressionText());
					if (bean.matches() && beans.getBean(bean.group(1)) instanceof TaskWork work) {
						work.show(open);
					}
				}
			}
		}
	}

	/**
	 * Puts new tasks in the place of the open ones of these steps of an assignment: whoever has one before him has read what is not so any more, and
	 * cannot answer it unseen. What he has typed goes into the new one. Only from within the engine's transaction.
	 *
	 * @param steps by the keys of their roles
	 */
	public void openAnew(String businessKey, String assignmentId, String... steps) {
		tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream().filter(task -> List.of(steps).contains(elements.key(task)))
				.filter(task -> assignmentId.equals(tasks.getVariable(task.getId(), Variables.ASSIGNMENT_ID)))
				.forEach(task -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
						.startBeforeActivity(task.getTaskDefinitionKey())
						.cancelActivityInstance(((TaskEntity) task).getExecution().getActivityInstanceId()).execute());
	}
}
