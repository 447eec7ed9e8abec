package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bihuan.terms.Sealing;
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
	void aFaultySignedPaperGoesBackWithAReason() {
		assertThat(ReplyPolicy.sealed(Sealing.SEALED, null)).isEmpty();
		assertThat(ReplyPolicy.sealed(Sealing.FAULTY, "主送写错了")).isEmpty();
		assertThat(ReplyPolicy.sealed(Sealing.FAULTY, null)).contains("退回请在“理由”中写明答复函有什么差错。");
	}
}
