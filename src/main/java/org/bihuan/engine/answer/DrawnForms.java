package org.bihuan.engine.answer;

import java.io.InputStream;

/** The forms as they were drawn and deployed, which is what an answer is checked against; people are handed them by way of {@link Shown}. */
public interface DrawnForms {

	/** The form of an open task. */
	InputStream ofTask(String taskId);

	/** The start form of a process. */
	InputStream ofStart(String processDefinitionId);
}
