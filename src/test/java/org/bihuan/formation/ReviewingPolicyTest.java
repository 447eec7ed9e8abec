package org.bihuan.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.terms.ReviewVerdict;
import org.junit.jupiter.api.Test;

/** Nobody passes his own report; who sends one back says why. */
class ReviewingPolicyTest {

	private static final List<String> DRAFTERS = List.of("甲", "乙");
	private static final List<String> LEVEL = List.of("甲", "乙", "丙");

	@Test
	void whoWroteAnyVersionDoesNotPassIt() {
		assertThat(ReviewingPolicy.refusal("甲", DRAFTERS, LEVEL, ReviewVerdict.PASS, null))
				.hasValueSatisfying(why -> assertThat(why).contains("请由本级的其他人把关"));
		assertThat(ReviewingPolicy.refusal("乙", DRAFTERS, LEVEL, ReviewVerdict.PASS, null)).isPresent();
		assertThat(ReviewingPolicy.refusal("丙", DRAFTERS, LEVEL, ReviewVerdict.PASS, null)).isEmpty();
	}

	/** Two people who mend each other's report would both be kept out, and the case would end there. */
	@Test
	void whereAllHaveWrittenInItOnlyTheLastWriterDoesNotPassIt() {
		List<String> both = List.of("甲", "乙");
		assertThat(ReviewingPolicy.refusal("甲", DRAFTERS, both, ReviewVerdict.PASS, null)).isEmpty();
		assertThat(ReviewingPolicy.refusal("乙", DRAFTERS, both, ReviewVerdict.PASS, null)).isPresent();
	}

	@Test
	void whoSendsItBackSaysWhy() {
		assertThat(ReviewingPolicy.refusal("丙", DRAFTERS, LEVEL, ReviewVerdict.RETURN, null)).hasValue("退回修改请写明理由。");
		assertThat(ReviewingPolicy.refusal("甲", DRAFTERS, LEVEL, ReviewVerdict.RETURN, "数据有误")).as("his own, too").isEmpty();
	}
}
