package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of each decision table has a case; the number of rows is asserted, so that no row comes in untried. */
class DecisionsTest extends EngineTest {

	@Autowired
	private DecisionService decisions;

	private Map<String, Object> decide(String table, Map<String, Object> inputs) {
		return decisions.evaluateDecisionByKey(table).variables(inputs).evaluate().getSingleResult().getEntryMap();
	}

	@ParameterizedTest
	@CsvSource({ "关于提案办理的调研,other,committee-tian", "农业农村现代化,agriculture,committee-jingke", "产业链招商,development,committee-jingke",
			"优化金融生态,development,committee-jingke", "基层派出所改造,urban,committee-chengxiang", "城市更新,urban,committee-chengxiang",
			"社会治理,governance,committee-shefa",
			"教育均衡发展,livelihood,committee-jiaowei", "文化遗产保护,culture,committee-wenshi",
			// the first row that speaks counts: a village industry is agriculture's
			"乡村产业振兴与农业品牌,agriculture,committee-jingke" })
	void committeesAreProposed(String text, String category, String committee) {
		assertThat(decide("committee-routing", Map.of("text", text, "leading", "committee-wenshi"))).containsEntry("category", category)
				.containsEntry("committee", committee);
	}

	@Test
	void whereNoOtherRowSpeaksWhoFormedItIsProposed() {
		assertThat(decide("committee-routing", Map.of("text", "其他事项", "leading", "committee-wenshi"))).containsEntry("category", "other")
				.containsEntry("committee", "committee-wenshi");
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "1,2", "2,2", "3,3" })
	void supervisionGrowsButNeverOpensAnInspection(int level, int next) {
		assertThat(decide("supervision-level", Map.of("level", level))).containsEntry("next", next);
	}

	@ParameterizedTest
	@CsvSource({ "completed,A,false,completed,0,30", "completed,B,true,completed,0,30", "completed,C,false,completed,0,30",
			"in-progress,B,true,promised,0,0",
			"in-progress,B,false,today,3,0", "in-progress,A,false,today,3,0", "in-progress,C,false,today,3,0" })
	void lookBacksAreScheduled(String progress, String replyClass, boolean promiseAhead, String from, int months, int days) {
		assertThat(decide("look-back-schedule", Map.of("progress", progress, "replyClass", replyClass, "promiseAhead", promiseAhead)))
				.containsEntry("from", from)
				.containsEntry("months", months).containsEntry("days", days);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "reply|16|11|''", "reply|15|11|unit mail", "reply|14|10|''", "reply|6|6|''", "reply|5|5|unit mail", "reply|3|1|unit mail",
					"reply|1|1|unit mail,three-offices list", "reply|0|0|unit mail,three-offices list",
					"reply|-1|-1|unit mail,responsible-leader list,three-offices mail",
					"reply|-30|-20|unit mail,responsible-leader list,three-offices mail", "co-opinion|15|11|''", "co-opinion|6|6|''",
					"co-opinion|5|5|unit mail",
					"co-opinion|0|0|unit mail",
					"co-opinion|-1|-1|''" })
	void remindersAreCollected(String clock, int daysLeft, int workingDaysLeft, String told) {
		var result = decisions.evaluateDecisionByKey("reminder-schedule")
				.variables(Map.of("clock", clock, "daysLeft", daysLeft, "workingDaysLeft", workingDaysLeft)).evaluate();
		assertThat(String.join(",", result.stream().map(row -> row.getEntry("to") + " " + row.getEntry("channel")).toList()))
				.isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource({ "committee-routing,10", "supervision-level,4", "look-back-schedule,4", "reminder-schedule,7", "notices,59" })
	void noRowIsUntried(String table, int rows) {
		assertThat(Dmn.readModelFromFile(new File("processes/" + table + ".dmn")).getModelElementsByType(Rule.class)).hasSize(rows);
	}
}
