package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.engine.EngineTime;
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

	@Test
	void whichOfficeHasReadTheReportIsSaid() {
		startUpTo("task_acknowledgeReport");
		var task = tasks.createTaskQuery().taskDefinitionKey("task_acknowledgeReport").taskCandidateGroup("gov-office").singleResult();
		complete("zhengfu1", task, Map.of());
		assertThat(page()).contains("区政府办 2023-09-11 已知悉", "区委办 尚未知悉", "区政协办 尚未知悉");
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
