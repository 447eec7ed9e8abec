package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.calendar.Light;
import org.bihuan.ledger.LedgerFilter.Status;
import org.bihuan.ledger.LedgerRows.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Which way PostgreSQL itself chooses to the ledger page's rows among 20,000 outcomes: by an index, whatever is filtered and however it is
 * ordered.
 */
@Tag("postgresql")
@Tag("long")
class LedgerPlansTest {

	private static LedgerDatabase database;

	@BeforeAll
	static void fill() {
		database = LedgerDatabase.postgres(20_000);
	}

	@AfterAll
	static void close() {
		database.close();
	}

	private static String plan(Scope scope, LedgerFilter filter, Order order) {
		Map.Entry<String, Map<String, Object>> query = database.rows.explained(scope, filter, order, true);
		List<String> lines = database.jdbc.sql("explain " + query.getKey()).params(query.getValue()).param("most", 51).query(String.class).list();
		// nothing is promised in these data, and an empty table is read as it is
		return String.join("\n", lines).replace("Seq Scan on promise p", "");
	}

	private static void uses(String index, String plan) {
		assertThat(plan).as("the way to the rows").contains(index).doesNotContain("Seq Scan");
	}

	@Test
	void everyFilterUsesItsIndex() {
		uses("outcome_year_registered", plan(Scope.EVERYTHING, new LedgerFilter(2019, null, null, null, null, null, null), Order.NUMBER));
		uses("outcome_committee_registered",
				plan(Scope.EVERYTHING, new LedgerFilter(null, "committee-wenshi", null, null, null, null, null), Order.NUMBER));
		String unit = plan(Scope.EVERYTHING, new LedgerFilter(null, null, "unit-jinrong", null, null, null, null), Order.NUMBER);
		uses("assignment_lead_unit", unit);
		uses("assignment_unit_unit", unit);
		uses("outcome_state", plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, Status.SUBMISSION, null, null, null), Order.NUMBER));
		uses("assignment_state", plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, Status.OVERDUE, null, null, null), Order.NUMBER));
		uses("assignment_state", plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, Status.WITHDRAWN, null, null, null), Order.NUMBER));
		for (Light light : Light.values()) {
			uses("assignment_owed", plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, null, light, null, null), Order.NUMBER));
		}
		for (String text : List.of("第12345号", "2019", "养老", "号19999")) {
			String plan = plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, null, null, text, null), Order.NUMBER);
			assertThat(plan).as(text).doesNotContain("Seq Scan");
		}
		uses("outcome_search", plan(Scope.EVERYTHING, new LedgerFilter(null, null, null, null, null, "第12345号", null), Order.NUMBER));
	}

	@Test
	void everyOrderReadsAnIndexInItsOrder() {
		uses("outcome_registered", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.NUMBER));
		uses("outcome_submitted", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.SUBMITTED));
		uses("assignment_received", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.RECEIVED));
		uses("assignment_due", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.DUE));
		uses("assignment_replied", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.REPLIED));
		uses("assignment_closed", plan(Scope.EVERYTHING, LedgerFilter.ALL, Order.CLOSED));
	}

	@Test
	void whatAReaderMaySeeIsFoundByAnIndex() {
		String unit = plan(new Scope(false, List.of("unit-jinrong"), null), LedgerFilter.ALL, Order.NUMBER);
		uses("assignment_lead_unit", unit);
		uses("assignment_unit_unit", unit);
		uses("outcome_member_member", plan(new Scope(false, List.of(), "weiyuan3"), LedgerFilter.ALL, Order.NUMBER));
	}

	@Test
	void thisTestSeesAScanWhereThereIsOne() {
		String plan = String.join("\n", database.jdbc.sql("explain select id from outcome where background = 'x'").query(String.class).list());
		assertThat(plan).contains("Seq Scan");
	}
}
