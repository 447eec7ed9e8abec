package org.bihuan.engine.guard;

import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What the house's own lists of tasks hold for whoever asks, when he asks: who he is and what day it is are no part of what is stored.
 */
public interface AskedLists {

	/** The property of a stored filter that names the list. */
	String PROPERTY = "list";

	/**
	 * The tasks of a list.
	 *
	 * @param list as the filter's property says it; null, or a name that is none of ours, for a filter that somebody made
	 * @param account that asks
	 * @return null for a filter that is not ours: then it is what is stored
	 */
	TaskQuery asked(String list, String account);
}
