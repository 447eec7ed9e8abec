package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.terms.Verdict;
import org.junit.jupiter.api.Test;

class SigningPolicyTest {

	@Test
	void nobodySignsOrSendsBackWhatHeDraftedHimself() {
		assertThat(SigningPolicy.refusal("gongan1", "gongan1", Verdict.PASS, null)).hasValueSatisfying(why -> assertThat(why).contains("拟稿人"));
		assertThat(SigningPolicy.refusal("gongan1", "gongan1", Verdict.RETURN, "再改")).hasValueSatisfying(why -> assertThat(why).contains("拟稿人"));
	}

	@Test
	void whoSendsBackSaysWhy() {
		assertThat(SigningPolicy.refusal("gongan2", "gongan1", Verdict.RETURN, null)).contains("退回请写明理由。");
		assertThat(SigningPolicy.refusal("gongan2", "gongan1", Verdict.RETURN, "再改")).isEmpty();
		assertThat(SigningPolicy.refusal("gongan2", "gongan1", Verdict.PASS, null)).isEmpty();
	}
}
