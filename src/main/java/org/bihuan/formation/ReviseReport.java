package org.bihuan.formation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.formation.Formation.Opinion;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Disposal;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 论证修改: the next version, with what became of each opinion; another round of opinions if wanted. */
@Component("reviseReport")
class ReviseReport extends FormationWork {

	/**
	 * What its form reads.
	 *
	 * @param opinions those of which nobody has said yet what became of them, each with what was said
	 * @param returned why the report came back last; empty when it did not
	 */
	record View(@JsonUnwrapped CaseView about, @JsonUnwrapped Askable askable, List<Option> opinions, boolean hasOpinions,
			String returned) {
	}

	@Override
	protected View view(DelegateTask task) {
		List<Opinion> undisposed = undisposed(formation.currentRound(outcomeId(task)));
		return new View(caseView(task), askable(),
				undisposed.stream()
						.map(one -> new Option(organisation.name(one.asked(), one.givenAt()) + "：" + one.text(), String.valueOf(one.id()))).toList(),
				!undisposed.isEmpty(),
				formation.returned(outcomeId(task)));
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		List<Opinion> open = undisposed(formation.currentRound(outcomeId(task)));
		Map<String, Object> start = new java.util.HashMap<>(Map.of("report", outcomes.get(outcomeId(task)).summary(), "suggestions",
				outcomes.suggestions(outcomeId(task)).stream().map(suggestion -> Map.of("text", suggestion.text())).toList()));
		if (!open.isEmpty()) {
			start.put("disposals", open.stream().map(one -> Map.of("opinion", String.valueOf(one.id()))).toList());
		}
		return start;
	}

	private static List<Opinion> undisposed(List<Opinion> opinions) {
		return opinions.stream().filter(one -> one.state() == Asking.GIVEN && one.disposal() == null).toList();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Refusal.unless(!answer.rows("suggestions").isEmpty(), "请至少保留一条建议：没有建议就无从交办。");
		Set<String> disposed = new HashSet<>();
		for (Answer row : answer.rows("disposals")) {
			Refusal.unless(disposed.add(row.text("opinion")), "同一条意见写了两次处理情况，请检查“意见采纳情况”。");
			formation.dispose(Long.parseLong(row.text("opinion")), row.term("disposal", Disposal.class), row.text("reason"));
		}
		for (Opinion open : undisposed(formation.currentRound(outcomeId(task)))) {
			throw Refusal.invalid("请写明“" + organisation.name(open.asked()) + "”的意见采纳情况。");
		}
		write(task, answer, actor);
		boolean again = "yes".equals(answer.text("again"));
		if (again) {
			List<String> asked = asked(answer);
			Refusal.unless(!asked.isEmpty(), "再征求一轮意见，请至少选择一个部门或一位委员。");
			formation.ask(outcomeId(task), asked);
		}
		task.getExecution().setVariable(Variables.ANOTHER_ROUND, again);
		record(task, actor, Act.REPORT_REVISED, Map.of("report", answer.text("report"), "suggestions", answer.value("suggestions"),
				"disposals", answer.rows("disposals").stream().map(row -> row.text("opinion") + ":" + row.text("disposal")).toList(), "again",
				again));
	}
}
