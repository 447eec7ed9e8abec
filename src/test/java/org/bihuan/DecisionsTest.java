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

	/** Every row of 分送专委会 speaks for a word of its own; what they weigh together, CommitteeRoutingTest tells. */
	@ParameterizedTest
	@CsvSource({ "提案办理,其他,committee-tian,2", "农业机械,农业农村,committee-jingke,2", "招商引资,经济发展,committee-jingke,1",
			"金融生态,经济发展,committee-jingke,2", "派出所,城乡建设,committee-chengxiang,2", "老旧小区,城乡建设,committee-chengxiang,2",
			"平安创建,社会治理,committee-shefa,2", "河道治理,社会治理,committee-shefa,1", "学校布局,民生事业,committee-jiaowei,2",
			"文物修缮,文化文史,committee-wenshi,2" })
	void committeesAreProposed(String text, String category, String committee, int weight) {
		assertThat(decisions.evaluateDecisionByKey("committee-routing").variables(Map.of("text", text, "leading", "committee-wenshi")).evaluate()
				.getResultList()).containsExactly(Map.of("category", category, "committee", committee, "weight", weight),
						Map.of("category", "其他", "committee", "committee-wenshi", "weight", 0));
	}

	@Test
	void whereNoOtherRowSpeaksWhoFormedItIsProposed() {
		assertThat(decide("committee-routing", Map.of("text", "其他事项", "leading", "committee-wenshi"))).containsEntry("category", "其他")
				.containsEntry("committee", "committee-wenshi").containsEntry("weight", 0);
	}

	@ParameterizedTest
	@CsvSource({ "research,经济发展,committee-jingke", "consultation,none,committee-tian", "inspection,其他,committee-wenshi", "none,none,none" })
	void aReplyTakesTwoMonths(String kind, String category, String committee) {
		assertThat(decide("reply-limit", Map.of("kind", kind, "category", category, "committee", committee))).containsEntry("number", 2)
				.containsEntry("unit", "months");
	}

	@ParameterizedTest
	@CsvSource({ "co-opinion,1", "redo,1", "extension,1", "promise,3" })
	void whatHangsOnAReplyTakesItsMonths(String limit, int number) {
		assertThat(decide("other-limits", Map.of("limit", limit))).containsEntry("number", number).containsEntry("unit", "months");
	}

	@ParameterizedTest
	@CsvSource({ "1,1,false,redo", "3,3,false,redo", "1,2,true,consult", "0,0,false,consult", "0,0,true,consult", "0,1,false,close",
			"0,2,true,close" })
	void satisfactionHasItsConsequence(int unsatisfied, int answered, boolean redone, String way) {
		assertThat(decide("satisfaction-consequence", Map.of("unsatisfied", unsatisfied, "answered", answered, "redone", redone)))
				.containsEntry("way", way);
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
					"reply|-10|-8|unit mail,responsible-leader list,three-offices mail", "reply|-11|-9|''", "reply|-13|-9|''",
					"reply|-14|-10|unit mail,responsible-leader mail,three-offices mail", "reply|-15|-11|''",
					"reply|-28|-20|unit mail,responsible-leader mail,three-offices mail",
					"reply|-30|-20|supervision-office mail,deputy-chair list", "reply|-56|-40|unit mail,responsible-leader mail,three-offices mail",
					"reply|-60|-40|unit mail,responsible-leader mail,three-offices mail,supervision-office mail,deputy-chair list",
					"reply|-63|-43|''",
					"reply|-90|-60|unit mail,responsible-leader mail,three-offices mail,supervision-office mail,deputy-chair list",
					"co-opinion|15|11|''", "co-opinion|6|6|''",
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
	@CsvSource({ "committee-routing,12", "reply-limit,1", "other-limits,4", "satisfaction-consequence,4", "supervision-level,4",
			"look-back-schedule,4", "reminder-schedule,15", "notices,61" })
	void noRowIsUntried(String table, int rows) {
		assertThat(Dmn.readModelFromFile(new File("processes/" + table + ".dmn")).getModelElementsByType(Rule.class)).hasSize(rows);
	}
}
