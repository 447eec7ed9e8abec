package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.guard.AccountChange;
import org.bihuan.engine.guard.AskedLists;
import org.bihuan.engine.role.Elements;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that Tasklist shows, one filter each for all whose it is, made and put right at every start; and what each holds for whoever asks, now.
 * They may be read by their groups, and changed by administrators alone.
 */
@Component
class TaskLists implements AskedLists {

	private static final int SOON_DAYS = 3;

	/** What former versions called the two that each account had of its own. */
	private static final Set<String> FORMER = Set.of("所在部门尚未认领的任务，认领后办理", "已由本人认领的任务");

	private final IdentityService identity;
	private final FilterService filters;
	private final TaskService tasks;
	private final AuthorizationService authorizations;
	private final Actors actors;
	private final Elements elements;
	private final Clock clock;

	TaskLists(@Lazy IdentityService identity, @Lazy FilterService filters, @Lazy TaskService tasks, @Lazy AuthorizationService authorizations,
			Actors actors, Elements elements, Clock clock) {
		this.actors = actors;
		this.identity = identity;
		this.filters = filters;
		this.tasks = tasks;
		this.authorizations = authorizations;
		this.elements = elements;
		this.clock = clock;
	}

	@EventListener(ApplicationStartedEvent.class)
	@Order(20)
	@Transactional
	public void provide() {
		List<Filter> stored = filters.createFilterQuery().list();
		stored.stream().filter(TaskLists::isOfOneAccount).forEach(one -> filters.deleteFilter(one.getId()));
		List<String> groups = identity.createGroupQuery().list().stream().map(Group::getId).toList();
		for (TaskList list : TaskList.values()) {
			Filter filter = put(list, stored.stream().filter(one -> is(one, list)).findFirst().orElseGet(filters::newTaskFilter));
			if (list.isEverybodys()) {
				read(filter.getId(), null);
			}
			else {
				groups.stream().filter(list::isOf).forEach(group -> read(filter.getId(), group));
			}
		}
	}

	/** The groups of a directory are nobody's change here: those of whoever comes have theirs when he comes. */
	@EventListener
	@Transactional
	public void hear(AccountChange change) {
		actors.openly(() -> {
			switch (change.kind()) {
				case GROUP_ADDED -> provideFor(List.of(change.subject()));
				case CAME -> provideFor(identity.createGroupQuery().groupMember(change.subject()).list().stream().map(Group::getId).toList());
				default -> {
					// a list is its groups', whoever is in them
				}
			}
			return null;
		});
	}

	private void provideFor(List<String> groups) {
		for (Filter filter : filters.createFilterQuery().list()) {
			Stream.of(TaskList.values()).filter(list -> !list.isEverybodys() && is(filter, list))
					.forEach(list -> groups.stream().filter(list::isOf).forEach(group -> read(filter.getId(), group)));
		}
	}

	private static boolean is(Filter filter, TaskList list) {
		return filter.getProperties() != null && list.name().equals(filter.getProperties().get(PROPERTY));
	}

	private static boolean isOfOneAccount(Filter filter) {
		return filter.getOwner() != null && filter.getProperties() != null
				&& FORMER.contains(String.valueOf(filter.getProperties().get("description")));
	}

	/** As it is in this version; what somebody has changed in it is put right. */
	private Filter put(TaskList list, Filter filter) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put(PROPERTY, list.name());
		properties.put("description", list.description());
		properties.put("empty", list.empty());
		properties.put("priority", List.of(TaskList.values()).indexOf(list));
		properties.put("refresh", true);
		if (filter.getId() == null || !list.title().equals(filter.getName()) || !properties.equals(filter.getProperties())) {
			filters.saveFilter(filter.setName(list.title()).setQuery(tasks.createTaskQuery().orderByDueDate().asc()).setProperties(properties));
		}
		return filter;
	}

	/** @param group null for everybody */
	private void read(String filterId, String group) {
		boolean given = authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filterId).list().stream()
				.anyMatch(one -> group == null ? one.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL : group.equals(one.getGroupId()));
		if (given) {
			return;
		}
		Authorization right = authorizations
				.createNewAuthorization(group == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
		if (group != null) {
			right.setGroupId(group);
		}
		right.setResource(Resources.FILTER);
		right.setResourceId(filterId);
		right.setPermissions(new Permissions[] { Permissions.READ });
		authorizations.saveAuthorization(right);
	}

	@Override
	public TaskQuery asked(String list, String account) {
		return Stream.of(TaskList.values()).filter(one -> one.name().equals(list)).findFirst().map(one -> asked(one, account)).orElse(null);
	}

	private TaskQuery asked(TaskList list, String account) {
		Instant now = clock.instant();
		TaskQuery ofHisGroups = tasks.createTaskQuery().active().taskCandidateUser(account).includeAssignedTasks();
		return switch (list) {
			case MINE -> tasks.createTaskQuery().active().or().taskAssignee(account).taskCandidateUser(account).endOr();
			case GROUP -> ofHisGroups;
			case SOON -> ofHisGroups.dueAfter(Date.from(now))
					.dueBefore(Date.from(ShanghaiTime.endOf(ShanghaiTime.dateAt(now).plusDays(SOON_DAYS))));
			case OVERDUE -> ofHisGroups.dueBefore(Date.from(now));
			case EVERYTHING -> tasks.createTaskQuery().active();
			case RECEIPT, TO_SIGN, ACKNOWLEDGE, LOOK_BACK, RATE ->
				ofHisGroups.taskDefinitionKeyIn(elements.everywhere(list.steps()).toArray(String[]::new));
		};
	}
}
