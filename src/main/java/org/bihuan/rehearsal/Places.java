package org.bihuan.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.rehearsal.Walked.Stuck;
import org.bihuan.rehearsal.Walked.Untaken;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The diagrams of the set that is rehearsed, by which everything is called as an analyst sees it. */
final class Places {

	private static final Logger LOG = LoggerFactory.getLogger(Places.class);

	/** What the engine says of a gateway none of whose conditions holds. */
	private static final String NO_WAY_OUT = "ENGINE-02004";
	private static final Pattern ID = Pattern.compile("id '([^']+)'");

	private final Map<String, ProcessDefinition> definitions = new ConcurrentHashMap<>();
	private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

	Places(RepositoryService repository) {
		repository.createProcessDefinitionQuery().latestVersion().list().forEach(one -> {
			definitions.put(one.getId(), one);
			models.put(one.getId(), repository.getBpmnModelInstance(one.getId()));
		});
	}

	/** The id of the newest version of a process; empty where the set has none of this key. */
	Optional<String> definition(String process) {
		return definitions.values().stream().filter(one -> one.getKey().equals(process)).map(ProcessDefinition::getId).findFirst();
	}

	String process(String definitionId) {
		return definitions.get(definitionId).getKey();
	}

	private String file(String definitionId) {
		return definitions.get(definitionId).getResourceName();
	}

	/** As the Modeler shows it; its id where it has no name. */
	String name(String definitionId, String id) {
		return models.get(definitionId).getModelElementById(id) instanceof FlowElement element ? name(element) : id;
	}

	private static String name(FlowElement element) {
		return element.getName() == null || element.getName().isBlank() ? element.getId() : element.getName().replaceAll("\\s+", " ").strip();
	}

	/** Whether an element is one on which something waits while a task is open. */
	boolean isBoundary(String definitionId, String id) {
		return models.get(definitionId).getModelElementById(id) instanceof BoundaryEvent;
	}

	/** Nothing goes on, for this reason. */
	StuckHere stuck(String definitionId, String id, String why) {
		return new StuckHere(new Stuck(file(definitionId), name(definitionId, id), id, why));
	}

	/** The same because of what went wrong at an element or behind it. */
	StuckHere stuck(String definitionId, String id, String before, RuntimeException failure) {
		Refusal refused = Refusal.in(failure);
		if (refused != null) {
			return stuck(definitionId, id, before + refused.getMessage());
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String said = String.valueOf(cause.getMessage());
			Matcher named = ID.matcher(said);
			if (said.contains(NO_WAY_OUT) && named.find()) {
				String gateway = named.group(1);
				for (Map.Entry<String, BpmnModelInstance> one : models.entrySet()) {
					if (one.getValue().getModelElementById(gateway) != null) {
						return stuck(one.getKey(), gateway, "走到这里没有一条线的条件成立，也没有默认的线。请检查各条线的条件，或者设一条默认的线。");
					}
				}
			}
		}
		LOG.error("the rehearsal met a failure at {}", id, failure);
		return stuck(definitionId, id, "办到这里程序出错，走不下去。请检查这一步和它后面的表达式、变量和决策表；看不出来的，把这份报告交给维护人员。");
	}

	/** Numbers that some condition compares a variable with. */
	List<Long> thresholds(String variable) {
		Pattern comparing = Pattern.compile("\\b" + Pattern.quote(variable) + "\\s*(?:[<>]=?|[=!]=|[lg][te]|eq)\\s*(-?\\d+)");
		return flows(one -> one.getConditionExpression() != null)
				.flatMap(one -> comparing.matcher(one.getConditionExpression().getTextContent()).results()).map(one -> Long.parseLong(one.group(1)))
				.distinct().sorted().toList();
	}

	private java.util.stream.Stream<SequenceFlow> flows(Predicate<SequenceFlow> some) {
		return models.values().stream().flatMap(one -> one.getModelElementsByType(SequenceFlow.class).stream()).filter(some);
	}

	/** Ways where something was to choose or to happen, and no case went, in the order of the files. */
	List<Untaken> untaken(Predicate<String> took) {
		List<Untaken> untaken = new ArrayList<>();
		models.forEach((definition, model) -> model.getModelElementsByType(SequenceFlow.class).stream()
				.filter(flow -> chosen(flow.getSource()) && !took.test(flow.getId()))
				.forEach(flow -> untaken.add(new Untaken(file(definition), name(flow.getSource()),
						flow.getName() == null ? "" : flow.getName().replaceAll("\\s+", " "), flow.getId()))));
		untaken.sort(java.util.Comparator.comparing(Untaken::file).thenComparing(Untaken::id));
		return untaken;
	}

	private static boolean chosen(FlowNode from) {
		return from instanceof BoundaryEvent || (from instanceof Gateway && from.getOutgoing().size() > 1);
	}
}
