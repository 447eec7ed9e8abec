package org.bihuan.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.annotation.Autowired;

/** The work behind a start form; the model names it as the {@code start} listener of the start event. */
public abstract class StartWork implements ExecutionListener {

	private Forms forms;
	private Actors actors;

	@Autowired
	void engine(Forms forms, Actors actors) {
		this.forms = forms;
		this.actors = actors;
	}

	@Override
	public final void notify(DelegateExecution execution) {
		Answer answer = forms.check(execution, options(), Answers.current());
		accept(execution, answer, actors.current());
	}

	/** The options that the form's {@code view} offers now; none by default. A start form of Tasklist has no task that could carry a view. */
	protected Map<String, Object> options() {
		return Map.of();
	}

	/** Checks and stores the answer, and gives the instance its business key. */
	protected abstract void accept(DelegateExecution execution, Answer answer, String actor);
}
