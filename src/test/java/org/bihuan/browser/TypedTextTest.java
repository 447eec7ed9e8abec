package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.document.Attachments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is typed in Tasklist is not lost, whatever happens before it is handed in. Before, a look at another tab of the task emptied the form, a
 * reload and a lost session did, and a refusal lay in English over the buttons.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class TypedTextTest extends CycleTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final String LONG = "全区基层派出所的办公条件、装备和经费保障情况，调研组逐个走访、逐项核对。".repeat(62);
	private static final String REPORT = "初步成果";

	private static Chromium chromium;
	private TasklistPage first;
	private TasklistPage second;

	@BeforeAll
	static void launch() throws IOException {
		chromium = Chromium.launch();
		Files.createDirectories(PICTURES);
	}

	@AfterEach
	void leave() {
		first.picture("typed-text-at-the-end");
		first.close();
		second.close();
		jdbc.sql("delete from draft").update();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	private TasklistPage browser() {
		return new TasklistPage(chromium.browser(), "http://127.0.0.1:" + port, "chengxiang1", PICTURES);
	}

	/** On the former version the task was done, the upload turned down afterwards, and nothing said so. */
	@Test
	void aFileThatIsStillOnItsWayIsNotLeftBehind() {
		startUpTo("task_draftReport");
		second = browser();
		first = browser().open("起草初步成果").typed(REPORT, LONG).typed("建议内容", "分三年改造").choose("征求意见的委员", "李春生");
		first.upload("走访照片.png", Scans.png()).refused("没有提交：附件还在上传，请等上传完再提交。");
		first.arrives("走访照片.png").submit();
		assertThat(attachments.ofOutcome(outcomeId)).extracting(Attachments.Attachment::name).containsExactly("走访照片.png");
	}

	/** The library begins the rows of a list in its own time: they were taken for others, and what was typed went aside. */
	@Test
	void whatStandsInTheRowsOfAListIsKnownAgain() {
		startUpTo("task_recordResearch");
		second = browser();
		first = browser().open("记录调研").typed("了解到的情况", LONG).kept("已保存").otherTab();
		assertThat(first.textIn("了解到的情况")).isEqualTo(LONG);
		first.typed("了解到的情况", "甲").kept("未保存").kept("已保存").reload();
		assertThat(first.textIn("了解到的情况")).isEqualTo(LONG + "甲");
	}

	/** Every few seconds the lists ask the server; refused, Tasklist puts its login in the place of the form, at whatever letter its writer is. */
	@Test
	void whatIsTypedWhenTheLoginComesOverTheFormIsThereAfterIt() {
		startUpTo("task_draftReport");
		second = browser();
		first = browser().open("起草初步成果").typed(REPORT, LONG).kept("已保存");
		first.loseSessionWhileTyping(REPORT, "甲").logInAgain("chengxiang1");
		assertThat(first.textIn(REPORT)).isEqualTo(LONG + "甲");
		first.kept("已保存");
	}

	@Test
	void noCharacterIsLostBeforeItIsHandedIn() {
		startUpTo("task_draftReport");
		assertThat(LONG.length()).isGreaterThan(2_200);
		second = browser();
		first = browser().open("起草初步成果");
		first.missing("还没有填：初步成果、建议第 1 行的建议内容");
		first.typed(REPORT, LONG).kept("已保存");
		first.typed(REPORT, "甲").otherTab();
		assertThat(first.textIn(REPORT)).as("after a look at another tab").isEqualTo(LONG + "甲");
		first.typed(REPORT, "乙").reload();
		assertThat(first.textIn(REPORT)).as("after a reload in the middle of a word").isEqualTo(LONG + "甲乙");
		first.kept("已保存").typed("建议内容", "分三年改造基层派出所办公用房").kept("未保存").kept("已保存");

		second.openOwn("起草初步成果");
		assertThat(second.textIn(REPORT)).as("in another browser").isEqualTo(LONG + "甲乙");
		assertThat(second.textIn("建议内容")).isEqualTo("分三年改造基层派出所办公用房");
		second.kept("已保存").typed(REPORT, "丙").kept("未保存").kept("已保存");
		first.typed(REPORT, "丁").differs("另一处有更新的文字").choose("改用另一处的");
		assertThat(first.textIn(REPORT)).as("as its writer chose").isEqualTo(LONG + "甲乙丙");

		first.refused("请至少选择一个部门或一位委员征求意见。");
		assertThat(first.textIn(REPORT)).as("after a refusal").isEqualTo(LONG + "甲乙丙");
		first.kept("已保存").loseSession().typed(REPORT, "戊").kept("未保存：登录已经失效");
		first.logInAgain("chengxiang1");
		assertThat(first.textIn(REPORT)).as("after a lost session").isEqualTo(LONG + "甲乙丙戊");
		first.kept("已保存").choose("征求意见的委员", "李春生").submit();

		assertThat(jdbc.sql("select report from report_draft where outcome_id = ?").param(outcomeId).query(String.class).single())
				.isEqualTo(LONG + "甲乙丙戊");
		assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single()).isZero();
	}
}
