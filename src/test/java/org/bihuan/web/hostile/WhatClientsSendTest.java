package org.bihuan.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients were seen to send, each told in Chinese what to do. On the former version these failed (500) or were told in English. */
@Tag("h2-again")
class WhatClientsSendTest extends CycleTest {

	private HttpResponse<String> ask(String user, String method, String path, String body) {
		return new Hostile(port, user).ask(method, path, method.equals("GET") ? null : "application/json", body.getBytes(StandardCharsets.UTF_8),
				"application/json");
	}

	private void isTold(HttpResponse<String> answer, int status, String words) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(Hostile.untold(answer)).as(answer.body()).isNull();
		assertThat(answer.body()).contains(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'','value':'x'}", "{'type':'File','value':'x'}", "{'type':'Xml','value':'<a>'}", "{'type':'Object','value':1}",
			"{'type':'Object','value':'x','valueInfo':{'objectTypeName':'java.lang.Runtime','serializationDataFormat':'application/json'}}",
			"{'type':'Bytes','value':1}", "{'type':'Integer','value':'x'}", "{'type':'Date','value':'yesterday'}", "{'type':'Json','value':'{'}",
			"{'type':'nothing','value':1}" })
	void aVariableOfAnotherTypeIsToldSo(String variable) {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		String body = ("{'variables':{'plan':" + variable + "}}").replace('\'', '"');
		assertThat(List.of("/engine-rest/task/" + task + "/submit-form", "/engine-rest/task/" + task + "/complete",
				"/camunda/api/engine/engine/default/task/" + task + "/submit-form"))
				.allSatisfy(path -> isTold(ask("chengxiang1", "POST", path, body), 400, "。"));
		assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "POST|/task/{task}/submit-form|[]|400|不是所要的 JSON",
			"POST|/task/{task}/submit-form|{\"variables\":[]}|400|“variables”的写法不对", "POST|/task/{task}/claim|null|400|null",
			"DELETE|/task/{task}||400|任务不能在引擎里新建、删除或改动",
			"POST|/process-instance/{instance}/modification|"
					+ "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\"}]}|400|案件不能在引擎里删除",
			"POST|/process-definition/key/handling/start|{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\"}]}|400|没有执行",
			"POST|/process-definition/key/handling/start|{}|400|请在任务列表中填写启动表单", "POST|/process-definition/key/nothing/start|{}|404|没有这一项",
			"GET|/task?firstResult=-5||400|没有执行", "GET|/task?maxResults=-5||400|没有执行",
			"POST|/process-definition/key/handling/submit-form|{\"variables\":{}}|400|请在任务列表中填写启动表单",
			"POST|/message|{\"messageName\":\"nothing\"}|400|不能直接发送消息", "POST|/message|{}|400|没有执行", "GET|/task/nothing||404|没有这一项",
			"GET|/nothing||404|没有这一项",
			"PATCH|/task/{task}||405|不支持这样的请求", "GET|/task?sortBy=xx&sortOrder=asc||400|“sortBy”的写法不对",
			"GET|/task?maxResults=x||400|“maxResults”的写法不对",
			"GET|/task?priority=x||400|“priority”的写法不对", "GET|/task/{task}/comment||403|意见请写在任务的表单里",
			"POST|/external-task/fetchAndLock|{}|403|没有外部任务" })
	void aRequestThatCannotBeIsToldSo(String method, String path, String body, int status, String words) {
		startUpTo("task_planResearch");
		Task task = task("task_planResearch");
		String asked = path.replace("{task}", task.getId()).replace("{instance}", task.getProcessInstanceId());
		for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
			isTold(ask("admin", method, api + asked, Objects.requireNonNullElse(body, "")), status, words);
		}
		assertThat(openTasks()).containsExactly("task_planResearch");
	}

	@Test
	void whoMayNotIsToldSoWithoutIds() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
			isTold(ask("gongan1", "POST", api + "/task/" + task + "/submit-form", "{}"), 403, "您无权进行这项操作");
			isTold(ask("gongan1", "GET", api + "/task/" + task + "/deployed-form", ""), 403, "您无权进行这项操作");
		}
	}

	@Test
	void theFormOfATaskThatIsGoneIsToldSo() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		answer("task_planResearch");
		isTold(ask("chengxiang1", "GET", "/engine-rest/task/" + task + "/deployed-form", ""), 409, "再刷新任务列表");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not xml", "<a/>",
			"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'><userTask/></process></definitions>",
			"" })
	void aBrokenDiagramIsToldSo(String model) {
		long before = repository.createDeploymentQuery().count();
		Http admin = Http.basic(port, "admin");
		Http.Answer answer = admin.upload("/engine-rest/deployment/create", "broken.bpmn", model.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.message()).containsPattern("没有部署|没有执行|不是|流程图");
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"days\":1,\"days\":2}", "{\"days\":1.5}", "{\"days\":1e99}", "{\"days\":99999999999}", "{\"days\":\"x\"}",
			"{\"days\":\"1\"}",
			"{\"days\":true}", "[]", "{\"days\":[1]}", "null", "", "{", "{\"days\":0}", "{\"days\":-1}" })
	void theClockIsMovedByAWholeNumberOfDaysAlone(String body) {
		HttpResponse<String> answer = ask("admin", "POST", "/api/clock/forward", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(Hostile.untold(answer)).as(answer.body()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/..//", "/%09/evil.example", "/%0a/evil.example", "//evil.example", "/%5cevil.example" })
	void theLoginLeadsNowhereElse(String to) {
		HttpResponse<String> answer = new Hostile(port, null).ask("GET", "/login?to=" + to, null, null, "text/html");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("evil.example");
	}

	@ParameterizedTest
	@CsvSource({ "/ledger?sort=xx,400,地址不对", "/ledger?year=x,400,地址不对", "/ledger?n=x,400,出错了", "/notices?before=x,400,出错了",
			"/outcomes/none,404,不能查看",
			"/clock,403,不能查看", "/nothing,404,出错了", "/error,404,出错了", "/actuator,404,出错了", "/actuator/env,404,出错了" })
	void thePageThatSaysNoHasATitleThatFits(String path, int status, String title) {
		HttpResponse<String> answer = new Hostile(port, "zhengxie1").ask("GET", path, null, null, "text/html");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).contains("<h1>" + title + "</h1>");
		assertThat(Hostile.untold(answer)).isNull();
	}

	@Test
	void aFileOfAVeryLongNameIsToldSo() {
		startUpTo("task_planResearch");
		Http.Answer answer = Http.session(port, "chengxiang1", "tasklist").upload("/attachments?task=" + task("task_planResearch").getId(),
				"字".repeat(300) + ".png", Scans.png());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).contains("过长");
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "text/css", "application/xml" })
	void whoAskedForAnotherKindIsToldToo(String accept) {
		for (String path : List.of("/nothing", "/webjars/bpmn-js/nothing.js", "/camunda/app/nothing", "/api/nothing",
				"/camunda/api/engine/engine/default/task",
				"/engine-rest/nothing")) {
			HttpResponse<String> answer = new Hostile(port, null).ask("GET", path, null, null, accept);
			assertThat(Hostile.untold(answer)).as("%s %s", path, answer).isNull();
		}
	}
}
