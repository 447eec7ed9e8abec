package org.bihuan.engine.guard;

import java.util.function.Supplier;

import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Sees to it that a start form which is sent twice is taken once. */
public interface SentOnce {

	/**
	 * @param account who sends it; a key is his own
	 * @param processKey whose start form it is
	 * @param answer what was filled in, as JSON: the same text for the same answer
	 * @param start within the same transaction as what is kept of it
	 * @return what was started now, or before by the same form; of two at the same moment the second waits for the first
	 * @throws Refusal when it was taken before with another answer
	 */
	ProcessInstance start(String account, FormKey key, String processKey, String answer, Supplier<ProcessInstance> start);
}
