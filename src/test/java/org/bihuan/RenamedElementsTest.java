package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.reconciliation.Difference;
import org.bihuan.reconciliation.Reconciliation;
import org.bihuan.terms.Role;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every element that the program knows is called otherwise, as after a rename in Modeler: nothing that the program does with it is lost. */
@Tag("long")
class RenamedElementsTest extends EveryTask {

	@Autowired
	private Reconciliation reconciliation;

	private String deployment;

	@BeforeEach
	void everythingIsCalledOtherwise() {
		deployment = renamed().deploy(repository);
	}

	@AfterEach
	void theModelsAreAsTheyWere() {
		endCases();
		ClockUtil.reset();
		repository.deleteDeployment(deployment, true, true, true);
	}

	/** Each element that says its role. */
	private static EditedModels renamed() {
		EditedModels edited = new EditedModels();
		edited.set().files().forEach((file, bytes) -> {
			String text = new String(bytes, StandardCharsets.UTF_8);
			String other = text;
			for (Role role : Role.values()) {
				other = text.contains("name=\"role\" value=\"" + role.code() + "\"")
						? other.replace("\"" + role.key() + "\"", "\"Renamed_" + role.code() + "\"")
								.replace(">" + role.key() + "<", ">Renamed_" + role.code() + "<")
						: other;
			}
			edited.add(file, other);
		});
		return edited;
	}

	@Test
	void aCaseRunsByEveryDetourToItsEnd() {
		everyTask();
		assertThat(jdbc.sql("select count(*) from answer where step_key like 'Renamed%'").query(Integer.class).single()).isZero();
		assertThat(jdbc.sql("select count(*) from answer where step_key = 'task_signReply'").query(Integer.class).single()).isPositive();
		assertThat(jdbc.sql("select count(*) from event where task_key like 'Renamed%'").query(Integer.class).single()).isZero();
	}

	@Test
	void theTimersDaysAndRemindersMoveWithTheLedger() {
		startUpTo("task_signReceipt");
		assertThat(task("task_signReceipt").getTaskDefinitionKey()).isEqualTo("Renamed_sign-receipt");
		assertThat(task("task_signReceipt").getFollowUpDate()).isNotNull();
		upTo("task_draftReply");
		Date due = timer("boundary_replyDue").getDuedate();
		assertThat(task("task_draftReply").getFollowUpDate()).isNotNull();
		answerOnly("task_draftReply", wantsMoreTime("2023-12-01"));
		upTo("task_decideExtension");
		answer("task_decideExtension");
		assertThat(timer("boundary_replyDue").getDuedate()).isAfter(due)
				.isEqualTo(Date.from(LocalDateTime.of(2023, 12, 2, 0, 0).atZone(BihuanApplication.ZONE).toInstant()));
		assertThat(task("task_draftReply").getDueDate())
				.isEqualTo(Date.from(LocalDateTime.of(2023, 12, 1, 23, 59, 59).atZone(BihuanApplication.ZONE).toInstant()));
	}

	@Test
	void whatWasSentBackIsFilledInAndWhatTheLetterSaidIsOnThePage() {
		startUpTo("task_signReply");
		answer("task_signReply", Map.of("verdict", "return", "reason", "请写明完成时间"));
		Task again = task("task_draftReply");
		assertThat(local(again, "talk").asText()).isEqualTo("已与委员面商");
		assertThat(Http.pages(port, "gongan1").get("/lights?tasks=" + again.getId()).body()).contains("距到期");
		upTo("task_reportImplementation");
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body()).contains("已列入改造计划", "张三 0523-12345");
	}

	/** Of this test's case: others have left theirs in the ledger. */
	private List<Difference> differences() {
		return reconciliation.differences().stream().filter(one -> one.number().startsWith(outcomeId + "-")).toList();
	}

	@Test
	void aTimerThatSomebodyMovedIsFoundOut() {
		startUpTo("task_draftReply");
		assertThat(differences()).isEmpty();
		Job reply = timer("boundary_replyDue");
		management.setJobDuedate(reply.getId(), new Date(reply.getDuedate().getTime() + 86_400_000));
		assertThat(differences()).singleElement().satisfies(one -> assertThat(one.what()).contains("答复到期"));
	}

	@Test
	void aCorrectionOpensTheSignatureAnew() {
		startUpTo("task_signReply");
		String before = task("task_signReply").getId();
		amend("zhengfu1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "派出所改造"));
		assertThat(task("task_signReply").getId()).isNotEqualTo(before);
	}
}
