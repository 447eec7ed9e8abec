package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each role sees and completes what is its own, and nothing else. */
@Tag("wide")
class VisibilityTest extends CycleTest {

	private List<String> sees(String user) {
		return StreamSupport.stream(Http.basic(port, user).get("/engine-rest/task").json().spliterator(), false)
				.map(task -> task.path("id").asText()).toList();
	}

	@Test
	void twoUnitsCannotSeeEachOthersTasks() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments");
		upTo("task_signReceipt");
		String police = task("task_signReceipt").getId();
		assertThat(sees("gongan1")).containsExactly(police);
		assertThat(sees("caizheng1")).isEmpty();
		assertThat(sees("weiyuan1")).isEmpty();
		Http other = Http.basic(port, "caizheng1");
		Map<String, Integer> refused = Map.of("", 404, "/form", 403, "/form-variables", 403, "/variables", 403, "/localVariables/view", 403,
				"/deployed-form", 403, "/identity-links", 403, "/comment", 403, "/attachment", 404);
		Map<String, Integer> answered = new HashMap<>();
		refused.keySet().forEach(path -> answered.put(path, other.get("/engine-rest/task/" + police + path).status()));
		assertThat(answered).isEqualTo(refused);
		assertThat(other.post("/engine-rest/task/" + police + "/claim", Map.of("userId", "caizheng1")).status()).isEqualTo(403);
		assertThat(
				other.post("/engine-rest/task/" + police + "/submit-form", Map.of("variables", Map.of("receipt", Map.of("value", "sign")))).status())
				.isEqualTo(403);
		assertThat(assignment().receivedOn()).isNull();
	}

	@Test
	void historyAndVariablesOfOthersAreClosed() {
		startUpTo("task_draftReply");
		for (String user : List.of("caizheng1", "weiyuan1", "zhengfu1")) {
			for (String path : List.of("/variable-instance", "/history/variable-instance", "/history/task", "/history/activity-instance",
					"/history/detail", "/process-instance",
					"/history/process-instance", "/execution", "/incident", "/history/user-operation", "/history/identity-link-log")) {
				Http.Answer answer = Http.basic(port, user).get("/engine-rest" + path);
				assertThat(answer.body()).as("%s reads %s", user, path).isEqualTo("[]");
			}
		}
	}

	@Test
	void eachTaskOnTheWayIsSeenByItsPeopleAlone() {
		startUpTo("task_planResearch");
		for (int steps = 0; steps < 40 && runtime.createProcessInstanceQuery().count() > 0; steps++) {
			for (Task task : tasks.createTaskQuery().list()) {
				String person = somebodyFor(task);
				assertThat(sees(person)).as("%s sees %s", person, task.getTaskDefinitionKey()).contains(task.getId());
				assertThat(sees("minzheng1")).as("民政局, which has no part in this").isEmpty();
				assertThat(sees("fenxi1")).as("the analyst").isEmpty();
			}
			walkOneStep();
		}
		assertThat(runtime.createProcessInstanceQuery().count()).as("the case has ended").isZero();
	}

	@Test
	void everyoneHasTheTaskListsOfHisRoleAtFirstStart() {
		Map<String, List<String>> more = Map.of("chengxiang1", List.of("回头看", "待评价"), "weiyuan1", List.of("待评价"), "zhengxie1", List.of("待知悉"),
				"zhuxi1", List.of(), "quwei1", List.of("待知悉"), "gongan2", List.of("待签收", "待审签"), "dukao1", List.of("回头看"), "fenxi1", List.of(),
				"admin", List.of("待签收", "待审签", "待知悉", "回头看", "待评价", "全部在办"));
		more.forEach((user, own) -> {
			List<String> names = StreamSupport
					.stream(Http.basic(port, user).get("/engine-rest/filter?resourceType=Task").json().spliterator(), false)
					.map(filter -> filter.path("name").asText()).toList();
			assertThat(names).as(user).containsExactlyInAnyOrderElementsOf(
					Stream.concat(Stream.of("我的待办", "本组待办", "三天内到期", "已逾期"), own.stream()).toList());
		});
		startUpTo("task_planResearch");
		String groupList = StreamSupport
				.stream(Http.basic(port, "chengxiang2").get("/engine-rest/filter?resourceType=Task").json().spliterator(), false)
				.filter(filter -> filter.path("name").asText().equals("本组待办")).findFirst().orElseThrow().path("id").asText();
		assertThat(Http.basic(port, "chengxiang2").get("/engine-rest/filter/" + groupList + "/list").json()).hasSize(1);
	}

	@Test
	void someoneNewHasTheListsAtOnce() {
		var user = identity.newUser("xinren");
		user.setFirstName("新人");
		user.setLastName("");
		user.setPassword("xinren");
		identity.saveUser(user);
		try {
			assertThat(Http.basic(port, "xinren").get("/engine-rest/filter?resourceType=Task").json()).hasSize(4);
		}
		finally {
			identity.deleteUser("xinren");
		}
	}
}
