package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last value that is still taken, the shorter periods, and what others publish. */
class EdgesTest {

	private static final HolidayCalendar SHIPPED = HolidayFiles.fromClasspath();

	@Test
	void theLongestPeriodsAreTaken() {
		assertThat(new WorkingDays(() -> SHIPPED).after(LocalDate.of(2022, 3, 1), 250).due()).isAfter(LocalDate.of(2023, 2, 1));
		assertThat(new ReplyDeadline(() -> SHIPPED).after(LocalDate.of(2022, 3, 1), Span.months(24)).due()).hasToString("2024-03-01");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2000, 2100 })
	void theFirstAndTheLastYearHaveACalendar(int year) {
		assertThat(new CalendarYear(year, null, null)).isEqualTo(new CalendarYear(year, " ", List.of()));
	}

	/** A period shorter than the reply's is yellow for its last quarter, for a day at least and for fifteen at most. */
	@ParameterizedTest
	@CsvSource({ "2023-09-11,2023-09-14,2023-09-12,GREEN", "2023-09-11,2023-09-14,2023-09-13,YELLOW", "2023-09-11,2023-09-14,2023-09-14,YELLOW",
			"2023-09-11,2023-09-14,2023-09-15,RED", "2023-09-01,2023-10-11,2023-09-30,GREEN", "2023-09-01,2023-10-11,2023-10-01,YELLOW",
			"2023-01-01,2023-12-31,2023-12-15,GREEN", "2023-01-01,2023-12-31,2023-12-16,YELLOW" })
	void aShorterPeriodIsYellowForItsLastQuarter(LocalDate started, LocalDate due, LocalDate today, Light light) {
		assertThat(new LightPolicy().on(started, today, due)).isEqualTo(light);
	}

	@Test
	void anInstantIsShownOnTheWallClockOfShanghai() {
		Instant midnight = Instant.parse("2023-09-11T16:00:00Z");
		assertThat(ShanghaiTime.at(midnight)).hasToString("2023-09-12T00:00+08:00");
		assertThat(ShanghaiTime.minute(ShanghaiTime.at(midnight).withOffsetSameInstant(java.time.ZoneOffset.UTC))).isEqualTo("2023-09-12 00:00");
		assertThat(ShanghaiTime.dateAt(midnight)).hasToString("2023-09-12");
	}

	@Test
	void whatOthersPublishIsReadWithoutItsSources() {
		CalendarYear year = HolidayFiles.readAnnounced("""
				{"$schema":"x","$id":"y","year":2028,"papers":["z"],"days":[{"name":"元旦","date":"2028-01-03","isOffDay":true}]}""", "上传的文件");
		assertThat(year).isEqualTo(new CalendarYear(2028, "", List.of(new AnnouncedDay("元旦", LocalDate.of(2028, 1, 3), true))));
		assertThat(HolidayFiles.readAnnounced("""
				{"year":2028,"announcedBy":"国办发明电〔2027〕9号","days":[{"name":"元旦","date":"2028-01-03","isOffDay":true}]}""", "上传的文件").announcedBy())
				.isEqualTo("国办发明电〔2027〕9号");
	}

	@Test
	void whatOthersPublishHasDaysAndNothingUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.readAnnounced("{\"year\":2028,\"days\":[]}", "上传的文件"))
				.withMessage("上传的文件 里没有任何一天");
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.readAnnounced("{\"year\":2028,\"days\":[],\"more\":1}", "上传的文件"))
				.withMessageContaining("的格式不对");
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.readAnnounced("[]", "上传的文件")).withMessageContaining("的格式不对");
	}

	@Test
	void theLineThatIsWrongIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.readAnnounced("{\"year\":2028,\n\"days\":[}", "上传的文件"))
				.withMessageEndingWith("（第 2 行）");
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read("{\"year\":2028,\n\"days\":[}", "上传的文件"))
				.withMessageEndingWith("（第 2 行）");
	}
}
