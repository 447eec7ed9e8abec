package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasklist as a desk: what waits, whose it is, a form that is ready, several at once, and the same on a phone. */
@NeedsChromium
@Tag("browser")
@Tag("long")
class DeskTest extends CycleTest {

	private People people;

	@BeforeEach
	void open() throws IOException {
		people = new People();
	}

	@AfterEach
	void leave() {
		people.pictures("desk-at-the-end");
		people.close();
		jdbc.sql("delete from draft").update();
	}

	private TasklistPage at(String user) {
		return people.at(user, port);
	}

	/** Before, neither knew of the other, and the second's text was refused without a name. */
	@Test
	void twoAtTheSameTaskKnowOfEachOtherAndTheSecondHearsWhoWasFirst() {
		startUpTo("task_planResearch");
		at("chengxiang1").open("制定调研方案").head("城乡委的任务，还没有人认领。直接填写，提交即由您办理。").buttonInView().choose("参与委员", "李春生").typed("调研方案", "分两组")
				.kept("已保存");
		at("chengxiang2").open("制定调研方案").head("宋长江（09:00）也在填写这项任务").choose("参与委员", "张慧").typed("调研方案", "分三组");
		at("chengxiang1").submit();
		at("chengxiang2").head("这项任务已由宋长江（城乡委）于 2023-09-11 09:00办结。您写的没有提交");
		assertThat(at("chengxiang2").textIn("调研方案")).as("what the second had typed").isEqualTo("分三组");
		assertThat(openTasks()).containsExactly("task_recordResearch");
	}

	@Test
	void whatOneHasTakenStaysWhereItWasAndIsShutForColleagues() {
		startUpTo("task_planResearch");
		at("chengxiang1").counts("我的待办", 1).open("制定调研方案").take().counts("我的待办", 1).counts("本组待办", 1);
		at("chengxiang2").counts("我的待办", 0).empty("我的待办", "没有等您办理的任务。有了新任务，这里和通知里都会出现。");
		at("chengxiang1").choose("参与委员", "李春生").typed("调研方案", "分两组").submit();
	}

	@Test
	void severalAreAcknowledgedAtOnce() {
		startUpTo("task_acknowledgeReport");
		at("zhengxie1").counts("待知悉", 1).several("待知悉", "知悉", 1).counts("待知悉", 0).empty("待知悉", "没有待知悉的落实报告。");
		assertThat(jdbc.sql("select given_by from answer where outcome_id = ? and step_key = 'task_acknowledgeReport'").param(outcomeId)
				.query(String.class).list()).containsExactly("zhengxie1");
	}

	@Test
	void theCaseTheClockAndThePathTakenAreOneClickAway() {
		startUpTo("task_draftReply");
		at("gongan1").open("拟定答复").tab("成果", "改造派出所").tab("时钟", "2023-11-13").tab("流程图", "办理与答复");
	}

	/** Before: Create task, Start process without any, a remark that was refused, a way to a 403; a way out of a shared machine that did nothing. */
	@Test
	void nothingIsOfferedThatDoesNotWork() {
		startUpTo("task_draftReply");
		assertThat(at("gongan1").open("拟定答复").offered()).isEmpty();
		at("gongan1").leaveSharedMachine();
	}

	@Test
	void onAPhoneThereIsOneThingAtATime() {
		startUpTo("task_draftReply");
		at("gongan1").onPhone().showsOnly("tasks-list").back().showsOnly("task-filters").onPhoneOpen("本组待办", "拟定答复").showsOnly("task-details")
				.buttonInView().back().showsOnly("tasks-list");
	}
}
