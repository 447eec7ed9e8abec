package org.bihuan.followup;

import java.time.LocalDate;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** What every task of the redo shows, and by when: its one month. */
abstract class RedoWork extends SatisfactionWork {

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		view.put("redoLimit", assignment(task).redoLimitOn().toString());
		return view;
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).redoLimitOn();
	}
}
