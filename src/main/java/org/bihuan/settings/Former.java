package org.bihuan.settings;

import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Settings that are no more, and where what they said stands now: whoever still writes one is told so, instead of that nobody knows it. */
final class Former {

	/** By name: the model and the tasks on which the number of working days stands now. */
	private static final Map<String, String> LIMITS = Map.of("opinion", "formation.bpmn 的“反馈意见”", "reading", "submission.bpmn 的“主要领导审阅”和“受理初审”",
			"instruction", "submission.bpmn 的“作出批示”", "assignment", "assignment.bpmn 的“分解交办”", "receipt", "handling.bpmn 的“签收交办件”",
			"conversion", "handling.bpmn 的“裁定转化”", "satisfaction", "satisfaction.bpmn 的“评价满意度”");

	private static final ConfigurationPropertyName OF_LIMITS = ConfigurationPropertyName.of("bihuan.limits");

	private static final ConfigurationPropertyName PROMISE = ConfigurationPropertyName.of("bihuan.promise.months");

	private Former() {
	}

	/** Null for a name that never was one. */
	static String sentence(ConfigurationPropertyName name) {
		if (PROMISE.equals(name)) {
			return "配置项 " + name + " 已经取消：承诺答复最晚到什么时候，现在写在决策表里。请删去这一项；要改，请在 other-limits.dmn“其他期限”的“承诺答复”一行修改，并用 bihuan.models 指定改过的文件夹。";
		}
		String place = OF_LIMITS.isParentOf(name) ? LIMITS.get(name.getLastElement(ConfigurationPropertyName.Form.UNIFORM)) : null;
		return place == null ? null
				: "配置项 " + name + " 已经取消：工作日数现在写在流程图里。请删去这一项；要改天数，请在 " + place + "任务的扩展属性 limit 中修改，并用 bihuan.models 指定改过的文件夹。";
	}
}
