package org.bihuan.engine.role;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.engine.acting.Actors;
import org.bihuan.model.Roles;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The elements of the deployed diagrams by their roles. An analyst may call an element what he likes: what the program waits for, moves or reads
 * back later it names by the key of a role ({@link org.bihuan.terms.TaskKeys}, {@link org.bihuan.terms.TimerIds}), and here are the ids.
 */
@Component
public class Elements {

	private final RepositoryService repository;
	private final Actors actors;
	/** By the id of a version of a diagram, which never changes. */
	private final Map<String, Drawn> known = new ConcurrentHashMap<>();

	Elements(@Lazy RepositoryService repository, Actors actors) {
		this.repository = repository;
		this.actors = actors;
	}

	/**
	 * What a version of a diagram has.
	 *
	 * @param keys of roles by the ids of the elements that have them
	 * @param tasks the ids of all its user tasks
	 */
	private record Drawn(Map<String, String> keys, Set<String> tasks) {

		Set<String> of(Collection<String> wanted) {
			return keys.entrySet().stream().filter(one -> wanted.contains(one.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
		}
	}

	/** An element of a version of a diagram. */
	public record Element(String definitionId, String id) {
	}

	/** What the ledger calls the step of an element: the key of its role; of one that the program does not know, its id. */
	public String key(String definitionId, String elementId) {
		return drawn(definitionId).keys().getOrDefault(elementId, elementId);
	}

	public String key(DelegateTask task) {
		return key(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
	}

	public String key(Task task) {
		return key(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
	}

	/** The elements of one version of a diagram that have one of these roles; empty where none has. */
	public Set<String> ids(String definitionId, String... keys) {
		return drawn(definitionId).of(List.of(keys));
	}

	/** The same of all versions that are deployed, for what runs by whichever of them; never empty, for a query that must name something. */
	public Set<String> everywhere(String... keys) {
		Set<String> ids = new TreeSet<>(List.of(keys));
		all().forEach(one -> ids.addAll(one.of(List.of(keys))));
		return ids;
	}

	/** The ids of the user tasks of all versions that are deployed. */
	public Set<String> tasks() {
		return all().flatMap(one -> one.tasks().stream()).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Where a role stands in the diagrams as they are now; where two diagrams have it, in the one that was deployed last. */
	public Optional<Element> newest(String key) {
		return actors.openly(() -> {
			List<ProcessDefinition> having = repository.createProcessDefinitionQuery().latestVersion().list().stream()
					.filter(one -> !ids(one.getId(), key).isEmpty()).toList();
			ProcessDefinition last = having.size() < 2 ? having.stream().findFirst().orElse(null) : deployedLast(having);
			return Optional.ofNullable(last).map(one -> new Element(one.getId(), ids(one.getId(), key).iterator().next()));
		});
	}

	private ProcessDefinition deployedLast(List<ProcessDefinition> having) {
		for (Deployment deployment : repository.createDeploymentQuery().orderByDeploymentTime().desc().list()) {
			for (ProcessDefinition one : having) {
				if (one.getDeploymentId().equals(deployment.getId())) {
					return one;
				}
			}
		}
		throw new IllegalStateException("a definition without a deployment");
	}

	private Stream<Drawn> all() {
		return actors.openly(() -> repository.createProcessDefinitionQuery().list()).stream().map(one -> drawn(one.getId()));
	}

	private Drawn drawn(String definitionId) {
		Drawn drawn = known.get(definitionId);
		if (drawn == null) {
			drawn = read(actors.openly(() -> repository.getBpmnModelInstance(definitionId)));
			known.put(definitionId, drawn);
		}
		return drawn;
	}

	private static Drawn read(BpmnModelInstance model) {
		Map<String, String> keys = new LinkedHashMap<>();
		Roles.of(model).forEach((id, role) -> keys.put(id, role.key()));
		return new Drawn(keys, model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet()));
	}
}
