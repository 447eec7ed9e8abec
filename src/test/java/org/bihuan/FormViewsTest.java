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
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * What there is to choose from when a task is really reached: every task is reached once, and each of its form's lists is held against what its step
 * puts there. Whether a form names only what its step has, {@link ViewTypesTest} knows without walking.
 */
class FormViewsTest extends CycleTest {

	private static final ObjectMapper JSON = new ObjectMapper();
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

	/** Holds the lists of an open task's form against its view. */
	private void hold(Task task) {
		JsonNode form = formOfTask.get(task.getTaskDefinitionKey());
		for (JsonNode field : form.findParents(CHOICES)) {
			String place = form.path("id").asText() + " " + field.path("id").asText();
			JsonNode rows = view(task).path(field.path(CHOICES).asText().replace("=view.", ""));
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
	void everyListToChooseFromHasSomethingInItSomewhere() {
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
}
