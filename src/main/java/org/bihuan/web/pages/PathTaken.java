package org.bihuan.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/**
 * Where a case went in its diagrams, also after its end: from the engine's history of activities, in the version of the model that
 * the case ran in. The engine keeps no history of flows; a flow was taken where its target began after its source had ended, and no
 * other source of the target ended later. Reads past the engine's own authorizations: who asks must have asked whether the reader may.
 */
@Component
class PathTaken {

	private static final String BODY = "#multiInstanceBody";

	private final HistoryService history;
	private final RepositoryService repository;
	private final RuntimeService runtime;
	private final Actors actors;

	PathTaken(HistoryService history, RepositoryService repository, RuntimeService runtime, Actors actors) {
		this.history = history;
		this.repository = repository;
		this.runtime = runtime;
		this.actors = actors;
	}

	/**
	 * One diagram of a case.
	 *
	 * @param assignmentId null for what is about the whole outcome
	 */
	record Phase(String instance, String name, String assignmentId, boolean running) {
	}

	/** A model with ids of what was passed, which flows were taken, and where it stands. */
	record Path(String xml, Set<String> done, Set<String> flows, Set<String> active) {
	}

	/**
	 * The whole cycle first, then its phases and what these called in turn, in the order in which they began.
	 *
	 * @param events the case's trail: it knows which assignment a task was about after the process has ended
	 * @param processInstanceId of the cycle
	 */
	List<Phase> phases(List<Trail.Event> events, String processInstanceId) {
		return actors.openly(() -> {
			Map<String, String> assignments = new HashMap<>();
			events.stream().filter(one -> one.taskId() != null && one.assignmentId() != null)
					.forEach(one -> assignments.put(one.taskId(), one.assignmentId()));
			List<Phase> phases = new ArrayList<>();
			List<HistoricProcessInstance> all = instances(processInstanceId);
			for (HistoricProcessInstance whole : all.stream().filter(one -> one.getId().equals(processInstanceId)).toList()) {
				phases.add(new Phase(whole.getId(), "全程", null, whole.getEndTime() == null));
				// what the cycle calls by itself is about the outcome; what it calls for each assignment is called from within a scope
				Set<String> ofOutcome = activities(whole.getId()).stream().filter(one -> whole.getId().equals(one.getParentActivityInstanceId()))
						.map(HistoricActivityInstance::getCalledProcessInstanceId).filter(Objects::nonNull).collect(Collectors.toSet());
				List<HistoricProcessInstance> parts = all.stream().filter(one -> one.getSuperProcessInstanceId() != null).toList();
				Map<String, String> about = about(parts, whole.getId(), assignments);
				parts.forEach(part -> phases.add(new Phase(part.getId(), part.getProcessDefinitionName(),
						ofOutcome.contains(part.getId()) ? null : about.get(part.getId()), part.getEndTime() == null)));
			}
			return phases;
		});
	}

	/** The cycle and all that it called, in the order in which they began; the engine's own query asks for one generation at a time. */
	private List<HistoricProcessInstance> instances(String cycle) {
		return history.createNativeHistoricProcessInstanceQuery().sql("""
				select i.*, d.NAME_, d.VERSION_ from ACT_HI_PROCINST i left join ACT_RE_PROCDEF d on d.ID_ = i.PROC_DEF_ID_
				where i.ROOT_PROC_INST_ID_ = #{cycle} order by i.START_TIME_""").parameter("cycle", cycle).list();
	}

	/** Which assignment each instance is about: its variable while it runs, then the trail of its tasks. */
	private Map<String, String> about(List<HistoricProcessInstance> parts, String whole, Map<String, String> assignments) {
		Map<String, String> about = new HashMap<>();
		history.createHistoricTaskInstanceQuery().rootProcessInstanceId(whole).list().stream().filter(task -> assignments.containsKey(task.getId()))
				.forEach(task -> about.put(task.getProcessInstanceId(), assignments.get(task.getId())));
		if (parts.stream().anyMatch(part -> part.getEndTime() == null)) {
			runtime.createVariableInstanceQuery().processInstanceIdIn(parts.stream().map(HistoricProcessInstance::getId).toArray(String[]::new))
					.variableName(Variables.ASSIGNMENT_ID).list()
					.forEach(variable -> about.put(variable.getProcessInstanceId(), (String) variable.getValue()));
		}
		// a part that a part called is about the same, also before anybody has done anything in it
		parts.stream().filter(part -> about.containsKey(part.getSuperProcessInstanceId()))
				.forEach(part -> about.putIfAbsent(part.getId(), about.get(part.getSuperProcessInstanceId())));
		return about;
	}

	Path of(String instance) {
		return actors.openly(() -> {
			String definition = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult().getProcessDefinitionId();
			List<HistoricActivityInstance> activities = activities(instance);
			return new Path(xml(definition), ids(activities, true),
					flows(activities, repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class)),
					ids(activities, false));
		});
	}

	private List<HistoricActivityInstance> activities(String instance) {
		return history.createHistoricActivityInstanceQuery().processInstanceId(instance).orderPartiallyByOccurrence().asc().list();
	}

	/** A version of a diagram, as it was deployed. */
	String xml(String definition) {
		try (InputStream model = actors.openly(() -> repository.getProcessModel(definition))) {
			return new String(model.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Set<String> ids(List<HistoricActivityInstance> activities, boolean ended) {
		return activities.stream().filter(one -> ended == (one.getEndTime() != null)).map(PathTaken::element)
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Set<String> flows(List<HistoricActivityInstance> activities, Collection<SequenceFlow> model) {
		Map<String, HistoricActivityInstance> byId = activities.stream()
				.collect(Collectors.toMap(HistoricActivityInstance::getId, one -> one, (first, second) -> first));
		// flows lead to and from a multi-instance activity as a whole, not its instances
		List<HistoricActivityInstance> passed = activities.stream().filter(one -> {
			HistoricActivityInstance parent = byId.get(one.getParentActivityInstanceId());
			return parent == null || !parent.getActivityId().equals(one.getActivityId() + BODY);
		}).toList();
		Map<String, List<SequenceFlow>> incoming = model.stream().collect(Collectors.groupingBy(flow -> flow.getTarget().getId()));
		Set<String> taken = new LinkedHashSet<>();
		for (int place = 0; place < passed.size(); place++) {
			HistoricActivityInstance target = passed.get(place);
			SequenceFlow latest = null;
			HistoricActivityInstance latestSource = null;
			for (SequenceFlow flow : incoming.getOrDefault(element(target), List.of())) {
				HistoricActivityInstance source = lastBefore(passed, place, flow.getSource());
				if (source == null) {
					continue;
				}
				if (flow.getTarget() instanceof ParallelGateway) {
					taken.add(flow.getId());
				}
				else if (latestSource == null
						|| (passed.indexOf(source) > passed.indexOf(latestSource) && !source.getEndTime().before(latestSource.getEndTime()))
						|| source.getEndTime().after(latestSource.getEndTime())) {
					latest = flow;
					latestSource = source;
				}
			}
			if (latest != null) {
				taken.add(latest.getId());
			}
		}
		return taken;
	}

	/** The source's last instance in the same scope that had ended when the target began. */
	private static HistoricActivityInstance lastBefore(List<HistoricActivityInstance> passed, int place, FlowNode source) {
		HistoricActivityInstance target = passed.get(place);
		for (int before = place - 1; before >= 0; before--) {
			HistoricActivityInstance one = passed.get(before);
			if (element(one).equals(source.getId()) && Objects.equals(one.getParentActivityInstanceId(), target.getParentActivityInstanceId())
					&& one.getEndTime() != null
					&& !one.getEndTime().after(target.getStartTime())) {
				return one;
			}
		}
		return null;
	}

	private static String element(HistoricActivityInstance activity) {
		return activity.getActivityId().endsWith(BODY) ? activity.getActivityId().substring(0, activity.getActivityId().length() - BODY.length())
				: activity.getActivityId();
	}
}
