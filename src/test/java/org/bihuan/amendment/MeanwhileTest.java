package org.bihuan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Corrections;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two offices amend the same thing: whoever has not seen what the other one did is told of it, and nothing of his is written. */
@Tag("database-again")
class MeanwhileTest extends CycleTest {

	@Autowired
	private Meanwhile meanwhile;

	private static FormKey shownNow() {
		return FormKey.at(ClockUtil.getCurrentTime().toInstant());
	}

	private Map<String, Object> correction(String field, String number, String value) {
		return Map.of("kind", "correct", "number", number, "field", field, "newValue", value);
	}

	private Map<String, Object> reassignment(String unit) {
		return Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", unit);
	}

	private Refusal sent(FormKey form, String user, Map<String, Object> answer) {
		return Refusal.in(catchThrowable(() -> FormKey.during(form, () -> {
			amend(user, answer);
			return null;
		})));
	}

	@Test
	void whoseFormWasOpenBeforeIsToldWhatWasCorrectedSince() {
		startUpTo("task_draftReply");
		FormKey open = shownNow();
		clockTo(MONDAY.plusMinutes(5));
		amend("quwei1", correction("assignment-requirement", outcomeId + "-1", "一个月内答复"));
		clockTo(MONDAY.plusMinutes(9));
		Map<String, Object> before = ledger();
		Refusal told = sent(open, "zhengfu1", correction("assignment-requirement", outcomeId + "-1", "三个月内答复"));
		assertThat(told.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
		assertThat(told.getMessage()).startsWith("“交办件：办理要求”刚刚由").contains("（区委办）于 2023-09-11 09:05 从“两个月内答复”更正为“一个月内答复”").endsWith("重新打开这张表单再填。");
		assertThat(ledger()).isEqualTo(before);
		assertThat(sent(shownNow(), "zhengfu1", correction("assignment-requirement", outcomeId + "-1", "三个月内答复"))).as("who has seen it").isNull();
	}

	@Test
	void anotherFieldIsNothingToHim() {
		startUpTo("task_draftReply");
		FormKey open = shownNow();
		amend("quwei1", correction("assignment-requirement", outcomeId + "-1", "一个月内答复"));
		assertThat(sent(open, "zhengxie1", correction("outcome-title", outcomeId, "改造甲"))).isNull();
		assertThat(sent(shownNow(), "quwei1", correction("assignment-requirement", outcomeId + "-1", "半个月内答复"))).as("his own").isNull();
	}

	@Test
	void whoMovesOrWithdrawsWhatHasJustBeenMovedIsToldWhoHasIt() {
		startUpTo("task_draftReply");
		FormKey open = shownNow();
		FormKey another = shownNow();
		amend("quwei1", reassignment("财政局"));
		Map<String, Object> before = ledger();
		assertThat(sent(open, "zhengfu1", reassignment("农业农村局"))).hasMessageContaining("改派给“财政局”，您的这一次没有写入");
		assertThat(sent(another, "zhengfu1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "wrong", "remainder", "不宜交办")))
				.hasMessageContaining("改派给“财政局”，您的这一次没有写入");
		assertThat(ledger()).isEqualTo(before);
	}

	/** While he waits for his turn, which is when a program that shows no form can be overtaken. */
	@Test
	void whatWasDoneWhileHeWaitedForHisTurnIsNotSeenEither() {
		startUpTo("task_draftReply");
		Meanwhile.Seen seen = meanwhile.look(outcomeId);
		amend("quwei1", correction("outcome-title", outcomeId, "改造甲"));
		amend("quwei1", reassignment("财政局"));
		assertThat(refused(() -> meanwhile.refuseIfCorrected(seen, outcomeId, Corrections.Field.OUTCOME_TITLE, outcomeId, "zhengxie1")))
				.contains("更正为“改造甲”");
		assertThat(refused(() -> meanwhile.refuseIfMoved(seen, assignment(), "zhengfu1"))).contains("改派给“财政局”");
	}
}
