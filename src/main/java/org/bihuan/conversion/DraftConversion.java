package org.bihuan.conversion;

import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.engine.Answer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 撰写: the text of the 社情民意信息, 提案 or 参阅件, section by section as its form asks. */
@Component("draftConversion")
class DraftConversion extends ConversionWork {

	private static final Map<String, String> SECTIONS = Map.of("situation", "情况", "analysis", "分析", "proposal", "建议", "cause", "案由", "reasons",
			"不采纳理由", "policyBasis", "政策依据", "addressee", "说明对象", "distribution", "发送范围");

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var conversion = conversions.current(assignment(task).id());
		String content = answer.keys().stream().filter(SECTIONS::containsKey).sorted()
				.map(key -> "**" + SECTIONS.get(key) + "**：" + answer.text(key)).collect(Collectors.joining("\n\n"));
		String proposer = "proposal".equals(conversion.kind()) ? conversions.committee(assignment(task).outcomeId()) : null;
		conversions.draft(conversion.id(), answer.text("title"), content, proposer, actor);
		record(task, actor, "conversion-drafted", Map.of("title", answer.text("title"), "content", content));
	}
}
