package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.draft.Drafts;
import org.bihuan.json.Json;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.terms.NoticeKind;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 法制审核 is drawn into 报送与批示: a task with a form and people, no listener, the id that Modeler gave it. Before, it answered 204 to anything and
 * kept nothing.
 */
@Tag("long")
class AddedStepTest extends CycleTest {

	private static final String LEGAL = "Activity_0legal";

	private static final String OPINION = "适用依据正确，程序合法，建议补充征求意见的情况。";

	@Autowired
	private GivenAnswers answers;
	@Autowired
	private Drafts drafts;

	private String deployment;

	@BeforeEach
	void theStepIsDrawn() {
		deployment = EditedModels.withLegalReview().deploy(repository);
	}

	@AfterEach
	void theModelsAreAsTheyWere() {
		endCases();
		// the former models' start timers begin again now: not in a case's year
		ClockUtil.reset();
		repository.deleteDeployment(deployment, true, true, true);
	}

	@Override
	protected Map<String, Object> plain(Task task) {
		return LEGAL.equals(task.getTaskDefinitionKey()) ? Map.of("lawful", "yes", "risks", 1, "checked", true, "opinion", OPINION)
				: super.plain(task);
	}

	private JsonNode local(String variable) {
		return Json.read(String.valueOf(tasks.getVariableLocal(task(LEGAL).getId(), variable)));
	}

	@Test
	void itIsOfferedToItsPeopleWithItsDayAndShowsTheCase() {
		startUpTo(LEGAL);
		Task task = task(LEGAL);
		assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting(one -> one.getGroupId()).containsExactly("gov-office");
		assertThat(task.getDueDate()).isEqualTo(Date.from(LocalDate.of(2023, 9, 14).atTime(23, 59, 59).atZone(BihuanApplication.ZONE).toInstant()));
		assertThat(tasks.getVariableLocal(task.getId(), "caseTitle")).isEqualTo("基层派出所改造");
		assertThat(tasks.getVariableLocal(task.getId(), "caseNumber")).isEqualTo(outcomeId);
		assertThat(local("view").path("step").asText()).isEqualTo("法制审核");
		assertThat(local("view").path("title").asText()).isEqualTo("基层派出所改造");
		assertThat(local("view").path("report").asText()).contains("派出所办公条件简陋");
		assertThat(local("view").path("suggestions").asText()).contains("改造派出所");
		assertThat(local("view").path("verdicts").asText()).as("as the other steps of 报送 show it").contains("受理初审");
		assertThat(Http.pages(port, "zhengfu1").get("/lights?tasks=" + task.getId()).body()).contains("距到期");
	}

	@ParameterizedTest
	@CsvSource({ "opinion,,请填写“法制审核意见”。", "lawful,,请选择“是否合法合规”。", "lawful,perhaps,“是否合法合规”所选的项（perhaps）已不可选，请刷新页面后重新选择。",
			"assignmentId,CG2023-1-1,表单中没有“assignmentId”这一栏，请刷新页面后重新填写。" })
	void whatBreaksItsFormIsRefusedAndNothingIsKept(String key, String value, String said) {
		startUpTo(LEGAL);
		Task task = task(LEGAL);
		Map<String, Object> before = ledger();
		assertThat(refused(() -> complete(somebodyFor(task), task, with(plain(task), key, value)))).isEqualTo(said);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly(LEGAL);
	}

	@Test
	void aNumberIsOneAsTheFormAsksForIt() {
		startUpTo(LEGAL);
		assertThat(refused(() -> answer(LEGAL, Map.of("risks", 1.5)))).isEqualTo("“风险点数”应填写整数。");
		assertThat(refused(() -> answer(LEGAL, Map.of("risks", "一")))).isEqualTo("“风险点数”应填写数字。");
		assertThat(refused(() -> answer(LEGAL, Map.of("opinion", "长".repeat(501))))).contains("最多 500 字");
	}

	@Test
	void theGatewayBehindGoesByWhatTheFormMarksAndByNothingElse() {
		startUpTo(LEGAL);
		String part = task(LEGAL).getProcessInstanceId();
		answer(LEGAL, Map.of("lawful", "no"));
		assertThat(openTasks()).containsExactly("task_mendForAcceptance");
		upTo(LEGAL);
		answer(LEGAL, Map.of("risks", 3));
		assertThat(openTasks()).containsExactly("task_mendForAcceptance");
		upTo(LEGAL);
		answer(LEGAL, Map.of("checked", false));
		assertThat(openTasks()).containsExactly("task_mendForAcceptance");
		upTo(LEGAL);
		answer(LEGAL);
		assertThat(openTasks()).containsExactly("task_enterInstruction");
		Map<String, Object> facts = runtime.createVariableInstanceQuery().processInstanceIdIn(part).list().stream()
				.filter(one -> one.getTaskId() == null)
				.filter(one -> List.of("lawful", "risks", "checked", "opinion").contains(one.getName()))
				.collect(Collectors.toMap(VariableInstance::getName, VariableInstance::getValue));
		assertThat(facts).isEqualTo(Map.of("lawful", "yes", "risks", 1L, "checked", true));
	}

	@Test
	void itIsKeptAndToldUnderItsOwnName() {
		startUpTo(LEGAL);
		String uid = task(LEGAL).getId();
		answer(LEGAL);
		GivenAnswers.Whole kept = answers.ofOutcome(outcomeId).stream().filter(one -> uid.equals(one.answer().uid())).findFirst().orElseThrow();
		assertThat(kept.answer().stepName()).isEqualTo("法制审核");
		assertThat(kept.answer().form()).isEqualTo("legal-review");
		assertThat(kept.answer().givenBy()).isEqualTo("zhengfu1");
		assertThat(kept.values()).extracting(Value::label).containsExactly("是否合法合规", "风险点数", "已查对上位法", "法制审核意见");
		assertThat(jdbc.sql("select act || ' ' || actor || ' ' || detail from event where task_id = ?").param(uid).query(String.class).list())
				.containsExactly("step-taken zhengfu1 {\"task\":\"法制审核\"}");
		String page = Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
		String steps = page.substring(page.indexOf("<h2 id=\"steps\""), page.indexOf("<h2 id=\"assignments\""));
		assertThat(steps).contains("其他环节", "法制审核", "2023-09-11", "是否合法合规：合法合规", "风险点数：1", "法制审核意见：" + OPINION);
		String timeline = page.substring(page.indexOf("<h2 id=\"timeline\""));
		assertThat(timeline).contains("法制审核", "是否合法合规", "合法合规", "见上文").doesNotContain("办理流程图中增加的环节", "step-taken");
	}

	@Test
	void theCaseGoesOnToItsVerifiedEnd() {
		startUpTo(LEGAL);
		toTheEnd();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(org.bihuan.ledger.Outcomes.Closing.IMPLEMENTED);
	}

	@Test
	void whatIsTypedIsKeptFilesAreAttachedAndWhoHasItIsReminded() {
		startUpTo(LEGAL);
		String id = task(LEGAL).getId();
		as("zhengfu1", () -> drafts.save("zhengfu1", Drafts.Kind.TASK, id, 0, "{\"opinion\":\"初看\"}"));
		assertThat(as("zhengfu1", () -> drafts.find("zhengfu1", Drafts.Kind.TASK, id)).orElseThrow().fields()).contains("初看");
		as("zhengfu1", () -> attachments.attach(id, "审核依据.png", Scans.png(), "zhengfu1"));
		clockTo(LocalDateTime.of(2023, 9, 14, 8, 10));
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(notices.of("gov-office")).filteredOn(one -> one.kind() == NoticeKind.REMINDER && outcomeId.equals(one.outcomeId()))
				.singleElement()
				.extracting(one -> one.text()).asString().contains("法制审核", "2023-09-14");
		clockTo(LocalDateTime.of(2023, 9, 15, 8, 10));
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(notices.of("cppcc-office")).anyMatch(one -> one.kind() == NoticeKind.TASK_OVERDUE && one.text().contains("法制审核"));
		answer(LEGAL);
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("审核依据.png");
		assertThat(jdbc.sql("select count(*) from draft where place = ?").param(id).query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsGivenToOneByNameIsHisAlone() {
		String his = EditedModels.withLegalReview().replace("submission.bpmn", "camunda:candidateGroups=\"gov-office\"",
				"camunda:assignee=\"zhengfu2\"").deploy(repository);
		try {
			startUpTo(LEGAL);
			assertThat(tasks.createTaskQuery().taskCandidateUser("zhengfu2").includeAssignedTasks().taskDefinitionKey(LEGAL).count()).isEqualTo(1);
			Task given = task(LEGAL);
			assertThat(as("quwei1", () -> catchThrowable(() -> forms.submitTaskForm(given.getId(), plain(given)))))
					.isInstanceOf(AuthorizationException.class);
			assertThat(openTasks()).containsExactly(LEGAL);
			complete("zhengfu2", task(LEGAL), plain(task(LEGAL)));
			assertThat(openTasks()).containsExactly("task_enterInstruction");
		}
		finally {
			endCases();
			ClockUtil.reset();
			repository.deleteDeployment(his, true, true, true);
		}
	}

	/** Nothing is asked: who did it and when is kept all the same. */
	@Test
	void aStepWithoutAFormIsTicked() {
		String plain = EditedModels.withLegalReview().replace("submission.bpmn",
				" camunda:formRef=\"legal-review\" camunda:formRefBinding=\"deployment\"", "").replace("submission.bpmn",
						"${lawful == 'yes' and risks &lt; 3 and checked}", "${true}")
				.deploy(repository);
		try {
			startUpTo(LEGAL);
			complete("zhengfu1", task(LEGAL), Map.of());
			assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("法制审核");
		}
		finally {
			endCases();
			ClockUtil.reset();
			repository.deleteDeployment(plain, true, true, true);
		}
	}

	/** Two assignments go side by side through one subprocess. */
	@Test
	void eachAssignmentDecidesForItselfAndIsShownWhatItIsToDo() {
		String besides = EditedModels.withLegalReview().replace("consultation-outcome.bpmn",
				"sourceRef=\"startEvent_assigned\" targetRef=\"gateway_toHandling\"",
				"sourceRef=\"startEvent_assigned\" targetRef=\"Activity_1legal\"").replace("consultation-outcome.bpmn",
						"<bpmn:startEvent id=\"startEvent_assigned\"", """
								<bpmn:userTask id="Activity_1legal" name="交办复核" camunda:formRef="legal-review" camunda:formRefBinding="deployment" \
								camunda:candidateGroups="gov-office">
								  <bpmn:extensionElements><camunda:properties>
								    <camunda:property name="limit" value="3" /><camunda:property name="superior" value="cppcc-office" />
								  </camunda:properties></bpmn:extensionElements>
								</bpmn:userTask>
								<bpmn:exclusiveGateway id="Gateway_1legal" name="合法？" default="Flow_1back" />
								<bpmn:sequenceFlow id="Flow_1asked" sourceRef="Activity_1legal" targetRef="Gateway_1legal" />
								<bpmn:sequenceFlow id="Flow_1legal" name="是" sourceRef="Gateway_1legal" targetRef="callActivity_handling">
								  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${lawful == 'yes'}</bpmn:conditionExpression>
								</bpmn:sequenceFlow>
								<bpmn:sequenceFlow id="Flow_1back" name="否" sourceRef="Gateway_1legal" targetRef="Activity_1legal" />
								<bpmn:startEvent id="startEvent_assigned\"""")
				.deploy(repository);
		try {
			startUpTo("task_makeAssignments");
			Map<String, Object> one = Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复");
			answer("task_makeAssignments", Map.of("assign", "yes", "assignments", List.of(one, with(one, "leadUnit", "unit-caizheng"))));
			upTo("Activity_1legal");
			Map<String, Task> open = tasks("Activity_1legal").stream()
					.collect(Collectors.toMap(task -> (String) tasks.getVariableLocal(task.getId(), "caseNumber"), task -> task));
			assertThat(open).containsOnlyKeys(outcomeId + "-1", outcomeId + "-2");
			Task second = open.get(outcomeId + "-2");
			JsonNode view = Json.read(String.valueOf(tasks.getVariableLocal(second.getId(), "view")));
			assertThat(view.path("unit").asText()).isEqualTo("财政局");
			assertThat(view.path("requirement").asText()).isEqualTo("两个月内答复");
			Map<String, Object> lawful = Map.of("lawful", "yes", "risks", 0, "opinion", "可以");
			complete("zhengfu1", second, lawful);
			complete("zhengfu1", open.get(outcomeId + "-1"), with(lawful, "lawful", "no"));
			assertThat(runtime.createVariableInstanceQuery().variableName("lawful").list()).extracting(VariableInstance::getValue)
					.containsExactlyInAnyOrder("yes", "no");
			assertThat(openTasks()).contains("Activity_1legal", "task_signReceipt");
			String page = Http.pages(port, "caizheng1").get("/outcomes/" + outcomeId).body();
			assertThat(page.substring(page.indexOf("<h2 id=\"assignments\""), page.indexOf("<h2 id=\"timeline\""))).contains("其他环节", "交办复核",
					"是否合法合规：合法合规").doesNotContain("需要修改");
		}
		finally {
			endCases();
			ClockUtil.reset();
			repository.deleteDeployment(besides, true, true, true);
		}
	}

	@ParameterizedTest
	@CsvSource({ "candidateGroups,legal-office", "candidateUsers,nobody1", "assignee,nobody1" })
	void aStepForNobodyIsNotReached(String attribute, String nobody) {
		String nobodys = EditedModels.withLegalReview().replace("submission.bpmn", "camunda:candidateGroups=\"gov-office\"",
				"camunda:" + attribute + "=\"" + nobody + "\"").deploy(repository);
		try {
			startUpTo("task_acceptSubmission");
			assertThat(refused(() -> answer("task_acceptSubmission"))).contains("下一步“法制审核”没有可以办理的人员（" + nobody + "）");
		}
		finally {
			endCases();
			ClockUtil.reset();
			repository.deleteDeployment(nobodys, true, true, true);
		}
	}
}
