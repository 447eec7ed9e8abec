package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {

	private final HolidayCalendar shipped = HolidayFiles.fromClasspath();

	@ParameterizedTest
	@CsvSource({
			"2023-11-10, true, 星期五", "2023-11-11, false, 星期六", "2023-11-12, false, 星期日",
			"2024-10-01, false, 国庆节放假", "2023-10-07, true, 调休上班", "2023-05-01, false, 劳动节放假",
			// named by the next year's notice
			"2022-12-31, false, 元旦放假",
			// not announced: the week alone
			"2027-10-01, true, 星期五", "2027-10-02, false, 星期六", "2019-10-01, true, 星期二" })
	void tellsWhetherADayIsWorkedAndWhy(LocalDate date, boolean working, String reason) {
		assertThat(shipped.isWorkingDay(date)).isEqualTo(working);
		assertThat(shipped.reason(date)).isEqualTo(reason);
	}

	@Test
	void knowsWhichYearsAreAnnounced() {
		assertThat(shipped.firstYear()).isEqualTo(2021);
		assertThat(shipped.lastYear()).isEqualTo(2027);
		assertThat(List.of(2021, 2022, 2023, 2024, 2025, 2026)).allMatch(shipped::isAnnounced);
		assertThat(List.of(2020, 2027, 2028)).noneMatch(shipped::isAnnounced);
		assertThat(shipped.year(2023).announcedBy()).isEqualTo("国办发明电〔2022〕16号");
		assertThat(shipped.year(2027).announcedBy()).isEmpty();
		assertThat(shipped.year(2028)).isNull();
	}

	@Test
	void takesTheDaysOfPlainMaps() {
		HolidayCalendar calendar = HolidayCalendar.of(Map.of(2030, Map.of(
				LocalDate.of(2030, 5, 1), true, LocalDate.of(2030, 5, 4), false)));
		assertThat(calendar.isAnnounced(2030)).isTrue();
		assertThat(calendar.isWorkingDay(LocalDate.of(2030, 5, 1))).isFalse();
		assertThat(calendar.reason(LocalDate.of(2030, 5, 1))).isEqualTo("节假日放假");
		assertThat(calendar.isWorkingDay(LocalDate.of(2030, 5, 4))).isTrue();
	}

	@Test
	void growsByAYearAndStaysItself() {
		CalendarYear year = new CalendarYear(2027, "测试", List.of(off("国庆节", "2027-10-01")));
		HolidayCalendar more = shipped.with(year);
		assertThat(more.isAnnounced(2027)).isTrue();
		assertThat(more.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();
		assertThat(shipped.isAnnounced(2027)).isFalse();
		// replaced as a whole, nothing of the former notice remains
		HolidayCalendar corrected = more.with(new CalendarYear(2027, "测试", List.of(off("国庆节", "2027-10-04"))));
		assertThat(corrected.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
	}

	@Test
	void refusesADateThatTwoYearsName() {
		CalendarYear year = new CalendarYear(2022, "", List.of(off("元旦", "2022-12-31")));
		assertThatIllegalArgumentException().isThrownBy(() -> shipped.with(year))
				.withMessage("2022-12-31 在两年的节假日安排中都出现了");
	}

	@Test
	void refusesNoYearAndTheSameYearTwice() {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendar.of(List.of()))
				.withMessage("没有任何一年的节假日安排");
		CalendarYear year = new CalendarYear(2030, "", List.of());
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendar.of(List.of(year, year)))
				.withMessage("2030 年的节假日安排给了两份");
	}

	private static AnnouncedDay off(String name, String date) {
		return new AnnouncedDay(name, LocalDate.parse(date), true);
	}
}
