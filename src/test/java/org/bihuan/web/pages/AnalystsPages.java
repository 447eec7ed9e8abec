package org.bihuan.web.pages;

import org.bihuan.EngineTest;
import org.bihuan.deployment.FormerSet;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.web.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What an analyst does on his pages, after which the set of before is in force again. */
abstract class AnalystsPages extends EngineTest {

	@Autowired
	protected ModelDeployment deployment;
	@Autowired
	protected ModelSets sets;

	protected Force before;
	protected Http analyst;

	@BeforeEach
	void login() {
		before = sets.inForce().orElseThrow();
		analyst = Http.pages(port, "fenxi1");
	}

	@AfterEach
	void itIsInForceAgain() {
		FormerSet.restore(before, sets, deployment, identity);
	}
}
