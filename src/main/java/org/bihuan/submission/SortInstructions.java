package org.bihuan.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.CommitteeRouting;
import org.bihuan.decision.CommitteeRouting.Proposal;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.submission.Submission.Instruction;
import org.bihuan.terms.Category;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 分送批示: 政协办 sorts the instructions by category and hands each to a 专委会; a decision table proposes, a person confirms. */
@Component("sortInstructions")
class SortInstructions extends SubmissionWork {

	private final CommitteeRouting routing;

	SortInstructions(CommitteeRouting routing) {
		this.routing = routing;
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
			Map<String, Object> row = propose(outcome, one.words());
			row.put("instruction", String.valueOf(one.id()));
			return row;
		}).toList());
	}

	/** What the table proposes for an instruction; of two categories that weigh the same neither. */
	private Map<String, Object> propose(Outcomes.Outcome outcome, String words) {
		Proposal proposed = routing.of(outcome.title() + words, outcome.committee(), organisation.committees().stream().map(Option::value).toList());
		Map<String, Object> row = new HashMap<>(Map.of("committee", proposed.committee()));
		proposed.category().ifPresent(category -> row.put("category", category));
		return row;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Set<String> sorted = new HashSet<>();
		for (Answer row : answer.rows("sorting")) {
			Refusal.unless(sorted.add(row.text("instruction")), "同一条批示分送了两次，请检查。");
			submission.sort(Long.parseLong(row.text("instruction")), Category.named(row.text("category")),
					organisation.staffed(row.text("committee")), actor);
		}
		Refusal.unless(!submission.hasUnsorted(outcomeId(task)), "还有批示没有分送，请逐条分送。");
		record(task, actor, Act.INSTRUCTIONS_SORTED, Map.of("sorting", answer.value("sorting")));
	}
}
