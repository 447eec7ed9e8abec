package org.bihuan.engine.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
	private final BeanFactory beans;

	OpenTasks(@Lazy TaskService tasks, BeanFactory beans) {
		this.tasks = tasks;
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
}
