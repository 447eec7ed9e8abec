package org.bihuan.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.ledger.Documents;

/**
 * What may stand in the template of each kind, and what must: a template is checked against this at start, and {@link Facts}
 * is checked against it whenever a document is made. Tags are Chinese, since analysts write them in Word.
 */
enum DocumentKind {

	SUBMISSION(Documents.Kind.SUBMISSION, List.of("主送", "签发人", "?成果内容", "?建议"),
			List.of("送交领导", "签发人", "抄送", "附件标题", "联系人", "联系电话", "?报告", "?请示", "?有联系电话", "?成果内容.段")),
	ASSIGNMENT(Documents.Kind.ASSIGNMENT, List.of("主送", "?建议", "办理要求"),
			ofAssignment("附件标题", "?成果内容.段", "?有批示", "?有协办", "?有责任领导")),
	REPLY(Documents.Kind.REPLY, List.of("主送", "?答复", "?答复.内容"),
			ofAssignment("结果分类", "联系人", "联系电话", "面商题号", "?有面商", "?面商情况.段", "?答复.题号", "?答复.序号", "?答复.建议", "?答复.内容")),
	SUPERVISION(Documents.Kind.SUPERVISION, List.of("主送", "督办事由", "期限"), ofAssignment("督办事由", "督办要求", "督办级别", "期限")),
	INSPECTION(Documents.Kind.INSPECTION, List.of("主送", "督查事由", "督查要求", "期限"), ofAssignment("督查事由", "督查要求", "期限")),
	OPINION_REPORT(Documents.Kind.OPINION_REPORT, List.of("期号", "?情况", "?分析", "?对策"),
			ofAssignment("期号", "录用情况", "?情况.段", "?分析.段", "?对策.段")),
	PROPOSAL(Documents.Kind.PROPOSAL, List.of("案由", "提案者", "?对策"), ofAssignment("案由", "提案者", "审查意见", "?情况.段", "?对策.段")),
	REFERENCE(Documents.Kind.REFERENCE, List.of("期号", "说明对象", "?不采纳理由", "?政策依据", "发送范围", "签发人"),
			ofAssignment("期号", "说明对象", "发送范围", "签发人", "?不采纳理由.段", "?政策依据.段")),
	CLOSING(Documents.Kind.CLOSING, List.of("专委会意见", "专委会签字人", "督考办意见", "督考办签字人"),
			ofAssignment("专委会意见", "专委会核查", "专委会签字人", "专委会日期", "督考办意见", "督考办核查", "督考办签字人", "督考办日期", "建议摘要", "落实摘要", "专委会核查摘要",
					"督考办核查摘要", "?落实情况.段"));

	/** A block without tags of its own is printed where there is such a thing, and may hold every plain tag. */
	private static final List<String> EVERYWHERE = List.of("地区", "文号", "标题", "日期", "机关", "主送", "成果名称", "成果编号", "报送文号", "报送日期", "牵头专委会", "参与委员",
			"?有参与委员", "?建议.序号", "?建议.内容", "?批示.领导", "?批示.日期", "?批示.内容");

	private final Documents.Kind kind;
	private final List<String> required;
	private final List<String> own;

	DocumentKind(Documents.Kind kind, List<String> required, List<String> own) {
		this.kind = kind;
		this.required = required;
		this.own = own;
	}

	private static List<String> ofAssignment(String... own) {
		return Stream
				.concat(Stream.of("交办件", "交办文号", "交办日期", "主办单位", "协办单位", "办理要求", "责任领导", "签收日期", "答复期限", "到期日期", "答复文号", "答复日期", "落实日期"),
						Stream.of(own))
				.toList();
	}

	static DocumentKind of(Documents.Kind kind) {
		return Arrays.stream(values()).filter(one -> one.kind == kind).findFirst()
				.orElseThrow(() -> new IllegalStateException("no template says what a document of kind " + kind.code() + " is"));
	}

	String label() {
		return kind.label();
	}

	/** The template's file. */
	String file() {
		return kind.code() + ".docx";
	}

	/** Tags without which the document would not be what it is; a block begins with {@code ?}. */
	Set<String> required() {
		Set<String> all = new TreeSet<>(Set.of("文号", "标题", "日期", "机关"));
		all.addAll(required);
		return all;
	}

	private static boolean isFlag(String tag) {
		return tag.startsWith("?") && tag.indexOf('.') < 0;
	}

	/** Everything a template may say: blocks with the tags inside them; plain tags stand under the empty name. */
	Map<String, Set<String>> known() {
		List<String> all = Stream.concat(EVERYWHERE.stream(), own.stream()).toList();
		Map<String, Set<String>> known = new HashMap<>(all.stream().filter(tag -> !isFlag(tag)).collect(Collectors.groupingBy(
				tag -> tag.startsWith("?") ? tag.substring(1, tag.indexOf('.')) : "",
				Collectors.mapping(tag -> tag.substring(tag.indexOf('.') + 1), Collectors.toSet()))));
		all.stream().filter(DocumentKind::isFlag).forEach(flag -> known.put(flag.substring(1), known.get("")));
		return known;
	}
}
