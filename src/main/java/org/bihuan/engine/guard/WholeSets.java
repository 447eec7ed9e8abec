package org.bihuan.engine.guard;

import java.util.SortedMap;

import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** Who takes what an account deploys by the engine's own ways, from the Modeler, by REST or in a webapp: as a whole set of models or not at all. */
public interface WholeSets {

	/**
	 * Puts the set in force with these files changed, or added, in force.
	 *
	 * @param files by the names that they were sent under, folders and all
	 * @param name that the deployment was given; may be null
	 * @return what the engine has of the set that is in force now
	 * @throws org.bihuan.engine.acting.Refusal when the account may not, with everything that is wrong with the set, or when another was faster
	 */
	DeploymentWithDefinitions take(SortedMap<String, byte[]> files, String name);
}
