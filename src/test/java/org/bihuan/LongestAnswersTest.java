package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form with every text as long as it may be, and as many rows as it may have: all of it is taken, kept as it was given, told and printed.
 * The lengths come from the forms, so a new field is filled without a new test.
 */
@Tag("long")
@Tag("h2-again")
public class LongestAnswersTest extends CycleTest {

	@RegisterExtension
	static final WhenAllRan TOGETHER = new WhenAllRan(LongestAnswersTest::everyFormWasFilled);

	private static final Set<String> FILLED = new TreeSet<>();

	/** How many rows a list gets. */
	protected int mostRows() {
		return 50;
	}

	/** 情况、分析、建议 of one 社情民意信息 have a limit together. */
	private static final Map<String, Object> OPINION_REPORT = Map.of("situation", "长".repeat(500), "analysis", "长".repeat(500), "proposal",
			"长".repeat(500));

	@Autowired
	private GivenAnswers given;

	private static void everyFormWasFilled() throws IOException {
		assertThat(taskForms()).isSubsetOf(FILLED);
	}

	/** Whatever a walk answers is made as long as its form allows. */
	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		JsonNode form = formOf(task);
		String id = form.path("id").asText();
		FILLED.add(id);
		Map<String, Object> longest = longest(form.path("components"), answer);
		longest.putAll("draft-opinion-report".equals(id) ? OPINION_REPORT : Map.of());
		super.complete(user, task, longest);
	}

	private Map<String, Object> longest(JsonNode components, Map<String, Object> plain) {
		Map<String, Object> longest = new LinkedHashMap<>(plain);
		for (JsonNode field : components) {
			String key = field.path("key").asText();
			int max = field.path("validate").path("maxLength").asInt(2000);
			switch (field.path("type").asText()) {
				case "textfield", "textarea" -> longest.put(key, text(field, max, plain.get(key)));
				case "dynamiclist" -> longest.computeIfPresent(field.path("path").asText(), (path, rows) -> rows(field, (List<?>) rows));
				default -> {
					// nothing that has a length
				}
			}
		}
		return longest;
	}

	/** What is to look like something stays like it. */
	private Object text(JsonNode field, int max, Object plain) {
		return field.path("validate").has("pattern") ? plain : written(max);
	}

	/** What is written into every field for text. */
	protected String written(int max) {
		return "长".repeat(max);
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> rows(JsonNode list, List<?> plain) {
		List<Map<String, Object>> rows = new ArrayList<>();
		Map<String, Object> first = longest(list.path("components"), (Map<String, Object>) plain.get(0));
		if (first.containsKey("suggestion")) {
			outcomes.suggestions(outcomeId).forEach(one -> rows.add(with(first, "suggestion", one.id())));
		}
		else if (first.containsKey("suggestions")) {
			rows.add(with(first, "suggestions", outcomes.suggestions(outcomeId).stream().map(Outcomes.Suggestion::id).toList()));
		}
		else if (Set.of("instruction", "opinion").stream().anyMatch(first::containsKey)) {
			plain.forEach(row -> rows.add(longest(list.path("components"), (Map<String, Object>) row)));
		}
		else {
			IntStream.range(0, mostRows()).forEach(row -> rows.add(first));
		}
		return rows;
	}

	private void everythingIsKept() {
		assertThat(outcomes.suggestions(outcomeId)).hasSize(mostRows());
		assertThat(given.ofOutcome(outcomeId)).as("each answered form").hasSizeGreaterThan(20)
				.allSatisfy(one -> assertThat(one.values()).as("fields of %s", one.answer().stepKey()).isNotEmpty());
	}

	@Test
	void onTheWayToVerifiedClosing() {
		startUpTo("task_readByChair");
		answer("task_readByChair", Map.of("verdict", "return", "reason", "请核实"));
		upTo("task_acceptSubmission");
		answer("task_acceptSubmission", Map.of("verdict", "return", "reason", "请核实"));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"coUnits", List.of("unit-caizheng"), "requirement", "两个月内答复", "leader", "quzhang1"))));
		waitForTheTrackingDay();
		answer("task_trackByCommittee", Map.of("onTrack", "no"));
		upTo("task_strengthenForDelay");
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		answer("task_strengthenSupervision", Map.of("inspect", "yes"));
		upTo("task_rateSatisfaction");
		everybodyIsUnsatisfied();
		upTo("task_rateSatisfaction");
		everybodyIsUnsatisfied();
		toTheEnd();
		everythingIsKept();
		assertThat(assignments.of(outcomeId)).extracting(one -> one.state().code()).containsExactly("VERIFIED");
	}

	private void everybodyIsUnsatisfied() {
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "fair", "result", "unsatisfied", "remark", "尚未完工")));
	}

	@Test
	void onTheWayToAFurtherAssignment() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		answer("task_addAssignment");
		assertThat(assignments.of(outcomeId)).hasSize(2);
	}

	@Test
	void onTheWayToAnExtension() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		upTo("task_decideExtension");
		answer("task_decideExtension");
		everythingIsKept();
	}

	@Test
	void startFormsToo() {
		clockTo(MONDAY);
		Map<String, Object> topic = new LinkedHashMap<>(topic());
		topic.putAll(Map.of("title", "长".repeat(100), "background", "长".repeat(2000)));
		outcomeId = start("chengxiang1", "consultation-outcome", topic).getBusinessKey();
		upTo("task_draftReply");
		start("quwei1", "late-instruction",
				Map.of("outcomeNo", outcomeId, "leader", "高永年", "writtenOn", "2023-09-11", "words", "迟".repeat(2000)));
		amend("quwei1",
				Map.of("kind", "correct", "number", outcomeId + "-1", "field", "assignment-requirement", "newValue", "新".repeat(2000), "reason",
						"长".repeat(2000)));
		amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "wrong", "reason", "长".repeat(2000), "remainder",
				"长".repeat(2000)));
		assertThat(notices.of("unit-gongan").stream().filter(one -> outcomeId.equals(one.outcomeId()) && "withdrawn".equals(one.kind().code()))
				.map(one -> one.text().length()))
				.as("the reason is told whole").isNotEmpty().allMatch(length -> length > 2000);
	}

	@Test
	void onTheWayToAReferenceThroughRefusedConversions() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		upTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_decideConversion");
		answer("task_decideConversion", Map.of("kind", "opinion-report"));
		upTo("task_judgeOpinionReport");
		answerOnly("task_judgeOpinionReport", Map.of("verdict", "refuse", "reason", "不予采用"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_judgeProposal");
		answerOnly("task_judgeProposal", Map.of("verdict", "return", "reason", "请补充"));
		upTo("task_judgeProposal");
		answerOnly("task_judgeProposal", Map.of("verdict", "refuse", "reason", "不予立案"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		toTheEnd();
		everythingIsKept();
		assertThat(notices.of("party-office").stream()
				.filter(one -> outcomeId.equals(one.outcomeId()) && one.kind().code().equals("conversion-refused"))
				.map(one -> one.text().length())).hasSize(2).allMatch(length -> length > written(2000).length());
	}
}
