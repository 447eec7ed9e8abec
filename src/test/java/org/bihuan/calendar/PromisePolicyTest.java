package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisePolicyTest {

	private static final PromisePolicy THREE_MONTHS = new PromisePolicy(Span.months(3));

	@ParameterizedTest
	@CsvSource({ "2023-11-15,2023-11-13,2023-11-14", "2024-02-14,2023-11-13,2023-11-14", "2023-09-12,2023-11-13,2023-09-11",
			"2024-02-13,2023-11-13,2023-09-11", "2024-05-29,2024-02-29,2024-02-29", "2024-02-29,2023-11-30,2023-11-30" })
	void aDayAfterTodayAndWithinTheBoundMayBePromised(LocalDate promised, LocalDate due, LocalDate today) {
		assertThat(THREE_MONTHS.refusal("承诺答复日期", promised, due, today)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2023-11-14,2023-11-13,2023-11-14", "2023-11-13,2023-11-13,2023-11-14", "2020-01-01,2023-11-13,2023-11-14" })
	void todayOrBeforeIsNoPromise(LocalDate promised, LocalDate due, LocalDate today) {
		assertThat(THREE_MONTHS.refusal("承诺答复日期", promised, due, today)).contains("“承诺答复日期”应晚于今天，请重新选择。");
	}

	@ParameterizedTest
	@CsvSource({ "2099-12-31,2023-11-13,2023-11-14,2024-02-14", "2024-02-15,2023-11-13,2023-11-14,2024-02-14",
			// before the due day the bound counts from it
			"2024-02-14,2023-11-13,2023-09-11,2024-02-13",
			// a case older than the bound: from today
			"2026-02-02,2023-11-13,2025-11-01,2026-02-01" })
	void beyondTheBoundIsRefusedWithTheLastPossibleDay(LocalDate promised, LocalDate due, LocalDate today, String latest) {
		assertThat(THREE_MONTHS.refusal("新的答复期限", promised, due, today).orElseThrow()).startsWith("“新的答复期限”最晚为 " + latest).contains("3 个月内", "应当转化");
		assertThat(THREE_MONTHS.refusal("新的答复期限", LocalDate.parse(latest), due, today)).isEmpty();
	}

	@Test
	void theBoundIsTheTables() {
		assertThat(new PromisePolicy(Span.months(1)).latest(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 1, 15)))
				.isEqualTo(LocalDate.of(2024, 2, 29));
		assertThat(new PromisePolicy(Span.months(6)).latest(null, LocalDate.of(2024, 1, 15))).isEqualTo(LocalDate.of(2024, 7, 15));
		PromisePolicy weeks = new PromisePolicy(new Span(6, Span.Unit.WEEKS));
		assertThat(weeks.refusal("承诺答复日期", LocalDate.of(2023, 12, 27), LocalDate.of(2023, 11, 13), LocalDate.of(2023, 11, 14)).orElseThrow())
				.contains("最晚为 2023-12-26", "6 周内").doesNotContain("个月");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "2023-11-13,2023-11-13,到期日 2023-11-13", "2023-11-13,2023-11-14,今天", "none,2023-11-14,今天" })
	void fromWhichDayTheBoundCountsIsSaid(LocalDate due, LocalDate today, String from) {
		assertThat(THREE_MONTHS.refusal("承诺答复日期", LocalDate.of(2099, 1, 1), due, today).orElseThrow()).contains("（" + from + "起 3 个月内）");
	}
}
