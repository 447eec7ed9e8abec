package org.bihuan.identity;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.guard.AccountChange;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 我的待办 and 本组待办: each account's own two filters, with its id written out. One filter for all would need an expression
 * for the current user, and stored expressions are switched off (see the doors). The owner may read them, not change them.
 */
@Component
class TaskLists {

	private final IdentityService identity;
	private final FilterService filters;
	private final TaskService tasks;
	private final AuthorizationService authorizations;
	private final Actors actors;

	TaskLists(@Lazy IdentityService identity, @Lazy FilterService filters, @Lazy TaskService tasks, @Lazy AuthorizationService authorizations,
			Actors actors) {
		this.actors = actors;
		this.identity = identity;
		this.filters = filters;
		this.tasks = tasks;
		this.authorizations = authorizations;
	}

	@EventListener(ApplicationStartedEvent.class)
	@Order(20)
	@Transactional
	public void provide() {
		// who comes from a directory gets his when he comes: it may hold people who never do
		if (!identity.isReadOnly()) {
			identity.createUserQuery().list().stream().map(User::getId).forEach(this::provideFor);
		}
	}

	@EventListener
	@Transactional
	public void provide(AccountChange change) {
		if (change.kind() == AccountChange.Kind.ACCOUNT_ADDED || change.kind() == AccountChange.Kind.CAME) {
			provideFor(change.subject());
		}
	}

	private void provideFor(String user) {
		if (filters.createFilterQuery().filterOwner(user).count() == 0) {
			add(user, "本组待办", "所在部门尚未认领的任务，认领后办理", 0, tasks.createTaskQuery().taskCandidateUser(user));
			add(user, "我的待办", "已由本人认领的任务", 1, tasks.createTaskQuery().taskAssignee(user));
		}
	}

	private void add(String user, String name, String description, int priority, TaskQuery query) {
		Filter filter = filters.newTaskFilter(name).setOwner(user).setQuery(query.orderByDueDate().asc())
				.setProperties(Map.of("description", description,
						"priority", priority, "refresh", true, "variables",
						List.of(variable(Variables.CASE_TITLE, "成果"), variable(Variables.CASE_NUMBER, "编号"))));
		filters.saveFilter(filter);
		actors.openly(() -> {
			authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filter.getId()).list().forEach(this::onlyReading);
			return null;
		});
	}

	private void onlyReading(Authorization granted) {
		granted.setPermissions(new Permissions[] { Permissions.READ });
		authorizations.saveAuthorization(granted);
	}

	private static Map<String, Object> variable(String name, String label) {
		return Map.of("name", name, "label", label);
	}
}
