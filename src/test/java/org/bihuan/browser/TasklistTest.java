package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job as the office does it: every form filled in by hand in Tasklist, by the right person, from 选题 to 核查销号. */
class TasklistTest extends CycleTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final Map<String, TasklistPage> PEOPLE = new HashMap<>();
	private static Chromium chromium;


	@BeforeAll
	static void launch() throws IOException {
		chromium = Chromium.launch();
		Files.createDirectories(PICTURES);
	}

	/** Where everybody was when the test ended: the first thing to look at when it failed. */
	@AfterEach
	void lookAround() {
		PEOPLE.forEach((user, page) -> page.picture("at-the-end-" + user));
	}

	@AfterAll
	static void close() {
		PEOPLE.values().forEach(TasklistPage::close);
		PEOPLE.clear();
		if (chromium != null) {
			chromium.close();
		}
	}

	private TasklistPage at(String user) {
		return PEOPLE.computeIfAbsent(user, one -> new TasklistPage(chromium.browser(), "http://127.0.0.1:" + port, one, PICTURES));
	}

	@Test
	void anOutcomeIsCarriedByHandFromTopicToVerifiedClosing() {
		clockTo(LocalDateTime.of(2023, 9, 11, 9, 0));
		at("chengxiang1").start("协商成果闭环").radio("是否涉及国家秘密或工作秘密", "否").text("选题名称", "基层派出所改造").choose("成果类型", "调研报告")
				.text("选题背景与依据", "基层派出所办公条件简陋，群众办事不便，贴近基层社会治理。").begin();
		outcomeId = runtime.createProcessInstanceQuery().processDefinitionKey("consultation-outcome").singleResult().getBusinessKey();
		at("chengxiang1").open("制定调研方案").sees("基层派出所改造").choose("参与委员", "李春生").choose("参与委员", "张慧").text("调研方案", "分两组走访各镇街派出所，召开三次座谈会。").submit();
		at("chengxiang1").open("记录调研").sees("分两组走访").choose("方式", "集中调研").date("日期", "2023-09-01").text("地点与对象", "各镇街派出所")
				.text("了解到的情况", "经费不足，办公条件简陋，装备落后。").submit();
		at("chengxiang1").open("起草初步成果").text("初步成果", "基层派出所经费不足，办公条件简陋，装备落后，应尽快改造。").text("建议内容", "分三年改造基层派出所办公用房")
				.choose("征求意见的部门", "财政局").choose("征求意见的委员", "李春生").submit();
		at("caizheng1").open("反馈意见").sees("分三年改造").text("意见", "建议分年度安排资金。").submit();
		at("weiyuan1").open("反馈意见").text("意见", "无意见").submit();
		at("chengxiang1").open("论证修改").sees("建议分年度安排资金").each("采纳情况", "采纳").eachText("说明", "已吸收")
				.radio("是否再征求一轮意见", "不再征求，进入把关").submit();
		at("chengxiang1").open("专委会主任把关").sees("基层派出所").radio("意见", "同意").submit();
		at("zhengxie1").open("政协办把关").radio("意见", "同意").submit();
		at("fuzhuxi1").open("分管副主席把关").radio("意见", "同意").submit();
		at("mishu1").open("主席会议审议").date("会议日期", "2023-09-10").radio("会议结论", "通过").submit();
		at("zhuxi1").open("主要领导审阅").radio("意见", "同意").submit();
		at("zhengxie1").open("报送").choose("送交的区党政领导", "高永年").submit();
		at("quwei1").open("受理初审").radio("意见", "同意").submit();
		at("quwei1").open("批示").attach("批示扫描件.pdf", Scans.pdf()).sees("高永年").radio("批示形式", "有批示内容").date("批示日期", "2023-09-11").text("批示内容", "请区政府认真研究，尽快改造。").submit();
		at("zhengxie1").open("分送批示").sees("请区政府认真研究").submit();
		at("zhengfu1").open("分解交办").radio("是否交办", "交办").choose("建议", "建议 1").choose("主办单位", "公安局").choose("协办单位", "财政局")
				.text("办理要求", "两个月内书面答复，年内开工。").choose("责任领导", "韩东升").submit();
		at("zhengxie1").open("确认跟踪专委会").sees("城乡委").submit();
		runDueJobs();
		at("gongan1").open("签收").sees("两个月内书面答复").radio("签收", "签收，开始办理").submit();
		at("caizheng1").open("提出协办意见").sees("2023-11-13").text("协办意见", "资金已列入年度计划。").submit();
		at("gongan1").open("拟定答复").sees("资金已列入年度计划").text("面商记录", "9月20日与李春生委员当面沟通，委员表示满意。").radio("办理意见", "采纳并答复")
				.text("答复", "四个派出所列入今年改造计划。").radio("结果分类", "A 已解决或基本解决").text("联系人", "王警官").text("联系电话", "0523-88000000").submit();
		TasklistPage signing = at("gongan2").open("审签");
		assertThat(signing.attachInVain("答复函.pdf", Scans.png())).contains("与文件名的后缀不符", "没有保存");
		signing.attach("答复函.pdf", Scans.pdf()).sees("四个派出所").radio("意见", "同意").submit();
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

		assertThat(openTasks()).isEmpty();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo("implemented");
	}

	private void lookBack(String user, String task) {
		at(user).open(task).attach("现场照片.png", Scans.png()).sees("改造完工").text("看到了什么", "现场查看，办公用房已启用。").text("现场核查记录", "查看四个派出所，走访群众。").radio("是否到位", "到位")
				.radio("对办理过程", "满意").radio("对办理结果", "满意").submit();
	}
}
