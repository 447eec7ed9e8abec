package org.bihuan.document;

import java.util.Collection;
import java.util.Optional;

/** Which evidence has to be there before a task is completed: only its own, and only the kinds that are asked for in this place. */
final class EvidencePolicy {

	private EvidencePolicy() {
	}

	/**
	 * Why the task may not be completed, in Chinese with what to do; empty when it may.
	 *
	 * @param required the kinds that are asked for here
	 * @param uploaded how many files were uploaded in this very task
	 */
	static Optional<String> refusal(Evidence.Kind kind, Collection<Evidence.Kind> required, int uploaded) {
		return required.contains(kind) && uploaded == 0 ? Optional.of("请先在本任务的“附件”页上传" + kind.label() + "，再提交。") : Optional.empty();
	}
}
