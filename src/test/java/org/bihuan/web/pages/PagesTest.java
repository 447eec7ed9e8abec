package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bihuan.SampleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our pages on the sample year, each under its reader's rights. */
@Tag("long")
class PagesTest extends SampleTest {

	/** 基层派出所改造, of 公安局, and 乡村产业振兴, in which it has no part. */
	private static final String OF_THE_POLICE = "CG2022-4";
	private static final String OF_AGRICULTURE = "CG2022-1";

	private static final List<String> FOR_ALL_EYES = List.of("/statistics", "/sheet", "/statistics?unit=unit-gongan", "/sheet?month=2022-12");

	private static List<String> outcomesOn(String page) {
		return Pattern.compile("href=\"/outcomes/([^\"#]+)\"").matcher(page).results().map(found -> found.group(1)).distinct().sorted().toList();
	}

	private List<String> ids(String sql, Object... parameters) {
		return jdbc.sql(sql).params(List.of(parameters)).query(String.class).list().stream().sorted().toList();
	}

	@Test
	void thePublishedFiguresStandOnThePage() {
		String page = Http.pages(port, "zhengxie1").get("/statistics").body();
		List<String> figures = Pattern.compile("<span class=\"label\">([^<]+)</span>\\s*<span class=\"value\"><b>([^<]+)</b>").matcher(page)
				.results().limit(7)
				.map(found -> found.group(1) + " " + found.group(2)).toList();
		assertThat(figures).containsExactly("报送 33", "批示 24", "督查 2", "部门办理反馈 100%", "转化落实 24", "协调推进中 9", "已撤回 0");
	}

	@Test
	void eachFigureLeadsToTheRowsBehindIt() {
		Http office = Http.pages(port, "zhengxie1");
		String page = office.get("/statistics").body();
		List<String[]> cards = Pattern.compile(
				"class=\"figure card\" href=\"([^\"]+)\">\\s*<span class=\"label\">([^<]+)</span>\\s*<span class=\"value\"><b>([^<]+)</b> "
						+ "<span>([^<]*)</span>")
				.matcher(page).results()
				.map(found -> new String[] { found.group(1).replace("&amp;", "&"), found.group(2), found.group(3), found.group(4) }).toList();
		assertThat(cards).hasSize(26);
		for (String[] card : cards) {
			assertThat(office.get(card[0]).status()).as(card[1]).isEqualTo(200);
		}
		assertThat(cards).filteredOn(card -> card[3].equals("件")).isNotEmpty()
				.allSatisfy(card -> assertThat(office.get(card[0]).body()).as(card[1]).contains("共 " + card[2] + " 行"));
		List<String> addresses = Pattern.compile("<td><a href=\"(/ledger[^\"]+)\">\\d+</a>").matcher(page).results()
				.map(found -> found.group(1).replace("&amp;", "&"))
				.distinct().toList();
		assertThat(addresses).hasSizeGreaterThan(100);
		for (String address : addresses) {
			assertThat(office.get(address).body()).as(address).containsPattern("共 [1-9]\\d* 行");
		}
	}

	@Test
	void whoSeesEverythingSeesEveryOutcome() {
		List<String> all = ids("select id from outcome");
		for (String reader : List.of("zhengxie1", "zhuxi1", "fuzhuxi1", "mishu1", "shuji1", "quwei1", "zhengfu1", "dukao1", "chengxiang1",
				"admin")) {
			Http http = Http.pages(port, reader);
			assertThat(outcomesOn(http.get("/ledger").body())).as(reader).isEqualTo(all);
			assertThat(http.get("/outcomes/" + OF_AGRICULTURE).status()).as(reader).isEqualTo(200);
			for (String path : FOR_ALL_EYES) {
				assertThat(http.get(path).status()).as("%s opens %s", reader, path).isEqualTo(200);
			}
		}
	}

	@Test
	void aUnitSeesItsOwnAssignmentsAlone() {
		Http police = Http.pages(port, "gongan1");
		List<String> own = ids(
				"""
						select distinct outcome_id from assignment where lead_unit = 'unit-gongan' or id in (select assignment_id from
						assignment_unit where unit = 'unit-gongan')""");
		assertThat(own).contains(OF_THE_POLICE).doesNotContain(OF_AGRICULTURE).hasSizeLessThan(33);
		for (String path : List.of("/ledger", "/ledger?unit=", "/ledger?after=" + OF_AGRICULTURE + "-1&n=0", "/ledger?sort=DUE",
				"/ledger?figure=ASSIGNED")) {
			assertThat(outcomesOn(police.get(path).body())).as(path).isEqualTo(own);
		}
		assertThat(outcomesOn(police.get("/ledger?unit=unit-nongye").body())).as("others' rows asked for by name").isSubsetOf(own);
		assertThat(outcomesOn(police.get("/ledger?text=" + OF_AGRICULTURE).body())).as("others' rows asked for by number").isSubsetOf(own);
		assertThat(police.get("/outcomes/" + OF_THE_POLICE).status()).isEqualTo(200);
		forbidden(police, "/outcomes/" + OF_AGRICULTURE, 404);
		assertThat(police.get("/outcomes/" + OF_AGRICULTURE + "/diagram?instance=" + root(OF_AGRICULTURE)).status()).isEqualTo(404);
		FOR_ALL_EYES.forEach(path -> forbidden(police, path, 403));
	}

	@Test
	void aUnitIsShownNothingOfHowAnOutcomeCameAbout() {
		String page = Http.pages(port, "gongan1").get("/outcomes/" + OF_THE_POLICE).body();
		assertThat(page).contains("期限是怎么来的", "办理与答复 " + OF_THE_POLICE + "-1").doesNotContain("登记选题", "反馈意见", "主席会议", "<dt>参与委员</dt>", "全程", ">报送件<");
		Http police = Http.pages(port, "gongan1");
		assertThat(police.get("/outcomes/" + OF_THE_POLICE + "/diagram?instance=" + root(OF_THE_POLICE)).status())
				.as("the whole cycle, with the others' path").isEqualTo(404);
		List<String> own = Pattern.compile("data-instance=\"([^\"]+)\"").matcher(page).results().map(found -> found.group(1)).toList();
		assertThat(own).as("办理与答复, 落实与回头看, 回头看, 满意度").hasSize(4);
		own.forEach(instance -> assertThat(police.get("/outcomes/" + OF_THE_POLICE + "/diagram?instance=" + instance).status()).isEqualTo(200));
		// an instance of one's own under the name of another's outcome, and the other way round
		assertThat(police.get("/outcomes/" + OF_AGRICULTURE + "/diagram?instance=" + own.get(0)).status()).isEqualTo(404);
		assertThat(Http.pages(port, "zhengxie1").get("/outcomes/" + OF_AGRICULTURE + "/diagram?instance=" + own.get(0)).status()).isEqualTo(404);
	}

	@Test
	void aMemberSeesTheOutcomesInWhichHeTookPart() {
		Http member = Http.pages(port, "weiyuan1");
		List<String> own = ids("select outcome_id from outcome_member where member = ?", "weiyuan1");
		assertThat(own).isNotEmpty().hasSizeLessThan(33);
		assertThat(outcomesOn(member.get("/ledger").body())).isEqualTo(own);
		assertThat(member.get("/outcomes/" + own.get(0)).body()).contains("登记选题", "<dt>参与委员</dt>");
		String other = ids("select id from outcome").stream().filter(id -> !own.contains(id)).findFirst().orElseThrow();
		forbidden(member, "/outcomes/" + other, 404);
		assertThat(member.get("/outcomes/" + other + "/diagram?instance=" + root(other)).status()).isEqualTo(404);
		FOR_ALL_EYES.forEach(path -> forbidden(member, path, 403));
	}

	@Test
	void theAnalystSeesNoOutcome() {
		Http analyst = Http.pages(port, "fenxi1");
		assertThat(analyst.get("/ledger").body()).contains("共 0 行");
		assertThat(outcomesOn(analyst.get("/ledger").body())).isEmpty();
		forbidden(analyst, "/outcomes/" + OF_THE_POLICE, 404);
		FOR_ALL_EYES.forEach(path -> forbidden(analyst, path, 403));
	}

	@Test
	void withoutALoginThereIsNone() {
		for (String path : Stream.concat(FOR_ALL_EYES.stream(), Stream.of("/ledger", "/ledger/export.xlsx", "/outcomes/" + OF_THE_POLICE,
				"/outcomes/" + OF_THE_POLICE + "/diagram?instance=" + root(OF_THE_POLICE))).toList()) {
			Http.Answer answer = Http.anonymous(port).get(path);
			assertThat(answer.status()).as(path).isEqualTo(302);
			assertThat(answer.body()).as(path).isEmpty();
		}
	}

	@Test
	void anAddressThatAsksForNonsenseIsRefusedInChinese() {
		Http office = Http.pages(port, "zhengxie1");
		for (String path : List.of("/ledger?year=x", "/ledger?status=DONE", "/ledger?light=BLUE", "/ledger?figure=ALL", "/ledger?sort=title",
				"/statistics?year=zwei", "/statistics?year=1234567890", "/statistics?year=0",
				"/sheet?month=2022-13")) {
			Http.Answer answer = office.get(path);
			assertThat(answer.status()).as(path).isEqualTo(400);
			assertThat(answer.body()).as(path).contains("role=\"alert\"", "请");
		}
		assertThat(office.get("/ledger?after=CG1999-1").body()).as("a row that is gone").contains("共 33 行");
	}

	@Test
	void namesAreChineseForEveryReader() {
		for (String reader : List.of("zhengxie1", "gongan1", "weiyuan1")) {
			String page = Http.pages(port, reader).get("/ledger").body();
			assertThat(page.replaceAll("value=\"[^\"]*\"", "")).as(reader).doesNotContain("unit-", "committee-").contains("城乡委", "公安局");
		}
	}

	private String root(String outcomeId) {
		return jdbc.sql("select process_instance_id from outcome where id = ?").param(outcomeId).query(String.class).single();
	}

	private static void forbidden(Http reader, String path, int status) {
		Http.Answer answer = reader.get(path);
		assertThat(answer.status()).as(path).isEqualTo(status);
		assertThat(answer.body()).as(path).contains("不能查看", "role=\"alert\"").doesNotContain("基层派出所改造", "乡村产业振兴");
	}
}
