package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator sees and mends, and signs nothing. On the former version he signed a unit's reply and a look-back, and gave the committee's
 * look-back to a unit's clerk, who signed it.
 */
@Tag("wide")
class NobodySignsForOthersTest extends CycleTest {

	private void refusedToAll(String user, Task task, String words) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> as(user, () -> {
			forms.submitTaskForm(task.getId(), plain(task));
			return null;
		}))).contains(words);
		assertThat(refused(() -> as(user, () -> {
			tasks.complete(task.getId(), plain(task));
			return null;
		}))).contains(words);
		assertThat(ledger()).isEqualTo(before);
		assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "task_planResearch", "task_readByChair", "task_enterInstruction", "task_makeAssignments", "task_draftReply",
			"task_signReply", "task_sealReply", "task_reportImplementation" })
	void anAdministratorAnswersNoCase(String key) {
		startUpTo(key);
		Task task = task(key);

		refusedToAll("admin", task, "系统管理员的账号可以查看，不能办理");
		assertThat(refused(() -> as("admin", () -> {
			tasks.claim(task.getId(), "admin");
			return null;
		}))).contains("“admin”不在办理这项任务的部门里");
	}

	@Test
	void aLookBackIsNotGivenToAClerkOfTheUnit() {
		startUpTo("task_lookBackByCommittee");
		Task lookBack = task("task_lookBackByCommittee");

		assertThat(refused(() -> as("admin", () -> {
			tasks.setAssignee(lookBack.getId(), "gongan1");
			return null;
		}))).contains("“gongan1”不在办理这项任务的部门里");
		assertThat(refused(() -> as("admin", () -> {
			tasks.delegateTask(lookBack.getId(), "gongan1");
			return null;
		}))).contains("“gongan1”不在办理这项任务的部门里");
		lookBack.setAssignee("gongan1");
		assertThat(refused(() -> as("admin", () -> {
			tasks.saveTask(lookBack);
			return null;
		}))).contains("任务不能在引擎里新建、删除或改动");
		assertThat(task("task_lookBackByCommittee").getAssignee()).isNull();
	}

	@Test
	void nobodyIsAddedToThoseWhomATaskIsFor() {
		startUpTo("task_lookBackByCommittee");
		String task = task("task_lookBackByCommittee").getId();

		assertThat(refused(() -> as("admin", () -> {
			tasks.addCandidateGroup(task, "camunda-admin");
			return null;
		}))).contains("写在流程图里，不能另加或去掉");
		assertThat(refused(() -> as("admin", () -> {
			tasks.deleteCandidateGroup(task, "committee-chengxiang");
			return null;
		}))).contains("写在流程图里，不能另加或去掉");
		Http.Answer answer = Http.basic(port, "admin").post("/engine-rest/task/" + task + "/identity-links",
				Map.of("userId", "gongan1", "type", "candidate"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("写在流程图里，不能另加或去掉");
	}

	@Test
	void aTaskMayBeGivenToAColleague() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();

		as("admin", () -> {
			tasks.setAssignee(task, "gongan2");
			return null;
		});
		assertThat(task("task_draftReply").getAssignee()).isEqualTo("gongan2");
	}

	/** However the task came to him: the engine's own hand may do what no client may. */
	@Test
	void aSignatureIsCheckedAgainstItsPostWhereItIsStored() {
		startUpTo("task_lookBackByCommittee");
		Task lookBack = task("task_lookBackByCommittee");
		evidence("chengxiang1", lookBack);
		tasks.addCandidateGroup(lookBack.getId(), "committee-wenshi");

		assertThat(refused(() -> as("wenshi1", () -> {
			forms.submitTaskForm(lookBack.getId(), plain(lookBack));
			return null;
		}))).contains("专委会回头看须由“城乡委”的人员签，您不在其中");
	}

	@Test
	void aReplyIsSignedByTheUnit() {
		startUpTo("task_signReply");
		Task sign = task("task_signReply");
		evidence("gongan2", sign);
		tasks.addCandidateGroup(sign.getId(), "unit-caizheng");

		assertThat(refused(() -> as("caizheng1", () -> {
			forms.submitTaskForm(sign.getId(), plain(sign));
			return null;
		}))).contains("审签须由“公安局”的人员签，您不在其中");
	}

	@Test
	void anAdministratorWhoPutsHimselfIntoTheUnitIsStillNoneOfIt() {
		startUpTo("task_draftReply");
		identity.createMembership("admin", "unit-gongan");
		try {
			refusedToAll("admin", task("task_draftReply"), "系统管理员的账号可以查看，不能办理");
			takesNothingOn("admin", task("task_draftReply").getId());
		}
		finally {
			identity.deleteMembership("admin", "unit-gongan");
		}
	}

	/** On the former version he claimed it, and nobody could complete it any more; and what he uploaded was the unit's evidence. */
	private void takesNothingOn(String user, String task) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> as(user, () -> {
			tasks.claim(task, user);
			return null;
		}))).contains("系统管理员的账号可以查看，不能办理");
		assertThat(refused(() -> as("gongan1", () -> {
			tasks.setAssignee(task, user);
			return null;
		}))).contains("“" + user + "”");
		assertThat(refused(() -> as(user, () -> attachments.attach(task, "扫描件.png", Scans.png(), user)))).contains("系统管理员的账号可以查看，不能办理");
		assertThat(tasks.createTaskQuery().taskId(task).taskUnassigned().count()).isEqualTo(1);
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void whatWasNotHandedToOneIsNotGivenBackByHim() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		as("gongan1", () -> {
			tasks.claim(task, "gongan1");
			return null;
		});

		assertThat(refused(() -> as("gongan2", () -> {
			tasks.resolveTask(task);
			return null;
		}))).contains("没有转办给您");
		assertThat(task("task_draftReply").getAssignee()).isEqualTo("gongan1");
	}

	@Test
	void withoutALoginNothingIsAnswered() {
		startUpTo("task_draftReply");
		Task draft = task("task_draftReply");
		assertThat(refused(() -> forms.submitTaskForm(draft.getId(), plain(draft)))).contains("请先登录");
		assertThat(openTasks()).containsExactly("task_draftReply");
	}
}
