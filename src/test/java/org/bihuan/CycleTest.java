package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.document.Attachments;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks one outcome along the cycle: whoever is offered a task answers it in the plainest way, so that a test says only where
 * it leaves the straight path.
 */
public abstract class CycleTest extends EngineTest {

	/** A Monday; a receipt on it is due on 2023-11-13. */
	protected static final LocalDateTime MONDAY = LocalDateTime.of(2023, 9, 11, 9, 0);

	private static final Set<String> SECOND_PERSON = Set.of("task_reviewByHead", "task_signReply", "task_signRedo", "task_judgeOpinionReport",
			"task_judgeReference",
			"task_judgeProposal");

	private static final Set<String> EVIDENCE = Set.of("task_sealReply", "task_sealRedo", "task_enterInstruction", "task_lookBackByCommittee",
			"task_lookBackBySupervision");

	@Autowired
	protected Outcomes outcomes;
	@Autowired
	protected Assignments assignments;
	@Autowired
	protected Notices notices;
	@Autowired
	protected Attachments attachments;

	protected String outcomeId;

	@AfterEach
	protected void endCases() {
		runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(one -> runtime.deleteProcessInstance(one.getId(), "next test"));
	}

	/** Registers a topic of 城乡委 and walks until this task is open. */
	protected void startUpTo(String key) {
		clockTo(MONDAY);
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo(key);
	}

	protected static Map<String, Object> topic() {
		return Map.of("secret", "no", "title", "基层派出所改造", "kind", "research", "background", "贴近基层治理");
	}

	/** Walks on until this task is open. */
	protected void upTo(String key) {
		for (int steps = 0; steps < 100; steps++) {
			runDueJobs();
			if (openTasks().contains(key)) {
				return;
			}
			step(key);
		}
		throw new AssertionError(key + " is never reached; open: " + openTasks());
	}

	/** Walks until the unit is to report, and lets it be until the day of the next look-back. */
	protected void waitForTheTrackingDay() {
		upTo("task_reportImplementation");
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
	}

	/** Walks to the end of the case. */
	protected void toTheEnd() {
		for (int steps = 0; steps < 100 && runtime.createProcessInstanceQuery().count() > 0; steps++) {
			runDueJobs();
			if (runtime.createProcessInstanceQuery().count() > 0) {
				step("the end");
			}
		}
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	/** Answers the oldest open task, or moves the clock to what is waited for. */
	protected void walkOneStep() {
		step("the next task");
		runDueJobs();
	}

	private void step(String goal) {
		List<Task> open = tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list();
		if (!open.isEmpty()) {
			answer(open.get(0));
			return;
		}
		List<Job> timers = management.createJobQuery().active().timers().withRetriesLeft().orderByJobDuedate().asc().list().stream()
				.filter(job -> job.getProcessInstanceId() != null).toList();
		assertThat(timers).as("nothing open and nothing to wait for on the way to %s", goal).isNotEmpty();
		clockTo(timers.get(0).getDuedate());
	}

	/** The timer that waits on the boundary of this name. */
	protected Job timer(String activity) {
		return management.createJobQuery().timers().activityId(activity).singleResult();
	}

	protected void clockTo(Date instant) {
		clockTo(instant.toInstant().atZone(BihuanApplication.ZONE).toLocalDateTime());
	}

	/** Answers the one open task of this key in the plainest way. */
	protected void answer(String key) {
		answer(task(key));
	}

	/** The same, with these answers instead. */
	protected void answer(String key, Map<String, Object> instead) {
		Task task = task(key);
		Map<String, Object> answer = new LinkedHashMap<>(plain(task));
		answer.putAll(instead);
		complete(somebodyFor(task), task, answer);
	}

	/** The whole answer, nothing of the plain one. */
	protected void answerOnly(String key, Map<String, Object> answer) {
		complete(somebodyFor(task(key)), task(key), answer);
	}

	private void answer(Task task) {
		complete(somebodyFor(task), task, plain(task));
	}

	/** What cannot be completed without evidence gets some; a person would upload it. */
	protected void evidence(String user, Task task) {
		if (EVIDENCE.contains(task.getTaskDefinitionKey())) {
			as(user, () -> attachments.attach(task.getId(), "扫描件.png", Scans.png(), user));
		}
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		evidence(user, task);
		super.complete(user, task, answer);
	}

	/** Someone who may do it: the first of the people it is offered to, or the last where another person must act than before. */
	protected String somebodyFor(Task task) {
		if (task.getAssignee() != null) {
			return task.getAssignee();
		}
		List<String> people = tasks.getIdentityLinksForTask(task.getId()).stream().flatMap(link -> people(link).stream()).sorted().toList();
		assertThat(people).as("people for %s", task.getTaskDefinitionKey()).isNotEmpty();
		return people.get(SECOND_PERSON.contains(task.getTaskDefinitionKey()) ? people.size() - 1 : 0);
	}

	private List<String> people(IdentityLink link) {
		return link.getUserId() != null ? List.of(link.getUserId())
				: identity.createUserQuery().memberOfGroup(link.getGroupId()).list().stream().map(user -> user.getId()).toList();
	}

	/** The plainest answer to a task that leads on to the end. */
	protected Map<String, Object> plain(Task task) {
		LocalDate today = LocalDate.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), BihuanApplication.ZONE);
		String suggestion = outcomeId + "-J1";
		return switch (task.getTaskDefinitionKey()) {
			case "task_planResearch" -> Map.of("members", List.of("weiyuan1", "weiyuan2"), "plan", "走访各镇街");
			case "task_recordResearch" ->
				Map.of("records", List.of(Map.of("kind", "group-visit", "heldOn", "2023-09-01", "place", "各镇街", "findings", "条件简陋")));
			case "task_draftReport" ->
				Map.of("report", "派出所办公条件简陋。", "suggestions", List.of(Map.of("text", "改造派出所")), "askedMembers", List.of("weiyuan1"));
			case "task_giveOpinion" -> Map.of("opinion", "同意");
			case "task_reviseReport" -> revised();
			case "task_reviewByHead", "task_reviewByOffice", "task_reviewByDeputyChair", "task_readByChair" -> Map.of("verdict", "pass");
			case "task_acceptSubmission", "task_signReply" -> Map.of("verdict", "pass");
			case "task_deliberate" -> Map.of("verdict", "pass", "heldOn", today.toString());
			case "task_mendForChair", "task_mendForAcceptance" -> Map.of("report", "派出所办公条件简陋，已补正。", "note", "已补正");
			case "task_submitOutcome" -> Map.of("leaders", List.of("shuji1"));
			case "task_enterInstruction" -> Map.of("form", "words", "writtenOn", today.toString(), "words", "请区政府研究");
			case "task_sortInstructions", "task_sortLateInstruction" -> Map.of("sorting", unsorted());
			case "task_makeAssignments" -> Map.of("assign", "yes", "assignments",
					List.of(Map.of("suggestions", List.of(suggestion), "leadUnit", "unit-gongan", "requirement", "两个月内答复")));
			case "task_addAssignment" ->
				Map.of("assign", "yes", "suggestions", List.of(suggestion), "leadUnit", "unit-caizheng", "requirement", "补上遗漏的单位");
			case "task_confirmFollowUp" -> Map.of("followUpCommittee", "committee-chengxiang");
			case "task_signReceipt" -> Map.of("receipt", "sign");
			case "task_decideReassignment" -> Map.of("toUnit", "unit-caizheng", "decision", "同意改派");
			case "task_giveCoOpinion" -> Map.of("opinion", "支持");
			case "task_draftReply" -> adopted();
			case "task_decideExtension" -> Map.of("verdict", "agree", "until", "2023-12-01", "decision", "同意延期");
			case "task_decideConversion" -> Map.of("verdict", "agree", "kind", "proposal", "reason", "情况属实");
			case "task_handleOverdue" -> Map.of("measure", "supervise", "promisedOn", today.plusDays(14).toString(), "reason", "立即办理");
			case "task_draftProposal" -> Map.of("title", "关于改造派出所的提案", "cause", "条件简陋", "situation", "现状", "proposal", "改造");
			case "task_draftOpinionReport" -> Map.of("title", "关于改造派出所的建议", "situation", "现状", "analysis", "原因", "proposal", "改造");
			case "task_draftReference" ->
				Map.of("title", "关于暂不改造的说明", "reasons", "财力不足", "policyBasis", "预算法", "addressee", "城乡委", "distribution", "三办");
			case "task_judgeProposal" -> Map.of("verdict", "accept");
			case "task_judgeOpinionReport" -> Map.of("verdict", "accept", "adoption", "district");
			case "task_judgeReference" -> Map.of("verdict", "accept", "signer", "高永年");
			case "task_reconsiderConversion" -> Map.of("promisedOn", today.plusDays(14).toString(), "reason", "应当办理");
			case "task_reportImplementation" -> Map.of("progress", "completed", "completedOn", today.toString(), "measures",
					List.of(Map.of("suggestion", suggestion, "measure", "改造完工")));
			case "task_acknowledgeReport" -> Map.of();
			case "task_lookBackByCommittee", "task_lookBackBySupervision" ->
				Map.of("evidences", List.of(Map.of("suggestion", suggestion, "evidence", "现场查看")),
						"siteCheck", "查看四个派出所", "inPlace", "yes");
			case "task_rateSatisfaction" -> Map.of("process", "satisfied", "result", "satisfied");
			case "task_redo" -> Map.of("talk", "与委员当面沟通，委员认可", "completedOn", today.toString(), "replies",
					List.of(Map.of("suggestion", suggestion, "reply", "已重新改造")), "replyClass", "A", "contact", "张三", "phone", "0523-12345");
			case "task_signRedo" -> Map.of("verdict", "pass");
			case "task_sealReply", "task_sealRedo" -> Map.of("sealing", "sealed");
			case "task_holdConsultation" -> Map.of("metOn", today.toString(), "participants", "城乡委宋长江与公安局负责人、李春生委员", "result", "委员表示理解");
			case "task_decideDissatisfaction" -> Map.of("decision", "close", "reason", "面商后委员表示理解，条件所限已尽力办理");
			case "task_trackByCommittee", "task_trackBySupervision" ->
				Map.of("evidences", List.of(Map.of("suggestion", suggestion, "evidence", "现场查看")), "siteCheck",
						"查看两个派出所", "onTrack", "yes");
			case "task_strengthenSupervision", "task_strengthenForDelay" ->
				Map.of("limit", today.plusDays(30).toString(), "demands", "限期完成", "inspect", "no");
			default -> throw new AssertionError("no plain answer for " + task.getTaskDefinitionKey());
		};
	}

	/** The form of an open task, as it is deployed. */
	protected JsonNode formOf(Task task) {
		try (InputStream source = forms.getDeployedTaskForm(task.getId())) {
			return Json.read(source);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The ids of all forms that tasks have. */
	protected static Set<String> taskForms() throws IOException {
		try (Stream<Path> forms = Files.list(Path.of("forms"))) {
			return forms.map(file -> file.getFileName().toString().replace(".form", "")).filter(name -> !name.startsWith("start-"))
					.collect(Collectors.toSet());
		}
	}

	/** A copy with one field changed; taken out for null. */
	protected static Map<String, Object> with(Map<String, Object> answer, String key, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(answer);
		if (value == null) {
			changed.remove(key);
		}
		else {
			changed.put(key, value);
		}
		return changed;
	}

	/** Starts 更正、撤回、改派; the reason is given unless it says otherwise. */
	protected void amend(String user, Map<String, Object> answer) {
		Map<String, Object> whole = new LinkedHashMap<>(Map.of("reason", "原来写错了"));
		whole.putAll(answer);
		start(user, "amendment", whole);
	}

	protected Map<String, Object> adopted() {
		return Map.of("talk", "已与委员面商", "decision", "adopted", "replies", List.of(Map.of("suggestion", outcomeId + "-J1", "reply", "已列入改造计划")),
				"replyClass", "A",
				"contact", "张三", "phone", "0523-12345");
	}

	protected static Map<String, Object> notAdoptable() {
		return Map.of("talk", "已面商", "decision", "reference", "explanation", "财力不足", "policyBasis", "预算法", "contact", "张三", "phone", "0523-12345");
	}

	protected static Map<String, Object> wantsMoreTime(String until) {
		return Map.of("decision", "extension", "explanation", "需等待省级资金批复", "extendUntil", until, "contact", "张三", "phone", "0523-12345");
	}

	protected static Map<String, Object> tooComplex() {
		return Map.of("talk", "已面商", "decision", "complex", "explanation", "涉及多部门", "proposedKind", "proposal", "contact", "张三", "phone",
				"0523-12345");
	}

	/** The report revised, with what became of each opinion of the round. */
	private Map<String, Object> revised() {
		Map<String, Object> answer = new HashMap<>(
				Map.of("report", "派出所办公条件简陋，应当改造。", "suggestions", List.of(Map.of("text", "改造派出所")), "again", "no"));
		List<String> given = jdbc.sql("""
				select id from opinion where outcome_id = :outcome and state = 'given' and disposal is null
				and opinion_round = (select max(opinion_round) from opinion where outcome_id = :outcome)""").param("outcome", outcomeId)
				.query(String.class).list();
		if (!given.isEmpty()) {
			answer.put("disposals", given.stream().map(id -> Map.of("opinion", id, "disposal", "partly", "reason", "已吸收")).toList());
		}
		return answer;
	}

	private List<Map<String, String>> unsorted() {
		return jdbc.sql("select id from instruction where outcome_id = ? and state = 'written' and committee is null").param(outcomeId)
				.query(String.class).list()
				.stream().map(id -> Map.of("instruction", id, "category", "城乡建设", "committee", "committee-chengxiang")).toList();
	}

	protected Assignments.Assignment assignment() {
		return assignments.get(outcomeId + "-1");
	}
}
