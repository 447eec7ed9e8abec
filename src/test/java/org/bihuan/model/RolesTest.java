package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.EditedModels;
import org.bihuan.terms.Role;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** Which element is which to the program stands on the element: it may be called otherwise, and what would break is said beforehand. */
class RolesTest {

	private static List<String> problems(EditedModels edited) {
		return Roles.problems(edited.set()).stream().map(Problem::sentence).toList();
	}

	@Test
	void theModelsOfTheJarAreSound() {
		assertThat(problems(new EditedModels())).isEmpty();
		assertThat(Roles.problemsOfPart(ModelSet.packaged().files())).isEmpty();
	}

	@Test
	void everyRoleStandsInThemOnce() {
		assertThat(Roles.diagrams(ModelSet.packaged().files()).values().stream().flatMap(diagram -> diagram.nodes().stream())
				.flatMap(node -> Roles.of(node).stream())).containsExactlyInAnyOrder(Role.values());
	}

	/** The check reads a file, the engine its own model: an element is the same to both. */
	@Test
	void anElementHasTheSameRoleToTheCheckAndToTheEngine() {
		assertThat(Roles.diagrams(ModelSet.packaged().files())).allSatisfy((file, diagram) -> {
			Map<String, Role> read = new HashMap<>();
			diagram.nodes().forEach(node -> Roles.of(node).ifPresent(role -> read.put(node.id(), role)));
			assertThat(read)
					.isEqualTo(Roles.of(Bpmn.readModelFromStream(new ByteArrayInputStream(ModelSet.packaged().files().get(file)))));
		});
	}

	@Test
	void aRoleIsFoundByItsCodeItsKeyAndItsWork() {
		assertThat(Arrays.stream(Role.values()).map(Role::code)).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
		assertThat(Arrays.stream(Role.values()).map(Role::key)).doesNotHaveDuplicates();
		assertThat(Role.ofCode("sign-reply")).contains(Role.SIGN_REPLY);
		assertThat(Role.servedBy("checkSubmission")).isEqualTo(Set.of(Role.READ_BY_CHAIR, Role.ACCEPT_SUBMISSION));
		assertThat(Role.servedBy("sendMail")).isEmpty();
	}

	@Test
	void anElementMayBeCalledOtherwiseAsLongAsItSaysItsRole() {
		assertThat(problems(new EditedModels().replace("handling.bpmn", "task_signReply", "task_sign").replace("handling.bpmn", "boundary_replyDue",
				"Event_0x1").replace("submission.bpmn", "task_readByChair", "Activity_0x2"))).isEmpty();
	}

	@Test
	void aTimerThatTheProgramMovesIsMissed() {
		assertThat(problems(new EditedModels().replace("handling.bpmn", "boundary_replyDue", "boundary_due").replace("handling.bpmn",
				"<camunda:property name=\"role\" value=\"reply-due\" />", ""))).singleElement().asString()
				.startsWith("handling.bpmn 的“答复到期”（boundary_replyDue）：系统要用到的环节 reply-due（答复到期）找不到了。").contains("role：reply-due").endsWith("。");
	}

	@Test
	void aStepThatTheProgramLooksForIsMissedAndItsWorkStandsAtNone() {
		assertThat(problems(new EditedModels().replace("handling.bpmn", "task_signReply", "task_sign").replace("handling.bpmn",
				"<camunda:property name=\"role\" value=\"sign-reply\" />", ""))).satisfiesExactly(
						work -> assertThat(work).startsWith("handling.bpmn 的“审签答复”（task_sign）：用了别的环节的组件 ${signReply}").contains("role：sign-reply"),
						step -> assertThat(step).contains("sign-reply（审签）找不到了"));
	}

	@Test
	void whatIsNotLookedForElsewhereMayBeLeftOut() {
		String files = new String(ModelSet.packaged().files().get("formation.bpmn"), StandardCharsets.UTF_8);
		String step = files.substring(files.indexOf("<bpmn:userTask id=\"task_reviewByOffice\""));
		String office = step.substring(0, step.indexOf("</bpmn:userTask>"));
		assertThat(problems(new EditedModels().replace("formation.bpmn", office + "</bpmn:userTask>", "<bpmn:task id=\"task_reviewByOffice\" />")))
				.isEmpty();
	}

	@Test
	void aWorkStandsAtItsOwnStepAlone() {
		String reused = """
				<camunda:taskListener delegateExpression="${checkSubmission}" event="create" />
				<camunda:taskListener delegateExpression="${checkSubmission}" event="complete" />
				""";
		EditedModels edited = EditedModels.withLegalReview();
		assertThat(problems(edited)).isEmpty();
		assertThat(problems(edited.replace("submission.bpmn",
				"<camunda:property name=\"limit\" value=\"3\" />\n          <camunda:property name=\"superior\" value=\"cppcc-office\" />\n        "
						+ "</camunda:properties>\n",
				"<camunda:property name=\"limit\" value=\"3\" />\n<camunda:property name=\"superior\" value=\"cppcc-office\" />\n"
						+ "</camunda:properties>\n" + reused)))
				.containsExactly("submission.bpmn 的“法制审核”（Activity_0legal）：用了别的环节的组件 ${checkSubmission}，这里办的事会记在read-by-chair（主要领导审阅）、"
						+ "accept-submission（受理初审）名下。请删去它的监听器，只留表单和办理人，系统会按表单检查、保存和显示；"
						+ "它就是其中那一步的，请在扩展属性中写 role：read-by-chair 或 accept-submission。");
	}

	@Test
	void aStepKeepsItsWork() {
		assertThat(problems(
				new EditedModels().replace("handling.bpmn", "<camunda:taskListener delegateExpression=\"${signReply}\" event=\"complete\" />",
						"")))
				.containsExactly("handling.bpmn 的“审签答复”（task_signReply）：环节 sign-reply（审签）要由 ${signReply} 办理，缺少事件 complete 的监听器。"
						+ "请加上 Delegate expression 为 ${signReply} 的监听器。");
	}

	@Test
	void aRoleStandsOnce() {
		assertThat(problems(new EditedModels().replace("handling.bpmn", "value=\"seal-reply\"", "value=\"sign-reply\"")))
				.anyMatch(said -> said.startsWith("handling.bpmn 的“给答复用印”（task_sealReply）：环节 sign-reply（审签）只能有一个，现在有 2 个"))
				.anyMatch(said -> said.contains("用了别的环节的组件 ${sealReply}")).anyMatch(said -> said.contains("seal-reply（用印）找不到了"));
	}

	@Test
	void aWordThatIsNoRoleIsSaid() {
		assertThat(problems(EditedModels.withLegalReview().replace("submission.bpmn", "<camunda:property name=\"limit\" value=\"3\" />",
				"<camunda:property name=\"limit\" value=\"3\" /><camunda:property name=\"role\" value=\"legal\" />"))).singleElement().asString()
				.contains("（Activity_0legal）：扩展属性 role=legal 不是系统认识的环节");
		assertThat(problems(EditedModels.withLegalReview().replace("submission.bpmn", "<camunda:property name=\"limit\" value=\"3\" />",
				"<camunda:property name=\"limit\" value=\"3\" /><camunda:property name=\"role\" value=\"reply-due\" />"))).singleElement().asString()
				.contains("（Activity_0legal）：扩展属性 role=reply-due 只能写在定时器上");
	}

	@Test
	void aMessageThatNothingWaitsForIsSaid() {
		assertThat(problems(new EditedModels().replace("consultation-outcome.bpmn", "name=\"outcomeWithdrawn\"", "name=\"撤回成果\"")))
				.singleElement().asString().contains("没有事件等待消息 outcomeWithdrawn");
	}

	@Test
	void aPartOfASetIsAskedForItsOwnAlone() {
		ModelSet set = new EditedModels().replace("handling.bpmn", "boundary_replyDue", "boundary_due").replace("handling.bpmn",
				"<camunda:property name=\"role\" value=\"reply-due\" />", "").set();
		Set<String> others = set.files().keySet().stream().filter(name -> !name.equals("handling.bpmn")).collect(Collectors.toSet());
		ModelSet handling = others.stream().reduce(set, ModelSet::without, (one, other) -> one);
		assertThat(Roles.problemsOfPart(handling.files())).extracting(Problem::id).containsExactly("boundary_replyDue");
		assertThat(Roles.problemsOfPart(set.without("handling.bpmn").files())).isEmpty();
	}

	@Test
	void theRolesThatOtherPartsOfTheProgramLookForAreNeeded() {
		assertThat(Stream.of(Role.values()).filter(Role::isNeeded)).contains(Role.REPLY_DUE, Role.DRAFT_REPLY, Role.RATE_SATISFACTION)
				.doesNotContain(Role.DELIBERATE);
	}
}
