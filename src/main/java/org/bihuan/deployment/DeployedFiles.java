package org.bihuan.deployment;

import java.util.Date;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.repository.CaseDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionRequirementsDefinition;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** A whole set's deployment as who sent some of its files is told of it: with what those define. The Modeler takes the first for its diagram. */
record DeployedFiles(DeploymentWithDefinitions all, Set<String> files) implements DeploymentWithDefinitions {

	private <T extends ResourceDefinition> List<T> sent(List<T> definitions) {
		return definitions == null ? null : definitions.stream().filter(one -> files.contains(one.getResourceName())).toList();
	}

	@Override
	public List<ProcessDefinition> getDeployedProcessDefinitions() {
		return sent(all.getDeployedProcessDefinitions());
	}

	@Override
	public List<CaseDefinition> getDeployedCaseDefinitions() {
		return sent(all.getDeployedCaseDefinitions());
	}

	@Override
	public List<DecisionDefinition> getDeployedDecisionDefinitions() {
		return sent(all.getDeployedDecisionDefinitions());
	}

	@Override
	public List<DecisionRequirementsDefinition> getDeployedDecisionRequirementsDefinitions() {
		return sent(all.getDeployedDecisionRequirementsDefinitions());
	}

	@Override
	public String getId() {
		return all.getId();
	}

	@Override
	public String getName() {
		return all.getName();
	}

	@Override
	public Date getDeploymentTime() {
		return all.getDeploymentTime();
	}

	@Override
	public String getSource() {
		return all.getSource();
	}

	@Override
	public String getTenantId() {
		return all.getTenantId();
	}
}
