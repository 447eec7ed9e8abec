package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class DayPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2023, 9, 11);

	@Test
	void todayIsNotToComeAnyMore() {
		assertThat(DayPolicy.toCome("新的期限", TODAY, TODAY)).contains("“新的期限”应晚于今天，请重新选择。");
		assertThat(DayPolicy.toCome("新的期限", TODAY.minusDays(1), TODAY)).contains("“新的期限”应晚于今天，请重新选择。");
		assertThat(DayPolicy.toCome("新的期限", TODAY.plusDays(1), TODAY)).isEmpty();
	}

	@Test
	void todayHasBeen() {
		assertThat(DayPolicy.been("完成日期", TODAY, TODAY)).isEmpty();
		assertThat(DayPolicy.been("完成日期", TODAY.minusDays(1), TODAY)).isEmpty();
		assertThat(DayPolicy.been("完成日期", TODAY.plusDays(1), TODAY)).contains("“完成日期”不能晚于今天，请检查。");
	}

	@Test
	void whereNoDayIsNamedNothingIsWrongWithIt() {
		assertThat(DayPolicy.toCome("新的期限", null, TODAY)).isEmpty();
		assertThat(DayPolicy.been("完成日期", null, TODAY)).isEmpty();
	}

	@Test
	void whoAsksMaySayItInHisOwnWords() {
		assertThat(DayPolicy.toCome(TODAY, TODAY, "请另选")).contains("请另选");
		assertThat(DayPolicy.been(TODAY.plusDays(1), TODAY, "请在会后填写")).contains("请在会后填写");
	}
}
