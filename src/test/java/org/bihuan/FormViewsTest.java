package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * What a form names of {@code view} (in its texts, its choices, its conditions) is what the step really puts there: every task is reached once,
 * and the form is held against it. In the browser a misspelt key is an empty place that nobody notices.
 */
class FormViewsTest extends CycleTest {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Pattern NAMED = Pattern.compile("\\bview((?:\\.\\w+)+)");
	private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*\\}\\}");
	private static final String CHOICES = "valuesExpression";

	private final Map<String, JsonNode> formOfTask = new TreeMap<>();
	private final Set<String> held = new TreeSet<>();
	private final Set<String> choices = new TreeSet<>();
	private final Set<String> choicesWithRows = new TreeSet<>();

	private static Stream<File> models() {
		return Stream.of(Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"))));
	}

	private static JsonNode form(String name) {
		try {
			return JSON.readTree(new File("forms", name + ".form"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Every string of a form. */
	private static List<String> strings(JsonNode form) {
		return Stream
				.iterate(List.of(form), level -> !level.isEmpty(),
						level -> level.stream().flatMap(node -> StreamSupport.stream(node.spliterator(), false)).toList())
				.flatMap(List::stream).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
	}

	private static Stream<String> named(String text) {
		return NAMED.matcher(text).results().map(found -> found.group(1).replace('.', '/'));
	}

	/** Holds the form of an open task against its view. */
	private void hold(Task task) {
		JsonNode form = formOfTask.get(task.getTaskDefinitionKey());
		JsonNode view = view(task);
		for (String text : strings(form)) {
			assertThat(named(text)).allSatisfy(
					path -> assertThat(view.at(path).isMissingNode()).as("%s.form names view%s, and %s puts %s", form.path("id").asText(),
							path.replace('/', '.'), task.getTaskDefinitionKey(), view).isFalse());
		}
		for (JsonNode field : form.findParents(CHOICES)) {
			String place = form.path("id").asText() + " " + field.path("id").asText();
			JsonNode rows = view.at(named(field.path(CHOICES).asText()).findFirst().orElseThrow());
			assertThat(rows.getNodeType()).as(place).isEqualTo(JsonNodeType.ARRAY);
			assertThat(rows).as("choices of %s", place).allSatisfy(row -> {
				assertThat(row.path("label").asText()).as("label in %s", row).isNotBlank();
				assertThat(row.path("value").asText()).as("value in %s", row).isNotBlank();
			});
			choices.add(place);
			rows.forEach(row -> choicesWithRows.add(place));
		}
		held.add(task.getTaskDefinitionKey());
	}

	private JsonNode view(Task task) {
		try {
			return JSON.readTree(String.valueOf(tasks.getVariableLocal(task.getId(), "view")));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		hold(task);
		super.complete(user, task, answer);
	}

	@Test
	void everyFormNamesOnlyWhatItsStepPuts() {
		models().forEach(model -> Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class)
				.forEach(task -> formOfTask.put(task.getId(), form(task.getCamundaFormRef()))));
		fromTopicToVerifiedClosingByEveryDetour();
		theConversions();
		aLateInstruction();
		aFurtherAssignment();
		assertThat(held).as("tasks whose forms were held against their views").isEqualTo(formOfTask.keySet());
		assertThat(choicesWithRows).as("lists to choose from that had something in them").isEqualTo(choices);
	}

	private void fromTopicToVerifiedClosingByEveryDetour() {
		startUpTo("task_readByChair");
		answer("task_readByChair", Map.of("verdict", "return", "reason", "请核实数据"));
		upTo("task_acceptSubmission");
		answer("task_acceptSubmission", Map.of("verdict", "return", "reason", "缺附件"));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-caizheng",
				"coUnits", List.of("unit-fagai"), "requirement", "两个月内答复"))));
		upTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-gongan", "reason", "属公安职责"));
		answer("task_decideReassignment", Map.of("toUnit", "unit-gongan"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-01"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		answerOnly("task_decideConversion", Map.of("verdict", "refuse", "reason", "可以答复"));
		waitForTheTrackingDay();
		answer("task_trackByCommittee", Map.of("onTrack", "no"));
		upTo("task_strengthenForDelay");
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_rateSatisfaction");
		everybodyIsUnsatisfied();
		upTo("task_redo");
		answer("task_redo");
		answer("task_signRedo", Map.of("verdict", "return", "reason", "第二条没有写明时间"));
		answer("task_redo");
		upTo("task_rateSatisfaction");
		everybodyIsUnsatisfied();
		toTheEnd();
	}

	private void everybodyIsUnsatisfied() {
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "fair", "result", "unsatisfied", "remark", "尚未完工")));
	}

	private void theConversions() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		toTheEnd();

		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answerOnly("task_handleOverdue", Map.of("measure", "convert", "kind", "opinion-report", "reason", "确实难以答复"));
		toTheEnd();

		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answer("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		upTo("task_reconsiderConversion");
		toTheEnd();
	}

	private void aLateInstruction() {
		start("quwei1", "late-instruction", Map.of("outcomeNo", outcomeId, "leader", "韩东升", "writtenOn", "2023-09-11", "words", "请抓紧办理"));
		answer("task_sortLateInstruction");
	}

	private void aFurtherAssignment() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		answer("task_addAssignment");
	}

	/** Nothing but {@code view} is there to be shown; before a start not even that. */
	@Test
	void aFormShowsNothingElse() {
		for (File file : Objects.requireNonNull(new File("forms").listFiles())) {
			for (String text : strings(form(file.getName().replace(".form", "")))) {
				assertThat(TEMPLATE.matcher(text).results().map(found -> found.group(1))).as("shown by %s", file).allMatch(NAMED.asMatchPredicate());
			}
		}
		models().flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(StartEvent.class).stream())
				.map(StartEvent::getCamundaFormRef).filter(Objects::nonNull)
				.forEach(start -> assertThat(strings(form(start))).as(start).noneMatch(text -> NAMED.matcher(text).find()));
	}
}
