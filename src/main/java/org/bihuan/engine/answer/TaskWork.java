package org.bihuan.engine.answer;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/**
 * The work behind one user task; the model names it as the task's {@code create} and {@code complete} listener. At creation it
 * writes what the form shows, at completion it takes the answer: checked against the form by {@link FormRules}, then against
 * the rules of the step, then kept as it was given ({@link GivenAnswers}), all in the engine's transaction.
 */
public abstract class TaskWork implements TaskListener {

	private Forms forms;
	private Actors actors;
	private TaskLimits limits;
	private Elements elements;
	private GivenAnswers given;
	private Witness witness;

	@Autowired
	void engine(Forms forms, Actors actors, Witness witness, TaskLimits limits, Elements elements, GivenAnswers given) {
		this.forms = forms;
		this.actors = actors;
		this.witness = witness;
		this.limits = limits;
		this.elements = elements;
		this.given = given;
	}

	@Override
	public final void notify(DelegateTask task) {
		if (EVENTNAME_CREATE.equals(task.getEventName())) {
			offerToWhomItIsGiven(task);
			actors.requireSomebodyFor(task);
			LocalDate inLedger = dueOn(task);
			LocalDate due = inLedger == null ? limits.dueOn(task) : inLedger;
			if (due != null) {
				task.setDueDate(dueDate(due));
			}
			begun(task, due);
			Date followUp = followUpAt(task);
			if (followUp != null) {
				task.setFollowUpDate(followUp);
			}
			show(task);
			prefill(task).forEach((key, value) -> task.setVariableLocal(key, Forms.json(value)));
		}
		else if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
			String actor = actors.current();
			witness.of(actor);
			lock(task);
			Forms.Checked checked = forms.check(task, view(task), Answers.current());
			keep(new GivenAnswers.Step(task.getId(), Forms.processKey(task.getProcessDefinitionId()), key(task),
					name(task), checked.form(), checked.version()), id(task, Variables.OUTCOME_ID), id(task, Variables.ASSIGNMENT_ID), actor,
					checked.values());
			// kept first, so that a document which is made now can say it; a refusal takes both back
			accept(task, checked.answer(), actor);
			decide(task, checked.decisive());
		}
	}

	/**
	 * What its form marks as decisive is there for the gateway behind, within the part of the diagram in which the task stands: of assignments that
	 * go side by side each decides for itself.
	 */
	private static void decide(DelegateTask task, Map<String, Object> decisive) {
		ModelElementInstance around = task.getBpmnModelElementInstance().getParentElement();
		decisive.forEach((name, value) -> {
			if (around instanceof SubProcess part) {
				task.getExecution().setVariable(name, value, part.getId());
			}
			else {
				task.getExecution().setVariable(name, value);
			}
		});
	}

	/** A diagram may give a task to one account by name: then it is for him, also after he has given it back. */
	private static void offerToWhomItIsGiven(DelegateTask task) {
		if (task.getAssignee() != null && task.getCandidates().isEmpty()) {
			task.addCandidateUser(task.getAssignee());
		}
	}

	/** Each task is answered once: of two who do so at the same moment the database keeps the first one's, and the other hears that he came late. */
	private void keep(GivenAnswers.Step step, String outcomeId, String assignmentId, String actor, List<GivenAnswers.Value> values) {
		try {
			given.keep(step, outcomeId, assignmentId, actor, values);
		}
		catch (DuplicateKeyException overtaken) {
			throw new OptimisticLockingException("task " + step.uid() + " was answered by another person at the same moment", overtaken);
		}
	}

	/** Writes what the form and the card show, as of now. */
	void show(DelegateTask task) {
		Map<String, Object> shown = Forms.shown(view(task));
		task.setVariableLocal(Variables.VIEW, Forms.json(shown));
		task.setVariableLocal(Variables.CASE_TITLE, shown.get("title"));
		Object assignment = shown.get(Variables.ASSIGNMENT_ID);
		task.setVariableLocal(Variables.CASE_NUMBER, assignment == null ? shown.get(Variables.OUTCOME_ID) : assignment);
	}

	/** As the engine keeps a due day: the last second of it in Shanghai. */
	public static Date dueDate(LocalDate due) {
		return Date.from(ShanghaiTime.endOf(due).minusSeconds(1));
	}

	/**
	 * The last day on which the task is in time, in Shanghai, where the ledger has it; null (the default) where it is the working days that stand
	 * on the task in the model. Shown and reminded of, not enforced: that is a timer's part.
	 */
	protected LocalDate dueOn(DelegateTask task) {
		return null;
	}

	/**
	 * The task begins: what its being there changes in the ledger. Nothing by default.
	 *
	 * @param due its last day, in Shanghai
	 */
	protected void begun(DelegateTask task, LocalDate due) {
	}

	/** When whoever has the task is reminded next; null (the default) when nobody is. */
	protected Date followUpAt(DelegateTask task) {
		return null;
	}

	/** What fields start with, by form key; nothing by default. Local to the task, as JSON, so that long text fits. */
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of();
	}

	/** Keeps out whoever could change what the answer rests on, before anything is read or written; nothing by default. */
	protected void lock(DelegateTask task) {
		// most steps rest on nothing that another one changes
	}

	/** Which step it is: the key of its role, whatever its element is called; of a step that the program does not know, the element's id. */
	protected final String key(DelegateTask task) {
		return elements.key(task);
	}

	/**
	 * What a work that serves several steps does in this one.
	 *
	 * @param of each by the key of its role
	 * @throws Refusal in a diagram from before this was looked at that has the work at another step: nothing is written down as what it is not
	 */
	protected final <T> T inThisStep(DelegateTask task, Map<String, T> of) {
		T meant = of.get(key(task));
		Refusal.unless(meant != null, () -> "“" + name(task) + "”在流程图里用了别的环节的组件，不能这样办理。请告诉流程分析员：删去这一步的监听器后重新部署。");
		return meant;
	}

	/** What the diagram calls it now; a task that somebody left without a name is called by its id. */
	protected static String name(DelegateTask task) {
		return task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
	}

	/** The string variable of this name, as set by the model. */
	protected static String id(DelegateTask task, String variable) {
		return (String) task.getVariable(variable);
	}

	/**
	 * What the form shows and the options it offers, as of now. Each step declares a record of its own as the result: its components are what the
	 * form may name after {@code view.}, those of a part that is {@link com.fasterxml.jackson.annotation.JsonUnwrapped} as if they were its own; a
	 * test holds every form against it without running anything. It has the {@code title} of the case and its {@code assignmentId} or
	 * {@code outcomeId}.
	 */
	protected abstract Record view(DelegateTask task);

	/** Checks the answer against the step's rules ({@link Refusal} if it breaks one) and stores it. */
	protected abstract void accept(DelegateTask task, Answer answer, String actor);
}
