package org.bihuan.engine.guard;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * What an account deploys goes into the set of models that is in force, which is checked and deployed as a whole: call activities bind to their own
 * deployment, so a diagram that is deployed alone is never used, or is used without the forms that it names. What the application deploys by itself
 * is deployed as it is.
 */
public class GuardedRepositoryService extends RepositoryServiceImpl {

	private static final String AGAIN = "从前的部署不能单独再部署一次。请在“流程图和表单”（/models）里恢复从前的一套，那里写着各套是何时、为什么生效的。";
	private static final String LATER = "整套流程图检查通过即生效，不能定在以后，也不分租户。请去掉 deployment-activation-time 和 tenant-id 后再部署。";

	private final ProcessEngineConfigurationImpl engine;
	private final Supplier<WholeSets> sets;

	/**
	 * @param engine whose services know who is acting
	 * @param sets asked for when an account deploys, and no earlier
	 */
	public GuardedRepositoryService(ProcessEngineConfigurationImpl engine, Supplier<WholeSets> sets) {
		this.engine = engine;
		this.sets = sets;
	}

	@Override
	public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
		if (!ByHand.is(engine)) {
			return super.deployWithResult(builder);
		}
		Refusal.unless(builder.getDeployments().isEmpty() && builder.getDeploymentResourcesById().isEmpty()
				&& builder.getDeploymentResourcesByName().isEmpty() && builder.getNameFromDeployment() == null, AGAIN);
		Refusal.unless(builder.getProcessDefinitionsActivationDate() == null && builder.getDeployment().getTenantId() == null, LATER);
		SortedMap<String, byte[]> files = new TreeMap<>();
		if (builder.getDeployment().getResources() != null) {
			for (ResourceEntity one : builder.getDeployment().getResources().values()) {
				files.put(one.getName(), one.getBytes());
			}
		}
		return sets.get().take(files, builder.getDeployment().getName());
	}
}
