package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be searched is what stands in the tables, after every act. */
@Tag("database")
class SearchTextsTest extends CycleTest {

	@Autowired
	private SearchTexts texts;

	/** Other tests write into tables whose acts nobody heard of. */
	@BeforeEach
	void whatOthersWroteByHandIsTakenIn() {
		jdbc.sql("delete from search_text").update();
		texts.catchUp();
	}

	private List<String> kept(String kind) {
		return jdbc.sql("select text from search_text where outcome_id = ? and kind = ? order by id").params(outcomeId, kind).query(String.class)
				.list();
	}

	@Test
	void afterEveryStepOfTheCycleNothingIsMissingAndNothingIsTooMuch() {
		startUpTo("task_planResearch");
		for (int steps = 0; steps < 100 && runtime.createProcessInstanceQuery().count() > 0; steps++) {
			walkOneStep();
			assertThat(texts.differences()).as("after step %d, now open: %s", steps, openTasks()).isEmpty();
		}
		assertThat(kept("title")).containsExactly("基层派出所改造");
		assertThat(kept("report")).containsExactlyInAnyOrder("贴近基层治理", "派出所办公条件简陋，应当改造。");
		assertThat(kept("suggestion")).containsExactly("改造派出所");
		assertThat(kept("opinion")).contains("同意");
		assertThat(kept("instruction")).containsExactly("请区政府研究");
		assertThat(kept("requirement")).containsExactly("两个月内答复");
		assertThat(kept("reply")).containsExactlyInAnyOrder("已与委员面商", "已列入改造计划");
		assertThat(kept("implementation")).containsExactly("改造完工");
		assertThat(kept("look-back")).containsExactlyInAnyOrder("现场查看", "查看四个派出所", "现场查看", "查看四个派出所");
	}

	@Test
	void aReplyIsFoundWhenItIsIssuedAndNotBefore() {
		startUpTo("task_signReply");
		assertThat(kept("reply")).isEmpty();
		upTo("task_sealReply");
		assertThat(kept("reply")).as("signed, not yet issued").isEmpty();
		answer("task_sealReply");
		assertThat(kept("reply")).contains("已列入改造计划");
	}

	@Test
	void whatIsCorrectedIsFoundAsItIsNow() {
		startUpTo("task_signReceipt");
		amend("zhengxie1", Map.of("kind", "correct", "number", assignment().id(), "field", "assignment-requirement", "newValue", "一个月内先报进度"));
		assertThat(kept("requirement")).containsExactly("一个月内先报进度");
		assertThat(texts.differences()).isEmpty();
	}

	@Test
	void whatWasRefusedIsNotFound() {
		startUpTo("task_draftReport");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer("task_draftReport", Map.of("report", "不会留下的话", "suggestions", List.of())))).isNotBlank();
		assertThat(ledger()).isEqualTo(before);
		assertThat(kept("report")).containsExactly("贴近基层治理");
	}

	@Test
	void whatAFormerVersionWroteIsTakenInAtTheNextStart() {
		startUpTo("task_makeAssignments");
		List<Map<String, Object>> before = rows();
		jdbc.sql("delete from search_text").update();
		texts.catchUp();
		assertThat(rows()).isEqualTo(before).isNotEmpty();
	}

	private List<Map<String, Object>> rows() {
		return jdbc.sql("select source, kind, outcome_id, assignment_id, suggestion_id, text, folded from search_text order by source").query()
				.listOfRows();
	}
}
