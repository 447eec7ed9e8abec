package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.bihuan.CycleTest;
import org.bihuan.Statements;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 首页: what waits, with the very numbers of the lists behind; what was done last; what may be begun; and for who looks at it all, the cockpit. */
@Tag("database")
class HomePageTest extends CycleTest {

	/** Of these, three for each list: whose rights there are, who is in which groups, and how much is in it. One is for the session. */
	private static final int MOST = 38;

	private static final Duration AN_HOUR = Duration.ofHours(1);

	private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*)\">更早的通知");
	private static final Pattern TILE = Pattern
			.compile("<a class=\"tile card[^\"]*\"[^>]*href=\"([^\"]*)\"[^>]*><b>(\\d+)</b> <span>([^<]*)</span>");

	/** What other tests left open would fill the cockpit: their cases are over. */
	@BeforeEach
	void nothingElseIsOpen() {
		jdbc.sql("update assignment set state = 'VERIFIED', replied_on = coalesce(replied_on, date '2020-01-01'), closed_on = date '2020-01-01'")
				.update();
	}

	private String home(String user) {
		return Http.pages(port, user).get("/").body();
	}

	/** Each tile's number and address, by what it counts. */
	private record Tile(long count, String address) {
	}

	private static Map<String, Tile> tiles(String page) {
		Map<String, Tile> tiles = new LinkedHashMap<>();
		TILE.matcher(page).results().forEach(one -> tiles.put(one.group(3), new Tile(Long.parseLong(one.group(2)), one.group(1))));
		return tiles;
	}

	/** As Tasklist asks for it, or all the pages of it. */
	private static long behind(Http reader, Tile tile) {
		return tile.address().startsWith("/notices") ? noticesOn(reader, tile.address())
				: reader.get("/camunda/api/engine/engine/default/filter/" + tile.address().replaceFirst(".*filter=", "") + "/count").json()
						.path("count")
						.asLong();
	}

	private static long noticesOn(Http reader, String address) {
		String page = reader.get(address).body();
		return page.split("<td class=\"nowrap\">", -1).length / 2
				+ OLDER.matcher(page).results().mapToLong(link -> noticesOn(reader, link.group(1).replace("&amp;", "&"))).sum();
	}

	@ParameterizedTest
	@CsvSource({ "task_signReceipt,gongan1,待签收", "task_draftReply,gongan1,我的待办", "task_signReply,gongan2,待审签",
			"task_acknowledgeReport,zhengxie1,待知悉",
			"task_lookBackByCommittee,chengxiang1,回头看", "task_lookBackByCommittee,dukao1,回头看", "task_rateSatisfaction,weiyuan1,待评价" })
	void eachNumberIsThatOfTheListBehindIt(String upTo, String user, String list) {
		startUpTo(upTo);
		Http reader = Http.pages(port, user);
		Map<String, Tile> tiles = tiles(reader.get("/").body());
		assertThat(tiles).containsKeys(list, "我的待办", "本组待办", "三天内到期", "已逾期", "新通知");
		assertThat(tiles.get(list).count()).isPositive();
		assertThat(tiles).allSatisfy((label, tile) -> assertThat(tile.count()).as(label).isEqualTo(behind(reader, tile)));
	}

	@Test
	void whatIsPastItsDayIsRedAndWhatIsNearIsYellow() {
		startUpTo("task_signReply");
		Instant due = task("task_signReply").getDueDate().toInstant();
		clockTo(Date.from(due.minus(AN_HOUR)));
		assertThat(home("gongan2")).contains("<a class=\"tile card yellow\"").doesNotContain("<a class=\"tile card red\"");
		clockTo(Date.from(due.plus(AN_HOUR)));
		assertThat(home("gongan2")).contains("<a class=\"tile card red\"").doesNotContain("<a class=\"tile card yellow\"");
	}

	@Test
	void theNearestTaskIsOneClickAwayAndSoIsItsCase() {
		startUpTo("task_draftReply");
		assertThat(home("gongan1")).contains("#/?task=" + task("task_draftReply").getId() + "\"", "href=\"/outcomes/" + outcomeId + "\"", "拟定答复");
		assertThat(home("caizheng1")).doesNotContain("#/?task=", outcomeId);
	}

	@Test
	void whatSomebodyDidLastIsToldToHimAlone() {
		startUpTo("task_draftReply");
		answer("task_draftReply");
		assertThat(home("gongan1")).contains("<b>签收</b>", "<b>拟定答复</b>", "/outcomes/" + outcomeId + "#" + outcomeId + "-1");
		assertThat(home("caizheng1")).doesNotContain(outcomeId);
	}

	@Test
	void whoIsNewHasDoneNothingYet() {
		User user = identity.newUser("gangdaoren");
		user.setFirstName("新人");
		user.setLastName("");
		user.setPassword("gangdaoren");
		identity.saveUser(user);
		identity.createMembership("gangdaoren", "unit-caizheng");
		assertThat(home("gangdaoren")).contains("您还没有办过什么");
	}

	/** Who has left the unit did it nevertheless; the case is not his to see any more. */
	@Test
	void whatSomebodyDidOfACaseThatHeSeesNoMoreHasNoWayToIt() {
		startUpTo("task_draftReply");
		answer("task_draftReply");
		identity.deleteMembership("gongan1", "unit-gongan");
		String page = home("gongan1");
		identity.createMembership("gongan1", "unit-gongan");
		assertThat(page).contains("<b>签收</b>", outcomeId + "-1").doesNotContain("/outcomes/" + outcomeId, "基层派出所改造");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "chengxiang1|协商成果闭环", "quwei1|更正、撤回、改派、补交办", "quwei1|补录批示", "zhengxie1|更正、撤回、改派、补交办" })
	void whoMayBeginSomethingIsOfferedIt(String user, String process) {
		assertThat(home(user)).contains("processStart=").containsPattern("class=\"button quiet\" href=\"[^\"]*\">" + process + "<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gongan1", "weiyuan1", "zhuxi1", "dukao1", "fenxi1" })
	void whoMayBeginNothingIsOfferedNothing(String user) {
		assertThat(home(user)).doesNotContain("processStart=", "可以发起");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zhuxi1", "fuzhuxi1", "mishu1", "shuji1", "quwei1", "zhengfu1", "zhengxie1", "dukao1" })
	void whoLooksAtTheWholeDistrictSeesTheCockpitWithTheFiguresOfTheStatistics(String user) {
		Http reader = Http.pages(port, user);
		Pattern figure = Pattern.compile("<span class=\"label\">([^<]*)</span>\\s*<span class=\"value\"><b>([^<]*)</b>");
		List<String> cockpit = figure.matcher(reader.get("/").body()).results().map(one -> one.group(1) + one.group(2)).toList();
		List<String> statistics = figure.matcher(reader.get("/statistics").body()).results().limit(6).map(one -> one.group(1) + one.group(2))
				.toList();
		assertThat(cockpit).hasSize(6).isEqualTo(statistics);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gongan1", "weiyuan1", "chengxiang1", "fenxi1", "admin" })
	void nobodyElseDoes(String user) {
		assertThat(home(user)).doesNotContain("领导驾驶舱").contains("先");
	}

	@Test
	void whatIsRedStandsUnderWhoOwesItAsTheLedgerCountsIt() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		Http chair = Http.pages(port, "zhuxi1");
		String page = chair.get("/").body();
		assertThat(chair.get("/ledger?light=RED").body()).contains("共 " + between(page, "亮红灯 <b>", "</b>") + " 行");
		assertThat(between(page, "<h4><span>公安局</span>", "</ul>")).contains("href=\"/outcomes/" + outcomeId + "#" + outcomeId + "-1\"", "已逾期");
	}

	@Test
	void aPromiseThatFallsDueStandsThere() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		answer("task_handleOverdue", Map.of("promisedOn", "2023-11-30"));
		assertThat(between(home("shuji1"), "<div class=\"card promises\">", "</div>")).contains("/outcomes/" + outcomeId + "#" + outcomeId + "-1",
				"2023-11-30", "公安局");
	}

	private static String between(String page, String from, String to) {
		int start = page.indexOf(from) + from.length();
		return page.substring(start, page.indexOf(to, start));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gongan1", "chengxiang1", "quwei1", "weiyuan1", "admin" })
	void itTakesTheSameStatementsHoweverMuchThereIs(String user) {
		startUpTo("task_draftReply");
		Http reader = Http.pages(port, user);
		reader.get("/");
		assertThat(Statements.during(() -> assertThat(reader.get("/").status()).isEqualTo(200))).hasSizeLessThanOrEqualTo(MOST);
	}

	@Test
	void aMemberRatesOnTheFirstScreenAsByTheForm() {
		startUpTo("task_rateSatisfaction");
		Http member = Http.pages(port, "weiyuan1");
		assertThat(member.get("/").body()).contains("对办理过程", "对办理结果", "提交评价");
		assertThat(rating(member, Map.of("process", "satisfied", "result", "fair", "remark", "left out")).status()).isEqualTo(302);
		assertThat(
				jdbc.sql("select process, result, coalesce(remark, '') as remark, given_by from satisfaction where assignment_id = ? and party = ?")
						.params(outcomeId + "-1", "weiyuan1").query().singleRow().values())
				.containsExactly("satisfied", "fair", "", "weiyuan1");
		assertThat(member.get("/").body()).doesNotContain("提交评价");
	}

	@Test
	void aRatingThatIsNotWholeOrNotHisIsRefusedInASentenceAndNothingIsKept() {
		startUpTo("task_rateSatisfaction");
		Http member = Http.pages(port, "weiyuan1");
		assertThat(rating(member, Map.of("process", "satisfied")).body()).contains("role=\"alert\"", "对办理结果", "提交评价");
		assertThat(rating(Http.pages(port, "weiyuan8"), Map.of("process", "satisfied", "result", "satisfied")).body()).contains("不由您评价");
		assertThat(rating(Http.pages(port, "gongan1"), Map.of("process", "satisfied", "result", "satisfied")).body()).contains("不由您评价");
		assertThat(jdbc.sql("select count(*) from satisfaction where assignment_id = ? and state = 'given'").param(outcomeId + "-1")
				.query(Integer.class).single()).isZero();
	}

	private Http.Answer rating(Http who, Map<String, String> chosen) {
		String its = Http.pages(port, "weiyuan1").get("/").body();
		Map<String, String> sent = new LinkedHashMap<>(chosen);
		sent.put("task", between(its, "name=\"task\" value=\"", "\""));
		return who.form("/desk/rating", sent);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/outcomes/OUTCOME|/ledger?unit=unit-gongan&light=GREEN|/ledger?unit=unit-gongan&amp;light=GREEN|台账",
			"/outcomes/OUTCOME|/notices|/notices|通知", "/outcomes/OUTCOME|/login?to=x|/ledger|台账",
			"/ledger?figure=SUBMITTED|/statistics?year=2023|/statistics?year=2023|统计",
			"/ledger|/outcomes/OUTCOME|/|首页", "/ledger?light=RED|/ledger|/|首页", "/notices|/|/|首页" })
	void theWayBackKeepsWhatWasAskedForThere(String page, String from, String back, String label) {
		startUpTo("task_draftReply");
		Http reader = Http.pages(port, "zhengxie1").with("Referer", "http://127.0.0.1:" + port + from.replace("OUTCOME", outcomeId));
		assertThat(reader.get(page.replace("OUTCOME", outcomeId)).body()).contains("<a href=\"" + back + "\">‹ 返回" + label + "</a>");
	}

	@Test
	void theWayBackLeadsToNoOtherSite() {
		Http reader = Http.pages(port, "zhengxie1").with("Referer", "https://elsewhere.example/ledger?text=bait");
		assertThat(reader.get("/notices").body()).contains("<a href=\"/\">‹ 返回首页</a>").doesNotContain("bait");
	}

	@Test
	void whoIsNotLoggedInIsAskedToAndComesThereAfterwards() {
		Http nobody = Http.anonymous(port);
		assertThat(nobody.get("/").status()).isEqualTo(302);
		assertThat(nobody.get("/login").body()).contains("name=\"to\" value=\"/\"");
	}
}
