package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The lists of Tasklist hold what they say, for whoever asks and as of now. Before, each account had two of its own, and what was claimed from one
 * was nowhere but in the other.
 */
@Tag("database")
class TaskListsTest extends CycleTest {

	private static final String OF_TASKS = "/engine-rest/filter?resourceType=Task";

	@Autowired
	private TaskLists lists;
	@Autowired
	private FilterService filters;
	@Autowired
	private AuthorizationService authorizations;

	private static JsonNode list(Http reader, String name, String how) {
		String id = StreamSupport.stream(reader.get(OF_TASKS).json().spliterator(), false)
				.filter(one -> one.path("name").asText().equals(name)).findFirst().orElseThrow().path("id").asText();
		return reader.get("/engine-rest/filter/" + id + "/" + how).json();
	}

	/** The names of the tasks in a list, as a person sees it. */
	private List<String> in(String user, String name) {
		return list(Http.basic(port, user), name, "list").findValuesAsText("name");
	}

	@Test
	void whatOneHasClaimedStaysInTheListWhereOneFoundIt() {
		startUpTo("task_planResearch");
		assertThat(in("chengxiang1", "我的待办")).containsExactly("制定调研方案");
		tasks.claim(task("task_planResearch").getId(), "chengxiang1");
		assertThat(in("chengxiang1", "我的待办")).containsExactly("制定调研方案");
		assertThat(in("chengxiang1", "本组待办")).containsExactly("制定调研方案");
		assertThat(in("chengxiang2", "我的待办")).as("of a colleague, who cannot answer it").isEmpty();
		assertThat(in("chengxiang2", "本组待办")).as("of a colleague, who sees who has it").containsExactly("制定调研方案");
		assertThat(in("weiyuan1", "本组待办")).isEmpty();
	}

	@Test
	void dayByDayATaskComesNearAndPassesWithoutAnybodyChangingTheLists() {
		startUpTo("task_draftReply");
		Http unit = Http.basic(port, "gongan1");
		assertThat(list(unit, "三天内到期", "count").path("count").asInt()).isZero();
		clockTo(LocalDateTime.of(2023, 11, 9, 23, 59));
		assertThat(list(unit, "三天内到期", "count").path("count").asInt()).as("four days before").isZero();
		clockTo(LocalDateTime.of(2023, 11, 10, 0, 0));
		assertThat(list(unit, "三天内到期", "count").path("count").asInt()).as("three days before").isEqualTo(1);
		assertThat(list(unit, "已逾期", "count").path("count").asInt()).isZero();
		clockTo(LocalDateTime.of(2023, 11, 13, 23, 59));
		assertThat(list(unit, "三天内到期", "count").path("count").asInt()).as("on its last day").isEqualTo(1);
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		assertThat(list(unit, "三天内到期", "count").path("count").asInt()).isZero();
		assertThat(list(unit, "已逾期", "count").path("count").asInt()).isEqualTo(1);
	}

	@Test
	void whatWaitsForReceiptIsInTheListOfThat() {
		startUpTo("task_signReceipt");
		assertThat(in("gongan1", "待签收")).containsExactly("签收交办件");
		assertThat(in("minzheng1", "待签收")).as("another unit").isEmpty();
		answer("task_signReceipt");
		upTo("task_draftReply");
		assertThat(in("gongan1", "待签收")).isEmpty();
		assertThat(in("gongan1", "我的待办")).containsExactly("拟定答复");
	}

	@Test
	void whatIsAskedBesidesIsAskedOfTheListAlone() {
		startUpTo("task_planResearch");
		Http reader = Http.basic(port, "chengxiang1");
		String id = StreamSupport.stream(reader.get(OF_TASKS).json().spliterator(), false)
				.filter(one -> one.path("name").asText().equals("我的待办")).findFirst().orElseThrow().path("id").asText();
		assertThat(reader.post("/engine-rest/filter/" + id + "/list", Map.of("name", "别的")).json()).isEmpty();
		assertThat(reader.post("/engine-rest/filter/" + id + "/list", Map.of("name", "制定调研方案")).json()).hasSize(1);
		assertThat(Http.basic(port, "weiyuan1").post("/engine-rest/filter/" + id + "/list", Map.of("name", "制定调研方案")).json()).isEmpty();
	}

	@Test
	void aListIsReadByItsGroupsAndChangedByNobodyElse() {
		String receipt = filters.createFilterQuery().filterName("待签收").singleResult().getId();
		assertThat(Http.basic(port, "gongan1").get("/engine-rest/filter/" + receipt + "/list").status()).isEqualTo(200);
		assertThat(Http.basic(port, "weiyuan1").get("/engine-rest/filter/" + receipt + "/list").status()).isEqualTo(403);
		assertThat(Http.basic(port, "gongan1").delete("/engine-rest/filter/" + receipt).status()).isEqualTo(403);
	}

	/** At the first start of this version: the two of each account go, whatever was spoilt by hand is right again, what others made stays. */
	@Test
	void everyStartPutsTheListsRight() {
		Filter former = filters.saveFilter(filters.newTaskFilter("我的待办").setOwner("gongan1")
				.setQuery(tasks.createTaskQuery().taskAssignee("gongan1")).setProperties(Map.of("description", "已由本人认领的任务", "priority", 1)));
		Filter own = filters.saveFilter(filters.newTaskFilter("管理员自建的").setOwner("admin").setQuery(tasks.createTaskQuery()));
		Filter spoilt = filters.createFilterQuery().filterName("已逾期").singleResult();
		filters.saveFilter(spoilt.setName("x"));
		authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(spoilt.getId()).list()
				.forEach(one -> authorizations.deleteAuthorization(one.getId()));
		long before = filters.createFilterQuery().count();

		lists.provide();
		lists.provide();

		assertThat(filters.createFilterQuery().list()).extracting(Filter::getId).contains(own.getId(), spoilt.getId())
				.doesNotContain(former.getId());
		assertThat(filters.createFilterQuery().count()).isEqualTo(before - 1);
		assertThat(in("gongan1", "已逾期")).isEmpty();
		filters.deleteFilter(own.getId());
	}
}
