package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Verdict;
import org.junit.jupiter.api.Test;

class ReplyPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2023, 9, 11);

	@Test
	void whatIsPlannedLiesAhead() {
		assertThat(ReplyPolicy.planned(TODAY, TODAY)).contains("“计划完成日期”应晚于今天，请重新选择；已经完成的请选 A 类。");
		assertThat(ReplyPolicy.planned(TODAY.plusDays(1), TODAY)).isEmpty();
		assertThat(ReplyPolicy.planned(null, TODAY)).isEmpty();
	}

	@Test
	void whatIsSignedIsSeenSigned() {
		assertThat(ReplyPolicy.needsPaper(Verdict.PASS, ReplyDecision.ADOPTED)).isTrue();
		assertThat(ReplyPolicy.needsPaper(Verdict.PASS, ReplyDecision.REFERENCE)).isTrue();
		assertThat(ReplyPolicy.needsPaper(Verdict.PASS, ReplyDecision.COMPLEX)).isTrue();
	}

	@Test
	void whatGoesBackOrAsksForMoreTimeHasNoPaperYet() {
		assertThat(ReplyPolicy.needsPaper(Verdict.RETURN, ReplyDecision.ADOPTED)).isFalse();
		assertThat(ReplyPolicy.needsPaper(Verdict.PASS, ReplyDecision.EXTENSION)).isFalse();
	}
}
