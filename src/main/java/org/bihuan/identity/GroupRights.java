package org.bihuan.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.guard.AccountChange;
import org.bihuan.terms.ProcessKeys;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each group may in the engine follows from its id, and from nothing else: nobody grants it by hand. Given when a group comes into being, and
 * at every start, which gives back what is missing and never takes anything away.
 */
@Component
class GroupRights {

	private final IdentityService identity;
	private final AuthorizationService authorizations;
	private final Actors actors;

	GroupRights(@Lazy IdentityService identity, @Lazy AuthorizationService authorizations, Actors actors) {
		this.identity = identity;
		this.authorizations = authorizations;
		this.actors = actors;
	}

	/** @param id of one resource, or {@code *} for all of its kind */
	private record Right(Resource resource, String id, Set<Permission> permissions) {

		static Right of(Resource resource, String id, Permission... permissions) {
			return new Right(resource, id, Set.of(permissions));
		}
	}

	/** After an evaluation's organisation is founded, before the lists of tasks are made. */
	@EventListener(ApplicationStartedEvent.class)
	@Order(12)
	@Transactional
	public void everybody() {
		identity.createGroupQuery().list().stream().map(Group::getId).forEach(this::give);
	}

	/** The groups of a directory are nobody's change here: those of whoever comes have theirs when he comes. */
	@EventListener
	@Transactional
	public void hear(AccountChange change) {
		actors.openly(() -> {
			switch (change.kind()) {
				case GROUP_ADDED -> give(change.subject());
				case CAME -> identity.createGroupQuery().groupMember(change.subject()).list().stream().map(Group::getId).forEach(this::give);
				default -> {
					// a right is its group's, whoever is in it
				}
			}
			return null;
		});
	}

	private void give(String group) {
		rightsOf(group).forEach(right -> give(group, right));
	}

	private static Stream<Right> rightsOf(String group) {
		if (group.equals(Organisation.ADMINS)) {
			return Stream.of(Resources.values()).map(resource -> Right.of(resource, "*", Permissions.ALL));
		}
		Stream<Right> own = Stream.of(Right.of(Resources.APPLICATION, "tasklist", Permissions.ACCESS));
		if (group.equals(Organisation.ANALYSTS)) {
			// who changes the models sees what runs and puts whole sets in force, in the Modeler and by REST; of the cases he sees nothing by it
			return Stream.of(own, Stream.of(Right.of(Resources.DEPLOYMENT, "*", Permissions.READ, Permissions.CREATE)),
					Stream.of(Resources.PROCESS_DEFINITION, Resources.DECISION_DEFINITION, Resources.DECISION_REQUIREMENTS_DEFINITION)
							.map(resource -> Right.of(resource, "*", Permissions.READ)))
					.flatMap(rights -> rights);
		}
		List<String> starts = starts(group);
		Stream<Right> instances = starts.isEmpty() ? Stream.of() : Stream.of(Right.of(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE));
		// the two offices have tasks together, and a task says by name whose it is
		Stream<Right> each = !Organisation.PARTY_AND_GOV_OFFICES.contains(group) ? Stream.of()
				: Organisation.PARTY_AND_GOV_OFFICES.stream().map(office -> Right.of(Resources.GROUP, office, Permissions.READ));
		return Stream.of(own, each, starts.stream()
				.map(process -> Right.of(Resources.PROCESS_DEFINITION, process, Permissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE)),
				instances).flatMap(rights -> rights);
	}

	/** The processes that a group may start. */
	private static List<String> starts(String group) {
		if (Organisation.isCommittee(group)) {
			return List.of(ProcessKeys.CONSULTATION_OUTCOME);
		}
		if (Organisation.PARTY_AND_GOV_OFFICES.contains(group)) {
			return List.of(ProcessKeys.LATE_INSTRUCTION, ProcessKeys.AMENDMENT);
		}
		return Organisation.THREE_OFFICES.contains(group) ? List.of(ProcessKeys.AMENDMENT) : List.of();
	}

	private void give(String group, Right right) {
		Authorization granted = authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT).groupIdIn(group)
				.resourceType(right.resource()).resourceId(right.id()).singleResult();
		if (granted == null) {
			granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			granted.setGroupId(group);
			granted.setResource(right.resource());
			granted.setResourceId(right.id());
		}
		else if (right.permissions().stream().allMatch(granted::isPermissionGranted)) {
			return;
		}
		right.permissions().forEach(granted::addPermission);
		authorizations.saveAuthorization(granted);
	}
}
