package org.bihuan.deployment;

import java.util.List;

import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** All tests share one application: who puts another set in force puts the former one back. */
public final class FormerSet {

	private FormerSet() {
	}

	/** @param before what was in force before the test */
	public static void restore(Force before, ModelSets sets, ModelDeployment deployment, IdentityService identity) {
		// the start timers of the models begin again now: not in a case's year
		ClockUtil.reset();
		if (sets.setInForce() != before.setId()) {
			identity.setAuthentication("admin", List.of("camunda-admin"));
			deployment.putInForce(before.setId(), sets.latest(), "测试之后恢复");
			identity.clearAuthentication();
		}
	}
}
