package org.bihuan.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgingPolicyTest {

	private static final String REASON = "不同意的，请写明理由：退回修改的写明改什么，其余写明为什么。";

	@Test
	void whoWroteItDoesNotJudgeIt() {
		assertThat(JudgingPolicy.refusal("gongan1", "gongan1", Judgement.ACCEPT, null)).contains("撰写人不能审定自己的稿件，请由他人审定。");
		assertThat(JudgingPolicy.refusal("gongan1", "gongan1", Judgement.RETURN, "再改")).contains("撰写人不能审定自己的稿件，请由他人审定。");
		assertThat(JudgingPolicy.refusal("gongan2", "gongan1", Judgement.ACCEPT, null)).isEmpty();
	}

	@Test
	void whoDoesNotUseItSaysWhy() {
		assertThat(JudgingPolicy.refusal("gongan2", "gongan1", Judgement.RETURN, null)).contains(REASON);
		assertThat(JudgingPolicy.refusal("gongan2", "gongan1", Judgement.REFUSE, null)).contains(REASON);
		assertThat(JudgingPolicy.refusal("gongan2", "gongan1", Judgement.RETURN, "再改")).isEmpty();
		assertThat(JudgingPolicy.refusal("gongan2", "gongan1", Judgement.REFUSE, "不宜立案")).isEmpty();
	}
}
