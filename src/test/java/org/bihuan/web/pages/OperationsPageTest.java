package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.CycleTest;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.NoticeKind;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 故障: what the engine gives up is told to the administrators at once, shown with its case and what to do, and tried again from there. */
@Tag("database")
class OperationsPageTest extends CycleTest {

	@Autowired
	private Trail trail;

	private final Map<String, List<String>> away = new java.util.LinkedHashMap<>();

	@AfterEach
	void everybodyIsBack() {
		away.forEach((group, people) -> people.forEach(one -> identity.createMembership(one, group)));
	}

	private void nobodyIn(String group) {
		List<String> people = identity.createUserQuery().memberOfGroup(group).list().stream().map(User::getId).toList();
		away.put(group, people);
		people.forEach(one -> identity.deleteMembership(one, group));
	}

	/** The reply is due and the offices that are to deal with it are empty; the engine has tried three times. */
	private Job stuck() {
		startUpTo("task_draftReply");
		nobodyIn("party-office");
		nobodyIn("gov-office");
		Job timer = timer("boundary_replyDue");
		clockTo(timer.getDuedate());
		fail(timer);
		assertThat(runtime.createIncidentQuery().configuration(timer.getId()).count()).isEqualTo(1);
		return timer;
	}

	private void fail(Job job) {
		while (management.createJobQuery().jobId(job.getId()).withRetriesLeft().count() > 0) {
			assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
		}
	}

	private List<String> told() {
		return notices.of("camunda-admin").stream().filter(one -> one.kind() == NoticeKind.STUCK && outcomeId.equals(one.outcomeId()))
				.map(one -> one.text()).toList();
	}

	private String incident(Job job) {
		return runtime.createIncidentQuery().configuration(job.getId()).singleResult().getId();
	}

	@Test
	void theAdministratorsAreToldAtOnceAndOnceHoweverOftenItIsTried() {
		Job timer = stuck();
		assertThat(told()).hasSize(1).allSatisfy(text -> assertThat(text).contains(assignment().id(), "没有可以办理的人员", "请在“故障”页里处理。"));
		Http admin = Http.pages(port, "admin");
		admin.form("/operations/retry", Map.of("incident", incident(timer)));
		fail(timer);
		assertThat(runtime.createIncidentQuery().configuration(timer.getId()).count()).isEqualTo(1);
		assertThat(told()).hasSize(1);
	}

	@Test
	void thePageNamesTheCaseWhatFailedAndWhatToDoAndTriesAgain() {
		Job timer = stuck();
		Http admin = Http.pages(port, "admin");
		assertThat(admin.get("/operations").body()).contains(assignment().id(), "公安局", "处置逾期答复", "办理与答复", "没有可以办理的人员", "照左边的话改好原因，再点“重试”。",
				"/outcomes/" + outcomeId);
		everybodyIsBack();
		away.clear();
		String incident = incident(timer);
		assertThat(admin.form("/operations/retry", Map.of("incident", incident)).status()).isEqualTo(302);
		assertThat(admin.get("/operations").body()).contains(assignment().id() + " 已交给引擎重试");
		runDueJobs();
		assertThat(openTasks()).contains("task_handleOverdue");
		assertThat(admin.get("/operations").body()).doesNotContain(assignment().id());
		assertThat(trail.ofOutcome(outcomeId)).filteredOn(one -> one.act() == Act.STEP_RETRIED).hasSize(1)
				.allSatisfy(one -> assertThat(one.actor()).isEqualTo("admin"));
		admin.form("/operations/retry", Map.of("incident", incident));
		assertThat(admin.get("/operations").body()).contains("这一处已经不在了");
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("系统故障，重试").doesNotContain("正在处理系统故障");
	}

	@Test
	void whoReadsTheCaseSeesThatItIsBeingMended() {
		stuck();
		for (String reader : List.of("zhengxie1", "gongan1", "weiyuan1")) {
			assertThat(Http.pages(port, reader).get("/outcomes/" + outcomeId).body()).as(reader).contains("正在处理系统故障", "“处置逾期答复”", "不用重做")
					.doesNotContain("去处理");
		}
		assertThat(Http.pages(port, "admin").get("/outcomes/" + outcomeId).body()).contains("去处理");
	}

	@Test
	void thePageCountsWhatStandsAtEachStepWithItsLight() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate().toInstant().atZone(org.bihuan.BihuanApplication.ZONE).toLocalDateTime().minusDays(3));
		Http admin = Http.pages(port, "admin");
		assertThat(admin.get("/operations").body())
				.containsPattern("(?s)<td>办理与答复</td>\\s*<td><span>拟定答复</span>\\s*</td>\\s*<td>1</td>\\s*<td></td>\\s*"
						+ "<td><span class=\"light yellow\">1</span></td>");
		JsonNode drawn = admin.get("/operations/diagram?process=handling").json();
		assertThat(drawn.path("xml").asText()).contains("task_draftReply");
		assertThat(drawn.path("badges")).hasSize(1);
		assertThat(drawn.path("badges").get(0).toString()).isEqualTo("{\"element\":\"task_draftReply\",\"count\":1,\"light\":\"yellow\"}");
		assertThat(admin.get("/operations/diagram?process=nothing").status()).isEqualTo(404);
		assertThat(Http.pages(port, "fenxi1").get("/operations/diagram?process=handling").status()).isEqualTo(403);
	}

	@Test
	void fromAnInstanceInCockpitAWayLeadsToItsCase() {
		startUpTo("task_draftReply");
		Http admin = Http.pages(port, "admin");
		runtime.createProcessInstanceQuery().list().forEach(one -> {
			Http.Answer answer = admin.get("/operations/case?instance=" + one.getId());
			assertThat(answer.status()).isEqualTo(302);
		});
		assertThat(admin.get("/operations/case?instance=none").status()).isEqualTo(404);
		assertThat(Http.pages(port, "zhengxie1").get("/operations/case?instance=none").status()).isEqualTo(403);
	}

	@Test
	void onlyAnAdministratorSeesOrTriesIt() {
		Job timer = stuck();
		for (String other : List.of("zhengxie1", "fenxi1", "gongan1")) {
			Http reader = Http.pages(port, other);
			assertThat(reader.get("/operations").status()).isEqualTo(403);
			assertThat(reader.form("/operations/retry", Map.of("incident", incident(timer))).status()).isEqualTo(403);
		}
		assertThat(management.createJobQuery().jobId(timer.getId()).singleResult().getRetries()).isZero();
	}
}
