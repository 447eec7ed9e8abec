package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.bihuan.moving.Correspondence.Pair;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which element of a diagram is which of another version of it, and why there is none. */
class CorrespondenceTest {

	private static final String ROLE = "<bpmn:extensionElements><camunda:properties><camunda:property name=\"role\" value=\"%s\" />"
			+ "</camunda:properties></bpmn:extensionElements>";

	private static Stream<Path> diagrams() throws Exception {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
		}
	}

	/** A diagram of one process called 甲, with this in it. */
	private static BpmnModelInstance diagram(String elements) {
		return diagram("甲", elements);
	}

	private static BpmnModelInstance diagram(String name, String elements) {
		String xml = """
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
				targetNamespace="x"><bpmn:process id="p" name="%s" isExecutable="true">%s</bpmn:process></bpmn:definitions>""";
		return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.formatted(name, elements).getBytes(StandardCharsets.UTF_8)));
	}

	private static String task(String id, String role) {
		return "<bpmn:userTask id=\"" + id + "\" name=\"审核\">" + (role.isEmpty() ? "" : ROLE.formatted(role)) + "</bpmn:userTask>";
	}

	private static String part(String id, String elements) {
		return "<bpmn:subProcess id=\"" + id + "\">" + elements + "</bpmn:subProcess>";
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void anUnchangedDiagramHasEveryPlaceAtWhichACaseWaits(Path file) {
		BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
		List<Pair> pairs = Correspondence.of(model, Bpmn.readModelFromFile(file.toFile())).pairs();
		assertThat(pairs).allMatch(one -> one.from().equals(one.to()));
		assertThat(pairs.stream().map(Pair::from)).doesNotHaveDuplicates()
				.containsAll(model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).toList());
	}

	@Test
	void onlyCyclesOfLooksAskForTheirMomentAnew() {
		BpmnModelInstance handling = Bpmn.readModelFromFile(Path.of("processes", "handling.bpmn").toFile());
		assertThat(Correspondence.of(handling, handling).pairs()).filteredOn(Pair::anew).extracting(Pair::from)
				.containsExactlyInAnyOrder("boundary_replyReminder", "boundary_overdueReminder");
	}

	@ParameterizedTest
	@CsvSource({ "a,'',a,'',a", "a,x,b,x,b", "a,x,a,'',a", "a,'',a,x,a", "a,x,a,y,''", "a,'',b,'',''" })
	void theRoleComesBeforeTheId(String id, String role, String newId, String newRole, String expected) {
		assertThat(Correspondence.of(diagram(task(id, role)), diagram(task(newId, newRole))).pairs().stream().map(Pair::to)
				.reduce("", (one, other) -> one + other)).isEqualTo(expected);
	}

	@Test
	void aRoleThatSeveralHaveTellsNothing() {
		assertThat(Correspondence.of(diagram(task("a", "x") + task("b", "x")), diagram(task("b", "x") + task("a", "x"))).pairs())
				.containsExactly(new Pair("a", "a", false), new Pair("b", "b", false));
	}

	@Test
	void whoChangedPlacesIsFoundByHisRole() {
		assertThat(Correspondence.of(diagram(task("a", "x") + task("b", "y")), diagram(task("a", "y") + task("b", "x"))).pairs())
				.containsExactlyInAnyOrder(new Pair("a", "b", false), new Pair("b", "a", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"<bpmn:userTask id='b'/>|新图里没有这一步",
			"<bpmn:serviceTask id='a'/>|新图里它换成了另一种元素",
			"<bpmn:userTask id='a'><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>|新图里它由几人各办一份改成了一人办，或者相反",
			"<bpmn:subProcess id='s'><bpmn:userTask id='a'/></bpmn:subProcess>|新图里它移进或移出了一个子流程" })
	void itIsSaidWhyACaseCannotGoOn(String then, String why) {
		Correspondence none = Correspondence.of(diagram(task("a", "")), diagram(then.replace('\'', '"')));
		assertThat(none.pairs()).noneMatch(one -> one.from().equals("a"));
		assertThat(none.name("a") + none.why("a", Map.of())).isEqualTo("“审核”" + why);
	}

	@Test
	void aStepThatWentToAnotherDiagramIsLookedForThere() {
		UnaryOperator<String> step = name -> Correspondence.of(diagram(task("a", "")), diagram(task("b", ""))).why("a",
				Correspondence.byName(List.of(diagram("甲", task("b", "")), diagram(name, task("a", "")))));
		assertThat(step.apply("回头看")).isEqualTo("新的一套里这一步归到了“回头看”一图");
	}

	@Test
	void whatLiesInAPartIsLookedForInItsCounterpart() {
		assertThat(Correspondence.of(diagram(part("s", task("a", ""))), diagram(part("s", task("a", "")))).pairs())
				.containsExactly(new Pair("s", "s", false), new Pair("a", "a", false));
		assertThat(Correspondence.of(diagram(part("s", task("a", ""))), diagram(part("t", task("a", "")))).pairs()).isEmpty();
	}

	@Test
	void whatIsCalledMustBeTheSame() {
		String called = "<bpmn:callActivity id=\"c\" calledElement=\"%s\" />";
		Correspondence same = Correspondence.of(diagram(called.formatted("one")), diagram(called.formatted("one")));
		Correspondence another = Correspondence.of(diagram(called.formatted("one")), diagram(called.formatted("two")));
		assertThat(same.calls("c", "one")).isTrue();
		assertThat(another.calls("c", "one")).isFalse();
	}
}
