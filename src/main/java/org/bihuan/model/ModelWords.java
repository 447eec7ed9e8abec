package org.bihuan.model;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call that which stands at a place in a file of a set. */
final class ModelWords {

	private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)\\]");

	private static final Map<String, String> ATTRIBUTES = Map.ofEntries(Map.entry("element", "种类"), Map.entry("@name", "名称"),
			Map.entry("@formRef", "表单"), Map.entry("@formRefBinding", "表单的版本"), Map.entry("@candidateGroups", "办理的小组"),
			Map.entry("@candidateUsers", "可办理的人"), Map.entry("@assignee", "办理人"), Map.entry("@dueDate", "到期日"),
			Map.entry("@followUpDate", "提醒日"), Map.entry("@priority", "优先级"), Map.entry("@delegateExpression", "执行的组件"),
			Map.entry("@expression", "执行的表达式"), Map.entry("@sourceRef", "从"), Map.entry("@targetRef", "到"), Map.entry("@attachedToRef", "附在"),
			Map.entry("@cancelActivity", "是否中断"), Map.entry("@calledElement", "调用的流程"), Map.entry("@calledElementBinding", "调用的版本"),
			Map.entry("@default", "默认的连线"), Map.entry("@collection", "逐个办理的集合"), Map.entry("@elementVariable", "其中一个的变量"),
			Map.entry("@isSequential", "是否依次"), Map.entry("@decisionRef", "决策表"), Map.entry("@resultVariable", "结果变量"),
			Map.entry("@mapDecisionResult", "结果的取法"), Map.entry("@messageRef", "消息"), Map.entry("@asyncBefore", "先存后办"),
			Map.entry("@asyncAfter", "办后先存"), Map.entry("@versionTag", "版本标签"), Map.entry("@historyTimeToLive", "历史记录存活时间"),
			Map.entry("@isExecutable", "可执行"), Map.entry("@isStartableInTasklist", "可在任务列表发起"), Map.entry("@triggeredByEvent", "由事件触发"),
			Map.entry("conditionExpression", "条件"), Map.entry("documentation", "说明"), Map.entry("text", "文字"),
			Map.entry("completionCondition", "提前结束的条件"), Map.entry("loopCardinality", "次数"), Map.entry("table@hitPolicy", "命中规则"),
			Map.entry("form@id", "表单的 id"), Map.entry("form@type", "种类"), Map.entry("field@in", "所在的列表或分组"), Map.entry("field.label", "名称"),
			Map.entry("field.type", "种类"), Map.entry("field.text", "文字"), Map.entry("field.description", "说明"), Map.entry("field.values", "选项"),
			Map.entry("field.valuesKey", "选项来自"), Map.entry("field.valuesExpression", "选项来自"), Map.entry("field.defaultValue", "预先填好"),
			Map.entry("field.disabled", "只读"), Map.entry("field.readonly", "只读"), Map.entry("field.conditional.hide", "何时不显示"),
			Map.entry("field.validate.required", "必填"), Map.entry("field.validate.maxLength", "最多字数"), Map.entry("field.validate.minLength", "最少字数"),
			Map.entry("field.validate.min", "最小"), Map.entry("field.validate.max", "最大"), Map.entry("field.validate.pattern", "格式"));

	private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("true", "是"), Map.entry("false", "否"), Map.entry("userTask", "用户任务"),
			Map.entry("serviceTask", "服务任务"), Map.entry("businessRuleTask", "决策任务"), Map.entry("callActivity", "调用活动"),
			Map.entry("subProcess", "子流程"), Map.entry("sequenceFlow", "连线"), Map.entry("exclusiveGateway", "排他网关"),
			Map.entry("parallelGateway", "并行网关"), Map.entry("inclusiveGateway", "包容网关"), Map.entry("eventBasedGateway", "事件网关"),
			Map.entry("startEvent", "开始事件"), Map.entry("endEvent", "结束事件"), Map.entry("boundaryEvent", "边界事件"),
			Map.entry("intermediateCatchEvent", "等待事件"), Map.entry("intermediateThrowEvent", "抛出事件"), Map.entry("textAnnotation", "注释"),
			Map.entry("association", "注释的连线"), Map.entry("process", "流程"), Map.entry("lane", "泳道"), Map.entry("participant", "池"),
			Map.entry("message", "消息"), Map.entry("error", "错误"), Map.entry("signal", "信号"), Map.entry("textfield", "单行文字"),
			Map.entry("textarea", "多行文字"), Map.entry("number", "数字"), Map.entry("datetime", "日期"), Map.entry("date", "日期"),
			Map.entry("select", "下拉选择"), Map.entry("radio", "单选"), Map.entry("checkbox", "勾选"), Map.entry("checklist", "多选"),
			Map.entry("taglist", "多选标签"), Map.entry("dynamiclist", "列表"), Map.entry("group", "分组"), Map.entry("table", "表格"),
			Map.entry("html", "网页文字"), Map.entry("text", "文字"));
	/** Only here a word of the file's is one of those; elsewhere it may be anybody's. */
	private static final Pattern OF_KINDS = Pattern
			.compile("element|field\\.type|.*@(cancelActivity|isSequential|isExecutable|asyncBefore|asyncAfter|isStartableInTasklist)"
					+ "|field\\.(disabled|readonly|validate\\.required)");

	private ModelWords() {
	}

	/** @param value at a path; what nobody has a word for stays as the file has it */
	static String of(String path, String value) {
		return OF_KINDS.matcher(path).matches() ? VALUES.getOrDefault(value, value) : value;
	}

	/** @param path of {@link FileParts}; what nobody has a word for is called as the file calls it */
	static String of(String path) {
		if (ATTRIBUTES.containsKey(path)) {
			return ATTRIBUTES.get(path);
		}
		Matcher bracket = BRACKET.matcher(path);
		String which = bracket.find() ? bracket.group(1) : "";
		if (path.startsWith("cell[") || path.startsWith("table/column[")) {
			return (path.startsWith("cell[") ? "" : "列 ") + which;
		}
		if (path.contains("/property[")) {
			return "扩展属性 " + which;
		}
		if (path.contains("inputParameter[")) {
			return "输入 " + which;
		}
		if (path.contains("outputParameter[")) {
			return "输出 " + which;
		}
		if (path.contains("/in[") || path.contains("/in@") || path.contains("/in#")) {
			return "传入 " + which;
		}
		if (path.contains("/out[") || path.contains("/out@") || path.contains("/out#")) {
			return "传出 " + which;
		}
		if (path.contains("Listener")) {
			return (path.contains("taskListener") ? "任务监听器 " : "执行监听器 ") + which;
		}
		if (path.startsWith("flowNodeRef")) {
			return "泳道里的 " + which;
		}
		if (path.matches(".*/time(Duration|Date|Cycle).*")) {
			return "时刻";
		}
		String last = path.substring(path.lastIndexOf('/') + 1);
		String attribute = last.contains("@") ? last.substring(last.indexOf('@')) : last;
		return ATTRIBUTES.getOrDefault(attribute, ATTRIBUTES.getOrDefault(last, last));
	}
}
