package org.bihuan.engine.guard;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Nobody signs for others: every user task of every model is answered by somebody whom the model names, in person or by his group, at the moment
 * of the answer. Who has left the group since he claimed the task is no such person; nor is an administrator ({@link Actors#requireHolder}).
 */
public class HolderGuard extends AbstractBpmnParseListener {

	private final Actors actors;

	/** @param actors who acts and for whom a task is */
	public HolderGuard(Actors actors) {
		this.actors = actors;
	}

	/** Before the step's own listeners: who may not answer is told so, whatever he wrote. */
	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
				this::requireHolder);
	}

	private void requireHolder(DelegateTask task) {
		String account = actors.account().orElseThrow(() -> Refusal.forbidden("请先登录，再由本人办理。"));
		actors.requireHolder(task.getCandidates(), account);
		Refusal.unless(task.getAssignee() == null || task.getAssignee().equals(account),
				() -> "该任务已由他人（" + task.getAssignee() + "）认领，请先由其取消认领。");
	}
}
