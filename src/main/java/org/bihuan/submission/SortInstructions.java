package org.bihuan.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.submission.Submission.Instruction;
import org.bihuan.terms.Category;
import org.bihuan.terms.Decisions.CommitteeRouting;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 分送批示: 政协办 sorts the instructions by category and hands each to a 专委会; a decision table proposes, a person confirms. */
@Component("sortInstructions")
class SortInstructions extends SubmissionWork {

	private final DecisionService decisions;

	SortInstructions(@Lazy DecisionService decisions) {
		this.decisions = decisions;
	}

	/**
	 * What its form reads.
	 *
	 * @param instructions those that nobody has sorted yet
	 * @param words the same with what they say
	 */
	record View(@JsonUnwrapped CaseView about, List<Option> instructions, Markdown words, List<Option> committees) {
	}

	@Override
	protected View view(DelegateTask task) {
		List<Instruction> unsorted = submission.unsorted(outcomeId(task));
		return new View(caseView(task),
				unsorted.stream()
						.map(one -> new Option(organisation.name(one.leader(), one.enteredAt()) + " " + one.writtenOn(), String.valueOf(one.id())))
						.toList(),
				Markdown.paragraphs(unsorted.stream()
						.map(one -> Markdown.of("- **%s**（%s）：%s", organisation.name(one.leader(), one.enteredAt()), one.writtenOn(), one.words()))
						.toList()),
				organisation.committees());
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of("sorting", submission.unsorted(outcomeId(task)).stream().map(one -> {
			Map<String, Object> row = new java.util.HashMap<>(propose(outcomes.get(outcomeId(task)).title() + one.words()));
			row.put("instruction", String.valueOf(one.id()));
			return row;
		}).toList());
	}

	/** What the table proposes for a text; nothing when no row speaks for it. */
	private Map<String, Object> propose(String text) {
		DmnDecisionResult result = decisions.evaluateDecisionByKey(CommitteeRouting.KEY).variables(Map.of(CommitteeRouting.TEXT, text)).evaluate();
		return result.isEmpty() ? Map.of() : result.getFirstResult().getEntryMap();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Set<String> sorted = new HashSet<>();
		for (Answer row : answer.rows("sorting")) {
			Refusal.unless(sorted.add(row.text("instruction")), "同一条批示分送了两次，请检查。");
			submission.sort(Long.parseLong(row.text("instruction")), row.term("category", Category.class),
					organisation.staffed(row.text("committee")), actor);
		}
		Refusal.unless(!submission.hasUnsorted(outcomeId(task)), "还有批示没有分送，请逐条分送。");
		record(task, actor, Act.INSTRUCTIONS_SORTED, Map.of("sorting", answer.value("sorting")));
	}
}
