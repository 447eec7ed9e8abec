package org.bihuan.engine.answer;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.role.Elements;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The work behind a start form; the model names it as the {@code start} listener of the start event. */
public abstract class StartWork implements ExecutionListener {

	private Forms forms;
	private Actors actors;
	private GivenAnswers given;
	private Elements elements;
	private Witness witness;
	private ApplicationEventPublisher events;

	@Autowired
	void engine(Forms forms, Actors actors, Witness witness, Elements elements, GivenAnswers given,
			ApplicationEventPublisher events) {
		this.elements = elements;
		this.events = events;
		this.forms = forms;
		this.witness = witness;
		this.actors = actors;
		this.given = given;
	}

	@Override
	public final void notify(DelegateExecution execution) {
		String actor = actors.current();
		witness.of(actor);
		Forms.Checked checked = forms.check(execution, Answers.current());
		accept(execution, checked.answer(), actor);
		checked.decisive().forEach(execution::setVariable);
		String name = execution.getCurrentActivityName();
		given.keep(new GivenAnswers.Step(execution.getProcessInstanceId(), Forms.processKey(execution.getProcessDefinitionId()),
				key(execution), name == null ? execution.getCurrentActivityId() : name, checked.form(), checked.version()),
				(String) execution.getVariable(Variables.OUTCOME_ID), (String) execution.getVariable(Variables.ASSIGNMENT_ID), actor,
				checked.values());
		events.publishEvent(new Started(actor, Forms.processKey(execution.getProcessDefinitionId())));
	}

	/** Which start form it is: the key of its role, whatever its element is called. */
	protected final String key(DelegateExecution execution) {
		return elements.key(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
	}

	/** Checks and stores the answer, gives the instance its business key and says what it is about ({@link Variables#OUTCOME_ID}). */
	protected abstract void accept(DelegateExecution execution, Answer answer, String actor);
}
