package org.bihuan.moving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which element of a diagram is which of another version of it: the one of the same role, where both say what role they have, else the one of the
 * same id. It is the same only where it is of the same kind and lies in the same part: a sub-process that a case would enter anew would do once
 * more what entering it does. Knows no engine.
 */
final class Correspondence {

	/** Extension property of an element that the program knows: the same whatever its id becomes. */
	private static final String ROLE = "role";
	private static final String BODY = "#multiInstanceBody";

	private final BpmnModelInstance from;
	private final BpmnModelInstance to;
	private final Map<String, String> same = new LinkedHashMap<>();
	private final List<Pair> pairs = new ArrayList<>();

	/**
	 * Where something may stand or wait, and where it stands then.
	 *
	 * @param from its id in the former version
	 * @param to its id in the other
	 * @param anew whether the moment for which it waits is asked for anew: a cycle of looks is, a moment never
	 */
	record Pair(String from, String to, boolean anew) {
	}

	private Correspondence(BpmnModelInstance from, BpmnModelInstance to) {
		this.from = from;
		this.to = to;
		match(process(from).getFlowElements(), process(to).getFlowElements());
	}

	/** @param from the version by which a case runs now */
	static Correspondence of(BpmnModelInstance from, BpmnModelInstance to) {
		return new Correspondence(from, to);
	}

	/** Those at which a case may stand; a multi-instance one with the whole of its instances. */
	List<Pair> pairs() {
		return List.copyOf(pairs);
	}

	private static Process process(BpmnModelInstance model) {
		return model.getModelElementsByType(Process.class).iterator().next();
	}

	private void match(Collection<FlowElement> formerly, Collection<FlowElement> then) {
		List<FlowNode> sources = nodes(formerly);
		List<FlowNode> targets = nodes(then);
		for (FlowNode source : sources) {
			counterpart(source, sources, targets).filter(target -> isSameKind(source, target)).ifPresent(target -> {
				same.put(source.getId(), target.getId());
				add(source, target);
				if (source instanceof SubProcess part && target instanceof SubProcess other) {
					match(part.getFlowElements(), other.getFlowElements());
				}
			});
		}
	}

	private static List<FlowNode> nodes(Collection<FlowElement> elements) {
		// what hangs on another is looked at when it is known where that one is
		return Stream.of(false, true).flatMap(boundary -> elements.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast)
				.filter(one -> one instanceof BoundaryEvent == boundary)).toList();
	}

	private static Optional<FlowNode> counterpart(FlowNode source, List<FlowNode> sources, List<FlowNode> targets) {
		String role = role(source);
		if (!role.isEmpty() && only(sources, one -> role(one), role).isPresent()) {
			Optional<FlowNode> ofRole = only(targets, one -> role(one), role);
			if (ofRole.isPresent()) {
				return ofRole;
			}
		}
		return only(targets, FlowNode::getId, source.getId())
				.filter(one -> role.isEmpty() || role(one).isEmpty() || role.equals(role(one)));
	}

	private static Optional<FlowNode> only(List<FlowNode> nodes, Function<FlowNode, String> key, String wanted) {
		List<FlowNode> found = nodes.stream().filter(one -> wanted.equals(key.apply(one))).toList();
		return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
	}

	private static String role(FlowNode node) {
		if (node.getExtensionElements() == null) {
			return "";
		}
		return node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
				.flatMap(listed -> listed.getCamundaProperties().stream()).filter(one -> ROLE.equals(one.getCamundaName()))
				.map(CamundaProperty::getCamundaValue).filter(Objects::nonNull).map(String::strip).findFirst().orElse("");
	}

	private boolean isSameKind(FlowNode source, FlowNode target) {
		return source.getElementType().equals(target.getElementType()) && loop(source).equals(loop(target)) && event(source).equals(event(target))
				&& (!(source instanceof SubProcess part) || part.triggeredByEvent() == ((SubProcess) target).triggeredByEvent())
				&& (!(source instanceof BoundaryEvent boundary) || ((BoundaryEvent) target).getAttachedTo().getId()
						.equals(same.get(boundary.getAttachedTo().getId())));
	}

	/** How often it is done: once, several times at once or one after another. */
	private static String loop(FlowNode node) {
		LoopCharacteristics loop = node instanceof Activity activity ? activity.getLoopCharacteristics() : null;
		return loop instanceof MultiInstanceLoopCharacteristics many ? many.isSequential() ? "one after another" : "at once" : "once";
	}

	private static Class<?> event(FlowNode node) {
		Collection<EventDefinition> events = node instanceof CatchEvent caught ? caught.getEventDefinitions() : List.of();
		return events.stream().findFirst().<Class<?>>map(one -> one.getElementType().getInstanceType()).orElse(Void.class);
	}

	private void add(FlowNode source, FlowNode target) {
		if (mayStandAt(source) || (isAsync(source) && isAsync(target))) {
			if (!"once".equals(loop(source))) {
				pairs.add(new Pair(source.getId() + BODY, target.getId() + BODY, false));
			}
			pairs.add(new Pair(source.getId(), target.getId(), isCycle(target)));
		}
	}

	private static boolean isAsync(FlowNode node) {
		return node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter();
	}

	/** By the engine's own rules: where a case waits for somebody, a moment or a message. */
	private static boolean mayStandAt(FlowNode node) {
		if (node instanceof BoundaryEvent || node instanceof StartEvent) {
			return Stream.of(TimerEventDefinition.class, MessageEventDefinition.class, SignalEventDefinition.class, ConditionalEventDefinition.class)
					.anyMatch(event(node)::equals) && (node instanceof BoundaryEvent || node.getParentElement() instanceof SubProcess);
		}
		return Stream.of(UserTask.class, SubProcess.class, CallActivity.class, IntermediateCatchEvent.class, ReceiveTask.class,
				EventBasedGateway.class, ParallelGateway.class, InclusiveGateway.class).anyMatch(kind -> kind.isInstance(node));
	}

	private static boolean isCycle(FlowNode node) {
		return node instanceof BoundaryEvent boundary && boundary.getEventDefinitions().stream()
				.anyMatch(one -> one instanceof TimerEventDefinition timer && timer.getTimeCycle() != null);
	}

	/**
	 * Whether a part of the case that an element of the former version called is what its counterpart calls, too.
	 *
	 * @param id of the call activity
	 * @param called key of the process that runs for it
	 */
	boolean calls(String id, String called) {
		String other = same.get(id);
		String then = other == null ? null : ((CallActivity) to.getModelElementById(other)).getCalledElement();
		// without a counterpart the engine itself says so; what an expression calls is known when it is called
		return then == null || then.contains("{") || then.equals(called);
	}

	/** What an element is called in the former version, for people. */
	String name(String id) {
		FlowNode node = node(from, id);
		String name = node == null ? null : node.getName();
		return "“" + (name == null || name.isBlank() ? plain(id) : name) + "”";
	}

	/**
	 * Why a case that stands there cannot go on by the other version, in Chinese, without a full stop.
	 *
	 * @param set all diagrams to which it would go, by the names of their processes
	 */
	String why(String id, Map<String, BpmnModelInstance> set) {
		FlowNode source = node(from, id);
		if (source == null || same.containsKey(source.getId())) {
			return "新图里它前后的画法与原图差得太多";
		}
		Optional<FlowNode> moved = anywhere(source, to);
		if (moved.isEmpty()) {
			Map<String, BpmnModelInstance> others = new HashMap<>(set);
			return others.entrySet().stream().filter(one -> anywhere(source, one.getValue()).isPresent()).map(Map.Entry::getKey).sorted().findFirst()
					.map(name -> "新的一套里这一步归到了“" + name + "”一图").orElse("新图里没有这一步");
		}
		FlowNode target = moved.get();
		if (!source.getElementType().equals(target.getElementType()) || !event(source).equals(event(target))) {
			return "新图里它换成了另一种元素";
		}
		if (!loop(source).equals(loop(target))) {
			return "新图里它由几人各办一份改成了一人办，或者相反";
		}
		return "新图里它移进或移出了一个子流程";
	}

	private static Optional<FlowNode> anywhere(FlowNode source, BpmnModelInstance model) {
		return counterpart(source, List.of(source), new ArrayList<>(model.getModelElementsByType(FlowNode.class)));
	}

	private static FlowNode node(BpmnModelInstance model, String id) {
		ModelElementInstance found = model.getModelElementById(plain(id));
		return found instanceof FlowNode node ? node : null;
	}

	private static String plain(String id) {
		return id.endsWith(BODY) ? id.substring(0, id.length() - BODY.length()) : id;
	}

	/** The names of the processes of a set with their diagrams. */
	static Map<String, BpmnModelInstance> byName(Collection<BpmnModelInstance> models) {
		return models.stream().collect(Collectors.toMap(model -> String.valueOf(process(model).getName()), one -> one, (first, second) -> first));
	}
}
