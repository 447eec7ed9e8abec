package org.bihuan.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.bihuan.terms.ReviewVerdict;
import org.junit.jupiter.api.Test;

/** Nobody passes his own report; who sends one back says why. */
class ReviewingPolicyTest {

	private static final Set<String> DRAFTERS = Set.of("甲", "乙");

	@Test
	void whoWroteAnyVersionDoesNotPassIt() {
		assertThat(ReviewingPolicy.refusal("甲", DRAFTERS, ReviewVerdict.PASS, null))
				.hasValueSatisfying(why -> assertThat(why).contains("请由本级的其他人把关"));
		assertThat(ReviewingPolicy.refusal("乙", DRAFTERS, ReviewVerdict.PASS, null)).isPresent();
		assertThat(ReviewingPolicy.refusal("丙", DRAFTERS, ReviewVerdict.PASS, null)).isEmpty();
	}

	@Test
	void whoSendsItBackSaysWhy() {
		assertThat(ReviewingPolicy.refusal("丙", DRAFTERS, ReviewVerdict.RETURN, null)).hasValue("退回修改请写明理由。");
		assertThat(ReviewingPolicy.refusal("甲", DRAFTERS, ReviewVerdict.RETURN, "数据有误")).as("his own, too").isEmpty();
	}
}
