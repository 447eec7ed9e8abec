package org.bihuan.formation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 起草初步成果: the report with its suggestions, and whose opinion is asked. */
@Component("draftReport")
class DraftReport extends FormationWork {

	/** What its form reads. */
	record View(@JsonUnwrapped CaseView about, @JsonUnwrapped Askable askable) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), askable());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Refusal.unless(!answer.rows("suggestions").isEmpty(), "请至少写一条建议：没有建议就无从交办。");
		List<String> asked = asked(answer);
		Refusal.unless(!asked.isEmpty(), "请至少选择一个部门或一位委员征求意见。");
		write(task, answer, actor);
		formation.ask(outcomeId(task), asked);
		record(task, actor, Act.REPORT_DRAFTED, Map.of("report", answer.text("report"), "suggestions", answer.value("suggestions"), "asked", asked));
	}
}
