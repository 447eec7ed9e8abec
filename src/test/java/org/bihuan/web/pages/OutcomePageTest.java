package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An outcome's page and Tasklist's lights say no more and no less than the ledger. */
class OutcomePageTest extends CycleTest {

	@Autowired
	private EngineTime time;

	private String page() {
		return Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
	}

	@Test
	void anUnsignedDraftIsNoAnswer() {
		startUpTo("task_signReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		answerOnly("task_handleOverdue", Map.of("measure", "convert", "kind", "opinion-report", "reason", "确实难以答复"));
		assertThat(page()).contains("转化办理中").doesNotContain("<h4>答复");
		endCases();
		startUpTo("task_reportImplementation");
		assertThat(page()).contains("<h4>答复", "已列入改造计划", "期限是怎么来的", "是休息日，顺延");
	}

	/** The drafter's name stood under what another person had signed. */
	@Test
	void aReplyGoesOutInTheNameOfWhoSignedIt() {
		startUpTo("task_reportImplementation");
		assertThat(jdbc.sql("select issued_by from document where kind = 'reply' and assignment_id = ?").param(assignment().id())
				.query(String.class).list()).containsExactly("gongan2");
		assertThat(page()).contains("公安局分管领导签发").doesNotContain("公安局承办人签发");
	}

	/** The lines of a suggestion ran into one, as did those of a demand and of a leader's words. */
	@Test
	void textsKeepTheirLines() {
		startUpTo("task_draftReport");
		Map<String, Object> lines = Map.of("suggestions", List.of(Map.of("text", "改造派出所：\n一是修房子\n二是配装备")));
		answer("task_draftReport", lines);
		upTo("task_reviseReport");
		answer("task_reviseReport", lines);
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"requirement", "一、修房子\n二、配装备"))));
		assertThat(page()).contains("<li class=\"kept\" value=\"1\">改造派出所：\n一是修房子\n二是配装备</li>",
				"<dd class=\"kept\">一、修房子\n二、配装备</dd>").contains("class=\"kept\" data-label=\"内容\"");
	}

	/** Suggestions, replies and reports stood in full above, and again in each entry of what happened; the unit's name stood there twice. */
	@Test
	void whatHappenedSaysEachActOnceAndPointsToWhatStandsAbove() {
		startUpTo("task_reportImplementation");
		String page = page();
		String above = page.substring(0, page.indexOf("<h2 id=\"timeline\""));
		String timeline = page.substring(above.length()).replaceAll("\\s*<[^>]*>\\s*", "|");
		assertThat(above).contains("改造派出所", "派出所办公条件简陋，应当改造。");
		assertThat(timeline).contains("拟定答复", "见上文", "审签答复").doesNotContain("建议 1：", "承办单位|公安局|承办单位", "期限推算", "第 1 行");
		assertThat(timeline.split("交办件 1", -1)).as("分解交办 tells of its row once").hasSize(2);
	}

	@Test
	void whichOfficeHasReadTheReportIsSaid() {
		startUpTo("task_acknowledgeReport");
		var task = tasks.createTaskQuery().taskDefinitionKey("task_acknowledgeReport").taskCandidateGroup("gov-office").singleResult();
		complete("zhengfu1", task, Map.of());
		assertThat(page()).contains("区政府办 2023-09-11 已知悉", "区委办 尚未知悉", "区政协办 尚未知悉");
	}

	@Test
	void whatTheOfficesMoveOnTheirOwnIsNotSentBack() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "reassign", "number", assignment().id(), "toUnit", "财政局"));
		assertThat(page()).contains("<dt>改派</dt>", "由公安局改派给财政局：原来写错了").doesNotContain("退办", "退回，建议改派");
	}

	@Test
	void whatIsWithdrawnWaitsForNothing() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision");
		runDueJobs();
		answer("task_strengthenSupervision");
		String ledger = "/ledger?text=" + outcomeId;
		assertThat(page()).contains("<dt>整改期限</dt>", "<dt>下次回头看</dt>");
		assertThat(Http.pages(port, "zhengxie1").get(ledger).body()).contains("前整改到位");
		amend("quwei1", Map.of("kind", "withdraw", "number", assignment().id(), "cause", "wrong", "remainder", "不宜由部门承办"));
		assertThat(page()).contains("已撤回").doesNotContain("<dt>整改期限</dt>", "<dt>下次回头看</dt>");
		assertThat(Http.pages(port, "zhengxie1").get(ledger).body()).contains("已撤回").doesNotContain("前整改到位", "回头看</td>");
	}

	@Test
	void anOutcomeWithdrawnBeforeItHadAssignmentsIsCalledSo() {
		startUpTo("task_planResearch");
		amend("zhengxie1", Map.of("kind", "withdraw", "number", outcomeId, "cause", "duplicate"));
		String row = Http.pages(port, "zhengxie1").get("/ledger?text=" + outcomeId).body();
		assertThat(row.substring(row.indexOf("<table"))).contains("已撤回").doesNotContain("无需交办");
		assertThat(page()).contains("已撤回").doesNotContain("无需交办，");
	}

	@Test
	void whoWasAMemberAndSeesOneAssignmentThroughAUnitSeesThatAlone() {
		startUpTo("task_draftReply");
		assertThat(Http.pages(port, "weiyuan1").get("/outcomes/" + outcomeId).body()).contains("<dt>参与委员</dt>");
		identity.deleteMembership("weiyuan1", "member");
		identity.createMembership("weiyuan1", "unit-gongan");
		try {
			assertThat(Http.pages(port, "weiyuan1").get("/outcomes/" + outcomeId).body()).contains(assignment().id()).doesNotContain("<dt>参与委员</dt>",
					"登记选题");
		}
		finally {
			identity.deleteMembership("weiyuan1", "unit-gongan");
			identity.createMembership("weiyuan1", "member");
		}
	}

	@Test
	void aLimitThatHasPassedIsRedHoweverOftenOneAsksSince() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision", Map.of("inPlace", "no"));
		runDueJobs();
		LocalDate limit = LocalDate.of(2023, 11, 15);
		answer("task_strengthenSupervision", Map.of("limit", limit.toString()));
		clockTo(limit.plusDays(1).atTime(9, 0));
		runDueJobs();
		String report = task("task_reportImplementation").getId();
		assertThat(assignment().nextLookBackOn()).as("asked about again later").isAfter(limit);
		assertThat(Http.pages(port, "gongan1").get("/lights?tasks=" + report).json().path(report).path("light").asText()).isEqualTo("red");
	}

	@Test
	void nobodyActsWhileTheClockTravels() {
		time.stopAt(java.time.Instant.parse("2023-09-11T01:00:00Z"));
		try {
			Http.Answer answer = Http.basic(port, "zhengxie1").get("/engine-rest/task");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.message()).contains("请稍后刷新");
			assertThat(Http.anonymous(port).get("/actuator/health").status()).isEqualTo(200);
		}
		finally {
			time.backToNow();
		}
		assertThat(Http.basic(port, "zhengxie1").get("/engine-rest/task").status()).isEqualTo(200);
	}
}
