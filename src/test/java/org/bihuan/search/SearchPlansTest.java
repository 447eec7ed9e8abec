package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.bihuan.ledger.LedgerDatabase;
import org.bihuan.ledger.Scope;
import org.bihuan.search.Search.Case;
import org.bihuan.search.Search.Wanted;
import org.bihuan.search.Search.Way;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which way PostgreSQL itself chooses to what was written about 20,000 outcomes: by the index of characters, and never over every text. */
@Tag("postgresql")
@Tag("long")
class SearchPlansTest {

	private static LedgerDatabase database;

	@BeforeAll
	static void fill() {
		database = LedgerDatabase.postgres(20_000);
		new SearchTexts(database.jdbc()).catchUp();
		database.jdbc().sql("analyze").update();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	private static String plan(Scope scope, Wanted wanted, Way way) {
		Map.Entry<String, Map<String, Object>> query = new Search(database.dataSource()).explained(scope, wanted, way);
		return String.join("\n",
				database.jdbc().sql("explain " + query.getKey()).params(query.getValue()).param("most", 21).query(String.class).list());
	}

	@Test
	void aRareWordIsFoundByItsCharacters() {
		for (List<String> words : List.of(List.of("第12345号"), List.of("第12345号", "改造"))) {
			assertThat(plan(Scope.EVERYTHING, new Wanted(words, null, null), Way.FAR)).contains("search_text_grams").doesNotContain("Seq Scan");
		}
	}

	@Test
	void whatIsWrittenEverywhereIsLookedForAmongTheNewestCases() {
		assertThat(plan(Scope.EVERYTHING, new Wanted(List.of("两个月内书面答复"), null, null), Way.NEAR)).contains("outcome_registered")
				.doesNotContain("Seq Scan", "search_text_grams");
	}

	@Test
	void whoSeesSomeReadsNoTextOfOthers() {
		for (Scope scope : List.of(new Scope(false, List.of("unit-jinrong"), null), new Scope(false, List.of(), "weiyuan3"))) {
			assertThat(plan(scope, new Wanted(List.of("改造"), null, null), Way.FAR)).doesNotContain("Seq Scan on search_text");
		}
	}

	@Test
	void nearAndFarFindTheSame() {
		Search search = new Search(database.dataSource());
		assertThat(search.cases(Scope.EVERYTHING, new Wanted(List.of("第12345号"), null, null), null, 21)).hasSize(1);
		List<Case> everywhere = search.cases(Scope.EVERYTHING, new Wanted(List.of("两个月内书面答复"), null, null), null, 100);
		assertThat(everywhere).hasSize(100).isSortedAccordingTo(Comparator.comparing(Case::registeredAt).reversed());
		assertThat(search.cases(Scope.EVERYTHING, new Wanted(List.of("两个月内书面答复"), null, null), everywhere.get(49).id(), 50))
				.isEqualTo(everywhere.subList(50, 100));
		assertThat(search.count(Scope.EVERYTHING, new Wanted(List.of("两个月内书面答复"), null, null), 501)).isEqualTo(501);
		assertThat(search.count(Scope.EVERYTHING, new Wanted(List.of("第12345号"), null, null), 501)).isEqualTo(1);
	}
}
