package org.bihuan.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.submission.Submission.Instruction;
import org.bihuan.terms.Category;
import org.bihuan.terms.Decisions.CommitteeRouting;
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
	 * @param unsorted those that nobody has sorted yet, each with its words
	 */
	record View(@JsonUnwrapped CaseView about, List<Option> unsorted, List<Option> committees) {
	}

	@Override
	protected View view(DelegateTask task) {
		List<Instruction> unsorted = submission.unsorted(outcomeId(task));
		return new View(caseView(task), unsorted.stream().map(one -> new Option(
				organisation.name(one.leader(), one.enteredAt()) + "（" + one.writtenOn() + "）：" + one.words(), String.valueOf(one.id()))).toList(),
				organisation.committees());
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		Outcomes.Outcome outcome = outcomes.get(outcomeId(task));
		return Map.of("sorting", submission.unsorted(outcome.id()).stream().map(one -> {
			Map<String, Object> row = new java.util.HashMap<>(propose(outcome, one.words()));
			row.put("instruction", String.valueOf(one.id()));
			return row;
		}).toList());
	}

	/** What the table proposes for an instruction; nothing when no row speaks for it. */
	private Map<String, Object> propose(Outcomes.Outcome outcome, String words) {
		DmnDecisionResult result = decisions.evaluateDecisionByKey(CommitteeRouting.KEY)
				.variables(Map.of(CommitteeRouting.TEXT, outcome.title() + words, CommitteeRouting.LEADING, outcome.committee())).evaluate();
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
