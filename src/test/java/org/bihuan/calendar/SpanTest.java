package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;

import org.bihuan.calendar.Span.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

	@ParameterizedTest
	@CsvSource({ "1,MONTHS,一个月,1 个月,P1M", "2,MONTHS,两个月,2 个月,P2M", "12,MONTHS,十二个月,12 个月,P12M", "6,WEEKS,六周,6 周,P6W", "2,WEEKS,两周,2 周,P2W",
			"10,DAYS,十天,10 天,P10D", "45,DAYS,四十五天,45 天,P45D", "22,DAYS,二十二天,22 天,P22D", "30,DAYS,三十天,30 天,P30D", "90,DAYS,九十天,90 天,P90D",
			"99,DAYS,九十九天,99 天,P99D",
			"100,DAYS,100 天,100 天,P100D" })
	void isSaidInWordsAndFiguresAndKept(int number, Unit unit, String words, String figures, String kept) {
		Span span = new Span(number, unit);
		assertThat(span.words()).isEqualTo(words);
		assertThat(span.figures()).isEqualTo(figures);
		assertThat(span).hasToString(kept).isEqualTo(Span.of(kept));
	}

	@ParameterizedTest
	@CsvSource({ "2023-12-31,2,MONTHS,2024-02-29", "2023-09-11,6,WEEKS,2023-10-23", "2024-02-28,2,DAYS,2024-03-01" })
	void leadsToTheCorrespondingDay(LocalDate day, int number, Unit unit, LocalDate then) {
		assertThat(new Span(number, unit).after(day)).isEqualTo(then);
	}

	@ParameterizedTest
	@CsvSource({ "-1,MONTHS,24 个月", "0,MONTHS,24 个月", "25,MONTHS,24 个月", "0,WEEKS,104 周", "105,WEEKS,104 周", "0,DAYS,730 天", "731,DAYS,730 天" })
	void refusesAnAbsurdPeriod(int number, Unit unit, String most) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Span(number, unit))
				.withMessage("期限应为 1 至 " + most + "，不能是 " + number + " " + unit.label());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2M", "P2Y", "P-2M", "PM", "P2M3D", "两个月" })
	void refusesWhatNoPeriodIsKeptAs(String kept) {
		assertThatIllegalArgumentException().isThrownBy(() -> Span.of(kept));
	}

	@ParameterizedTest
	@CsvSource({ "months,MONTHS,个月", "weeks,WEEKS,周", "days,DAYS,天" })
	void aUnitIsFoundByWhatTablesWrite(String code, Unit unit, String label) {
		assertThat(Unit.find(code)).contains(unit);
		assertThat(unit.code()).isEqualTo(code);
		assertThat(unit.label()).isEqualTo(label);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "MONTHS", "years" })
	void anotherWordIsNoUnit(String code) {
		assertThat(Unit.find(code)).isEmpty();
	}
}
