package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.time.Superior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an analyst chooses from in Camunda Modeler is what the house is made of, and what he makes with it is accepted. */
class ElementTemplatesTest {

	private static final ModelSet PACKAGED = ModelSet.packaged();
	private static final String SHORTEST = "late-instruction.bpmn";
	private static final String OF_AN_ASSIGNMENT = "satisfaction.bpmn";
	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(\\w+)[.}][^}]*");

	static List<ElementTemplate> all() {
		return ElementTemplate.all();
	}

	/** Those of elements that the house has, and those of elements that an analyst adds. */
	private static List<ElementTemplate> ofTheHouse(boolean house) {
		return all().stream().filter(one -> HouseTemplates.names().contains(one.file()) == house).toList();
	}

	@Test
	void thoseOfTheHouseAreMadeFromItsDiagrams() throws IOException {
		SortedMap<String, String> made = HouseTemplates.of(Models.of(PACKAGED, new Findings()));
		assertThat(made.keySet()).containsExactlyElementsOf(HouseTemplates.names());
		for (Map.Entry<String, String> one : made.entrySet()) {
			writeIfAsked(one);
			assertThat(ElementTemplate.FOLDER.resolve(one.getKey())).as("make it anew with -Dbihuan.write=true").content(StandardCharsets.UTF_8)
					.isEqualTo(one.getValue());
		}
	}

	private static void writeIfAsked(Map.Entry<String, String> template) throws IOException {
		if (Boolean.getBoolean("bihuan.write")) {
			Files.writeString(ElementTemplate.FOLDER.resolve(template.getKey()), template.getValue());
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void keepsToTheSchema(ElementTemplate template) {
		assertThat(template.wrong()).isEmpty();
	}

	@Test
	void everyIdAndEveryNameIsThereOnce() {
		assertThat(all()).extracting(ElementTemplate::id).doesNotHaveDuplicates().allMatch(id -> id.matches("bihuan(\\.[a-z-]+)+"));
		assertThat(all()).extracting(one -> one.text("name")).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("all")
	void saysInChineseWhatToFillIn(ElementTemplate template) {
		assertThat(template.text("name")).matches(".*[\\u4e00-\\u9fff]{2}.*");
		assertThat(template.text("description")).matches("(?s).*[\\u4e00-\\u9fff]{4}.*").endsWith("。");
		assertThat(template.properties()).filteredOn(one -> !one.path("type").asText().equals("Hidden")).isNotEmpty().allSatisfy(one -> {
			assertThat(one.path("label").asText()).matches(".*[\\u4e00-\\u9fff].*");
			assertThat(one.path("description").asText()).matches("(?s).*[\\u4e00-\\u9fff]{4}.*").endsWith("。");
		});
	}

	@ParameterizedTest
	@MethodSource("all")
	void whatItOffersToBeToldIsWhatTheHouseKnows(ElementTemplate template) {
		Map<String, String> known = Stream.of(Superior.values()).collect(Collectors.toMap(Superior::code, Superior::label));
		assertThat(template.properties()).filteredOn(one -> ElementTemplate.bound(one).equals("camunda:property superior"))
				.allSatisfy(one -> assertThat(choices(one)).isEqualTo(known));
	}

	private static Map<String, String> choices(JsonNode property) {
		return StreamSupport.stream(property.path("choices").spliterator(), false)
				.collect(Collectors.toMap(one -> one.path("value").asText(), one -> one.path("name").asText()));
	}

	/** Also those that only its description names. */
	@ParameterizedTest
	@MethodSource("all")
	void everyComponentThatItNamesIsThere(ElementTemplate template) {
		Matcher named = EXPRESSION.matcher(template.json().toString());
		Set<String> names = new TreeSet<>();
		while (named.find()) {
			names.add(named.group(1));
		}
		names.removeAll(Set.of("execution", "office", "legal", "decisionResult"));
		assertThat(Beans.all().keySet()).containsAll(names);
	}

	/** One that is applied to what it was made from, as Modeler does it, changes nothing; so there is one for everything. */
	@Test
	void thereIsOneForEveryElementThatSaysMoreThanItsName() {
		Models models = Models.of(PACKAGED, new Findings());
		List<Node> said = models.nodes().stream().filter(ElementTemplatesTest::saysMore).toList();
		assertThat(said).hasSizeGreaterThan(90).allSatisfy(node -> assertThat(ofTheHouse(true)).as(node.toString())
				.anySatisfy(template -> {
					assertThat(template.appliesTo()).contains(node.type());
					assertThat(template.properties()).hasSizeGreaterThanOrEqualTo(bindable(node));
					assertThat(canonical(applied(template, bare(node, template)))).isEqualTo(canonical(node.element()));
				}));
	}

	private static boolean saysMore(Node node) {
		boolean work = Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity").contains(node.type());
		boolean form = node.is("startEvent") && !node.camunda("formRef").isEmpty();
		return work || form || node.isOn("timer") || node.isOn("message") || node.loop() != null || !node.extensions("inputOutput").isEmpty();
	}

	/** How much of an element a template can say. */
	private static int bindable(Node node) {
		return node.properties().size() + node.extensions("in").size() + node.extensions("out").size()
				+ node.extensions("inputOutput").stream().mapToInt(one -> Xml.children(one).size()).sum();
	}

	/** The element without what the template says. */
	private static Element bare(Node node, ElementTemplate template) {
		Element copy = (Element) node.element().cloneNode(true);
		for (JsonNode one : template.properties()) {
			String name = one.path("binding").path("name").asText();
			copy.removeAttributeNS(Xml.CAMUNDA, name.replace("camunda:", ""));
			copy.removeAttribute(name);
		}
		return copy;
	}

	private static Element applied(ElementTemplate template, Element element) {
		template.apply(element);
		return element;
	}

	/** What an element says, whatever the order of its extensions. */
	private static List<String> canonical(Element element) {
		List<String> said = new ArrayList<>();
		for (Element one : Xml.all(element)) {
			if (!Set.of("extensionElements", "documentation").contains(one.getLocalName())) {
				Map<String, String> attributes = new TreeMap<>();
				for (int i = 0; i < one.getAttributes().getLength(); i++) {
					attributes.put(one.getAttributes().item(i).getNodeName(), one.getAttributes().item(i).getNodeValue());
				}
				said.add(one.getLocalName() + attributes + (Xml.children(one).isEmpty() ? Xml.text(one) : ""));
			}
		}
		said.sort(null);
		return said;
	}

	/** Every step of the house stripped of all that its template says, and made anew by it. */
	@Test
	void aSetWhoseElementsAreMadeByTemplatesIsSound() {
		ModelSet made = PACKAGED;
		for (String file : PACKAGED.files().keySet().stream().filter(one -> one.endsWith(".bpmn")).toList()) {
			Document document = parsed(PACKAGED.files().get(file));
			Diagram diagram = new Diagram(file, document);
			for (Node node : diagram.nodes()) {
				ofTheHouse(true).stream().filter(one -> one.appliesTo().contains(node.type()) && canonical(applied(one, bare(node, one)))
						.equals(canonical(node.element()))).findFirst().ifPresent(one -> {
							Element anew = applied(one, bare(node, one));
							node.element().getParentNode().replaceChild(anew, node.element());
						});
			}
			made = made.with(file, written(document));
		}
		assertThat(made).isNotEqualTo(PACKAGED);
		assertThat(ModelCheck.problems(made)).extracting(Problem::sentence).isEmpty();
	}

	static List<ElementTemplate> forAddedSteps() {
		return all().stream().filter(one -> one.id().startsWith("bihuan.added-step")).toList();
	}

	static List<ElementTemplate> forTables() {
		return all().stream().filter(one -> one.file().equals("tables.json")).toList();
	}

	/** A step that an analyst adds, filled in as the examples have it. */
	@ParameterizedTest
	@MethodSource("forAddedSteps")
	void anAddedStepIsSound(ElementTemplate template) {
		Sketch sketch = new Sketch(PACKAGED, SHORTEST);
		Element task = sketch.node(template.appliesTo().get(1), "task_added");
		template.apply(task);
		forEachOfficeWhereItIsForSeveral(template, sketch, task);
		sketch.before("task_sortLateInstruction", "task_added");
		assertThat(ModelCheck.problems(sketch.set())).extracting(Problem::sentence).isEmpty();
	}

	/** Within an assignment: what the house's tasks tell a table is about one. */
	@ParameterizedTest
	@MethodSource("forTables")
	void anAddedTaskThatAsksATableIsSoundWhereAGatewayReadsAllThatItAnswers(ElementTemplate template) {
		Sketch sketch = new Sketch(PACKAGED, OF_AN_ASSIGNMENT);
		template("bihuan.added-step").apply(sketch.node("userTask", "task_first"));
		sketch.before("task_decideDissatisfaction", "task_first");
		template.apply(sketch.node(template.appliesTo().get(1), "task_added"));
		sketch.before("task_decideDissatisfaction", "task_added");
		Element answer = question(sketch, "task_decideDissatisfaction", "task_first");
		Xml.child(answer, "conditionExpression").setTextContent(template.answers().stream().map(one -> one + " != null")
				.collect(Collectors.joining(" && ", "${", "}")));
		assertThat(ModelCheck.problems(sketch.set())).extracting(Problem::sentence).isEmpty();
	}

	/** A table of the house has a template, whether a task of the house asks it or not, except where several rows answer. */
	@Test
	void everyTableThatAnswersWithOneRowCanBeAsked() {
		List<String> one = Models.of(PACKAGED, new Findings()).tables().stream().filter(table -> !table.hitPolicy().equals("COLLECT"))
				.map(table -> "bihuan.ask-" + table.key()).toList();
		assertThat(one).contains("bihuan.ask-reply-limit", "bihuan.ask-supervision-level", "bihuan.ask-satisfaction-consequence");
		assertThat(forTables()).extracting(ElementTemplate::id).containsExactlyInAnyOrderElementsOf(one);
	}

	private static void forEachOfficeWhereItIsForSeveral(ElementTemplate template, Sketch sketch, Element task) {
		if (template.text("description").contains("Parallel multi-instance")) {
			sketch.each(task, "${followUp.offices()}", "office");
		}
	}

	@Test
	void anAddedQuestionAndATimerAreSound() {
		Sketch sketch = new Sketch(PACKAGED, SHORTEST);
		template("bihuan.added-step").apply(sketch.node("userTask", "task_added"));
		sketch.before("task_sortLateInstruction", "task_added");
		sketch.node("endEvent", "endEvent_added").setAttribute("name", "不再往下办");
		question(sketch, "task_sortLateInstruction", "endEvent_added");
		Element timer = sketch.node("boundaryEvent", "boundary_added");
		template("bihuan.relative-timer").apply(timer);
		sketch.after(timer, "task_added", "P10D");
		sketch.flow("boundary_added", "endEvent_added");
		assertThat(ModelCheck.problems(sketch.set())).extracting(Problem::sentence).isEmpty();
		assertThat(template("bihuan.relative-timer").text("description")).contains("P10D");
	}

	/** Draws a question before a node; the flow is that of the answer on which it goes elsewhere. */
	private static Element question(Sketch sketch, String before, String elsewhere) {
		template("bihuan.question").apply(sketch.node("exclusiveGateway", "gateway_added"));
		sketch.before(before, "gateway_added");
		Element answer = sketch.flow("gateway_added", elsewhere);
		template("bihuan.answer-flow").apply(answer);
		sketch.defaultFlow("gateway_added", "合规");
		return answer;
	}

	private static ElementTemplate template(String id) {
		return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
	}

	static Document parsed(byte[] xml) {
		try {
			return Xml.parse(xml);
		}
		catch (SAXException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	static byte[] written(Document document) {
		try {
			ByteArrayOutputStream written = new ByteArrayOutputStream();
			Transformer writer = TransformerFactory.newInstance().newTransformer();
			writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
			writer.transform(new DOMSource(document), new StreamResult(written));
			return written.toByteArray();
		}
		catch (TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
