package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFilesTest {

	/** How many days the notices of each year name, so that a row lost in editing is seen. */
	@Test
	void holdsEveryAnnouncedDay() {
		Map<Integer, Integer> named = Map.of(2021, 38, 2022, 38, 2023, 34, 2024, 36, 2025, 33, 2026, 39, 2027, 0);
		HolidayCalendar shipped = HolidayFiles.fromClasspath();
		named.forEach((year, days) -> {
			assertThat(shipped.year(year).days()).as("%s", year).hasSize(days);
			assertThat(shipped.year(year).announcedBy().isEmpty()).as("%s", year).isEqualTo(days == 0);
		});
	}

	@Test
	void readsAYear() {
		CalendarYear year = HolidayFiles.read(file("""
				{"name":"元旦","date":"2022-12-31","isOffDay":true},{"name":"春节","date":"2023-01-28","isOffDay":false}"""),
				"上传的文件");
		assertThat(year).isEqualTo(new CalendarYear(2023, "测试", List.of(
				new AnnouncedDay("元旦", LocalDate.of(2022, 12, 31), true),
				new AnnouncedDay("春节", LocalDate.of(2023, 1, 28), false))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"name\":\"元旦\",\"date\":\"2023-01-01\",\"isOffDay\":true},{\"name\":\"元旦\",\"date\":\"2023-01-01\",\"isOffDay\":true} | "
					+ "2023 年的节假日安排中 2023-01-01 出现了两次",
			"{\"name\":\"元旦\",\"date\":\"2023-02-30\",\"isOffDay\":true} | 日期“2023-02-30”不存在或没有写成 YYYY-MM-DD",
			"{\"name\":\"元旦\",\"date\":\"2023/01/01\",\"isOffDay\":true} | 日期“2023/01/01”不存在或没有写成 YYYY-MM-DD",
			"{\"name\":\"元旦\",\"date\":null,\"isOffDay\":true} | 节假日缺少日期",
			"{\"name\":\" \",\"date\":\"2023-01-01\",\"isOffDay\":true} | 2023-01-01 缺少节假日名称",
			"{\"name\":\"国庆节\",\"date\":\"2024-10-01\",\"isOffDay\":true} | 2024-10-01 不属于 2023 年的节假日安排",
			"{\"name\":\"国庆节\",\"date\":\"2023-10-09\",\"isOffDay\":false} | 2023-10-09 是星期一，本来就上班，不能列为调休上班",
			"null | days 中有一项是空的" })
	void refusesAWrongDayAndSaysWhich(String days, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read(file(days), "2023.json"))
				.withMessage("2023.json：" + message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{}", "not json",
			"{\"year\":2023,\"announcedBy\":\"\",\"days\":[]} {}",
			"{\"year\":\"2023\",\"announcedBy\":\"\",\"days\":[]}",
			"{\"year\":2023,\"year\":2024,\"announcedBy\":\"\",\"days\":[]}",
			"{\"year\":2023,\"announcedBy\":\"\",\"days\":[],\"more\":1}",
			"{\"year\":2023,\"announcedBy\":\"\",\"days\":[{\"name\":\"元旦\",\"date\":\"2023-01-01\"}]}",
			"{\"year\":2023,\"announcedBy\":\"\",\"days\":[{\"name\":\"元旦\",\"date\":\"2023-01-01\",\"isOffDay\":\"是\"}]}" })
	void refusesWhatIsNoSuchFile(String json) {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read(json, "上传的文件"))
				.withMessageStartingWith("上传的文件 的格式不对，应为 {\"year\":…");
	}

	@Test
	void refusesNoDaysAndAWrongYear() {
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read("""
				{"year":2023,"announcedBy":"","days":null}""", "2023.json")).withMessage("2023.json 缺少 days");
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read("""
				{"year":23,"announcedBy":"","days":[]}""", "23.json"))
				.withMessage("23.json：节假日安排的年份应在 2000 至 2100 之间，不能是 23");
		assertThatIllegalArgumentException().isThrownBy(() -> HolidayFiles.read("null", "2023.json"))
				.withMessage("2023.json 缺少 days");
	}

	private static String file(String days) {
		return "{\"year\":2023,\"announcedBy\":\"测试\",\"days\":[" + days + "]}";
	}
}
