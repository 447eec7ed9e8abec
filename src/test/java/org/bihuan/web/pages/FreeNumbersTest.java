package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.document.ReplyPapers;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who keeps the register sees which numbers are free, whose they were and since when: on the former version a gap stood in the database alone. */
@Tag("wide")
class FreeNumbersTest extends CycleTest {

	@Autowired
	private ReplyPapers papers;

	private String register(String user, String query) {
		String page = Http.pages(port, user).get("/statistics" + query).body();
		return page.substring(page.indexOf("<h2 id=\"free-numbers\""));
	}

	private static String row(String register, String number) {
		String from = register.substring(register.indexOf(number));
		return from.substring(0, from.indexOf("</tr>"));
	}

	@Test
	void aNumberThatWasGivenBackStandsInTheRegisterUntilItIsTaken() {
		clockTo(LocalDateTime.of(2023, 12, 18, 9, 0));
		outcomeId = start("chengxiang1", "consultation-outcome", topic()).getBusinessKey();
		upTo("task_signReply");
		String number = papers.number(assignment().id()).orElseThrow();
		assertThat(register("zhengfu1", "")).doesNotContain(number);
		answer("task_signReply", Map.of("verdict", "return", "reason", "补充时间表"));
		assertThat(row(register("zhengfu1", ""), number)).contains(assignment().id(), "公安局", "2023-12-18 09:00", "留给下一份");

		clockTo(LocalDateTime.of(2024, 1, 3, 9, 0));
		assertThat(row(register("zhengxie1", ""), number)).contains("不再使用");
		answer("task_draftReply");
		assertThat(row(register("quwei1", "?unit=unit-caizheng"), number)).as("whatever is filtered").contains(assignment().id());
	}

	@Test
	void itIsTheNumberOfTheUnitThatHadTheAssignmentThen() {
		startUpTo("task_signReply");
		String number = papers.number(assignment().id()).orElseThrow();
		amend("quwei1", Map.of("kind", "reassign", "number", assignment().id(), "toUnit", "财政局"));
		assertThat(row(register("zhengfu1", ""), number)).contains("公安局").doesNotContain("财政局");
	}

	@Test
	void aUnitDoesNotReadIt() {
		for (String user : List.of("gongan1", "weiyuan1", "fenxi1")) {
			assertThat(Http.pages(port, user).get("/statistics").status()).as(user).isEqualTo(403);
		}
	}
}
