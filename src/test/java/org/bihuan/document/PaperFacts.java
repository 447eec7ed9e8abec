package org.bihuan.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What papers are made of in tests: as little as a case has, and as much. */
final class PaperFacts {

	/** 116 characters. */
	static final String PARAGRAPH = "近年来，全区公安机关坚持和发展新时代“枫桥经验”，扎实推进基层派出所建设，但与群众期盼相比仍有差距。调研组先后走访全区十五个镇街，召开座谈会六场，"
			+ "个别走访民警、群众代表一百二十余人，掌握了第一手情况。";

	private static final List<String> SUGGESTIONS = List.of("加大基层派出所改造投入，将派出所办公用房、装备更新列入年度财政预算和政府投资项目计划，分三年完成全部老旧派出所的改造提升",
			"统筹使用闲置国有资产，将镇街闲置的办公用房调剂给派出所使用，降低改造成本", "建立装备更新长效机制，按照公安机关装备配备标准，逐年补齐执法记录仪、移动警务终端、处突装备等短板",
			"加强警力下沉，新增警力优先充实基层一线，落实辅警待遇保障");

	private PaperFacts() {
	}

	/** One suggestion, which is the third of its outcome; nobody but the lead unit; no 批示, no 面商. */
	static Map<String, Object> small() {
		Map<String, Object> facts = everywhere("基层派出所改造");
		facts.putAll(Map.of("建议", List.of(Map.of("序号", "3", "内容", "改造派出所")), "答复",
				List.of(Map.of("序号", "3", "建议", "改造派出所", "内容", "已列入改造计划。")), "批示", List.of(), "面商情况", List.of(), "协办单位", "无", "责任领导", "未指定",
				"成果内容", rows("派出所办公条件简陋，应当改造。"), "落实情况", rows("建议 3：改造完工。")));
		return facts;
	}

	/** A report of 2,300 characters with headings of its own, four suggestions, two 批示, long answers. */
	static Map<String, Object> large() {
		Map<String, Object> facts = everywhere("关于推进基层派出所标准化建设、提升基层社会治理能力的调研报告");
		facts.putAll(Map.of("建议", suggestions(Map.of()), "答复", answers(), "批示",
				List.of(Map.of("领导", "高永年", "日期", "2023年9月13日", "内容", "请区政府研究，抓好落实。"),
						Map.of("领导", "韩东升", "日期", "2023年9月14日", "内容", "所提建议很有针对性。\n请公安局牵头，逐条研究，年内启动。")),
				"面商情况", rows("2023年10月20日，与委员李春生、张慧面商，委员表示满意。"), "协办单位", "泰州市姜堰区财政局、泰州市姜堰区住房和城乡建设局", "责任领导", "韩东升", "办理要求",
				"请于两个月内书面答复。\n改造方案应明确时间表、路线图。", "成果内容", report(), "落实情况",
				IntStream.rangeClosed(1, 4).mapToObj(at -> Map.of("段", "建议 " + at + "：" + PARAGRAPH)).toList()));
		facts.putAll(Map.of("专委会核查", PARAGRAPH.repeat(4), "督考办核查", PARAGRAPH.repeat(4), "督办要求", "逐项制定整改方案。\n明确责任人和完成时限。", "督查要求",
				"逐项制定整改方案。\n明确责任人和完成时限。"));
		return facts;
	}

	static List<Map<String, String>> rows(String... paragraphs) {
		return Stream.of(paragraphs).map(one -> Map.of("段", one)).toList();
	}

	private static List<Map<String, String>> report() {
		return Stream.of(List.of("一、基本情况", PARAGRAPH, "（一）办公用房", PARAGRAPH, "二、存在问题"), Collections.nCopies(18, PARAGRAPH)).flatMap(List::stream)
				.map(one -> Map.of("段", one)).toList();
	}

	private static List<Map<String, String>> answers() {
		return suggestions(Map.of("内容", "已将派出所改造列入三年计划，改造四个派出所。\n下一步，" + PARAGRAPH.repeat(3)));
	}

	private static List<Map<String, String>> suggestions(Map<String, String> more) {
		return IntStream.range(0, SUGGESTIONS.size()).<Map<String, String>>mapToObj(at -> {
			Map<String, String> row = new HashMap<>(Map.of("序号", String.valueOf(at + 1), "内容", SUGGESTIONS.get(at), "建议", SUGGESTIONS.get(at)));
			row.putAll(more);
			return row;
		}).toList();
	}

	private static Map<String, Object> everywhere(String outcome) {
		Map<String, Object> facts = new HashMap<>(Map.of("地区", "泰州市姜堰区", "文号", "泰姜协成〔2023〕12号", "标题", "关于报送《" + outcome + "》的报告", "日期",
				"2023年9月11日", "机关", "泰州市姜堰区公安局", "主送", "中共泰州市姜堰区委员会", "抄送", "泰州市姜堰区人民政府", "成果名称", outcome, "成果编号", "CG2023-12", "报送文号",
				"泰姜协成〔2023〕12号"));
		facts.putAll(Map.of("报送日期", "2023年9月11日", "牵头专委会", "城乡委", "参与委员", "李春生、张慧", "送交领导", "高永年", "签发人", "周正阳", "联系人", "张三", "联系电话",
				"0523-12345", "结果分类", "A 已解决或基本解决", "案由", "派出所条件简陋", "提案者", "政协泰州市姜堰区委员会城乡委"));
		facts.putAll(Map.of("交办件", "CG2023-12-1", "交办文号", "泰姜办交〔2023〕31号", "交办日期", "2023年9月15日", "主办单位", "泰州市姜堰区公安局", "办理要求", "两个月内答复。",
				"签收日期", "2023年9月16日", "到期日期", "2023年11月16日", "答复文号", "泰姜复〔2023〕21号", "答复日期", "2023年11月10日", "落实日期", "2023年12月20日"));
		facts.putAll(Map.of("督办事由", "经回头看核查，落实不到位：专委会：两处尚未完工。", "督办要求", "逐项整改。", "督办级别", "督办单", "期限", "2024年1月20日前", "督查要求", "限期完成。",
				"督查事由", "经回头看核查，落实不到位：专委会：两处尚未完工。", "期号", "7", "录用情况", "报送市政协并录用", "审查意见", "立案。符合立案条件。", "说明对象", "城乡委"));
		facts.putAll(Map.of("发送范围", "三办", "专委会意见", "到位，同意销号", "专委会核查", "查看四个派出所。", "专委会签字人", "宋长江", "专委会日期", "2024年1月22日", "督考办意见", "到位，同意销号",
				"督考办核查", "查看四个派出所。", "督考办签字人", "郑守正", "督考办日期", "2024年1月23日"));
		facts.putAll(Map.of("情况", rows(PARAGRAPH), "分析", rows(PARAGRAPH), "对策", rows(PARAGRAPH), "不采纳理由", rows(PARAGRAPH), "政策依据", rows(PARAGRAPH)));
		return facts;
	}
}
