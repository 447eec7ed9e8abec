package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bihuan.calendar.Span;
import org.junit.jupiter.api.Test;

class ExtensionPolicyTest {

	private static final LocalDate DUE = LocalDate.of(2023, 11, 13);
	private static final LocalDate LATEST = LocalDate.of(2023, 12, 13);
	private static final Span MONTH = Span.months(1);

	@Test
	void anExtensionIsAskedForOnceWhereThePlaceAllowsItAndUntilTheDueDay() {
		assertThat(ExtensionPolicy.open(true, false, null, DUE, DUE)).isTrue();
		assertThat(ExtensionPolicy.open(true, false, null, DUE, DUE.plusDays(1))).as("after the due day").isFalse();
		assertThat(ExtensionPolicy.open(true, true, null, DUE, DUE)).as("a second time").isFalse();
		assertThat(ExtensionPolicy.open(true, false, LATEST, DUE, DUE)).as("after a promise").isFalse();
		assertThat(ExtensionPolicy.open(false, false, null, DUE, DUE)).as("where none is allowed").isFalse();
	}

	@Test
	void itEndsAfterTheDueDayAndWithinItsBound() {
		assertThat(ExtensionPolicy.refusal(DUE, DUE, MONTH, LATEST)).contains("“延期到”应晚于原到期日 2023-11-13，请重新选择。");
		assertThat(ExtensionPolicy.refusal(DUE.plusDays(1), DUE, MONTH, LATEST)).isEmpty();
		assertThat(ExtensionPolicy.refusal(LATEST, DUE, MONTH, LATEST)).isEmpty();
		assertThat(ExtensionPolicy.refusal(LATEST.plusDays(1), DUE, MONTH, LATEST)).contains("延期最多一个月，不能晚于 2023-12-13，请重新选择。");
		assertThat(ExtensionPolicy.refusal(LATEST, DUE, new Span(2, Span.Unit.WEEKS), DUE.plusDays(14)))
				.contains("延期最多两周，不能晚于 2023-11-27，请重新选择。");
	}
}
