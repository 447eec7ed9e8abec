package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.EngineTest;
import org.bihuan.ledger.ModelSets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read after a start is what whoever deploys would wait for, and no more than read. */
class FirstCheckTest extends EngineTest {

	@Autowired
	private FirstCheck first;

	@Autowired
	private ModelSets sets;

	@Autowired
	private ProcessEngine engine;

	@Test
	void theEngineHasReadTheSetInForceAndNothingIsWritten() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		List<String> definitions = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
				.map(ProcessDefinition::getId).toList();
		long latest = sets.latest();
		long deployments = engine.getRepositoryService().createDeploymentQuery().count();
		configuration.getDeploymentCache().discardProcessDefinitionCache();
		first.read();
		assertThat(definitions).isNotEmpty()
				.allSatisfy(id -> assertThat(configuration.getDeploymentCache().getProcessDefinitionCache().get(id)).as(id).isNotNull());
		assertThat(sets.latest()).isEqualTo(latest);
		assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(deployments);
	}
}
