package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.EngineTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may what follows from the groups; on the former version an administrator granted it by hand, or took it away, and no start gave it back. */
class GroupRightsTest extends EngineTest {

	@Autowired
	private AuthorizationService authorizations;
	@Autowired
	private GroupRights rights;

	private boolean may(String group, Resource resource, String id, org.camunda.bpm.engine.authorization.Permission permission) {
		return authorizations.isUserAuthorized("nobody-at-all", List.of(group), permission, resource, id);
	}

	@Test
	void aNewCommitteeHasItsRightsFromTheStart() {
		Group group = identity.newGroup("committee-neue");
		group.setName("新委");
		identity.saveGroup(group);

		assertThat(may("committee-neue", Resources.APPLICATION, "tasklist", Permissions.ACCESS)).isTrue();
		assertThat(may("committee-neue", Resources.PROCESS_DEFINITION, "consultation-outcome", ProcessDefinitionPermissions.CREATE_INSTANCE))
				.isTrue();
		assertThat(may("committee-neue", Resources.PROCESS_INSTANCE, "*", Permissions.CREATE)).isTrue();
		assertThat(may("committee-neue", Resources.PROCESS_DEFINITION, "amendment", ProcessDefinitionPermissions.CREATE_INSTANCE)).isFalse();
		identity.deleteGroup("committee-neue");
	}

	@Test
	void aStartGivesBackWhatIsMissingAndNothingTwice() {
		authorizations.createAuthorizationQuery().groupIdIn("camunda-admin").list().forEach(one -> authorizations.deleteAuthorization(one.getId()));
		authorizations.createAuthorizationQuery().groupIdIn("gov-office").list().forEach(one -> authorizations.deleteAuthorization(one.getId()));

		rights.everybody();
		long once = authorizations.createAuthorizationQuery().count();
		rights.everybody();

		assertThat(may("camunda-admin", Resources.APPLICATION, "admin", Permissions.ACCESS)).isTrue();
		assertThat(may("camunda-admin", Resources.AUTHORIZATION, "*", Permissions.READ)).isTrue();
		assertThat(may("gov-office", Resources.PROCESS_DEFINITION, "late-instruction", ProcessDefinitionPermissions.CREATE_INSTANCE)).isTrue();
		assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(once);
	}

	/** On the former version a task of both stood in Tasklist as one of “区委办, gov-office”. */
	@Test
	void theTwoOfficesThatHaveTasksTogetherReadEachOthersName() {
		assertThat(may("party-office", Resources.GROUP, "gov-office", Permissions.READ)).isTrue();
		assertThat(may("gov-office", Resources.GROUP, "party-office", Permissions.READ)).isTrue();
		assertThat(may("gov-office", Resources.GROUP, "unit-gongan", Permissions.READ)).isFalse();
		assertThat(may("unit-gongan", Resources.GROUP, "gov-office", Permissions.READ)).isFalse();
	}
}
