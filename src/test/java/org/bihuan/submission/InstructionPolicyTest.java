package org.bihuan.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class InstructionPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2023, 9, 11);
	private static final LocalDate SUBMITTED = TODAY.minusDays(5);

	@Test
	void anInstructionIsWrittenBetweenTheSubmissionAndToday() {
		assertThat(InstructionPolicy.dated(TODAY.plusDays(1), SUBMITTED, TODAY)).contains("“批示日期”不能晚于今天，请检查。");
		assertThat(InstructionPolicy.dated(TODAY, SUBMITTED, TODAY)).isEmpty();
		assertThat(InstructionPolicy.dated(SUBMITTED, SUBMITTED, TODAY)).isEmpty();
		assertThat(InstructionPolicy.dated(SUBMITTED.minusDays(1), SUBMITTED, TODAY)).contains("“批示日期”不能早于报送日期（2023-09-06），请检查。");
	}

	@Test
	void whatSomebodyEntersForALeaderIsSeenWritten() {
		assertThat(InstructionPolicy.needsPaper("请抓紧办理", "quwei1", "shuji1")).isTrue();
		assertThat(InstructionPolicy.needsPaper("请抓紧办理", "shuji1", "shuji1")).as("entered by himself").isFalse();
		assertThat(InstructionPolicy.needsPaper(null, "quwei1", "shuji1")).as("圈阅").isFalse();
	}
}
