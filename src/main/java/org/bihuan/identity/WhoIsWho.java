package org.bihuan.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.guard.AccountChange;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.KnownAs;
import org.bihuan.ledger.KnownAs.Known;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who is who: of everybody at the start and with each change, and of who acts with each act, since a directory elsewhere tells us of no
 * change. An id that was ever somebody's is given to nobody else; what administrators change stands on the trail; who leaves a group loses its
 * tasks.
 */
@Component
class WhoIsWho implements Witness {

	private static final Map<AccountChange.Kind, Act> ACTS = Map.of(AccountChange.Kind.ACCOUNT_ADDED, Act.ACCOUNT_ADDED,
			AccountChange.Kind.ACCOUNT_CHANGED, Act.ACCOUNT_CHANGED, AccountChange.Kind.PASSWORD_SET, Act.PASSWORD_SET,
			AccountChange.Kind.ACCOUNT_REMOVED, Act.ACCOUNT_REMOVED, AccountChange.Kind.GROUP_ADDED, Act.GROUP_ADDED,
			AccountChange.Kind.GROUP_CHANGED, Act.GROUP_CHANGED, AccountChange.Kind.GROUP_REMOVED, Act.GROUP_REMOVED,
			AccountChange.Kind.JOINED, Act.GROUP_JOINED, AccountChange.Kind.LEFT, Act.GROUP_LEFT);

	private final IdentityService identity;
	private final TaskService tasks;
	private final KnownAs known;
	private final Trail trail;
	private final Actors actors;

	WhoIsWho(@Lazy IdentityService identity, @Lazy TaskService tasks, KnownAs known, Trail trail, Actors actors) {
		this.identity = identity;
		this.tasks = tasks;
		this.known = known;
		this.trail = trail;
		this.actors = actors;
	}

	/** Whoever came to be somebody before this was kept, or in a directory elsewhere while nobody looked. */
	@EventListener(ApplicationStartedEvent.class)
	@Order(15)
	@Transactional
	public void everybody() {
		identity.createGroupQuery().list().forEach(this::keep);
		identity.createUserQuery().list().forEach(this::keep);
	}

	@Override
	public void of(String account) {
		actors.openly(() -> {
			Optional.ofNullable(identity.createUserQuery().userId(account).singleResult()).ifPresent(this::keep);
			return null;
		});
	}

	private void keep(User account) {
		List<Group> groups = identity.createGroupQuery().groupMember(account.getId()).list();
		groups.forEach(this::keep);
		known.keep(account.getId(), Organisation.nameOf(account), groups.stream().map(Group::getId).toList());
	}

	private void keep(Group group) {
		known.keep(group.getId(), Organisation.nameOf(group), List.of());
	}

	/** @throws Refusal for an id that was somebody's, and for a group that still has tasks */
	@EventListener
	@Transactional
	public void hear(AccountChange change) {
		if (change.kind() == AccountChange.Kind.CAME) {
			of(change.subject());
			return;
		}
		Optional<Known> before = known.last(change.subject());
		refuse(change, before);
		keep(change, before);
		String actor = actors.current();
		tell(change, before, actor);
		if (change.kind() == AccountChange.Kind.LEFT || change.kind() == AccountChange.Kind.ACCOUNT_REMOVED) {
			actors.openly(() -> {
				tasks.createTaskQuery().taskAssignee(change.subject()).list().forEach(task -> release(task, change.subject(), actor));
				return null;
			});
		}
	}

	private void refuse(AccountChange change, Optional<Known> before) {
		switch (change.kind()) {
			case ACCOUNT_ADDED, GROUP_ADDED -> Refusal.unless(!known.wasEver(change.subject()) && !Actors.SYSTEM.equalsIgnoreCase(change.subject()),
					() -> "“" + change.subject() + "”已经用过（" + before.map(Known::name).orElse("只是大小写不同，或是系统的")
							+ "），不能再给别人，否则以前签的字会变成别人的。请另取一个编号。");
			case GROUP_REMOVED -> requireNoWork(change.subject(), before.map(Known::name).orElse(change.subject()));
			case ACCOUNT_REMOVED -> requireAnAdministrator(before.map(Known::groups).orElse(List.of()));
			case LEFT -> requireAnAdministrator(List.of(change.group()));
			default -> {
				// nothing speaks against it
			}
		}
	}

	private void keep(AccountChange change, Optional<Known> before) {
		actors.openly(() -> {
			Optional.ofNullable(identity.createUserQuery().userId(change.subject()).singleResult()).ifPresent(this::keep);
			Optional.ofNullable(identity.createGroupQuery().groupId(change.subject()).singleResult()).ifPresent(this::keep);
			return null;
		});
		if (change.kind() == AccountChange.Kind.ACCOUNT_REMOVED) {
			before.ifPresent(one -> known.keep(one.subject(), one.name(), List.of()));
		}
	}

	/** What the application does by itself, as founding an organisation, is no administrator's act. */
	private void tell(AccountChange change, Optional<Known> before, String actor) {
		if (Actors.SYSTEM.equals(actor)) {
			return;
		}
		of(actor);
		String called = known.last(change.subject()).map(Known::name).orElse(change.subject());
		trail.add(actor, ACTS.get(change.kind()), Trail.Subject.house(), Fields.of("account", change.subject(), "called", called, "formerly",
				before.map(Known::name).filter(name -> !name.equals(called)).orElse(null), "group", change.group()));
	}

	private void requireNoWork(String group, String name) {
		Refusal.unless(!Organisation.ADMINS.equals(group), "系统管理员的小组不能删除。");
		Refusal.unless(actors.openly(() -> tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks().count()) == 0,
				() -> "“" + name + "”还有没办结的任务，不能删除；请先办结或改派。");
	}

	/** Without one nobody gets in to mend anything, and the platform would lead everybody to a page that is shut. */
	private void requireAnAdministrator(List<String> left) {
		Refusal.unless(actors.account().isEmpty() || !left.contains(Organisation.ADMINS)
				|| actors.openly(() -> identity.createUserQuery().memberOfGroup(Organisation.ADMINS).count()) > 0,
				"这是最后一位系统管理员，不能删除，也不能移出系统管理员的小组。请先另加一位。");
	}

	/** Back to those whom the task is for, unless he is still one of them. */
	private void release(Task task, String account, String actor) {
		if (!actors.isFor(tasks.getIdentityLinksForTask(task.getId()), account)) {
			tasks.setAssignee(task.getId(), null);
			trail.add(actor, Act.TASK_RELEASED, new Trail.Subject((String) tasks.getVariable(task.getId(), Variables.OUTCOME_ID),
					(String) tasks.getVariable(task.getId(), Variables.ASSIGNMENT_ID), null, null),
					Fields.of("task", task.getName(), "account", account));
		}
	}
}
