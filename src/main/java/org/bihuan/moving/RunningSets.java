package org.bihuan.moving;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The sets of models that were deployed, and the cases that run by them. A set is what was deployed together; a case is all that it called. */
@Component
class RunningSets {

	/** A letter, a weekly list, the morning's look: they end by themselves and are nobody's case. */
	private static final Set<String> HOUSEKEEPING = Set.of(ProcessKeys.MAIL_DELIVERY, ProcessKeys.OVERDUE_SHEET, ProcessKeys.TASK_LIMITS);

	private final RepositoryService repository;
	private final RuntimeService runtime;

	RunningSets(@Lazy RepositoryService repository, @Lazy RuntimeService runtime) {
		this.repository = repository;
		this.runtime = runtime;
	}

	/**
	 * A case as it runs now.
	 *
	 * @param root what was started
	 * @param process what its diagram is called
	 * @param deployments the ids of those by which it and all that it called run; the root's own first
	 */
	record RunningCase(ProcessInstance root, String process, List<String> deployments) {

		boolean runsWhollyBy(String deployment) {
			return deployments.stream().allMatch(deployment::equals);
		}
	}

	/** Those in which the whole has a diagram, the newest first. */
	List<RunningSet> all() {
		List<ProcessDefinition> versions = versions();
		return versions.stream().map(one -> new RunningSet(one.getDeploymentId(), one.getVersion(), at(one.getDeploymentId()),
				one.equals(versions.get(0)), running(one.getDeploymentId()))).toList();
	}

	private OffsetDateTime at(String deployment) {
		return OffsetDateTime.ofInstant(
				repository.createDeploymentQuery().deploymentId(deployment).singleResult().getDeploymentTime().toInstant(), ShanghaiTime.ZONE);
	}

	private int running(String deployment) {
		return (int) runtime.createProcessInstanceQuery().deploymentId(deployment).rootProcessInstances()
				.processDefinitionKeyNotIn(HOUSEKEEPING.toArray(String[]::new)).count();
	}

	/** What people call a set. */
	String name(String deployment) {
		return versions().stream().filter(one -> one.getDeploymentId().equals(deployment)).findFirst()
				.map(one -> RunningSet.name(one.getVersion(), at(deployment))).orElse("另外部署的图");
	}

	private List<ProcessDefinition> versions() {
		return repository.createProcessDefinitionQuery().processDefinitionKey(ProcessKeys.CONSULTATION_OUTCOME).list().stream()
				.sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed()).toList();
	}

	/** The set of this deployment, if it is one. */
	Optional<RunningSet> find(String deployment) {
		return all().stream().filter(one -> one.deployment().equals(deployment)).findFirst();
	}

	/** The definitions of a set by the keys of their processes. */
	Map<String, ProcessDefinition> definitions(String deployment) {
		return repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
				.collect(Collectors.toMap(ProcessDefinition::getKey, Function.identity()));
	}

	/** All cases that run, the oldest instance first. */
	List<RunningCase> cases() {
		Map<String, ProcessDefinition> definitions = repository.createProcessDefinitionQuery().list().stream()
				.collect(Collectors.toMap(ProcessDefinition::getId, Function.identity()));
		Map<String, List<ProcessInstance>> byRoot = runtime.createProcessInstanceQuery().orderByProcessInstanceId().asc().list().stream()
				.collect(Collectors.groupingBy(ProcessInstance::getRootProcessInstanceId));
		List<RunningCase> cases = new ArrayList<>();
		byRoot.forEach((id, instances) -> instances.stream().filter(one -> one.getId().equals(id)).findFirst()
				.filter(root -> !HOUSEKEEPING.contains(definitions.get(root.getProcessDefinitionId()).getKey()))
				.ifPresent(root -> cases.add(new RunningCase(root, definitions.get(root.getProcessDefinitionId()).getName(),
						instances.stream().sorted(Comparator.comparing(one -> !one.getId().equals(id)))
								.map(one -> definitions.get(one.getProcessDefinitionId()).getDeploymentId()).distinct().toList()))));
		return cases;
	}

	/** The numbers by which people know these cases, by their roots' ids: that of the outcome, else the key that it was started with. */
	Map<String, String> numbers(List<RunningCase> cases) {
		Map<String, String> numbers = new HashMap<>();
		cases.forEach(
				one -> numbers.put(one.root().getId(), one.root().getBusinessKey() == null ? one.root().getId() : one.root().getBusinessKey()));
		if (!cases.isEmpty()) {
			runtime.createVariableInstanceQuery().processInstanceIdIn(numbers.keySet().toArray(String[]::new)).variableName(Variables.OUTCOME_ID)
					.list().stream().filter(one -> one.getValue() != null)
					.forEach(one -> numbers.put(one.getProcessInstanceId(), String.valueOf(one.getValue())));
		}
		return numbers;
	}
}
