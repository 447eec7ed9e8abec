package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightPolicyTest {

	private static final LocalDate DUE = LocalDate.of(2023, 11, 13);

	private final LightPolicy policy = new LightPolicy();

	@ParameterizedTest
	@CsvSource({
			"2023-09-11, GREEN, 距到期还有 63 天", "2023-10-28, GREEN, 距到期还有 16 天",
			"2023-10-29, YELLOW, 距到期还有 15 天", "2023-11-12, YELLOW, 距到期还有 1 天",
			"2023-11-13, YELLOW, 今天到期",
			"2023-11-14, RED, 已逾期 1 天", "2024-01-01, RED, 已逾期 49 天" })
	void turnsYellowFifteenDaysBeforeAndRedTheDayAfter(LocalDate today, Light light, String reason) {
		assertThat(policy.on(today, DUE)).isEqualTo(light);
		assertThat(policy.reason(today, DUE)).isEqualTo(reason);
	}

	/** Instants are in UTC: midnight in Shanghai is 16:00 of the day before. */
	@ParameterizedTest
	@CsvSource({
			"2023-10-28T15:59:59.999Z, GREEN", "2023-10-28T16:00:00Z, YELLOW",
			"2023-11-13T15:59:59.999Z, YELLOW", "2023-11-13T16:00:00Z, RED" })
	void turnsAtMidnightInShanghai(Instant now, Light light) {
		assertThat(policy.at(now, DUE)).isEqualTo(light);
	}

	@Test
	void turnsRedWhenTheDeadlineExpires() {
		Deadline deadline = new ReplyDeadline(HolidayFiles::fromClasspath).after(LocalDate.of(2023, 9, 11), Span.months(2));
		assertThat(policy.at(deadline.expiresAt(), deadline.due())).isEqualTo(Light.RED);
		assertThat(policy.at(deadline.expiresAt().minusNanos(1), deadline.due())).isEqualTo(Light.YELLOW);
	}

	@Test
	void takesAnotherNumberOfDays() {
		LightPolicy late = new LightPolicy(0);
		assertThat(late.on(DUE.minusDays(1), DUE)).isEqualTo(Light.GREEN);
		assertThat(late.on(DUE, DUE)).isEqualTo(Light.YELLOW);
		assertThatIllegalArgumentException().isThrownBy(() -> new LightPolicy(-1)).withMessage("黄灯提前天数不能是负数：-1");
	}

	@Test
	void isCalledByItsChineseWord() {
		assertThat(Light.values()).extracting(Light::label).containsExactly("绿", "黄", "红");
	}
}
