package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 搜索: what was written is found by who may read it, and nobody learns by it what he may not see. */
@Tag("database")
class SearchPageTest extends CycleTest {

	private final Map<String, Http> sessions = new LinkedHashMap<>();

	private Http.Answer search(String reader, String words, String more) {
		return sessions.computeIfAbsent(reader, one -> Http.pages(port, one))
				.get("/search?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
	}

	private String found(String reader, String words) {
		Http.Answer answer = search(reader, words, "");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static List<String> cases(String page) {
		return Pattern.compile("class=\"hit-title\"><a href=\"/outcomes/([^\"]+)\"").matcher(page).results().map(one -> one.group(1)).toList();
	}

	/** Registers a topic with words of its own and walks until this task is open. */
	private void startWith(String title, String key) {
		clockTo(MONDAY);
		outcomeId = start("chengxiang1", "consultation-outcome", with(topic(), "title", title)).getBusinessKey();
		upTo(key);
	}

	@Test
	void aWordInsideWordsIsFoundWhereverItWasWrittenInTheCase() {
		startWith("渔光互补示范", "task_draftReport");
		answer("task_draftReport", Map.of("report", "塘口租金居高不下，养殖户ＧＤＰ占比低。"));
		upTo("task_enterInstruction");
		answer("task_enterInstruction", Map.of("words", "请农业农村局先行先试"));
		assertThat(cases(found("zhengxie1", "光互"))).containsExactly(outcomeId);
		assertThat(cases(found("zhengxie1", "光互 先行先试"))).as("both, in different texts").containsExactly(outcomeId);
		assertThat(cases(found("zhengxie1", "光互 先试先行"))).as("one of them nowhere").isEmpty();
		assertThat(search("zhengxie1", "光互 先行", "&kind=instruction").body()).as("both in the texts that are asked for").contains("没有找到");
		assertThat(cases(search("zhengxie1", "先行", "&kind=instruction").body())).contains(outcomeId);
		assertThat(search("zhengxie1", "光互", "&year=2023").body()).contains(outcomeId);
		assertThat(search("zhengxie1", "光互", "&year=2022").body()).contains("没有找到");
		assertThat(found("zhengxie1", "先行先试")).contains("<mark>先行先试</mark>", ">批示</span>", "/outcomes/" + outcomeId + "#instructions",
				"共 1 件成果");
	}

	@Test
	void theUnitFindsItsOwnAndLearnsNothingOfTheRest() {
		startWith("蟹田共生试点", "task_draftReport");
		answer("task_draftReport", Map.of("report", "内部底数暂不外传",
				"suggestions", List.of(Map.of("text", "扩建蟹田仓储"), Map.of("text", "补贴蟹苗冷链"))));
		upTo("task_giveOpinion");
		answer("task_giveOpinion", Map.of("opinion", "担心蟹价回落"));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("report", "内部底数暂不外传，修改稿",
				"suggestions", List.of(Map.of("text", "扩建蟹田仓储"), Map.of("text", "补贴蟹苗冷链"))));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "蟹田办件甲"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-caizheng", "requirement", "蟹田办件乙"))));
		upTo("task_signReceipt");
		for (String word : List.of("蟹田共生", "扩建蟹田", "蟹田办件甲", "请区政府研究 共生试点")) {
			assertThat(cases(found("gongan1", word))).as(word).containsExactly(outcomeId);
		}
		for (String word : List.of("内部底数", "担心蟹价", "补贴蟹苗", "蟹田办件乙", "蟹田共生 蟹苗冷链")) {
			assertThat(found("gongan1", word)).as(word).contains("共 0 件成果", "没有找到").doesNotContain(outcomeId);
			assertThat(cases(found("zhengxie1", word))).as(word).containsExactly(outcomeId);
		}
		assertThat(found("gongan1", "蟹田")).as("of its own alone").contains("办件甲", "仓储").doesNotContain("办件乙", "冷链", "底数");
		assertThat(cases(found("caizheng1", "蟹苗冷链"))).containsExactly(outcomeId);
		assertThat(cases(found("nongye1", "蟹田"))).as("another unit").isEmpty();
		assertThat(cases(found("weiyuan1", "担心蟹价"))).as("took part").containsExactly(outcomeId);
		assertThat(cases(found("weiyuan3", "蟹田"))).as("took no part").isEmpty();
		assertThat(cases(found("fenxi1", "蟹田"))).isEmpty();
		amend("quwei1", Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "农业农村局"));
		runDueJobs();
		assertThat(cases(found("gongan1", "蟹田"))).as("given to another unit").isEmpty();
		assertThat(cases(found("nongye1", "蟹田办件甲"))).containsExactly(outcomeId);
	}

	@Test
	void whatWasWrittenIsShownAndNeverIsMarkup() {
		startWith("<script>alert(1)</script>&乌桕\"", "task_planResearch");
		assertThat(found("zhengxie1", "乌桕")).contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;<mark>乌桕</mark>").doesNotContain("<script>alert");
		assertThat(found("zhengxie1", "<SCRIPT>")).contains("<mark>&lt;script&gt;</mark>", "value=\"&lt;SCRIPT&gt;\"");
	}

	@Test
	void signsOfTheDatabaseAreSignsLikeOthers() {
		startWith("占比12%_ab'c\\d鸬鹚", "task_planResearch");
		assertThat(cases(found("zhengxie1", "2％＿ＡＢ'C\\D鸬"))).containsExactly(outcomeId);
		for (String words : List.of("1%鸬鹚", "占比12__ab", "鸬_", "%鸬鹚%", "鸬鹚' or '1'='1", "占比12%;--鸬", "\"鸬鹚\"")) {
			assertThat(cases(found("zhengxie1", words))).as(words).isEmpty();
		}
		assertThat(cases(found("zhengxie1", "鸬\u200B鹚\u0000"))).containsExactly(outcomeId);
	}

	@Test
	void whatCannotBeLookedForIsToldWithWhatToDo() {
		for (String words : List.of("", "　", "\u0000", "长".repeat(500), "一 二 三 四 五 六")) {
			Http.Answer answer = search("zhengxie1", words, "");
			assertThat(answer.status()).as(words).isEqualTo(400);
			assertThat(answer.body()).contains("role=\"alert\"").containsPattern("请写要找的词|要找的字太多|最多 5 个词");
		}
		for (String wrong : List.of("&kind=x", "&year=x", "&year=99999999999")) {
			assertThat(search("zhengxie1", "改造", wrong).status()).as(wrong).isEqualTo(400);
		}
		assertThat(Http.pages(port, "zhengxie1").get("/search").status()).isEqualTo(200);
		assertThat(Http.anonymous(port).get("/search?words=x").status()).isEqualTo(302);
	}

	@Test
	void theNewestAreFirstPageByPage() {
		clockTo(MONDAY);
		for (int number = 1; number <= 21; number++) {
			clockTo(MONDAY.plusMinutes(number));
			start("chengxiang1", "consultation-outcome", with(topic(), "title", "里下河湿地第" + number + "处"));
		}
		String first = found("zhengxie1", "里下河 湿地");
		assertThat(first).contains("共 21 件成果", "<mark>里下河湿地</mark>第21处").doesNotContain("</mark>第1处");
		assertThat(cases(first)).hasSize(20);
		String next = first.replaceAll("(?s).*<a class=\"button\" href=\"([^\"]*)\">下一页.*", "$1").replace("&amp;", "&");
		Http.Answer second = sessions.get("zhengxie1").get(next);
		assertThat(cases(second.body())).hasSize(1).doesNotContainAnyElementsOf(cases(first));
		assertThat(second.body()).contains("</mark>第1处", "回到开头").doesNotContain("下一页");
		assertThat(cases(search("zhengxie1", "里下河", "&after=CG1999-1").body())).as("an unknown case begins anew").isEqualTo(cases(first));
	}

	@Test
	void theBoxStandsInTheHeadOfEveryPage() {
		assertThat(Http.pages(port, "gongan1").get("/header").body()).contains("action=\"/search\"", "name=\"words\"");
	}
}
