package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 落实完成 lies between the receipt and the day on which it is reported, both included. */
class CompletionPolicyTest {

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "2023-09-11,2023-09-11,2023-11-13,2023-11-13", "2023-11-13,2023-09-11,2023-11-13,2023-12-01",
			"2023-10-01,none,2023-11-13,2023-11-13", "none,2023-09-11,2023-11-13,2023-11-13" })
	void aDayBetweenReceiptAndReportMayBe(LocalDate completed, LocalDate received, LocalDate reported, LocalDate today) {
		assertThat(CompletionPolicy.refusal(completed, received, reported, today)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2023-09-10,2023-09-11,2023-11-13,2023-11-13,“完成日期”不能早于签收日期（2023-09-11），请检查。",
			"2023-11-14,2023-09-11,2023-11-13,2023-12-01,“完成日期”不能晚于报告落实的当天（2023-11-13），请检查。" })
	void anotherDayIsRefusedWithTheDayThatBoundsIt(LocalDate completed, LocalDate received, LocalDate reported, LocalDate today, String sentence) {
		assertThat(CompletionPolicy.refusal(completed, received, reported, today)).contains(sentence);
	}

	@ParameterizedTest
	@CsvSource("2023-12-02,2023-09-11,2023-12-31,2023-12-01")
	void aDayToComeIsNone(LocalDate completed, LocalDate received, LocalDate reported, LocalDate today) {
		assertThat(CompletionPolicy.refusal(completed, received, reported, today).orElseThrow()).startsWith("“完成日期”").contains("请检查");
	}
}
