package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.bihuan.CycleTest;
import org.bihuan.Statements;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Channel;
import org.bihuan.terms.NoticeKind;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No page asks the database row by row: how many statements it takes does not depend on how much it shows. */
@Tag("database-again")
class PageStatementsTest extends CycleTest {

	/** One of them for the session, and one for the reader's views of the ledger or what the engine gave up of a case. */
	private static final int MOST = 14;
	/** The figures by four groupings, and the register of free numbers. */
	private static final int OF_STATISTICS = 14;

	@Autowired
	private Numbers numbers;
	@Autowired
	private PlatformTransactionManager transactions;

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
		String[] pages = { "/notices", "/ledger", "/overdue", "/sheet" };
		eachTakes(MOST, pages);
		eachTakes(OF_STATISTICS, "/statistics");
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		IntStream.range(0, 60)
				.forEach(one -> notices.tell("cppcc-office", "many/" + one, NoticeKind.REMINDER, outcomeId, outcomeId + "-1", "请办理",
						Set.of(Channel.LIST)));
		giveBackMany();
		eachTakes(MOST, pages);
		eachTakes(OF_STATISTICS, "/statistics");
	}

	private void giveBackMany() {
		List<String> holders = IntStream.range(0, 30).mapToObj(one -> "many-" + one).toList();
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		transaction.executeWithoutResult(status -> holders.forEach(one -> numbers.reserve(Numbers.Kind.REPLY, one)));
		transaction.executeWithoutResult(status -> holders.forEach(one -> numbers.giveBack(Numbers.Kind.REPLY, one)));
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
