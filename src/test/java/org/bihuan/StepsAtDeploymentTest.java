package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What would lose a case, or write an act down as another step's, is not deployed; what was deployed before is told as what it is. */
class StepsAtDeploymentTest extends CycleTest {

	@Autowired
	private GivenAnswers answers;
	@Autowired
	private Trail trail;

	private String refused(EditedModels edited) {
		long before = repository.createDeploymentQuery().count();
		String said = refused(() -> edited.deploy(repository));
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
		return said;
	}

	/** Before, what the legal office wrote stood in the trail, which nobody can change, as 受理初审. */
	@Test
	void theWorkOfAnotherStepIsRefused() {
		String listeners = "<camunda:taskListener delegateExpression=\"${checkSubmission}\" event=\"create\" />"
				+ "<camunda:taskListener delegateExpression=\"${checkSubmission}\" event=\"complete\" />";
		assertThat(refused(EditedModels.withLegalReview().replace("submission.bpmn", "<camunda:property name=\"limit\" value=\"3\" />",
				"<camunda:property name=\"limit\" value=\"3\" /></camunda:properties>" + listeners + "<camunda:properties>")))
				.startsWith("submission.bpmn 的“法制审核”（Activity_0legal）：用了别的环节的组件 ${checkSubmission}").contains("请删去它的监听器");
	}

	@Test
	void aRenamedTimerWithoutItsRoleIsRefused() {
		assertThat(refused(new EditedModels().replace("handling.bpmn", "boundary_replyDue", "Event_1due").replace("handling.bpmn",
				"<camunda:property name=\"role\" value=\"reply-due\" />", ""))).contains("handling.bpmn", "reply-due（答复到期）找不到了");
	}

	@Test
	void aFieldThatWouldOverwriteWhatTheHouseKnowsIsRefused() {
		assertThat(refused(EditedModels.withLegalReview().replace("legal-review.form", "\"key\": \"lawful\"", "\"key\": \"submissionVerdict\"")))
				.contains("legal-review.form 的“是否合法合规”（submissionVerdict）", "系统自己用的名称");
	}

	/** In a diagram of a former version, whose cases go on. */
	@Test
	void whatAnotherStepsWorkDidIsToldUnderItsOwnName() {
		startUpTo("task_planResearch");
		answers.keep(new GivenAnswers.Step("uid-" + outcomeId, "submission", "Activity_0old", "法制复核", "check-submission", "0".repeat(64)), outcomeId,
				null, "quwei1", List.of());
		trail.add("quwei1", Act.SUBMISSION_CHECKED, Subject.outcome(outcomeId).in("Activity_0old", "uid-" + outcomeId), Map.of("verdict", "pass"));
		String page = Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
		assertThat(page.substring(page.indexOf("<h2 id=\"timeline\""))).contains("法制复核").doesNotContain("审阅、受理初审");
	}
}
