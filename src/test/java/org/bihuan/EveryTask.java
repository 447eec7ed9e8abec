package org.bihuan;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Walks by every detour, so that every task of every model is answered at least once: for tests that look at each form on the way. */
public abstract class EveryTask extends CycleTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	/** The form of every user task of every model, by the task's id. */
	protected static Map<String, JsonNode> formsOfTasks() {
		Map<String, JsonNode> forms = new TreeMap<>();
		Stream.of(Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"))))
				.forEach(model -> Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class)
						.forEach(task -> forms.put(task.getId(), form(task.getCamundaFormRef()))));
		return forms;
	}

	private static JsonNode form(String name) {
		try {
			return JSON.readTree(new File("forms", name + ".form"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** What the form of an open task reads. */
	protected JsonNode view(Task task) {
		return local(task, "view");
	}

	/** What a field of it begins with. */
	protected JsonNode local(Task task, String variable) {
		try {
			return JSON.readTree(String.valueOf(tasks.getVariableLocal(task.getId(), variable)));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	protected void everyTask() {
		fromTopicToVerifiedClosingByEveryDetour();
		theConversions();
		aLateInstruction();
		aFurtherAssignment();
	}

	protected void fromTopicToVerifiedClosingByEveryDetour() {
		startUpTo("task_reviewByDeputyChair");
		answer("task_reviewByDeputyChair", Map.of("verdict", "return", "reason", "请补充经费数据"));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("report", "派出所办公条件简陋，应当尽快改造。", "suggestions", List.of(Map.of("text", "三年内改造派出所"))));
		upTo("task_readByChair");
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
		answer("task_signReply", Map.of("verdict", "return", "reason", "请写明涉及哪些部门"));
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
		tasks("task_rateSatisfaction").forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "fair", "result", "unsatisfied", "remark", "尚未完工")));
	}

	protected void theConversions() {
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

	protected void aLateInstruction() {
		start("quwei1", "late-instruction", Map.of("outcomeNo", outcomeId, "leader", "韩东升", "writtenOn", "2023-09-11", "words", "请抓紧办理"));
		answer("task_sortLateInstruction");
	}

	protected void aFurtherAssignment() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		answer("task_addAssignment");
	}
}
