package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody was forbidden stays forbidden, though the engine need not look for it where nobody was. */
class RevokedTest extends EngineTest {

	@Autowired
	private ProcessEngine engine;

	@AfterEach
	void none() {
		jdbc.sql("delete from ACT_RU_AUTHORIZATION where ID_ = 'revoked-once'").update();
		Revoked.lookForIt(engine);
	}

	private String looks() {
		return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getAuthorizationCheckRevokes();
	}

	private boolean comesIn() {
		return engine.getAuthorizationService().isUserAuthorized("gongan1", List.of("unit-gongan"), Permissions.ACCESS, Resources.APPLICATION,
				"tasklist");
	}

	@Test
	void whatNobodyWasForbiddenIsNotLookedFor() {
		assertThat(looks()).isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
	}

	@Test
	void aRevocationFromBeforeHoldsFromTheNextStartOn() {
		assertThat(comesIn()).isTrue();
		jdbc.sql("insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) "
				+ "values ('revoked-once', 1, 2, 'gongan1', 0, 'tasklist', 0)").update();
		Revoked.lookForIt(engine);

		assertThat(looks()).isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS);
		assertThat(comesIn()).isFalse();
	}
}
