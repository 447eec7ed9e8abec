package org.bihuan.rehearsal;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The organisation of the place, where the rehearsal is of a place's: before the sample's, which then does not come. */
class GivenOrganisation {

	private final List<Group> groups;
	private final IdentityService identity;

	GivenOrganisation(List<Group> groups, IdentityService identity) {
		this.groups = groups;
		this.identity = identity;
	}

	@EventListener(ApplicationStartedEvent.class)
	@Order(5)
	public void found() {
		for (Group group : groups) {
			if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
				org.camunda.bpm.engine.identity.Group made = identity.newGroup(group.id());
				made.setName(group.name());
				made.setType("WORKFLOW");
				identity.saveGroup(made);
			}
			group.people().forEach(person -> add(group.id(), person));
		}
	}

	private void add(String group, Group.Person person) {
		if (identity.createUserQuery().userId(person.account()).count() == 0) {
			User user = identity.newUser(person.account());
			user.setFirstName(person.name());
			user.setLastName("");
			// nobody logs in here
			user.setPassword(java.util.UUID.randomUUID().toString());
			identity.saveUser(user);
		}
		identity.createMembership(person.account(), group);
	}
}
