package org.bihuan.waiting;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.engine.time.TaskLimit;

/**
 * A task that waits for people, with its case.
 *
 * @param begunOn the day on which it was created, in Shanghai
 * @param dueOn its last day, in Shanghai; null only for a task of a former version that had none
 * @param outcomeId null when the task belongs to no outcome of the ledger
 * @param assignmentId null when it is about the whole outcome
 * @param title of the outcome; empty when there is none
 * @param holders who has it: the one who claimed it, or the groups and people it is offered to
 */
public record OpenTask(String id, String key, String name, TaskLimit limit, LocalDate begunOn, LocalDate dueOn, String outcomeId,
		String assignmentId, String title, List<String> holders) {

	/** The same with this last day. */
	OpenTask due(LocalDate day) {
		return new OpenTask(id, key, name, limit, begunOn, day, outcomeId, assignmentId, title, holders);
	}

	/** The number of the case, as its card shows it; empty when there is none. */
	public String number() {
		return assignmentId != null ? assignmentId : outcomeId == null ? "" : outcomeId;
	}
}
