package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bihuan.CycleTest;
import org.bihuan.Statements;
import org.bihuan.ledger.Notices;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No page asks the database row by row: how many statements it takes does not depend on how much it shows. */
@Tag("database-again")
class PageStatementsTest extends CycleTest {

	private static final int MOST = 12;

	private List<String> statements(String path) {
		Http reader = Http.pages(port, "zhengxie1");
		reader.get(path);
		return Statements.during(() -> assertThat(reader.get(path).status()).isEqualTo(200));
	}

	private void eachTakes(int most, String... paths) {
		for (String path : paths) {
			assertThat(statements(path)).as(path).hasSizeLessThanOrEqualTo(most);
		}
	}

	@Test
	void aPageOfManyRowsTakesNoMoreThanOneOfFew() {
		String[] pages = { "/notices", "/ledger", "/overdue", "/sheet", "/statistics" };
		eachTakes(MOST, pages);
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		IntStream.range(0, 60)
				.forEach(one -> notices.tell("cppcc-office", "many/" + one, Notices.Kind.REMINDER, outcomeId, outcomeId + "-1", "请办理"));
		eachTakes(MOST, pages);
	}

	/** It tells more than any other page: of some twenty-five tables, which are read at once. */
	@Test
	void thePageOfAnOutcomeReadsItsTablesAtOnce() {
		startUpTo("task_draftReply");
		answer("task_draftReply");
		assertThat(statements("/outcomes/" + outcomeId)).hasSizeLessThanOrEqualTo(MOST);
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		answer("task_lookBackBySupervision");
		upTo("task_lookBackByCommittee");
		amend("quwei1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "派出所改造"));
		assertThat(statements("/outcomes/" + outcomeId)).hasSizeLessThanOrEqualTo(MOST);
	}
}
