package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bihuan.CycleTest;
import org.bihuan.Statements;
import org.bihuan.ledger.Notices;
import org.junit.jupiter.api.Test;

/** No page asks the database row by row: how many statements it takes does not depend on how much it shows. */
class PageStatementsTest extends CycleTest {

	private List<String> statements(String path) {
		Http reader = Http.pages(port, "zhengxie1");
		reader.get(path);
		return Statements.during(() -> assertThat(reader.get(path).status()).isEqualTo(200));
	}

	private static String told(List<String> statements) {
		return statements.stream().map(one -> one.replaceAll("\\s+", " "))
				.collect(Collectors.groupingBy(one -> one.substring(0, Math.min(150, one.length())),
						Collectors.counting()))
				.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey()).sorted().collect(Collectors.joining("\n"));
	}

	@Test
	void thePagesOfManyRowsTakeFew() {
		startUpTo("task_reportImplementation");
		IntStream.range(0, 60)
				.forEach(one -> notices.tell("cppcc-office", "many/" + one, Notices.Kind.REMINDER, outcomeId, outcomeId + "-1", "请办理"));
		for (String path : List.of("/notices", "/ledger", "/overdue", "/sheet", "/statistics")) {
			List<String> all = statements(path);
			System.err.println("STAT " + path + " " + all.size() + "\n" + told(all));
		}
		List<String> all = statements("/outcomes/" + outcomeId);
		System.err.println("STAT outcome " + all.size() + "\n" + told(all));
	}
}
