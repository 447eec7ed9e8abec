package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a diagram readable, measured in the models themselves: without a browser and without an engine. */
class LayoutTest {

	/** Who acts, as the diagrams call him, by the people of a task: its groups, then its persons. */
	private static final Map<String, String> PARTIES = Map.ofEntries(
			Map.entry("cppcc-office", "区政协办"), Map.entry("cppcc-chair", "政协主要领导"), Map.entry("cppcc-deputy-chair", "分管副主席"),
			Map.entry("chair-meeting", "主席会议"), Map.entry("party-office,gov-office", "党政办公室"), Map.entry("supervision-office", "督考办"),
			Map.entry("committee-tian", "提案委"), Map.entry("${office}", "三办"),
			Map.entry("party-office,gov-office ${submission.leader(instructionId)}", "区领导"),
			Map.entry("${formation.committee(outcomeId)}", "专委会"), Map.entry("${followUp.committee(outcomeId)}", "专委会"),
			Map.entry("${conversions.committee(outcomeId)}", "专委会"),
			Map.entry("${handling.leadUnit(assignmentId)}", "承办单位"), Map.entry("${followUp.leadUnit(assignmentId)}", "承办单位"),
			Map.entry("${conversions.leadUnit(assignmentId)}", "承办单位"), Map.entry("${handling.coUnit(coOpinionId)}", "协办单位"),
			Map.entry("${formation.askedGroup(opinionId)} ${formation.askedUser(opinionId)}", "部门、委员"),
			Map.entry("${satisfaction.askedGroup(ratingId)} ${satisfaction.askedUser(ratingId)}", "专委会、参与委员"));

	/** A verb without what it is done to, or behind it: a list of tasks has no diagram around it that would say the rest. */
	private static final Set<String> NOT_VERB_AND_OBJECT = Set.of("签收", "审签", "用印", "报送", "补正", "批示", "面商", "补交办", "改派裁定", "延期裁定", "转化裁定", "逾期处置",
			"不满意处置", "再次答复审签", "再次答复用印");

	static Stream<Path> models() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
		}
	}

	private static String party(UserTask task) {
		String people = (Objects.toString(task.getCamundaCandidateGroups(), "") + " " + Objects.toString(task.getCamundaCandidateUsers(), ""))
				.strip();
		return Objects.requireNonNull(PARTIES.get(people), "nobody has said what the diagrams call " + people);
	}

	private static <T extends FlowElement> Collection<T> all(Path model, Class<T> type) {
		return new Drawing(model).model.getModelElementsByType(type);
	}

	@ParameterizedTest
	@MethodSource("models")
	void isReadOnOneSheetOfA4(Path model) {
		assertThat(new Drawing(model).points()).as("the names on A4, in points").isGreaterThanOrEqualTo(7);
	}

	@ParameterizedTest
	@MethodSource("models")
	void noShapeLiesOnAnother(Path model) {
		assertThat(new Drawing(model).overlaps()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("models")
	void noLineRunsThroughAShapeOrEndsInTheAir(Path model) {
		assertThat(new Drawing(model).linesThroughShapes()).isEmpty();
		assertThat(new Drawing(model).looseEnds()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("models")
	void noTwoLinesMeet(Path model) {
		assertThat(new Drawing(model).meetings()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("models")
	void linesAreLevelOrUprightAndLeadToTheRight(Path model) {
		assertThat(new Drawing(model).againstTheGrain()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("models")
	void everyWordStandsFree(Path model) {
		assertThat(new Drawing(model).wordsInTheWay()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("models")
	void whoActsIsSeenWhereMoreThanOneDoes(Path model) {
		Drawing drawing = new Drawing(model);
		Collection<UserTask> tasks = drawing.model.getModelElementsByType(UserTask.class);
		boolean several = tasks.stream().map(LayoutTest::party).distinct().count() > 1;
		assertThat(tasks).filteredOn(task -> several).allSatisfy(task -> assertThat(partiesShown(drawing, task)).as(task.getId())
				.contains(party(task)));
	}

	/** A lane or band of several parties is one of each. */
	private static Set<String> partiesShown(Drawing drawing, UserTask task) {
		return drawing.partiesOf(task).stream().flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("、"))))
				.collect(Collectors.toSet());
	}

	@ParameterizedTest
	@MethodSource("models")
	void aLaneNamesWhatStandsInIt(Path model) {
		assertThat(new Drawing(model).namedAndStanding()).allSatisfy((lane, nodes) -> assertThat(nodes.getKey()).as(lane)
				.isEqualTo(nodes.getValue()));
	}

	/** One style of joins: what comes together does so in a gateway, and nothing else is where anything comes together. */
	@ParameterizedTest
	@MethodSource("models")
	void onlyAGatewayJoinsAndItEitherJoinsOrSplits(Path model) {
		assertThat(all(model, FlowNode.class)).filteredOn(node -> !(node instanceof Gateway)).allSatisfy(node -> assertThat(node.getIncoming())
				.as("ways into %s", node.getId()).hasSizeLessThan(2));
		assertThat(all(model, Gateway.class)).allSatisfy(gateway -> assertThat(Math.min(gateway.getIncoming().size(), gateway.getOutgoing().size()))
				.as("%s either joins or splits", gateway.getId()).isEqualTo(1));
	}

	@ParameterizedTest
	@MethodSource("models")
	void aDecisionIsAQuestionAndAJoinHasNoName(Path model) {
		assertThat(all(model, ExclusiveGateway.class)).filteredOn(gateway -> gateway.getOutgoing().size() > 1)
				.allSatisfy(gateway -> assertThat(gateway.getName()).as(gateway.getId()).endsWith("？"));
		assertThat(all(model, Gateway.class)).filteredOn(gateway -> gateway.getOutgoing().size() == 1).extracting(Gateway::getName)
				.as("names of joins").allMatch(Objects::isNull);
	}

	/** Of our own diagrams only: what an analyst calls a step is his. */
	@ParameterizedTest
	@MethodSource("models")
	void aTasksNameSaysWhatIsDoneToWhat(Path model) {
		assertThat(all(model, UserTask.class)).extracting(FlowElement::getName).doesNotContainAnyElementsOf(NOT_VERB_AND_OBJECT);
	}

	/** What an analyst may change as a value is not written into a name. */
	@ParameterizedTest
	@MethodSource("models")
	void noNameSaysANumberThatIsAValue(Path model) {
		assertThat(all(model, FlowElement.class)).extracting(FlowElement::getName).filteredOn(Objects::nonNull)
				.noneMatch(name -> name.matches(".*[0-9一二三四五六七八九十]+个(工作日|月).*"));
	}
}
