package org.bihuan.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.terms.MessageNames;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Role;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/**
 * Which element of a diagram has which {@link Role}, and what is wrong with the roles of diagrams: a role that the program needs and that nothing
 * has, one that two have, a work that stands where its acts would be told as another step's, a step without its work.
 */
public final class Roles {

	private static final Pattern DIAGRAM = Pattern.compile("(?i).+\\.(bpmn|bpmn20\\.xml)");
	private static final Set<String> CATCHING = Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent");
	private static final Set<String> OF_A_TASK = Set.of("create", "complete");
	private static final Set<String> OF_A_START = Set.of("start");

	/** The roles of the diagrams in the jar, by the id of their process: what a diagram of that id is asked for. */
	private static final class Packaged {

		private static final Map<String, Set<Role>> ROLES = read();

		private static Map<String, Set<Role>> read() {
			Map<String, Set<Role>> roles = new HashMap<>();
			diagrams(ModelSet.packaged().files()).values().forEach(diagram -> {
				Set<Role> all = diagram.nodes().stream().flatMap(node -> of(node).stream()).collect(Collectors.toUnmodifiableSet());
				diagram.processes().forEach(process -> roles.put(process.id(), all));
			});
			return roles;
		}
	}

	private Roles() {
	}

	/** The role of an element; empty where it has none that the program knows and that may stand at such an element. */
	public static Optional<Role> of(BaseElement element) {
		String word = property(element);
		Optional<Role> role = word == null ? Role.ofKey(String.valueOf(element.getId())) : Role.ofCode(word);
		return role.filter(one -> fits(one, element));
	}

	/** The roles of a diagram's elements, by the ids of these. */
	public static Map<String, Role> of(BpmnModelInstance model) {
		Map<String, Role> roles = new LinkedHashMap<>();
		model.getModelElementsByType(FlowElement.class).forEach(element -> of(element).ifPresent(role -> roles.put(element.getId(), role)));
		return roles;
	}

	/** The same of a node as the check reads it. */
	public static Optional<Role> of(Node node) {
		String word = node.properties().get(Role.PROPERTY);
		Optional<Role> role = word == null ? Role.ofKey(node.id()) : Role.ofCode(word);
		return role.filter(one -> fits(one, node));
	}

	/** What is wrong with the roles of a whole set; empty when nothing is. A diagram that cannot be read has none: others tell of that. */
	public static List<Problem> problems(ModelSet set) {
		return problems(diagrams(set.files()), Stream.of(Role.values()).filter(Role::isNeeded).collect(Collectors.toSet()), true);
	}

	/**
	 * The same for what is deployed together, which may be a part of a set: of the roles that are needed those are asked for that its diagrams have
	 * in the jar.
	 *
	 * @param files the bytes by name; what is no diagram is passed over
	 */
	public static List<Problem> problemsOfPart(SortedMap<String, byte[]> files) {
		SortedMap<String, Diagram> diagrams = diagrams(files);
		Set<Role> needed = diagrams.values().stream().flatMap(diagram -> diagram.processes().stream())
				.flatMap(process -> Packaged.ROLES.getOrDefault(process.id(), Set.of()).stream()).filter(Role::isNeeded).collect(Collectors.toSet());
		return problems(diagrams, needed, false);
	}

	private record Place(String file, Node node) {

		private String words() {
			return file + " 的" + (node.name().isEmpty() ? "" : "“" + node.name() + "”") + "（" + node.id() + "）";
		}

		private Problem problem(String what) {
			return new Problem(file, node.name(), node.id(), what);
		}
	}

	private static List<Problem> problems(SortedMap<String, Diagram> diagrams, Set<Role> needed, boolean whole) {
		List<Problem> problems = new ArrayList<>();
		Map<Role, List<Place>> places = new EnumMap<>(Role.class);
		diagrams.forEach((file, diagram) -> diagram.nodes().forEach(node -> {
			Place place = new Place(file, node);
			of(node).ifPresent(role -> places.computeIfAbsent(role, it -> new ArrayList<>()).add(place));
			wrongWord(node).map(place::problem).ifPresent(problems::add);
			wrongWork(node).map(place::problem).ifPresent(problems::add);
		}));
		places.forEach((role, all) -> {
			if (all.size() > 1) {
				all.forEach(place -> problems.add(place.problem("环节 " + role.words() + "只能有一个，现在有 " + all.size() + " 个："
						+ all.stream().map(Place::words).collect(Collectors.joining("、")) + "。请只在一个元素上写扩展属性 role=" + role.code() + "，别的删去或改名。")));
			}
		});
		Stream.of(Role.values()).filter(role -> needed.contains(role) && !places.containsKey(role)).forEach(role -> problems.add(missing(role)));
		if (whole || diagrams.values().stream().flatMap(one -> one.processes().stream())
				.anyMatch(one -> one.id().equals(ProcessKeys.CONSULTATION_OUTCOME))) {
			problems.addAll(unheard(diagrams.values()));
		}
		return problems;
	}

	private static Problem missing(Role role) {
		String where = "role 为 " + role.code() + " 的" + role.kind().label();
		return new Problem(home(role), role.label(), role.key(), "系统要用到的环节 " + role.words() + "找不到了。请在它的" + role.kind().label()
				+ "的扩展属性中加上 role：" + role.code() + "；删掉了的请恢复。没有" + where + "，系统不知道哪一个是它。");
	}

	/** Where the jar has it, for who looks for it. */
	private static String home(Role role) {
		return Packaged.ROLES.entrySet().stream().filter(one -> one.getValue().contains(role)).map(one -> one.getKey() + ".bpmn").sorted()
				.findFirst().orElse("");
	}

	/** The messages by which an amendment reaches a running case, and that no event waits for. */
	private static List<Problem> unheard(Collection<Diagram> diagrams) {
		Set<String> caught = diagrams.stream().flatMap(diagram -> diagram.nodes().stream().filter(node -> CATCHING.contains(node.type()))
				.flatMap(node -> node.definitions().stream()).map(one -> diagram.messages().get(one.getAttribute("messageRef"))))
				.filter(one -> one != null).collect(Collectors.toSet());
		return MessageNames.ALL.stream().filter(name -> !caught.contains(name))
				.map(name -> new Problem(ProcessKeys.CONSULTATION_OUTCOME + ".bpmn", "", name,
						"没有事件等待消息 " + name + "，更正、撤回、改派、补交办就到不了在办的流程。请把消息的名称（Name）改回 " + name + "，并让原来的事件等待它。"))
				.toList();
	}

	private static Optional<String> wrongWord(Node node) {
		String word = node.properties().get(Role.PROPERTY);
		if (word == null) {
			return Optional.empty();
		}
		Optional<Role> role = Role.ofCode(word);
		if (role.isEmpty()) {
			return Optional.of("扩展属性 role=" + word + " 不是系统认识的环节。系统没有专门程序的步骤不要写 role；要改的请照原来的图写。");
		}
		return fits(role.get(), node) ? Optional.empty() : Optional.of("扩展属性 role=" + word + " 只能写在" + role.get().kind().label() + "上，请删去。");
	}

	/** Whether a work stands where another step's acts would be written down, or a step lacks its own. */
	private static Optional<String> wrongWork(Node node) {
		Map<String, Set<String>> works = works(node);
		Optional<Role> role = of(node);
		for (String bean : works.keySet()) {
			Set<Role> served = Role.servedBy(bean);
			if (!served.isEmpty() && (role.isEmpty() || !served.contains(role.get()))) {
				String theirs = served.stream().map(Role::words).collect(Collectors.joining("、"));
				return Optional.of("用了别的环节的组件 ${" + bean + "}，这里办的事会记在" + theirs + "名下。" + (node.is("userTask")
						? "请删去它的监听器，只留表单和办理人，系统会按表单检查、保存和显示；"
						: "请删去这个监听器；") + "它就是其中那一步的，请在扩展属性中写 role：" + served.stream().map(Role::code).collect(Collectors.joining(" 或 ")) + "。");
			}
		}
		if (role.isEmpty() || role.get().kind() == Role.Kind.TIMER) {
			return Optional.empty();
		}
		Set<String> events = role.get().kind() == Role.Kind.STEP ? OF_A_TASK : OF_A_START;
		Set<String> missing = new TreeSet<>(events);
		role.get().beans().stream().filter(works::containsKey).findFirst().map(works::get).ifPresent(missing::removeAll);
		return missing.isEmpty() ? Optional.empty()
				: Optional.of("环节 " + role.get().words() + "要由 ${" + role.get().beans().get(0) + "} 办理，缺少事件 " + String.join("、", missing)
						+ " 的监听器。请加上 Delegate expression 为 ${" + role.get().beans().get(0) + "} 的监听器。");
	}

	/** The beans that stand at an element as its work, each with the events at which it does. */
	private static Map<String, Set<String>> works(Node node) {
		Map<String, Set<String>> works = new TreeMap<>();
		String kind = node.is("userTask") ? "taskListener" : node.is("startEvent") ? "executionListener" : "";
		node.extensions(kind).forEach(one -> {
			String bean = Node.bean(one.getAttribute("delegateExpression").strip());
			if (bean != null) {
				works.computeIfAbsent(bean, it -> new TreeSet<>()).add(one.getAttribute("event"));
			}
		});
		return works;
	}

	private static boolean fits(Role role, Node node) {
		return switch (role.kind()) {
			case STEP -> node.is("userTask");
			case START -> node.is("startEvent");
			case TIMER -> !node.is("startEvent") && CATCHING.contains(node.type()) && node.isOn("timer");
		};
	}

	private static boolean fits(Role role, BaseElement element) {
		return switch (role.kind()) {
			case STEP -> element instanceof UserTask;
			case START -> element instanceof StartEvent;
			case TIMER -> element instanceof CatchEvent event && !(element instanceof StartEvent)
					&& event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
		};
	}

	/** Null where there is none. */
	private static String property(BaseElement element) {
		return element.getExtensionElements() == null ? null
				: element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
						.flatMap(listed -> listed.getCamundaProperties().stream()).filter(one -> Role.PROPERTY.equals(one.getCamundaName()))
						.map(one -> String.valueOf(one.getCamundaValue()).strip()).findFirst().orElse(null);
	}

	/** Those that can be read, by their files' bare names. What one who edits leaves as it is need not be read again. */
	static SortedMap<String, Diagram> diagrams(Map<String, byte[]> files) {
		SortedMap<String, Diagram> diagrams = new TreeMap<>();
		files.forEach((name, bytes) -> {
			if (DIAGRAM.matcher(name).matches()) {
				String bare = name.replaceAll(".*[/\\\\]", "");
				Diagram diagram = FileRead.diagram(bare, bytes);
				// of what cannot be read whoever reads files says so, once
				if (diagram != null) {
					diagrams.put(bare, diagram);
				}
			}
		});
		return diagrams;
	}
}
