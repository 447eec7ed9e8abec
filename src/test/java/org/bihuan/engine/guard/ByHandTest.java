package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.terms.TimerIds;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nothing of a case vanishes or moves by an administrator's hand, in Cockpit's way or over REST. On the former version each of the first was
 * carried out (204 or 200; the case, its tasks or its history were gone or elsewhere while the ledger said 办理中) but those of a task, which the
 * platform refused in English.
 */
class ByHandTest extends CycleTest {

	private static final String REST = "/engine-rest";
	private static final String COCKPIT = "/camunda/api/engine/engine/default";

	/** How it is asked for, what is sent (with ' for "), and what the answer names instead. */
	private static final String[][] ACTS = {
			{ "DELETE", "/process-instance/{root}", null, "撤回" },
			{ "DELETE", "/process-instance/{handling}?skipCustomListeners=true", null, "撤回" },
			{ "POST", "/process-instance/delete", "{'processInstanceIds':['{root}'],'deleteReason':'x'}", "撤回" },
			{ "POST", "/process-instance/delete-historic-query-based",
					"{'historicProcessInstanceQuery':{'processInstanceIds':['{root}']}}", "撤回" },
			{ "POST", "/process-instance/{handling}/modification",
					"{'instructions':[{'type':'startBeforeActivity','activityId':'task_signReply'}]}", "撤回" },
			{ "POST", "/process-instance/{handling}/modification-async",
					"{'instructions':[{'type':'startBeforeActivity','activityId':'task_signReply'}]}", "撤回" },
			{ "POST", "/modification/execute",
					"{'processDefinitionId':'{definition}','processInstanceIds':['{root}'],'instructions':[{'type':'cancel',"
							+ "'activityId':'callActivity_formation'}]}",
					"撤回" },
			{ "POST", "/modification/executeAsync",
					"{'processDefinitionId':'{definition}','processInstanceIds':['{root}'],'instructions':[{'type':'cancel',"
							+ "'activityId':'callActivity_formation'}]}",
					"撤回" },
			{ "POST", "/migration/execute",
					"{'migrationPlan':{'sourceProcessDefinitionId':'{definition}','targetProcessDefinitionId':'{definition}',"
							+ "'instructions':[]},'processInstanceIds':['{root}']}",
					"/models/cases" },
			{ "POST", "/migration/executeAsync",
					"{'migrationPlan':{'sourceProcessDefinitionId':'{definition}','targetProcessDefinitionId':'{definition}',"
							+ "'instructions':[]},'processInstanceIds':['{root}']}",
					"/models/cases" },
			{ "POST", "/process-definition/{definition}/restart",
					"{'processInstanceIds':['{root}'],'instructions':[{'type':'startBeforeActivity',"
							+ "'activityId':'callActivity_formation'}]}",
					"撤回" },
			{ "POST", "/process-definition/{definition}/restart-async",
					"{'processInstanceIds':['{root}'],'instructions':[{'type':'startBeforeActivity',"
							+ "'activityId':'callActivity_formation'}]}",
					"撤回" },
			{ "POST", "/execution/{execution}/create-incident", "{'incidentType':'x','configuration':'y'}", "撤回" },
			{ "DELETE", "/task/{task}", null, "撤回" },
			{ "PUT", "/task/{task}", "{'name':'别的','due':'2030-01-01T00:00:00.000+0800'}", "改派" },
			{ "POST", "/task/create", "{'name':'私下的任务'}", "改派" },
			{ "PUT", "/process-instance/{handling}/variables/outcomeId", "{'value':'CG1999-1','type':'String'}", "更正" },
			{ "DELETE", "/process-instance/{handling}/variables/outcomeId", null, "更正" },
			{ "POST", "/process-instance/{handling}/variables", "{'modifications':{'x':{'value':'1'}}}", "更正" },
			{ "PUT", "/execution/{execution}/localVariables/x", "{'value':'1','type':'String'}", "更正" },
			{ "POST", "/process-instance/variables-async", "{'processInstanceIds':['{root}'],'variables':{'x':{'value':'1'}}}", "更正" },
			{ "PUT", "/task/{task}/variables/outcomeId", "{'value':'CG1999-1','type':'String'}", "更正" },
			{ "DELETE", "/task/{task}/localVariables/view", null, "更正" },
			{ "POST", "/message", "{'messageName':'outcomeWithdrawn','businessKey':'{root}'}", "启动表单" },
			{ "POST", "/process-instance/message-async", "{'messageName':'outcomeWithdrawn','processInstanceIds':['{root}']}", "启动表单" },
			{ "POST", "/signal", "{'name':'x'}", "启动表单" },
			{ "POST", "/execution/{execution}/signal", "{}", "启动表单" },
			{ "DELETE", "/deployment/{deployment}?cascade=true", null, "部署新的一版" },
			{ "DELETE", "/process-definition/{definition}?cascade=true", null, "部署新的一版" },
			{ "DELETE", "/process-definition/key/consultation-outcome?cascade=true", null, "部署新的一版" },
			{ "PUT", "/process-definition/{definition}/history-time-to-live", "{'historyTimeToLive':0}", "部署新的一版" },
			{ "DELETE", "/history/process-instance/{formation}", null, "历史记录" },
			{ "POST", "/history/process-instance/delete", "{'historicProcessInstanceIds':['{formation}']}", "历史记录" },
			{ "POST", "/history/process-instance/set-removal-time",
					"{'absoluteRemovalTime':'2000-01-01T00:00:00.000+0800','hierarchical':true,"
							+ "'historicProcessInstanceIds':['{formation}']}",
					"历史记录" },
			{ "DELETE", "/history/process-instance/{formation}/variable-instances", null, "历史记录" },
			{ "POST", "/history/cleanup", "{}", "历史记录" },
			{ "DELETE", "/job/{timer}", null, "时刻由台账算出" },
			{ "PUT", "/job/{timer}/duedate", "{'duedate':'2030-01-01T00:00:00.000+0800'}", "时刻由台账算出" },
			{ "PUT", "/job/{timer}/retries", "{'retries':0}", "时刻由台账算出" },
			{ "PUT", "/job/{timer}/retries", "{'retries':3,'dueDate':'2030-01-01T00:00:00.000+0800'}", "时刻由台账算出" },
			{ "POST", "/job/retries", "{'retries':0,'jobIds':['{timer}']}", "时刻由台账算出" },
			{ "POST", "/job/retries", "{'retries':2,'jobIds':['{timer}'],'dueDate':'2030-01-01T00:00:00.000+0800'}", "时刻由台账算出" },
			{ "POST", "/process-instance/job-retries", "{'retries':0,'processInstances':['{handling}']}", "时刻由台账算出" },
			{ "PUT", "/job-definition/{jobDefinition}/retries", "{'retries':0}", "时刻由台账算出" },
	};

	@Autowired
	private HistoryService history;
	@Autowired
	private AuthorizationService authorizations;
	@Autowired
	private FilterService filters;

	/** What stands in braces in a path or a body; null for none. */
	private String filled(String text) {
		return text == null ? null : inserted(quoted(text));
	}

	/** JSON in a source: ' for "; null for none. */
	private static String quoted(String text) {
		return text == null ? null : text.replace('\'', '"');
	}

	private String inserted(String text) {
		Job timer = timer(TimerIds.REPLY_DUE);
		String root = outcomes.get(outcomeId).processInstanceId();
		String definition = runtime.createProcessInstanceQuery().processInstanceId(root).singleResult().getProcessDefinitionId();
		return text.replace("{root}", root).replace("{handling}", timer.getProcessInstanceId()).replace("{timer}", timer.getId())
				.replace("{task}", task("task_draftReply").getId()).replace("{execution}", task("task_draftReply").getExecutionId())
				.replace("{definition}", definition)
				.replace("{deployment}", repository.createProcessDefinitionQuery().processDefinitionId(definition).singleResult().getDeploymentId())
				.replace("{jobDefinition}", timer.getJobDefinitionId())
				.replace("{formation}", history.createHistoricProcessInstanceQuery().processDefinitionKey("formation").finished()
						.processInstanceBusinessKey(outcomeId).singleResult().getId());
	}

	private List<Object> engine() {
		return List.of(openTasks(), runtime.createProcessInstanceQuery().count(), runtime.createVariableInstanceQuery().count(),
				repository.createDeploymentQuery().count(), history.createHistoricProcessInstanceQuery().count(),
				history.createHistoricTaskInstanceQuery().count(), history.createHistoricVariableInstanceQuery().count(),
				management.createJobQuery().count(), management.createBatchQuery().count(), timer(TimerIds.REPLY_DUE).getDuedate(),
				timer(TimerIds.REPLY_DUE).getRetries());
	}

	@Test
	void anAdministratorIsToldWhatToDoInstead() {
		startUpTo("task_draftReply");
		Map<String, Object> before = ledger();
		List<Object> engine = engine();
		Http admin = Http.basic(port, "admin");
		for (String[] act : ACTS) {
			Http.Answer refused = admin.send(act[0], REST + filled(act[1]), filled(act[2]));
			assertThat(refused.status()).as("%s %s: %s", act[0], act[1], refused.body()).isEqualTo(400);
			assertThat(refused.message()).as("%s %s", act[0], act[1]).contains(act[3]).endsWith("。");
		}
		assertThat(engine()).isEqualTo(engine);
		assertThat(ledger()).isEqualTo(before);
	}

	/** Cockpit and Admin speak with their own copy of REST. */
	@ParameterizedTest
	@CsvSource({ "DELETE,/process-instance/{root},撤回", "DELETE,/deployment/{deployment}?cascade=true,部署新的一版", "DELETE,/job/{timer},时刻由台账算出" })
	void theWebappsAreNoOtherWay(String method, String path, String instead) {
		startUpTo("task_draftReply");
		List<Object> engine = engine();
		Http.Answer refused = Http.session(port, "admin", "cockpit").send(method, COCKPIT + filled(path), null);
		assertThat(refused.status()).as(refused.body()).isEqualTo(400);
		assertThat(refused.message()).contains(instead);
		assertThat(engine()).isEqualTo(engine);
	}

	/** Who is no administrator hears of no other way: he has no right to it at all. */
	@ParameterizedTest
	@CsvSource({ "DELETE,/process-instance/{root}", "DELETE,/job/{timer}", "DELETE,/history/process-instance/{formation}" })
	void everybodyElseHasNoRightToIt(String method, String path) {
		startUpTo("task_draftReply");
		List<Object> engine = engine();
		assertThat(Http.basic(port, "zhengxie1").send(method, REST + filled(path), null).status()).isEqualTo(403);
		assertThat(engine()).isEqualTo(engine);
	}

	@Test
	void whatMendsStaysPossible() {
		startUpTo("task_draftReply");
		Http admin = Http.basic(port, "admin");
		Date due = timer(TimerIds.REPLY_DUE).getDuedate();
		String job = filled(REST + "/job/{timer}");
		String suspended = filled(REST + "/process-instance/{handling}/suspended");
		for (String[] mend : new String[][] { { job + "/retries", "{'retries':3}" }, { suspended, "{'suspended':true}" },
				{ suspended, "{'suspended':false}" }, { job + "/suspended", "{'suspended':true}" },
				{ job + "/suspended", "{'suspended':false}" } }) {
			assertThat(admin.send("PUT", mend[0], mend[1].replace('\'', '"')).status()).as("%s %s", mend[0], mend[1]).isEqualTo(204);
		}
		assertThat(timer(TimerIds.REPLY_DUE).getDuedate()).isEqualTo(due);
		// a moment that went astray is the ledger's again
		management.setJobDuedate(timer(TimerIds.REPLY_DUE).getId(), new Date(due.getTime() + Duration.ofDays(20).toMillis()));
		assertThat(admin.send("POST", job + "/duedate/recalculate?creationDateBased=false", "{}").status()).isEqualTo(204);
		assertThat(timer(TimerIds.REPLY_DUE).getDuedate()).isEqualTo(due);
		// nothing runs before its moment; what is due may be run at once
		Http.Answer early = admin.send("POST", job + "/execute", "{}");
		assertThat(early.status()).as(early.body()).isEqualTo(403);
		assertThat(early.message()).contains("时刻由台账算出");
		clockTo(due);
		assertThat(admin.send("POST", job + "/execute", "{}").status()).isEqualTo(204);
		assertThat(openTasks()).containsExactly("task_handleOverdue");
		toTheEnd();
	}

	@Test
	void whatTheLedgerHasNothingOpenOfMayBeDeleted() {
		startUpTo("task_draftReply");
		String root = outcomes.get(outcomeId).processInstanceId();
		jdbc.sql("update outcome set closed_at = registered_at, closing = 'withdrawn' where id = ?").param(outcomeId).update();
		assertThat(Http.basic(port, "zhengxie1").delete(REST + "/process-instance/" + root).status()).isEqualTo(403);
		assertThat(Http.basic(port, "admin").delete(REST + "/process-instance/" + timer(TimerIds.REPLY_DUE).getProcessInstanceId()).status())
				.as("a part of a case").isEqualTo(400);
		assertThat(Http.basic(port, "admin").delete(REST + "/process-instance/" + root).status()).isEqualTo(204);
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	/** What has ended is kept by its model for ten years from the end of the whole case: a part that ended long ago goes with the rest. */
	@Test
	void theCleanUpNeverTakesWhatIsPastOfACaseThatRuns() {
		startUpTo("task_draftReply");
		String formation = filled("{formation}");
		long past = history.createHistoricActivityInstanceQuery().processInstanceId(formation).count();
		clockTo(MONDAY.plusYears(30));
		history.cleanUpHistoryAsync(true);
		history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
		// it would wait for thirty years among the jobs of other tests
		history.findHistoryCleanupJobs().forEach(job -> management.deleteJob(job.getId()));
		assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(formation).count()).isEqualTo(past).isPositive();
	}

	/**
	 * On the former version each of these was carried out: the last administrator could shut everybody out for good, and could let anybody read
	 * everything, unrecorded.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "DELETE|/authorization/{right}||404", "PUT|/authorization/{right}|{'permissions':[],'groupId':'camunda-admin',"
					+ "'resourceType':0,'resourceId':'*'}|404",
					"POST|/authorization/create|{'type':0,'permissions':['ALL'],'userId':'*','resourceType':8,'resourceId':'*'}|403",
					"POST|/authorization/create|{'type':1,'permissions':['READ'],'groupId':'unit-gongan','resourceType':7,'resourceId':'*'}|403" })
	void rightsAreNotGivenOrTakenByHand(String method, String path, String body, int toOthers) {
		String right = authorizations.createAuthorizationQuery().groupIdIn("camunda-admin").resourceType(Resources.APPLICATION).singleResult()
				.getId();
		String to = path.replace("{right}", right);
		String sent = quoted(body);
		List<String> before = rights();
		Http.Answer refused = Http.basic(port, "admin").send(method, REST + to, sent);
		assertThat(refused.status()).as(refused.body()).isEqualTo(400);
		assertThat(refused.message()).contains("授权不能手工", "小组").endsWith("。");
		assertThat(Http.session(port, "admin", "admin").send(method, COCKPIT + to, sent).status())
				.as("Admin is no other way").isEqualTo(400);
		assertThat(Http.basic(port, "zhengxie1").send(method, REST + to, sent).status()).isEqualTo(toOthers);
		assertThat(rights()).isEqualTo(before);
	}

	private List<String> rights() {
		return authorizations.createAuthorizationQuery().list().stream().map(Object::toString).sorted().toList();
	}

	/** Within another act the engine gives the rights that belong to it: those of a new account, of a list of one's own. */
	@Test
	void whatBelongsToANewAccountOrListIsStillGiven() {
		Http admin = Http.basic(port, "admin");
		assertThat(admin.post(REST + "/user/create", Map.of("profile", Map.of("id", "neuling7", "firstName", "新人"), "credentials",
				Map.of("password", "neuling7"))).status()).isEqualTo(204);
		Http.Answer list = admin.post(REST + "/filter/create", Map.of("name", "自己的", "resourceType", "Task", "query", Map.of()));
		assertThat(list.status()).as(list.body()).isEqualTo(200);
		filters.deleteFilter(list.json().path("id").asText());
		assertThat(authorizations.createAuthorizationQuery().userIdIn("neuling7").resourceType(Resources.USER).list()).singleElement()
				.matches(one -> "neuling7".equals(one.getResourceId()) && one.isPermissionGranted(Permissions.READ));
	}
}
