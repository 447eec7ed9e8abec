package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.ProcessKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases at every kind of place go on by a set with a step more, other days, people and reminders; all end as promised. */
@Tag("long")
@Tag("database")
class MixedCasesTest extends MovingCases {

	private static final Map<String, UnaryOperator<String>> EDITED = Map.of(
			"handling.bpmn", replacing(
					"<bpmn:sequenceFlow id=\"flow_draftReply_signReply\" sourceRef=\"task_draftReply\" targetRef=\"task_signReply\" />",
					"<bpmn:serviceTask id=\"serviceTask_added\" name=\"法制审核\" camunda:expression=\"${handling.received(assignmentId)}\" />"
							+ "<bpmn:sequenceFlow id=\"flow_draftReply_signReply\" sourceRef=\"task_draftReply\" targetRef=\"serviceTask_added\" />"
							+ "<bpmn:sequenceFlow id=\"flow_added_signReply\" sourceRef=\"serviceTask_added\" targetRef=\"task_signReply\" />"),
			"assignment.bpmn", replacing("camunda:candidateGroups=\"party-office,gov-office\"", "camunda:candidateGroups=\"gov-office\""),
			"formation.bpmn", replacing("<camunda:property name=\"limit\" value=\"5\" />", "<camunda:property name=\"limit\" value=\"8\" />"),
			"reminder-schedule.dmn", replacing("<text>15</text>", "<text>20</text>"));

	@Autowired
	private Trail trail;

	/** One case at each of these places, by their numbers. */
	private Map<String, String> cases() {
		Map<String, String> cases = new LinkedHashMap<>();
		for (String place : List.of("task_planResearch", "task_giveOpinion", "task_reviewByOffice", "task_readByChair", "task_enterInstruction",
				"task_makeAssignments", "task_signReceipt", "task_draftReply", "task_signReply", "task_sealReply", "task_reportImplementation",
				"task_lookBackByCommittee", "task_rateSatisfaction")) {
			startUpTo(place);
			cases.put(outcomeId, place);
			hold();
		}
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"coUnits", List.of("unit-caizheng", "unit-fagai"), "requirement", "两个月内答复"))));
		upTo("task_giveCoOpinion");
		cases.put(outcomeId, "task_giveCoOpinion");
		hold();
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_draftReference");
		cases.put(outcomeId, "task_draftReference");
		hold();
		startUpTo("task_reportImplementation");
		answer("task_reportImplementation");
		cases.put(outcomeId, "the day of the look-back");
		hold();
		startUpTo("task_draftReply");
		clockTo(management.createJobQuery().timers().active().activityId("boundary_replyDue").singleResult().getDuedate());
		runDueJobs();
		cases.put(outcomeId, "task_handleOverdue");
		goOn();
		return cases;
	}

	@Test
	void allGoOnWithTheirDaysAndEndAsPromised() {
		Map<String, String> cases = cases();
		Map<String, Date> moments = moments();
		Map<String, Date> days = new TreeMap<>(days());
		String target = deploy(EDITED);
		moveAll(target);
		assertThat(staying()).isEmpty();
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, cases.size()));
		assertThat(cases.keySet()).allSatisfy(one -> {
			assertThat(runsBy(one)).as(cases.get(one)).containsExactly(target);
			assertThat(trail.ofOutcome(one)).filteredOn(event -> event.act() == Act.MODELS_CHANGED).as(cases.get(one)).hasSize(1);
		});
		assertThat(moments()).isEqualTo(moments).hasSizeGreaterThan(8);
		Map<String, Date> after = new TreeMap<>(days());
		assertThat(after.keySet()).isEqualTo(days.keySet());
		after.keySet().removeIf(task -> after.get(task).compareTo(days.get(task)) == 0);
		assertThat(after.keySet()).as("the days of the steps whose number is another").allMatch(task -> task.matches(
				"task_(planResearch|reviewByOffice) .*")).hasSize(2);
		assertThat(passed("serviceTask_added")).isEmpty();
		finishAll();
		assertThat(cases.keySet()).allSatisfy(one -> assertThat(outcomes.get(one).closedAt()).as(cases.get(one)).isNotNull());
		assertThat(passed("serviceTask_added").stream().map(cases::get)).as("who had not replied yet, or came back to it overdue").contains(
				"task_planResearch", "task_giveOpinion", "task_reviewByOffice", "task_readByChair", "task_enterInstruction", "task_makeAssignments",
				"task_signReceipt", "task_draftReply", "task_giveCoOpinion", "task_handleOverdue").doesNotContain("task_reportImplementation",
						"the day of the look-back", "task_lookBackByCommittee", "task_rateSatisfaction", "task_draftReference");
		assertThat(repository.createProcessDefinitionQuery().processDefinitionKey(ProcessKeys.HANDLING).latestVersion().singleResult()
				.getDeploymentId()).isEqualTo(target);
	}
}
