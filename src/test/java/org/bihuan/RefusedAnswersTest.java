package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Before each right answer every wrong one that its form allows to think of: each is refused in Chinese, and task and ledger
 * are as they were. The wrong ones are derived from the form, so a new field is attacked without a new test.
 */
@Tag("long")
@Tag("database-again")
class RefusedAnswersTest extends CycleTest {

	@RegisterExtension
	static final WhenAllRan TOGETHER = new WhenAllRan(RefusedAnswersTest::everyFormWasAttacked);

	private static final Set<String> ATTACKED = new TreeSet<>();

	private static void everyFormWasAttacked() throws IOException {
		assertThat(taskForms()).isSubsetOf(ATTACKED);
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		as(user, () -> {
			if (task.getAssignee() == null) {
				tasks.claim(task.getId(), user);
			}
			return null;
		});
		evidence(user, task);
		JsonNode form = formOf(task);
		if (ATTACKED.add(form.path("id").asText())) {
			Map<String, Object> before = ledger();
			wrong(form.path("components"), answer).forEach((what, wrong) -> attack(user, task, what, wrong));
			assertThat(ledger()).as("ledger after the attacks on %s", task.getTaskDefinitionKey()).isEqualTo(before);
			Task after = tasks.createTaskQuery().taskId(task.getId()).singleResult();
			assertThat(after).as("task %s", task.getTaskDefinitionKey()).isNotNull();
			assertThat(after.getAssignee()).isEqualTo(user);
		}
		as(user, () -> {
			forms.submitTaskForm(task.getId(), answer);
			return null;
		});
	}

	private void attack(String user, Task task, String what, Map<String, Object> wrong) {
		String message = refused(() -> as(user, () -> {
			forms.submitTaskForm(task.getId(), wrong);
			return null;
		}));
		assertThat(message).as("%s: %s", task.getTaskDefinitionKey(), what).matches("(?s).*[\\u4e00-\\u9fff].*[。]").doesNotContain("Exception");
	}

	/** Wrong answers by what is wrong with them. */
	private Map<String, Map<String, Object>> wrong(JsonNode components, Map<String, Object> right) {
		Map<String, Map<String, Object>> wrong = new LinkedHashMap<>();
		wrong.put("a field that the form does not have", with(right, "outcomeId", "CG2023-1"));
		for (JsonNode field : components) {
			if ("text".equals(field.path("type").asText())) {
				continue;
			}
			String key = field.path("dynamiclist".equals(field.path("type").asText()) ? "path" : "key").asText();
			if (!right.containsKey(key) && field.has("conditional")) {
				continue;
			}
			wrongValues(field).forEach((what, value) -> wrong.put(key + " " + what, with(right, key, value)));
			if ("dynamiclist".equals(field.path("type").asText()) && right.containsKey(key)) {
				@SuppressWarnings("unchecked")
				Map<String, Object> row = ((List<Map<String, Object>>) right.get(key)).get(0);
				wrong(field.path("components"), row).forEach((what, wrongRow) -> wrong.put(key + ": " + what, with(right, key, List.of(wrongRow))));
				wrong.put(key + " as text", with(right, key, "一行"));
			}
		}
		return wrong;
	}

	private static Map<String, Object> wrongValues(JsonNode field) {
		Map<String, Object> wrong = new LinkedHashMap<>();
		if (field.path("validate").path("required").asBoolean()) {
			wrong.put("missing", null);
			wrong.put("blank", "  ");
		}
		switch (field.path("type").asText()) {
			case "textfield", "textarea" -> {
				int max = field.path("validate").path("maxLength").asInt();
				for (int length : new LinkedHashSet<>(List.of(max + 1, 4001, 20_000))) {
					if (length > max) {
						wrong.put("of " + length + " hanzi", "长".repeat(length));
					}
				}
				wrong.put("as a list", List.of("文字"));
			}
			case "radio", "select" -> {
				wrong.put("that is not offered", "no-such-option");
				wrong.put("as a list", List.of("pass"));
			}
			case "taglist" -> {
				wrong.put("that is not offered", List.of("no-such-option"));
				wrong.put("as text", "unit-gongan");
			}
			case "datetime" -> {
				wrong.put("in words", "明天");
				wrong.put("that does not exist", "2023-02-30");
				wrong.put("in another century", "1023-09-11");
			}
			case "checkbox" -> wrong.put("in words", "也许");
			default -> {
				// lists: see their rows
			}
		}
		return wrong;
	}

	@Test
	void onTheWayToVerifiedClosing() {
		startUpTo("task_readByChair");
		answer("task_readByChair", Map.of("verdict", "return", "reason", "请核实"));
		upTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复", "leader", "quzhang1"))));
		waitForTheTrackingDay();
		answer("task_trackByCommittee");
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		for (int times = 0; times < 2; times++) {
			upTo("task_rateSatisfaction");
			tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
					Map.of("process", "satisfied", "result", "unsatisfied", "remark", "尚未完工")));
		}
		toTheEnd();
	}

	@Test
	void onTheWayToAReference() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		upTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answerOnly("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		upTo("task_decideConversion");
		answer("task_decideConversion", Map.of("kind", "opinion-report"));
		upTo("task_judgeOpinionReport");
		answerOnly("task_judgeOpinionReport", Map.of("verdict", "refuse", "reason", "不予采用"));
		upTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		toTheEnd();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.CONVERTED);
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
		assertThat(assignment().extendedOn()).hasToString("2023-12-01");
	}

	@Test
	void startFormsToo() {
		Map<String, Object> before = ledger();
		clockTo(MONDAY);
		for (String key : List.of("title", "kind", "background")) {
			assertThat(refused(() -> start("chengxiang1", "consultation-outcome", with(topic(), key, null)))).endsWith("。");
		}
		for (int length : new int[] { 4001, 20_000 }) {
			assertThat(refused(() -> start("chengxiang1", "consultation-outcome", with(topic(), "background", "长".repeat(length)))))
					.contains("最多 2000 字，现有 " + length + " 字");
			assertThat(refused(() -> start("chengxiang1", "consultation-outcome", with(topic(), "title", "长".repeat(length))))).contains("最多 100 字");
		}
		assertThat(refused(() -> start("chengxiang1", "consultation-outcome", with(topic(), "kind", "novel")))).contains("已不可选");
		assertThat(refused(() -> start("chengxiang1", "consultation-outcome", with(topic(), "state", "CLOSED")))).contains("没有“state”");
		assertThat(refused(() -> start("quwei1", "late-instruction",
				Map.of("outcomeNo", "CG1999-1", "leader", "高永年", "writtenOn", "2023-09-11", "words", "请办理"))))
				.contains("没有已报送的成果");
		Map<String, Object> amendment = Map.of("kind", "correct", "number", "CG1999-1", "field", "outcome-title", "newValue", "新题", "reason", "写错了");
		for (String key : amendment.keySet()) {
			assertThat(refused(() -> start("quwei1", "amendment", with(amendment, key, null)))).endsWith("。");
			assertThat(refused(() -> start("quwei1", "amendment", with(amendment, key, "长".repeat(20_000))))).endsWith("。");
		}
		assertThat(refused(() -> start("quwei1", "amendment", with(amendment, "outcomeId", "CG2023-1")))).contains("没有“outcomeId”");
		assertThat(refused(() -> start("quwei1", "amendment", amendment))).contains("没有编号为“CG1999-1”");
		assertThat(ledger()).isEqualTo(before);
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4001, 20_000 })
	void aLongReportIsTakenWhole(int length) {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("report", "长".repeat(length)));
		assertThat(outcomes.get(outcomeId).summary()).hasSize(length);
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("report", "改".repeat(length)));
		assertThat(outcomes.get(outcomeId).summary()).isEqualTo("改".repeat(length));
	}
}
