package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.bihuan.EngineTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 常用视图: a person's own filters of the ledger, at most twenty, under names that are nothing but names. */
@Tag("database")
class LedgerViewsTest extends EngineTest {

	private static final String EVERYTHING = "/ledger?sort=NUMBER";

	private Http reader;

	@BeforeEach
	void login() {
		reader = Http.pages(port, "zhengxie1");
	}

	@AfterEach
	void noViewStays() {
		jdbc.sql("delete from ledger_view").update();
	}

	private String change(String path, Map<String, String> fields) {
		assertThat(reader.form("/ledger/views" + path, fields).status()).isEqualTo(302);
		return page(EVERYTHING);
	}

	private String page(String path) {
		Http.Answer answer = reader.get(path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static List<String> chips(String page) {
		return Pattern.compile("<a href=\"(/ledger[^\"]*)\"[^>]*><span class=\"kept\">([^<]*)</span>").matcher(page).results()
				.map(one -> one.group(2) + " " + one.group(1).replace("&amp;", "&")).toList();
	}

	@Test
	void aFilterIsKeptUnderANameAndLeadsBackToItself() {
		String page = change("",
				Map.of("name", " 红灯 ", "light", "RED", "unit", "unit-gongan", "sort", "DUE", "dir", "asc", "after", "CG2023-1", "n", "50"));
		assertThat(chips(page)).containsExactly("红灯 /ledger?unit=unit-gongan&light=RED&sort=DUE&dir=asc");
		assertThat(page("/ledger?unit=unit-gongan&light=RED&sort=DUE&dir=asc")).contains("class=\"here\"><span class=\"kept\">红灯</span>");
		assertThat(chips(change("", Map.of("name", "全部")))).contains("全部 " + EVERYTHING);
	}

	@Test
	void anotherPersonSeesNoneOfIt() {
		change("", Map.of("name", "红灯", "light", "RED"));
		Http other = Http.pages(port, "zhengxie2");
		assertThat(chips(other.get("/ledger").body())).isEmpty();
		assertThat(other.form("/ledger/views/remove", Map.of("view", "红灯")).status()).isEqualTo(302);
		assertThat(other.form("/ledger/views/rename", Map.of("view", "红灯", "name", "别人的")).status()).isEqualTo(302);
		assertThat(chips(page(EVERYTHING))).containsExactly("红灯 /ledger?light=RED");
	}

	@Test
	void theLedgerOpensWithTheOneThatIsChosen() {
		change("", Map.of("name", "红灯", "light", "RED"));
		change("", Map.of("name", "黄灯", "light", "YELLOW"));
		change("/open", Map.of("view", "红灯"));
		change("/open", Map.of("view", "黄灯"));
		assertThat(reader.get("/ledger").status()).isEqualTo(302);
		assertThat(page("/ledger?light=YELLOW")).contains("（首页）").contains("href=\"" + EVERYTHING + "\">清除");
		assertThat(Pattern.compile("（首页）").matcher(page(EVERYTHING)).results().count()).isEqualTo(1);
		change("/open", Map.of("view", ""));
		assertThat(reader.get("/ledger").status()).isEqualTo(200);
	}

	@Test
	void itIsRenamedAndRemoved() {
		change("", Map.of("name", "红灯", "light", "RED"));
		assertThat(chips(change("/rename", Map.of("view", "红灯", "name", "已红")))).containsExactly("已红 /ledger?light=RED");
		assertThat(chips(change("/remove", Map.of("view", "已红")))).isEmpty();
		assertThat(told("/remove", Map.of("view", "已红"))).contains("没有这个视图，可能刚在别的窗口改了名或删了。");
	}

	/** What the page says that comes after. */
	private String told(String path, Map<String, String> fields) {
		reader.form("/ledger/views" + path, fields);
		return page(EVERYTHING);
	}

	@Test
	void aNameIsANameAndNothingElse() {
		assertThat(change("", Map.of("name", "<b>红</b>\"'&"))).contains("&lt;b&gt;红&lt;/b&gt;&quot;&#39;&amp;")
				.doesNotContain("<b>红");
		for (String name : List.of("", "  ", "\u200B", "　", "——")) {
			assertThat(told("", Map.of("name", name))).as("<%s>", name).contains("请给视图起个名称，至少有一个字。视图没有保存。");
		}
		assertThat(told("", Map.of("name", "红\u200B灯"))).contains("名称里有看不见的字符");
		assertThat(told("", Map.of("name", "长".repeat(21)))).contains("名称最多 20 个字。视图没有保存。");
		assertThat(reader.form("/ledger/views", Map.of("name", "坏", "light", "PINK")).status()).isEqualTo(400);
		assertThat(chips(page(EVERYTHING))).hasSize(1);
	}

	@Test
	void nobodyHasTwoOfOneNameOrMoreThanTwenty() {
		for (int number = 1; number <= 20; number++) {
			change("", Map.of("name", "视图" + number, "year", "2022"));
		}
		assertThat(told("", Map.of("name", "多的"))).contains("最多存 20 个视图，请先删去不用的。视图没有保存。");
		change("/remove", Map.of("view", "视图7"));
		assertThat(told("", Map.of("name", "视图8"))).contains("已有叫“视图8”的视图，请换个名称。视图没有保存。");
		reader.form("/ledger/views/rename", Map.of("view", "视图9", "name", "视图8"));
		assertThat(page("/ledger?year=2022")).contains("已有叫“视图8”的视图，请换个名称。名称没有改。");
		assertThat(chips(change("", Map.of("name", "补上")))).hasSize(20).anyMatch(one -> one.startsWith("补上 "));
	}
}
