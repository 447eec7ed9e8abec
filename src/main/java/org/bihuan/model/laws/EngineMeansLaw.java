package org.bihuan.model.laws;

import java.time.DateTimeException;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.model.Beans;
import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Place;
import org.bihuan.model.Rule;
import org.bihuan.model.VariableUse;
import org.bihuan.model.Xml;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Variables;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What an added part may use: of all that the engine understands, what the house's own diagrams use, and little beside. What ends a case from
 * elsewhere, runs again, writes over what the house keeps of a case, or does a work of the house once more, is not among it. And how long what was
 * done can be seen is not shortened.
 */
public final class EngineMeansLaw implements Rule {

	/** Beside what the house uses: drawing, and ways of doing an own step. */
	private static final Set<String> MORE_ELEMENTS = Set.of("textAnnotation", "text", "association", "childLaneSet", "timeDuration",
			"inclusiveGateway", "extensionElements", "documentation", "loopCardinality", "completionCondition", "extension", "import", "flowNodeRef",
			"messageFlow");
	private static final Set<String> MORE_ATTRIBUTES = Set.of("priority", "id", "name", "type", "default", "asyncBefore", "isSequential",
			"modelerTemplate",
			"modelerTemplateVersion", "modelerTemplateIcon", "decisionRefBinding", "mapDecisionResult", "resultVariable", "triggeredByEvent",
			"cancelActivity", "exporter", "exporterVersion", "expressionLanguage", "typeLanguage", "diagramRelationId", "isClosed", "processType",
			"sourceRef", "targetRef", "textFormat", "associationDirection", "language", "value", "schemaLocation", "formRef", "formRefBinding",
			"versionTag", "historyTimeToLive", "isStartableInTasklist", "isMarkerVisible");

	/** What other rules refuse, each in its own words. */
	private static final Set<String> TOLD_BY_OTHERS = Set.of("scriptTask", "script", "connector", "task", "manualTask", "sendTask", "receiveTask",
			"complexGateway", "adHocSubProcess", "transaction", "class", "assignee", "formKey", "isExecutable", "connectorId");

	/** Works that may be done once more: they remind. */
	private static final Set<String> REPEATABLE = Set.of("sendReminders");
	private static final String BESIDE = "请删去；要加步骤的，用人工任务、网关和定时器。";

	/** Read once; the packaged set is one. */
	private static House house;

	private static synchronized House house(Models packaged) {
		if (house == null) {
			house = new House(packaged);
		}
		return house;
	}

	@Override
	public void check(Models models, Findings findings) {
		Counterparts counterparts = new Counterparts(models);
		House house = house(models.packaged());
		for (Diagram diagram : models.diagrams()) {
			Xml.all(diagram.root()).stream().filter(EngineMeansLaw::isOfTheEngine).forEach(one -> means(diagram, one, house, findings));
			diagram.places().forEach(place -> asked(place, house, findings));
			diagram.processes().forEach(process -> {
				kept(models, process, findings);
				started(models, process, findings);
			});
		}
		for (Node node : models.nodes()) {
			Node known = counterparts.inHouse(node);
			if (known == null) {
				added(node, house, findings);
				continue;
			}
			overwritten(node, known, house, findings);
			if (!kinds(known).containsAll(kinds(node))) {
				findings.of(node, "改成了另一种事件，原来不是：它会让这一件在这里断掉。" + BESIDE);
			}
			else if (!known.beans().containsAll(node.beans())) {
				findings.of(node, "多用了组件 " + String.join("、", node.beans()) + "：这里不是它办事的地方。规则：一处的事只在一处办。请删去多加的监听器。");
			}
		}
	}

	private static boolean isOfTheEngine(Element one) {
		return Xml.BPMN.equals(one.getNamespaceURI()) || Xml.CAMUNDA.equals(one.getNamespaceURI());
	}

	private static Set<String> kinds(Node node) {
		Set<String> kinds = new TreeSet<>();
		node.definitions().forEach(one -> kinds.add(one.getLocalName()));
		return kinds;
	}

	/** What an extension element is an extension of; empty for anything else. */
	private static String owner(org.w3c.dom.Node extension) {
		return extension.getParentNode() != null && "extensionElements".equals(extension.getParentNode().getLocalName())
				? extension.getParentNode().getParentNode().getLocalName()
				: "";
	}

	private static void means(Diagram diagram, Element element, House house, Findings findings) {
		String name = element.getLocalName();
		Element named = Place.named(element);
		if (TOLD_BY_OTHERS.contains(name)) {
			return;
		}
		if (!house.elements.contains(name) && !MORE_ELEMENTS.contains(name)) {
			findings.of(diagram.file(), named.getAttribute("name"), named.getAttribute("id"), "用了本系统不用的写法 " + name + "：它会让一件从别处断掉、跳走或者重来。" + BESIDE);
			return;
		}
		if (name.endsWith("Listener") && Set.of("sequenceFlow", "process").contains(owner(element))) {
			findings.of(diagram.file(), named.getAttribute("name"), named.getAttribute("id"), "连线和流程上不能有监听器：图上看不出有人在这里办事。规则：一处的事只在一处办。请删去监听器。");
		}
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Attr one = (Attr) element.getAttributes().item(i);
			String attribute = one.getLocalName();
			boolean ours = one.getNamespaceURI() == null || Xml.CAMUNDA.equals(one.getNamespaceURI());
			if (ours && !house.attributes.contains(name + "." + attribute) && !MORE_ATTRIBUTES.contains(attribute)
					&& !TOLD_BY_OTHERS.contains(attribute)) {
				findings.of(diagram.file(), named.getAttribute("name"), named.getAttribute("id"),
						"写了本系统不用的 " + attribute + "=“" + one.getValue() + "”（" + name + "）：引擎会照它办，图上看不出来。请删去它。");
			}
		}
	}

	/** An expression asks; it does nothing. */
	private static void asked(Place place, House house, Findings findings) {
		try {
			Expression.parse(place.text()).visit(one -> {
				if (!house.places.contains(place.id() + place.text()) && one instanceof Expression.Call call
						&& call.base() instanceof Expression.Name name && Beans.of(name.name()) != null
						&& !house.asked.contains(name.name() + "." + call.method())) {
					findings.of(place.file(), place.name(), place.id(),
							"表达式 " + place.text() + " 用了 " + name.name() + "." + call.method()
									+ "，随程序的图没有这样问过。表达式只能问，不能办：规则定下的事只在图上它自己的那一处办。请改用随程序的图里问过的方法。");
				}
			});
		}
		catch (Expression.Wrong toldByARule) {
			// is refused with its reason
		}
	}

	private static void kept(Models models, Node process, Findings findings) {
		Node known = models.packaged().process(process.id());
		int least = days((known == null ? models.packaged().process(ProcessKeys.CONSULTATION_OUTCOME) : known).camunda("historyTimeToLive"));
		String written = process.camunda("historyTimeToLive");
		if (days(written) < least && days(written) >= 0) {
			findings.of(process, "历史只保留“" + written + "”，原来保留 " + least + " 天：走过的图和办理的经过到时就看不到了。规则：一件的记录是永久的。请写成 P" + least + "D 或更长。");
		}
	}

	/** What is called by the whole would run beside it, of no case. */
	private static void started(Models models, Node process, Findings findings) {
		Node known = models.packaged().process(process.id());
		if (known != null && known.camunda("isStartableInTasklist").equals("false") && !process.camunda("isStartableInTasklist").equals("false")) {
			findings.of(process, "可以手工发起了，原来只由别的流程调用：手工发起的不属于任何一件。请去掉“Startable”。");
		}
	}

	/** How many there are at least; -1 for what others tell of. */
	private static int days(String written) {
		try {
			Period period = Period.parse(written.matches("\\d+") ? "P" + written + "D" : written);
			return period.getYears() * 365 + period.getMonths() * 30 + period.getDays();
		}
		catch (DateTimeException toldByARule) {
			return -1;
		}
	}

	private static void added(Node node, House house, Findings findings) {
		kinds(node).stream().filter(one -> !one.equals("timerEventDefinition")).forEach(
				one -> findings.of(node, "加的事件用了 " + one + "：它会让一件断掉、跳走，或者抢走程序发给别处的消息。规则：流程怎样走到头由办法定下。请换成普通的开始、结束事件或者定时器。"));
		if (node.startedByEvent()) {
			findings.of(node, "加了由事件引起的子流程（Event sub-process）：它会打断正在办的。请删去，改为附在自己加的步骤上的定时器。");
		}
		if (node.beans().stream().anyMatch(house.works::contains)) {
			findings.of(node, "用了组件 " + String.join("、", node.beans()) + "：这是别处的事，在这里会另办一遍。规则：一处的事只在一处办。请删去，由人办的请只画人工任务。");
		}
		node.properties().forEach((name, value) -> {
			if (name.equals("role")) {
				findings.of(node, "写了 role=" + value + "，那一步已经在别处。请删去这个扩展属性。");
			}
		});
		overwritten(node, null, house, findings);
	}

	private static void overwritten(Node node, Node known, House house, Findings findings) {
		Set<String> before = known == null ? Set.of() : written(known, house).collect(Collectors.toSet());
		written(node, house).filter(one -> house.variables.contains(one) && !before.contains(one)).distinct()
				.forEach(one -> findings.of(node, "写了变量 " + one
						+ "，它是随程序的图和程序用来认这一件、决定怎样走的，写了就是另一件、另一个结论。规则：结论由办的人在自己的那一步作出。请改用自己的变量名。"));
	}

	/**
	 * The variables that a node writes beside its form; what it is told under its own name stays what it was, and a table of
	 * the house answers as the house asks it.
	 */
	private static Stream<String> written(Node node, House house) {
		Element loop = node.loop();
		Stream<String> each = loop == null ? Stream.empty()
				: Stream.of(loop.getAttributeNS(Xml.CAMUNDA, "elementVariable")).filter(one -> !house.each.contains(one));
		Stream<String> mapped = Stream.of("in", "out").flatMap(kind -> node.extensions(kind).stream())
				.filter(one -> !one.getAttribute("source").equals(one.getAttribute("target"))).map(one -> one.getAttribute("target"));
		Stream<String> parameters = node.extensions("inputOutput").stream().flatMap(one -> Xml.children(one).stream())
				.filter(one -> !node.is("businessRuleTask")
						|| (one.getLocalName().equals("outputParameter") && !house.tables.contains(node.camunda("decisionRef"))))
				.map(one -> one.getAttribute("name"));
		return Stream.of(each, mapped, parameters,
				Stream.of(house.tables.contains(node.camunda("decisionRef")) ? "" : node.camunda("resultVariable"))).flatMap(one -> one)
				.filter(one -> !one.isEmpty());
	}

	/** What the packaged diagrams use. */
	private static final class House {

		private final Set<String> elements = new HashSet<>();
		private final Set<String> attributes = new HashSet<>();
		private final Set<String> asked = new HashSet<>();
		private final Set<String> works = new HashSet<>();
		private final Set<String> variables = new HashSet<>();
		private final Set<String> places = new HashSet<>();
		private final Set<String> tables = new HashSet<>();
		private final Set<String> each = new HashSet<>();

		private House(Models models) {
			for (Diagram diagram : models.diagrams()) {
				Xml.all(diagram.root()).stream().filter(EngineMeansLaw::isOfTheEngine).forEach(this::read);
				diagram.places().forEach(this::read);
			}
			models.tables().forEach(one -> tables.add(one.key()));
			models.nodes().forEach(node -> {
				works.addAll(node.beans());
				written(node, variables);
			});
			works.forEach(bean -> variables.addAll(VariableUse.of(bean).writes().keySet()));
			works.removeAll(REPEATABLE);
			each.removeAll(Set.of(Variables.ASSIGNMENT_ID, Variables.OUTCOME_ID));
		}

		private void read(Element element) {
			elements.add(element.getLocalName());
			for (int i = 0; i < element.getAttributes().getLength(); i++) {
				attributes.add(element.getLocalName() + "." + element.getAttributes().item(i).getLocalName());
			}
		}

		private void read(Place place) {
			places.add(place.id() + place.text());
			try {
				Expression.parse(place.text()).visit(one -> {
					if (one instanceof Expression.Call call && call.base() instanceof Expression.Name name
							&& !begins(place.element())) {
						asked.add(name.name() + "." + call.method());
					}
				});
			}
			catch (Expression.Wrong never) {
				throw new IllegalStateException(place.text(), never);
			}
		}

		/** What is written for a whole part may begin something in the ledger. */
		private static boolean begins(Element element) {
			return element.getLocalName().equals("inputParameter") && owner(element.getParentNode()).equals("subProcess");
		}

		private void written(Node node, Set<String> names) {
			if (node.loop() != null) {
				each.add(node.loop().getAttributeNS(Xml.CAMUNDA, "elementVariable"));
				names.addAll(each);
			}
			Stream.of("in", "out").forEach(kind -> node.extensions(kind).forEach(one -> names.add(one.getAttribute("target"))));
			node.extensions("inputOutput").forEach(all -> Xml.children(all).forEach(one -> names.add(one.getAttribute("name"))));
			names.add(node.camunda("resultVariable"));
		}
	}
}
