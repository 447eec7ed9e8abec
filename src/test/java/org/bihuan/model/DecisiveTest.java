package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.EditedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer decides is a word, yes or no, or a number, under a name that is nobody else's. */
class DecisiveTest {

	private static List<String> problems(EditedModels edited) {
		return Decisive.problems(edited.set().files()).stream().map(Problem::sentence).toList();
	}

	@Test
	void aMarkedChoiceIsNoProblem() {
		assertThat(problems(EditedModels.withLegalReview())).isEmpty();
	}

	/** A variable of the house would be overwritten, and a bean would be hidden from every expression of the case. */
	@ParameterizedTest
	@CsvSource({ "assignmentId", "submissionVerdict", "submission", "handling", "execution" })
	void aNameOfTheHouseIsNoFields(String key) {
		assertThat(problems(EditedModels.withLegalReview().replace("legal-review.form", "\"key\": \"lawful\"", "\"key\": \"" + key + "\"")))
				.containsExactly("legal-review.form 的“是否合法合规”（" + key + "）：Key " + key + " 是系统自己用的名称，答案会盖掉它。请给这一栏换一个 Key，并同时改网关条件里的名称。");
	}

	@Test
	void aNameThatAConditionCannotReadIsRefused() {
		assertThat(problems(EditedModels.withLegalReview().replace("legal-review.form", "\"key\": \"lawful\"", "\"key\": \"law-ful\"")))
				.singleElement().asString().contains("（law-ful）：作为流转依据的栏目，Key 只能用英文字母和数字");
	}

	@Test
	void textDecidesNothing() {
		assertThat(problems(EditedModels.withLegalReview().replace("legal-review.form", "\"id\": \"field_opinion\",",
				"\"id\": \"field_opinion\", \"properties\": {\"decisive\": \"true\"},"))).singleElement().asString()
				.contains("legal-review.form 的“法制审核意见”（opinion）", "这一栏是 textarea");
	}

	@Test
	void aRowOfAListDecidesNothing() {
		assertThat(problems(new EditedModels().replace("look-back.form", "\"key\": \"evidence\",",
				"\"key\": \"evidence\", \"properties\": {\"decisive\": \"true\"},"))).singleElement().asString()
				.contains("look-back.form", "列表里的栏目");
	}

	@Test
	void ofSeveralAnswersSideBySideNoneDecides() {
		assertThat(problems(EditedModels.withLegalReview().replace("submission.bpmn", "camunda:formRef=\"enter-instruction\"",
				"camunda:formRef=\"legal-review\""))).singleElement().asString()
				.contains("submission.bpmn 的“作出批示”（task_enterInstruction）：这一步由多人分别办理", "legal-review.form 的“是否合法合规”");
	}
}
