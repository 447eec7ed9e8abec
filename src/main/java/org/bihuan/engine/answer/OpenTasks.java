package org.bihuan.engine.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.TaskLimit;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The tasks that lie open. What their forms show was written when they were created; after a 更正 it is written anew, and when their case goes on by
 * another set of models.
 */
@Component
public class OpenTasks {

	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)\\}");

	private final TaskService tasks;
	private final RuntimeService runtime;
	private final AuthorizationService authorizations;
	private final ObjectProvider<ProcessEngine> engine;
	private final BeanFactory beans;
	private final Actors actors;
	private final TaskLimits limits;
	private final Elements elements;

	OpenTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy AuthorizationService authorizations, ObjectProvider<ProcessEngine> engine,
			BeanFactory beans, Actors actors, TaskLimits limits, Elements elements) {
		this.elements = elements;
		this.tasks = tasks;
		this.runtime = runtime;
		this.authorizations = authorizations;
		this.engine = engine;
		this.beans = beans;
		this.actors = actors;
		this.limits = limits;
	}

	/** Shows the open tasks of a case as the ledger is now; what somebody has typed meanwhile stays. Only from within the engine's transaction. */
	public void showAnew(String businessKey) {
		for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list()) {
			TaskEntity open = (TaskEntity) task;
			works(open).forEach(work -> work.show(open));
		}
	}

	/** What the model names as the work behind a task when it is created; mostly one. */
	private List<TaskWork> works(TaskEntity open) {
		List<TaskWork> works = new ArrayList<>();
		for (TaskListener listener : open.getTaskDefinition().getTaskListeners().getOrDefault(TaskListener.EVENTNAME_CREATE, List.of())) {
			if (listener instanceof DelegateExpressionTaskListener named) {
				Matcher bean = BEAN.matcher(named.getExpressionText());
				if (bean.matches() && beans.getBean(bean.group(1)) instanceof TaskWork work) {
					works.add(work);
				}
			}
		}
		return works;
	}

	/** What the model says now of the time of each open task of an instance, by the task's id. */
	public Map<String, TaskLimit> limits(String processInstanceId) {
		return tasks.createTaskQuery().processInstanceId(processInstanceId).list().stream()
				.collect(Collectors.toMap(Task::getId, one -> limits.of(one.getProcessDefinitionId(), one.getTaskDefinitionKey())));
	}

	/**
	 * The open tasks of an instance go on by another version of its model, which the engine itself leaves as they were created: they are called as
	 * there, are for those whom it names, and show what it shows. Who has claimed one for which he is not any more gives it back. What somebody
	 * has typed stays.
	 *
	 * @param before what the former version said of their time
	 * @throws org.bihuan.engine.acting.Refusal where nobody could do one
	 */
	public void goOn(String processInstanceId, Map<String, TaskLimit> before) {
		// the engine goes on seeing within a command whom it has just taken from a task
		each(processInstanceId, open -> new Drawn(open).redo());
		each(processInstanceId, open -> {
			if (open.getAssignee() != null && !actors.isFor(open.getCandidates(), open.getAssignee())) {
				forget(open, authorizations.createAuthorizationQuery().userIdIn(open.getAssignee()));
				open.setAssignee(null);
			}
			actors.requireSomebodyFor(open);
			works(open).forEach(work -> work.goOn(open, before.get(open.getId())));
		});
	}

	private void each(String processInstanceId, Consumer<TaskEntity> act) {
		((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
			tasks.createTaskQuery().processInstanceId(processInstanceId).list().forEach(task -> act.accept((TaskEntity) task));
			return null;
		});
	}

	/** The engine gives the right to see a task with the task, and never takes it back. */
	private void forget(TaskEntity task, AuthorizationQuery of) {
		of.resourceType(Resources.TASK).resourceId(task.getId()).list().forEach(one -> authorizations.deleteAuthorization(one.getId()));
	}

	/** What the diagram itself says of a task. */
	private final class Drawn extends TaskDecorator {

		private final TaskEntity task;

		Drawn(TaskEntity task) {
			super(task.getTaskDefinition(), null);
			this.task = task;
		}

		void redo() {
			initializeTaskName(task, task);
			initializeTaskDescription(task, task);
			initializeTaskPriority(task, task);
			Set<String> groups = named(taskDefinition.getCandidateGroupIdExpressions());
			Set<String> people = named(taskDefinition.getCandidateUserIdExpressions());
			List<IdentityLink> former = List.copyOf(task.getCandidates());
			former.stream().filter(one -> one.getGroupId() != null && !groups.remove(one.getGroupId())).forEach(one -> {
				task.deleteCandidateGroup(one.getGroupId());
				forget(task, authorizations.createAuthorizationQuery().groupIdIn(one.getGroupId()));
			});
			former.stream().filter(one -> one.getUserId() != null && !people.remove(one.getUserId())).forEach(one -> {
				task.deleteCandidateUser(one.getUserId());
				forget(task, authorizations.createAuthorizationQuery().userIdIn(one.getUserId()));
			});
			task.addCandidateGroups(groups);
			task.addCandidateUsers(people);
		}

		private Set<String> named(Set<Expression> expressions) {
			return expressions.stream().map(one -> one.getValue(task)).filter(Objects::nonNull)
					.flatMap(value -> value instanceof Collection<?> many ? many.stream().map(String::valueOf)
							: extractCandidates(String.valueOf(value)).stream())
					.collect(Collectors.toCollection(LinkedHashSet::new));
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
