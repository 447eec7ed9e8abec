package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class RedoPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2023, 9, 11);

	@Test
	void itWasDoneAgainByTodayAndNotBeforeTheFirstTime() {
		assertThat(RedoPolicy.refusal(TODAY.plusDays(1), null, TODAY)).contains("“重新办理完成日期”不能晚于今天，请检查。");
		assertThat(RedoPolicy.refusal(TODAY, TODAY, TODAY)).isEmpty();
		assertThat(RedoPolicy.refusal(TODAY.minusDays(1), TODAY, TODAY)).contains("“重新办理完成日期”不能早于首次报告的完成日期 2023-09-11，请检查。");
	}

	@Test
	void whereNoCompletionWasReportedAnyDayThatHasBeenWillDo() {
		assertThat(RedoPolicy.refusal(TODAY.minusYears(1), null, TODAY)).isEmpty();
	}
}
