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
		return browser("chengxiang1");
	}

	private TasklistPage browser(String user) {
		return new TasklistPage(chromium.browser(), "http://127.0.0.1:" + port, user, PICTURES);
	}

	/** The draft went with the task that the timer ended, and the new one began empty. */
	@Test
	void whatATimerTookBackStandsInTheNextTaskOfTheStep() {
		startUpTo("task_draftReply");
		first = browser("gongan1").open("拟定答复").typed("面商记录", LONG).radio("办理意见", "采纳并答复").typed("答复", "四个派出所列入今年改造计划。");
		first.kept("已保存").typed("面商记录", "甲").kept("未保存").kept("已保存");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		upTo("task_draftReply");
		second = browser("gongan1").open("拟定答复").carried("已带入您 09-11 09:00 在被收回的任务里写的文字").kept("已保存");
		assertThat(second.textIn("面商记录")).isEqualTo(LONG + "甲");
		assertThat(second.textIn("答复")).isEqualTo("四个派出所列入今年改造计划。");
		second.picture("carried");
		second.reload();
		assertThat(second.textIn("面商记录")).as("it is this task's own now").isEqualTo(LONG + "甲");
	}

	/** What another browser has, and what went aside, was shown in codes: weiyuan1, group-visit. */
	@Test
	void whatWasChosenIsShownInWords() {
		startUpTo("task_planResearch");
		first = browser().open("制定调研方案").choose("参与委员", "李春生").choose("参与委员", "张慧").kept("已保存");
		second = browser().openOwn("制定调研方案").typed("调研方案", "分两组").kept("未保存").kept("已保存");
		first.typed("调研方案", "分三组").differs("另一处有更新的文字").other("参与委员：李春生、张慧\n调研方案：分两组").choose("改用另一处的").kept("已保存");
		answer("task_planResearch");
		first.close();
		second.close();

		upTo("task_recordResearch");
		first = browser().open("记录调研").choose("方式", "个别走访").typed("了解到的情况", "甲").kept("已保存");
		second = browser().openOwn("记录调研").typed("了解到的情况", "乙").kept("未保存").kept("已保存");
		first.typed("了解到的情况", "丙").differs("另一处有更新的文字").other("调研记录：个别走访　甲乙");
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
		first.kept("已保存").choose("征求意见的委员", "李春生").submitAfterLogin("已经提交，由您办结。请刷新页面。");

		assertThat(jdbc.sql("select report from report_draft where outcome_id = ?").param(outcomeId).query(String.class).single())
				.isEqualTo(LONG + "甲乙丙戊");
		assertThat(jdbc.sql("select count(*) from draft where about = ?").param(outcomeId).query(Integer.class).single()).isZero();
	}
}
