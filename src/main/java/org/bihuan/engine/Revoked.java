package org.bihuan.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;

/**
 * Whether any right has been taken away from somebody by a revocation of the engine's. The house only ever gives rights, and refuses who changes
 * them by hand; yet a database may have one from before. Where there is none the engine need not look for one with every query.
 */
final class Revoked {

	private Revoked() {
	}

	/** At a start, before anybody comes in. */
	static void lookForIt(ProcessEngine engine) {
		boolean any = engine.getAuthorizationService().createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_REVOKE).count() > 0;
		engine.getProcessEngineConfiguration().setAuthorizationCheckRevokes(
				any ? ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS : ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
	}
}
