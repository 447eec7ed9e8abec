package org.bihuan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.AtOnce;
import org.bihuan.CycleTest;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form that is sent twice, since nobody heard the answer, is one act. On the former version it made a second outcome, 5 times of 5. */
@Tag("database")
class SentTwiceTest extends CycleTest {

	private static final String START = "/engine-rest/process-definition/key/consultation-outcome/submit-form";
	private static final String AMEND = "/engine-rest/process-definition/key/amendment/submit-form";

	@BeforeEach
	void monday() {
		clockTo(MONDAY);
	}

	private Http program(String user, String key) {
		return Http.basic(port, user).with(FormKey.HEADER, key);
	}

	private static Map<String, Object> body(Map<String, Object> answer) {
		Map<String, Object> variables = new LinkedHashMap<>();
		answer.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		return Map.of("variables", variables);
	}

	private int outcomes() {
		return jdbc.sql("select count(*) from outcome").query(Integer.class).single();
	}

	@Test
	void theSecondTimeIsAnsweredLikeTheFirst() {
		int before = outcomes();
		Answer first = program("chengxiang1", "5c7b0f3e-first").post(START, body(topic()));
		Answer again = program("chengxiang1", "5c7b0f3e-first").post(START, body(topic()));
		assertThat(first.status()).as(first.body()).isEqualTo(200);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
		assertThat(again.json().path("businessKey")).isEqualTo(first.json().path("businessKey"));
		assertThat(again.json().path("definitionId")).isEqualTo(first.json().path("definitionId"));
		assertThat(again.json().path("ended")).isEqualTo(first.json().path("ended"));
		assertThat(outcomes()).isEqualTo(before + 1);
	}

	@Test
	void anotherFormAnotherPersonAndAFormWithoutAKeyAreActsOfTheirOwn() {
		int before = outcomes();
		program("chengxiang1", "5c7b0f3e-second").post(START, body(topic()));
		program("chengxiang1", "5c7b0f3e-third").post(START, body(topic()));
		program("chengxiang2", "5c7b0f3e-second").post(START, body(topic()));
		Http.basic(port, "chengxiang1").post(START, body(topic()));
		assertThat(outcomes()).isEqualTo(before + 4);
	}

	@Test
	void whatWasRefusedIsSentAnewWithTheSameKey() {
		int before = outcomes();
		Answer refused = program("chengxiang1", "5c7b0f3e-fourth").post(START, body(with(topic(), "title", null)));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(program("chengxiang1", "5c7b0f3e-fourth").post(START, body(topic())).status()).isEqualTo(200);
		assertThat(outcomes()).isEqualTo(before + 1);
	}

	@Test
	void whoHasChangedItSinceIsToldThatItWasTaken() {
		String number = program("chengxiang1", "5c7b0f3e-fifth").post(START, body(topic())).json().path("businessKey").asText();
		Map<String, Object> before = ledger();
		Answer changed = program("chengxiang1", "5c7b0f3e-fifth").post(START, body(with(topic(), "title", "另一个题目")));
		assertThat(changed.status()).isEqualTo(409);
		assertThat(changed.message()).startsWith("这张表单已于 2023-09-11 09:00 提交并办理（" + number + "），这次改过的内容没有写入。");
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void anAmendmentThatHasEndedIsAnsweredLikeTheFirst() {
		startUpTo("task_draftReply");
		Map<String, Object> answer = Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造甲", "reason", "写错了");
		Answer first = program("zhengxie1", "5c7b0f3e-sixth").post(AMEND, body(answer));
		Answer again = program("zhengxie1", "5c7b0f3e-sixth").post(AMEND, body(answer));
		assertThat(first.status()).as(first.body()).isEqualTo(200);
		assertThat(again).isEqualTo(first);
		assertThat(jdbc.sql("select count(*) from correction where outcome_id = ?").param(outcomeId).query(Integer.class).single()).isEqualTo(1);
	}

	@RepeatedTest(3)
	void ofManyAtTheSameMomentAllHearTheFirstOnesNumber() throws Exception {
		int before = outcomes();
		String key = FormKey.at(ClockUtil.getCurrentTime().toInstant()).key();
		List<Answer> answers = AtOnce.all(6, number -> program("chengxiang1", key).post(START, body(topic())));
		assertThat(answers).allSatisfy(one -> assertThat(one.status()).as(one.body()).isEqualTo(200));
		assertThat(answers).extracting(one -> one.json().path("businessKey").asText())
				.containsOnly(answers.get(0).json().path("businessKey").asText());
		assertThat(outcomes()).isEqualTo(before + 1);
	}

	@Test
	void aStartFormBringsAKeyOfItsOwnEachTimeItIsShown() {
		Http person = Http.session(port, "chengxiang1", "tasklist");
		String form = "/camunda/api/engine/engine/default/process-definition/key/consultation-outcome/deployed-start-form";
		String first = person.get(form).json().path("for").path("key").asText();
		assertThat(new FormKey(first).shownAt()).contains(ClockUtil.getCurrentTime().toInstant());
		assertThat(person.get(form).json().path("for").path("key").asText()).isNotEqualTo(first);
		int before = outcomes();
		Http sending = person.with(FormKey.HEADER, first);
		String address = "/camunda/api/engine/engine/default/process-definition/key/consultation-outcome/submit-form";
		assertThat(sending.post(address, body(topic())).json().path("businessKey"))
				.isEqualTo(sending.post(address, body(topic())).json().path("businessKey"));
		assertThat(outcomes()).isEqualTo(before + 1);
	}

	@Test
	void aKeyThatCannotBeKeptIsRefused() {
		int before = outcomes();
		Answer refused = program("chengxiang1", "x".repeat(101)).post(START, body(topic()));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.message()).startsWith("Idempotency-Key 应为 8 至 100 个字母");
		assertThat(outcomes()).isEqualTo(before);
	}

	@Test
	void whatNobodySendsAgainIsForgotten() {
		program("chengxiang1", "5c7b0f3e-seventh").post(START, body(topic()));
		clockTo(MONDAY.plusDays(29));
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isEqualTo(1);
		clockTo(MONDAY.plusDays(30));
		runtime.startProcessInstanceByKey("task-limits");
		assertThat(kept()).isZero();
	}

	private int kept() {
		return jdbc.sql("select count(*) from sent_form where form_key = '5c7b0f3e-seventh'").query(Integer.class).single();
	}
}
