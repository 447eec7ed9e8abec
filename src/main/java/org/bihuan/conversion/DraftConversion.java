package org.bihuan.conversion;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.ReplyDecision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 撰写: the text of the 社情民意信息, 提案 or 参阅件, section by section as its form asks. What was returned is mended, not written anew. */
@Component("draftConversion")
class DraftConversion extends ConversionWork {

	private final int opinionReportLength;

	DraftConversion(ConversionRules rules) {
		this.opinionReportLength = rules.opinionReportLength();
	}

	/**
	 * What its form reads.
	 *
	 * @param returned what is to be mended; empty when it was not returned
	 */
	record View(@JsonUnwrapped CaseView about, Markdown returned) {
	}

	@Override
	protected View view(DelegateTask task) {
		String returned = conversions.current(assignment(task).id()).draftedBy() == null ? ""
				: trail.lastDetail(assignment(task).id(), Act.CONVERSION_RETURNED, "reason");
		return new View(caseView(task), returned.isEmpty() ? Markdown.NOTHING : Markdown.of("**退回修改**：%s", returned));
	}

	/** What was returned as it was drafted; a 参阅件 begins with why the unit does not adopt it, and on what that rests. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		var conversion = conversions.current(assignment(task).id());
		Map<String, Object> start = new HashMap<>(conversion.sections());
		if (conversion.draftedBy() == null) {
			replies.last(assignment(task).id()).filter(draft -> draft.decision() == ReplyDecision.REFERENCE).ifPresent(draft -> {
				start.put("reasons", draft.reply());
				start.put("policyBasis", draft.policyBasis());
			});
		}
		if (conversion.title() != null) {
			start.put("title", conversion.title());
		}
		return start;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var conversion = conversions.current(assignment(task).id());
		if (conversion.kind() == ConversionKind.OPINION_REPORT) {
			int length = Stream.of("situation", "analysis", "proposal").map(answer::text).mapToInt(text -> text.codePointCount(0, text.length()))
					.sum();
			Refusal.unless(length <= opinionReportLength,
					() -> "“情况”“分析”“建议”合计最多 " + opinionReportLength + " 字，现有 " + length + " 字，请精简后再提交。");
		}
		String proposer = conversion.kind() == ConversionKind.PROPOSAL ? conversions.committee(assignment(task).outcomeId()) : null;
		String content = answer.keys().stream().filter(SECTIONS::containsKey).filter(key -> answer.text(key) != null)
				.map(key -> SECTIONS.get(key) + "：" + answer.text(key)).collect(Collectors.joining("\n\n"));
		conversions.draft(conversion.id(), answer, content, proposer, actor);
		record(task, actor, Act.CONVERSION_DRAFTED, Map.of("title", answer.text("title"), "content", content));
	}
}
