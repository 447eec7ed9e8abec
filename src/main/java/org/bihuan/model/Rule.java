package org.bihuan.model;

/**
 * One concern of the check of a set: what an analyst may not do there, each with its own sentence. It stands where the knowledge is, and is listed
 * in {@code META-INF/services/org.bihuan.model.Rule}: needs no database, no context and no engine. Has a public constructor without parameters.
 */
public interface Rule {

	/**
	 * @param models the set, as far as it can be read
	 * @param findings where the problems go
	 */
	void check(Models models, Findings findings);
}
