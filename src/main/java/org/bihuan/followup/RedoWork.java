package org.bihuan.followup;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What every task of the redo shows, and by when: the limit that was ordered. */
abstract class RedoWork extends SatisfactionWork {

	/**
	 * What every form of the redo may show.
	 *
	 * @param redoLimit its last day
	 */
	record RedoView(@JsonUnwrapped RatedView rated, String redoLimit) {
	}

	RedoView redoView(DelegateTask task) {
		return new RedoView(ratedView(task), assignment(task).redoLimitOn().toString());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).redoLimitOn();
	}
}
