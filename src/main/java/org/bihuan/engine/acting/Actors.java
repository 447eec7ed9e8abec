package org.bihuan.engine.acting;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting. The only one that knows how the engine keeps that. */
@Component
public class Actors {

	/** The actor of what the system does by itself (timers, delegates run by the job executor). */
	public static final String SYSTEM = "system";

	/** To whom a task is not for, whatever he wants with it. */
	public static final String NOT_FOR_YOU = "这项任务不由您办理：只有流程图指定的部门或个人可以办理；系统管理员的账号可以查看，不能办理。";

	private final IdentityService identity;

	Actors(@Lazy IdentityService identity) {
		this.identity = identity;
	}

	/** The account that is acting, or {@link #SYSTEM}. */
	public String current() {
		return account().orElse(SYSTEM);
	}

	/** The account that is acting; empty where the application acts by itself. */
	public Optional<String> account() {
		return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
	}

	/** Asks the engine not in the name of the account that is acting, so past its authorizations; the account acts again afterwards. */
	public <T> T openly(Supplier<T> query) {
		Authentication acting = identity.getCurrentAuthentication();
		if (acting == null) {
			return query.get();
		}
		identity.clearAuthentication();
		try {
			return query.get();
		}
		finally {
			identity.setAuthentication(acting);
		}
	}

	/** Whether an account is an administrator's now. */
	public boolean isAdministrator(String account) {
		return openly(() -> identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).groupMember(account).count()) > 0;
	}

	/**
	 * Whether a task is for this account: it is one of those that the model names, or in one of the groups that it names, now. Nothing else counts,
	 * neither who has claimed it nor what an administrator may do.
	 */
	public boolean isFor(Collection<? extends IdentityLink> candidates, String account) {
		return openly(() -> {
			Set<String> groups = identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).collect(Collectors.toSet());
			return candidates.stream().filter(one -> IdentityLinkType.CANDIDATE.equals(one.getType()))
					.anyMatch(one -> one.getGroupId() == null ? account.equals(one.getUserId()) : groups.contains(one.getGroupId()));
		});
	}

	/**
	 * Only whom a task is for does anything for it: answers it, takes it, uploads to it. An administrator is never one, who sees and mends
	 * everything and could put himself into any group: who also handles cases does so by another account.
	 *
	 * @param candidates whom the model names
	 * @throws Refusal for everybody else
	 */
	public void requireHolder(Collection<? extends IdentityLink> candidates, String account) {
		if (isAdministrator(account) || !isFor(candidates, account)) {
			throw Refusal.forbidden(NOT_FOR_YOU);
		}
	}

	/**
	 * A task that nobody can do would wait unseen for ever. Who completes the step before it is told so and nothing moves; where
	 * a job leads to it, the job fails and becomes an incident.
	 */
	public void requireSomebodyFor(DelegateTask task) {
		boolean somebody = task.getAssignee() == null ? task.getCandidates().stream().anyMatch(this::hasSomebody) : exists(task.getAssignee());
		Refusal.unless(somebody, () -> "下一步“" + task.getName() + "”没有可以办理的人员（"
				+ (task.getAssignee() != null ? task.getAssignee()
						: String.join("、",
								task.getCandidates().stream().map(link -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
										.toList()))
				+ "），请系统管理员先添加人员，再重新提交。");
	}

	private boolean exists(String account) {
		return identity.createUserQuery().userId(account).count() > 0;
	}

	private boolean hasSomebody(IdentityLink candidate) {
		return candidate.getGroupId() != null ? identity.createUserQuery().memberOfGroup(candidate.getGroupId()).count() > 0
				: exists(candidate.getUserId());
	}
}
