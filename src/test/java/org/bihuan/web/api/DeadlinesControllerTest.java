package org.bihuan.web.api;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;

import org.bihuan.DecisionTables;
import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.decision.ReplyLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DeadlinesControllerTest {

	private final HolidayCalendar calendar = HolidayFiles.fromClasspath();

	private final MockMvc http = MockMvcBuilders
			.standaloneSetup(new DeadlinesController(() -> calendar, new ReplyDeadline(() -> calendar),
					new ReplyLimits(DecisionTables.tables(), null, null)))
			.build();

	@Test
	void answersTheDueDayAndItsSteps() throws Exception {
		http.perform(get("/api/deadlines").param("received", "2023-09-11"))
				.andExpect(status().isOk())
				.andExpect(content().json("""
						{"received":"2023-09-11","due":"2023-11-13","provisional":false,"steps":[
						"收到日期为 2023-09-11（星期一），当日不计入，自次日起算。",
						"2 个月后的对应日为 2023-11-11（星期六）。",
						"2023-11-11（星期六），是休息日，顺延。",
						"2023-11-12（星期日），是休息日，顺延。",
						"2023-11-13（星期一），是工作日，为到期日，截止到当日 24:00。"]}""", JsonCompareMode.STRICT));
	}

	@Test
	void refusesAKindThatNoOutcomeHas() throws Exception {
		http.perform(get("/api/deadlines").param("received", "2023-09-11").param("kind", "poem"))
				.andExpect(status().isBadRequest())
				.andExpect(jsonPath("$.message").value("成果类型应为 research（调研报告）、consultation（协商建议）、inspection（视察报告）"));
	}

	@Test
	void marksADateOfAnUnannouncedYear() throws Exception {
		http.perform(get("/api/deadlines").param("received", "2026-11-15"))
				.andExpect(status().isOk())
				.andExpect(jsonPath("$.due").value("2027-01-15"))
				.andExpect(jsonPath("$.provisional").value(true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "2023-02-30", "2023-02-29", "2023-13-01", "2023-9-11", "20230911", "2023/09/11",
			"2023-09-11T00:00", " 2023-09-11", "昨天", "2020-12-31", "0001-01-01", "2038-01-01", "9999-12-31",
			"+999999999-12-31", "-2023-09-11" })
	void refusesWhatIsNoReceiptDate(String received) throws Exception {
		http.perform(get("/api/deadlines").param("received", received))
				.andExpect(status().isBadRequest())
				.andExpect(content().json("""
						{"message":"收到日期应写成 YYYY-MM-DD，例如 2023-09-11"}""", JsonCompareMode.STRICT));
	}

	@Test
	void asksForAMissingDate() throws Exception {
		http.perform(get("/api/deadlines"))
				.andExpect(status().isBadRequest())
				.andExpect(jsonPath("$.message").value("收到日期应写成 YYYY-MM-DD，例如 2023-09-11"));
	}

	@Test
	void acceptsTheFirstAndTheLastDateItCanAnswer() throws Exception {
		http.perform(get("/api/deadlines").param("received", "2021-01-01")).andExpect(status().isOk());
		http.perform(get("/api/deadlines").param("received", "2037-12-31")).andExpect(status().isOk());
	}

	/** A set of a former version of the program may still be in force with such a table. */
	@ParameterizedTest
	@ValueSource(strings = { "-2", "0", "25", "1200", "999999999", "99999999999999999999", "2.5", "null", "\"zwei\"" })
	void saysWhichTableNobodyCanReckonWith(String number) throws Exception {
		String table = DecisionTables.text("reply-limit").replace("<text>2</text></outputEntry>", "<text>" + number + "</text></outputEntry>");
		MockMvc edited = MockMvcBuilders.standaloneSetup(new DeadlinesController(() -> calendar, new ReplyDeadline(() -> calendar),
				new ReplyLimits(DecisionTables.tables(Map.of("reply-limit", table)), null, null))).build();
		edited.perform(get("/api/deadlines").param("received", "2023-09-11"))
				.andExpect(status().isBadRequest())
				.andExpect(jsonPath("$.message").value(startsWith("决策表“答复期限”（reply-limit.dmn）")));
	}
}
