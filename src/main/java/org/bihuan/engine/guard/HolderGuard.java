package org.bihuan.engine.guard;

import java.util.function.Supplier;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Others;
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
 * Whoever answers a task that nobody has claimed takes it by that, in the same transaction.
 */
public class HolderGuard extends AbstractBpmnParseListener {

	private final Actors actors;
	private final Supplier<Others> others;

	/**
	 * @param actors who acts and for whom a task is
	 * @param others asked when somebody is refused, not before
	 */
	public HolderGuard(Actors actors, Supplier<Others> others) {
		this.actors = actors;
		this.others = others;
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
				() -> "该任务已由他人（" + others.get().called(task.getAssignee()) + "）认领，请先由其取消认领。");
		if (task.getAssignee() == null) {
			task.setAssignee(account);
		}
	}
}
