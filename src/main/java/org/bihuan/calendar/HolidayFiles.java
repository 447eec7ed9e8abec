package org.bihuan.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the yearly files, {@code calendar/<year>.json}:
 * {@code {"year":2023,"announcedBy":"国办发明电〔2022〕16号","days":[{"name":"元旦","date":"2023-01-02","isOffDay":true}]}}.
 * Anything else than that is refused: a field misread in silence would move deadlines.
 */
public final class HolidayFiles {

	private static final ObjectMapper JSON = JsonMapper.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.build();

	private HolidayFiles() {
	}

	/**
	 * The calendar of all years that the application ships.
	 *
	 * @throws IllegalArgumentException in Chinese, naming the file, when one is malformed or contradicts another
	 * @throws IllegalStateException when a file cannot be read
	 */
	public static HolidayCalendar fromClasspath() {
		List<CalendarYear> years = new ArrayList<>();
		// asked for year by year: a folder inside a jar cannot be listed by the class loader
		for (int year = CalendarYear.EARLIEST; year <= CalendarYear.LATEST; year++) {
			String json = resource("/calendar/" + year + ".json");
			if (json == null) {
				continue;
			}
			CalendarYear read = read(json, year + ".json");
			if (read.year() != year) {
				throw new IllegalArgumentException(year + ".json 里写的年份是 " + read.year());
			}
			years.add(read);
		}
		return HolidayCalendar.of(years);
	}

	/**
	 * One year from its JSON.
	 *
	 * @param source what to call it in an error, e.g. the file's name
	 * @throws IllegalArgumentException in Chinese, beginning with {@code source}
	 */
	public static CalendarYear read(String json, String source) {
		FileYear file;
		try {
			file = JSON.readValue(json, FileYear.class);
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException(source + " 的格式不对，应为 {\"year\":…,\"announcedBy\":\"…\",\"days\":"
					+ "[{\"name\":\"…\",\"date\":\"YYYY-MM-DD\",\"isOffDay\":true}]}" + place(e), e);
		}
		if (file == null || file.days() == null) {
			throw new IllegalArgumentException(source + " 缺少 days");
		}
		try {
			return new CalendarYear(file.year(), file.announcedBy(), file.days().stream().map(HolidayFiles::day).toList());
		}
		catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(source + "：" + e.getMessage(), e);
		}
	}

	/**
	 * One year as others publish it, {@code {"year":…,"days":[…]}}: the notice's number may be missing, its sources (papers) are
	 * passed over. Everything else is as strict as {@link #read}.
	 *
	 * @throws IllegalArgumentException in Chinese, beginning with {@code source}; also for a year without days
	 */
	public static CalendarYear readAnnounced(String json, String source) {
		String own = json;
		try {
			if (JSON.readTree(json) instanceof ObjectNode year) {
				year.remove(List.of("papers", "$schema", "$id"));
				if (!year.has("announcedBy")) {
					year.put("announcedBy", "");
				}
				own = JSON.writeValueAsString(year);
			}
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException(
					source + " 的格式不对，应为 {\"year\":…,\"days\":[{\"name\":\"…\",\"date\":\"YYYY-MM-DD\",\"isOffDay\":true}]}" + place(e), e);
		}
		CalendarYear read = read(own, source);
		if (!read.announced()) {
			throw new IllegalArgumentException(source + " 里没有任何一天");
		}
		return read;
	}

	private static AnnouncedDay day(FileDay day) {
		if (day == null) {
			throw new IllegalArgumentException("days 中有一项是空的");
		}
		return new AnnouncedDay(day.name(), date(day.date()), day.isOffDay());
	}

	private static LocalDate date(String text) {
		if (text == null) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException e) {
			throw new IllegalArgumentException("日期“" + text + "”不存在或没有写成 YYYY-MM-DD", e);
		}
	}

	private static String place(JsonProcessingException e) {
		return e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行）";
	}

	private static String resource(String name) {
		try (InputStream in = HolidayFiles.class.getResourceAsStream(name)) {
			return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new IllegalStateException("无法读取 " + name, e);
		}
	}

	private record FileYear(@JsonProperty("year") int year, @JsonProperty("announcedBy") String announcedBy,
			@JsonProperty("days") List<FileDay> days) {
	}

	private record FileDay(@JsonProperty("name") String name, @JsonProperty("date") String date,
			@JsonProperty("isOffDay") boolean isOffDay) {
	}
}
