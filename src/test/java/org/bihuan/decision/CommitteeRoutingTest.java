package org.bihuan.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.DecisionTables;
import org.bihuan.decision.CommitteeRouting.Proposal;
import org.bihuan.engine.acting.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a text is, on the table alone. */
class CommitteeRoutingTest {

	private static final List<String> COMMITTEES = List.of("committee-tian", "committee-jingke", "committee-chengxiang", "committee-shefa",
			"committee-jiaowei", "committee-wenshi", "committee-huanzi");

	private static CommitteeRouting routing(String text) {
		return new CommitteeRouting(DecisionTables.tables(Map.of("committee-routing", text)));
	}

	private final CommitteeRouting shipped = routing(DecisionTables.text("committee-routing"));

	@ParameterizedTest
	@CsvSource({ "农业农村现代化,农业农村,committee-jingke", "产业链招商,经济发展,committee-jingke", "优化金融生态,经济发展,committee-jingke",
			"基层派出所改造,城乡建设,committee-chengxiang", "社会治理,社会治理,committee-shefa", "教育均衡发展,民生事业,committee-jiaowei",
			"文化遗产保护,文化文史,committee-wenshi", "乡村产业振兴与农业品牌,农业农村,committee-jingke",
			// what the text is about weighs more than a word that stands in it
			"农产品文化产业,文化文史,committee-wenshi", "文化产业中的农产品,文化文史,committee-wenshi", "城市社会治理,社会治理,committee-shefa" })
	void whatWeighsMostIsProposed(String text, String category, String committee) {
		assertThat(shipped.of(text, "committee-tian", COMMITTEES)).isEqualTo(new Proposal(Optional.of(category), committee));
	}

	@ParameterizedTest
	@CsvSource({ "其他事项", "学校与城市", "''" })
	void whereNothingOrTwoWeighTheSameWhoFormedItIsProposed(String text) {
		assertThat(shipped.of(text, "committee-shefa", COMMITTEES)).isEqualTo(new Proposal(Optional.of("其他"), "committee-shefa"));
	}

	@Test
	void theOrderOfTheRowsDecidesNothing() {
		String first = DecisionTables.withRule("committee-routing", List.of("contains(?, &quot;水&quot;)", ""),
				List.of("\"生态环境\"", "\"committee-huanzi\"", "3"));
		String last = DecisionTables.text("committee-routing").replace("</decisionTable>", first.substring(first.indexOf("<rule id=\"rule_added\""),
				first.indexOf("</rule>") + "</rule>".length()) + "</decisionTable>");
		assertThat(List.of(first, last)).allSatisfy(table -> assertThat(routing(table).of("农村水环境", "committee-tian", COMMITTEES))
				.isEqualTo(new Proposal(Optional.of("生态环境"), "committee-huanzi")));
	}

	@Test
	void ofTwoCategoriesOfOneCommitteeThatWeighTheSameNeitherIsProposed() {
		assertThat(shipped.of("农业与金融", "committee-tian", COMMITTEES)).isEqualTo(new Proposal(Optional.empty(), "committee-jingke"));
	}

	@Test
	void aCommitteeThatIsNoneIsNoProposal() {
		assertThat(shipped.of("教育均衡发展", "committee-tian", List.of("committee-tian", "committee-wenshi")))
				.isEqualTo(new Proposal(Optional.of("其他"), "committee-tian"));
	}

	/** A table from before rows were weighed, which took the first row that speaks and knew the categories by codes. */
	@Test
	void aFormerTableIsStillUnderstood() {
		String former = DecisionTables.text("committee-routing").replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"")
				.replaceAll("<output id=\"output_weight\"[^>]*/>", "").replaceAll("<outputEntry id=\"weight_\\d+\">.*?</outputEntry>", "")
				.replace("\"农业农村\"", "\"agriculture\"");
		assertThat(routing(former).of("农业农村现代化", "committee-tian", COMMITTEES))
				.isEqualTo(new Proposal(Optional.of("农业农村"), "committee-jingke"));
	}

	@Test
	void aWeightThatIsNoneIsRefusedWithTheTablesName() {
		String heavy = DecisionTables.text("committee-routing").replace("<text>0</text>", "<text>\"much\"</text>");
		assertThatThrownBy(() -> routing(heavy).of("其他事项", "committee-tian", COMMITTEES)).isInstanceOf(Refusal.class)
				.hasMessageContaining("“分送专委会”（committee-routing.dmn）");
	}
}
