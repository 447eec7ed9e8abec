package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.ledger.Outcomes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job as the office does it: every form filled in by hand in Tasklist, by the right person, from 选题 to 核查销号. */
@NeedsChromium
@Tag("browser")
class TasklistTest extends CycleTest {

	private static People people;

	@BeforeAll
	static void launch() throws IOException {
		people = new People();
	}

	@AfterEach
	void lookAround() {
		people.pictures("at-the-end");
	}

	@AfterAll
	static void close() {
		people.close();
	}

	private TasklistPage at(String user) {
		return people.at(user, port);
	}

	@Test
	void anOutcomeIsCarriedByHandFromTopicToVerifiedClosing() {
		clockTo(LocalDateTime.of(2023, 9, 11, 9, 0));
		at("chengxiang1").start("协商成果闭环").radio("是否涉及国家秘密或工作秘密", "否").text("选题名称", "基层派出所改造").choose("成果类型", "调研报告")
				.text("选题背景与依据", "基层派出所办公条件简陋，群众办事不便，贴近基层社会治理。").begin();
		outcomeId = runtime.createProcessInstanceQuery().processDefinitionKey("consultation-outcome").singleResult().getBusinessKey();
		assertThat(jdbc.sql("select form_key from sent_form where business_key = ?").param(outcomeId).query(String.class).single())
				.as("the key with which the form was shown came back").startsWith("2023-09-11T01:00:00Z~");
		at("chengxiang1").open("制定调研方案").sees("基层派出所改造").choose("参与委员", "李春生").choose("参与委员", "张慧").text("调研方案", "分两组走访各镇街派出所，召开三次座谈会。").submit();
		at("chengxiang1").open("记录调研").sees("分两组走访").choose("方式", "集中调研").date("日期", "2023-09-01").text("地点与对象", "各镇街派出所")
				.text("了解到的情况", "经费不足，办公条件简陋，装备落后。").submit();
		at("chengxiang1").open("起草初步成果").text("初步成果", "基层派出所经费不足，办公条件简陋，装备落后，应尽快改造。").text("建议内容", "分三年改造基层派出所办公用房")
				.choose("征求意见的部门", "财政局").choose("征求意见的委员", "李春生").submit();
		at("caizheng1").open("反馈意见").sees("分三年改造").text("意见", "建议分年度安排资金。").submit();
		at("weiyuan1").open("反馈意见").text("意见", "无意见").submit();
		at("chengxiang1").open("论证修改").sees("建议分年度安排资金").each("采纳情况", "部分采纳").eachText("说明", "已吸收")
				.radio("是否再征求一轮意见", "不再征求，进入把关").submit();
		at("chengxiang2").open("专委会主任把关").sees("基层派出所").radio("意见", "同意").submit();
		at("zhengxie1").open("政协办把关").radio("意见", "同意").submit();
		at("fuzhuxi1").open("分管副主席把关").radio("意见", "同意").submit();
		at("mishu1").open("主席会议审议").date("会议日期", "2023-09-10").radio("会议结论", "通过").submit();
		at("zhuxi1").open("主要领导审阅").radio("意见", "同意").submit();
		at("zhengxie1").open("报送成果").choose("送交的区党政领导", "高永年").submit();
		at("quwei1").open("受理初审").radio("意见", "同意").submit();
		at("quwei1").open("作出批示").attach("批示扫描件.pdf", Scans.pdf()).sees("高永年").radio("批示形式", "有批示内容").date("批示日期", "2023-09-11")
				.text("批示内容", "请区政府认真研究，尽快改造。").submit();
		at("zhengxie1").open("分送批示").sees("请区政府认真研究").submit();
		at("zhengfu1").open("分解交办").radio("是否交办", "交办").radio("建议", "建议 1：分三年改造基层派出所办公用房").choose("主办单位", "公安局").choose("协办单位", "财政局")
				.text("办理要求", "两个月内书面答复，年内开工。").choose("责任领导", "韩东升").submit();
		at("zhengxie1").open("确认跟踪专委会").sees("城乡委").submit();
		runDueJobs();
		at("gongan1").open("签收交办件").sees("两个月内书面答复").radio("签收", "签收，开始办理").submit();
		at("caizheng1").open("提出协办意见").sees("2023-11-13").text("协办意见", "资金已列入年度计划。").submit();
		at("gongan1").lit("拟定答复", "green", "答复距到期还有 63 天").open("拟定答复").sees("期限是怎么来的").sees("资金已列入年度计划").text("面商记录", "9月20日与李春生委员当面沟通，委员表示满意。")
				.radio("办理意见", "采纳并答复")
				.text("答复", "四个派出所列入今年改造计划。").radio("结果分类", "A 已解决或基本解决").text("联系人", "王警官").text("联系电话", "0523-88000000").submit();
		at("gongan2").open("审签答复").sees("四个派出所").sees("答复函送审稿").radio("意见", "同意").submit();
		TasklistPage sealing = at("gongan1").open("给答复用印").sees("已审签定稿");
		assertThat(sealing.attachInVain("答复函.pdf", Scans.png())).contains("与文件名的后缀不符", "没有保存");
		sealing.attach("误传.png", Scans.png()).withdraw("误传.png", "传错了件");
		sealing.attach("答复函.pdf", Scans.pdf()).radio("用印情况", "已用印，附签章扫描件").submit();
		clockTo(LocalDateTime.of(2023, 10, 9, 9, 0));
		at("gongan1").open("落实并报告").radio("进度", "已完成").date("完成日期", "2023-10-08").text("做了什么", "四个派出所改造完工并投入使用。").submit();
		for (String office : new String[] { "quwei1", "zhengfu1", "zhengxie1" }) {
			at(office).open("知悉落实报告").sees("改造完工").submit();
		}
		clockTo(LocalDateTime.of(2023, 11, 8, 9, 0));
		runDueJobs();
		lookBack("chengxiang1", "专委会回头看");
		lookBack("dukao1", "督考办回头看");
		runDueJobs();
		rate("chengxiang1", "满意");
		rate("weiyuan1", "满意");
		rate("weiyuan2", "基本满意");
		runDueJobs();
		assertThat(openTasks()).isEmpty();
		assertThat(assignment().state()).hasToString("VERIFIED");
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
		assertThat(people.english()).as("English on the screens of the cycle").isEmpty();
	}

	@Tag("long")
	@Test
	void whoStaysDissatisfiedIsHeardByHand() {
		startUpTo("task_reportImplementation");
		clockTo(LocalDateTime.of(2023, 10, 9, 9, 0));
		upTo("task_rateSatisfaction");
		rate("chengxiang1", "满意");
		rate("weiyuan1", "不满意");
		rate("weiyuan2", "基本满意");
		clockTo(LocalDateTime.of(2023, 12, 1, 9, 0));
		at("gongan1").open("重新办理并答复").sees("最迟于 2023-12-08").sees("群众反映")
				.text("面商记录", "11月28日与李春生委员当面沟通。").date("重新办理完成日期", "2023-11-30").text("重新办理情况", "增设自助服务区，延长办事时间。")
				.radio("结果分类", "A 已解决或基本解决").text("联系人", "王警官").text("联系电话", "0523-88000000").submit();
		at("gongan2").open("审签再次答复").sees("增设自助服务区").radio("意见", "同意").submit();
		at("gongan1").open("给再次答复用印").attach("再次答复函.pdf", Scans.pdf()).radio("用印情况", "已用印，附签章扫描件").submit();
		clockTo(LocalDateTime.of(2024, 1, 2, 9, 0));
		runDueJobs();
		lookBack("chengxiang1", "专委会回头看");
		lookBack("dukao1", "督考办回头看");
		runDueJobs();
		rate("chengxiang1", "满意");
		rate("weiyuan1", "不满意");
		rate("weiyuan2", "满意");
		at("chengxiang1").open("当面商议").sees("重新办理后仍有 1 方不满意").date("面商日期", "2024-01-02").text("参加人员", "城乡委宋长江、公安局负责人与李春生委员")
				.text("面商结果", "委员了解到经费安排后表示理解。").submit();
		at("zhengfu1").open("处置不满意").sees("表示理解").radio("处置", "予以核查销号").text("理由", "条件所限，已尽力办理，委员表示理解。").submit();
		runDueJobs();

		assertThat(openTasks()).isEmpty();
		assertThat(assignment().state()).hasToString("VERIFIED");
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
	}

	private void rate(String user, String result) {
		at(user).open("评价满意度").sees("未评价和不表态都不算满意").radio("对办理过程", "满意").radio("对办理结果", result).text("意见", "群众反映办事仍不方便。").submit();
	}

	@Tag("long")
	@Test
	void theOfficesAmendByHand() {
		startUpTo("task_draftReply");
		String assignment = outcomeId + "-1";
		at("zhengxie1").start("更正、撤回、改派、补交办").radio("办理事项", "更正").text("编号", outcomeId).choose("更正哪一栏", "批示：内容").text("批示领导", "高永年")
				.text("更正为", "请区政府认真研究").text("理由", "抄录有误").begin();
		assertThat(jdbc.sql("select words from instruction where outcome_id = ?").param(outcomeId).query(String.class).single())
				.isEqualTo("请区政府认真研究");
		at("zhengfu1").start("更正、撤回、改派、补交办").radio("办理事项", "改派").text("编号", assignment).text("改派给", "财政局").text("理由", "属财政职责").begin();
		at("caizheng1").open("签收交办件").radio("签收", "签收，开始办理").submit();
		at("caizheng1").open("拟定答复").text("面商记录", "已与委员面商").radio("办理意见", "采纳并答复").text("答复", "列入明年计划").radio("结果分类", "B 列入计划或部分解决")
				.date("计划完成日期", "2024-06-28").text("联系人", "张三").text("联系电话", "0523-12345").submit();
		at("caizheng2").open("审签答复").sees("计划于 2024-06-28 完成").radio("意见", "同意").submit();
		at("caizheng1").open("给答复用印").attach("答复函.png", Scans.png()).radio("用印情况", "已用印，附签章扫描件").submit();
		assertThat(assignment().nextLookBackOn()).hasToString("2024-06-28");
		clockTo(LocalDateTime.of(2024, 6, 28, 9, 0));
		runDueJobs();
		at("chengxiang1").open("专委会跟踪").sees("计划于 2024-06-28 完成").text("看到了什么", "工程过半。").text("现场核查记录", "查看工地。").radio("进展", "正常推进").submit();
		at("dukao1").open("督考办跟踪").text("看到了什么", "工程过半，较承诺迟缓。").text("现场核查记录", "查看工地。").radio("进展", "进展迟缓").submit();
		runDueJobs();
		at("dukao1").open("加强督办").sees("提醒").date("新的期限", "2024-08-30").text("督办要求", "倒排工期").radio("是否开展专项督查", "否").submit();
		assertThat(assignment().lookBackLimitOn()).hasToString("2024-08-30");
		at("quwei1").start("更正、撤回、改派、补交办").radio("办理事项", "撤回").text("编号", assignment).radio("撤回原因", "重复").text("余下建议的处理", "另有文件安排")
				.text("理由", "与另一件重复")
				.begin();
		assertThat(assignment().state()).hasToString("WITHDRAWN");
		runDueJobs();
		assertThat(openTasks()).isEmpty();
	}

	private void lookBack(String user, String task) {
		at(user).open(task).attach("现场照片.png", Scans.png()).sees("落实报告").text("看到了什么", "现场查看，办公用房已启用。").text("现场核查记录", "查看四个派出所，走访群众。")
				.radio("是否到位", "到位").submit();
	}
}
