package org.bihuan.engine.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.acting.Actors;
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
	private final WorkingDays workingDays;
	private final Map<String, Map<String, TaskLimit>> known = new ConcurrentHashMap<>();

	TaskLimits(@Lazy RepositoryService repository, Actors actors, WorkingDays workingDays) {
		this.repository = repository;
		this.actors = actors;
		this.workingDays = workingDays;
	}

	/**
	 * How many working days the newest version of a model gives a task.
	 *
	 * @throws IllegalStateException when an analyst has taken the task out of the model, or left its day to the ledger, which counts with it
	 */
	public int workingDays(String processKey, String taskKey) {
		TaskLimit limit = ofDefinition(newest(processKey)).get(taskKey);
		if (limit == null || limit.workingDays() == null) {
			throw new IllegalStateException("流程图 " + processKey + ".bpmn 的任务 " + taskKey + " 没有写工作日数：请在它的扩展属性 limit 中写 1 至 60 的整数。");
		}
		return limit.workingDays();
	}

	/** The limit of a task of a running case: its own model's; where that is older than limits, the newest version's. Never null. */
	public TaskLimit of(String definitionId, String taskKey) {
		TaskLimit own = ofDefinition(definitionId).get(taskKey);
		return own != null ? own : ofProcess(actors.openly(() -> repository.getProcessDefinition(definitionId)).getKey(), taskKey);
	}

	/** The limit that the newest version of a model gives a task; never null. */
	public TaskLimit ofProcess(String processKey, String taskKey) {
		return ofDefinition(newest(processKey)).getOrDefault(taskKey, TaskLimit.OF_OLD_MODELS);
	}

	/** The last day of a task, by the number in its model and the day on which it began; where the ledger was to give it and has none, five days. */
	public LocalDate dueOn(DelegateTask task) {
		Integer days = of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).workingDays();
		// a day that the ledger was to give and does not: nothing waits without one
		return workingDays.after(ShanghaiTime.dateAt(task.getCreateTime().toInstant()), days == null ? TaskLimit.OF_OLD_MODELS.workingDays() : days)
				.due();
	}

	private String newest(String processKey) {
		return actors.openly(() -> repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult())
				.getId();
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
