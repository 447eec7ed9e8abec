package org.bihuan.engine.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.role.Elements;
import org.bihuan.terms.Role;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * How many working days a task has and who hears after it, as the deployed model says. The one place that the numbers are read from, whether for
 * a due day, a timer or a notice.
 */
@Component
public class TaskLimits {

	private final RepositoryService repository;
	private final Actors actors;
	private final Elements elements;
	private final WorkingDays workingDays;
	private final Clock clock;
	private final Map<String, Map<String, TaskLimit>> known = new ConcurrentHashMap<>();

	TaskLimits(@Lazy RepositoryService repository, Actors actors, Elements elements, WorkingDays workingDays, Clock clock) {
		this.repository = repository;
		this.actors = actors;
		this.elements = elements;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	/**
	 * How many working days the diagrams as they are now give a step.
	 *
	 * @param step the key of its role
	 * @throws IllegalStateException when an analyst has taken the step out of the diagrams, or left its day to the ledger, which counts with it
	 */
	public int workingDays(String step) {
		Integer days = ofStep(step).workingDays();
		if (days == null || elements.newest(step).isEmpty()) {
			throw new IllegalStateException("环节 " + Role.ofKey(step).map(Role::words).orElse(step) + "没有写工作日数：请在它的扩展属性 limit 中写 1 至 60 的整数。");
		}
		return days;
	}

	/** The limit of a task of a running case: its own model's; where that is older than limits, that of its step now. Never null. */
	public TaskLimit of(String definitionId, String elementId) {
		TaskLimit own = ofDefinition(definitionId).get(elementId);
		return own != null ? own : ofStep(elements.key(definitionId, elementId));
	}

	/** The limit that the diagrams as they are now give a step, by the key of its role; never null. */
	public TaskLimit ofStep(String step) {
		return elements.newest(step).map(one -> ofDefinition(one.definitionId()).get(one.id())).orElse(TaskLimit.OF_OLD_MODELS);
	}

	/** The last day of a task that begins now, by the number in its model; where the ledger was to give the day and has none, five working days. */
	public LocalDate dueOn(DelegateTask task) {
		Integer days = of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).workingDays();
		// a day that the ledger was to give and does not: nothing waits without one
		return workingDays.after(LocalDate.now(clock), days == null ? TaskLimit.OF_OLD_MODELS.workingDays() : days).due();
	}

	private Map<String, TaskLimit> ofDefinition(String definitionId) {
		Map<String, TaskLimit> limits = known.get(definitionId);
		if (limits == null) {
			limits = read(actors.openly(() -> repository.getBpmnModelInstance(definitionId)));
			known.put(definitionId, limits);
		}
		return limits;
	}

	/** What is wrong with the limits of a model, in whole sentences; empty when nothing is. */
	public static List<String> wrong(String file, BpmnModelInstance model) {
		List<String> sentences = new ArrayList<>();
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			String wrong = TaskLimit.wrong(properties(task));
			if (wrong != null) {
				sentences.add(TaskLimit.sentence(file, task.getName(), task.getId(), wrong));
			}
		}
		return sentences;
	}

	private static Map<String, TaskLimit> read(BpmnModelInstance model) {
		Collection<BoundaryEvent> boundaries = model.getModelElementsByType(BoundaryEvent.class);
		Map<String, TaskLimit> limits = new HashMap<>();
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			Map<String, String> properties = properties(task);
			if (TaskLimit.wrong(properties) == null) {
				limits.put(task.getId(), TaskLimit.of(properties, boundaries.stream().anyMatch(one -> endsByTimer(one, task))));
			}
		}
		return limits;
	}

	private static boolean endsByTimer(BoundaryEvent boundary, UserTask task) {
		return boundary.getAttachedTo().equals(task) && boundary.cancelActivity()
				&& boundary.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
	}

	private static Map<String, String> properties(UserTask task) {
		Map<String, String> properties = new HashMap<>();
		if (task.getExtensionElements() != null) {
			for (CamundaProperties listed : task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list()) {
				for (CamundaProperty one : listed.getCamundaProperties()) {
					properties.put(one.getCamundaName(), String.valueOf(one.getCamundaValue()).strip());
				}
			}
		}
		return properties;
	}
}
