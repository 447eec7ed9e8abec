package org.bihuan.formation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.calendar.DayPolicy;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.ResearchKind;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 记录调研: 集中调研, 个别走访, 座谈会, each with its findings. */
@Component("recordResearch")
class RecordResearch extends FormationWork {

	private final Clock clock;

	RecordResearch(Clock clock) {
		this.clock = clock;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Refusal.unless(!answer.rows("records").isEmpty(), "请至少记录一次调研。");
		for (Answer row : answer.rows("records")) {
			Refusal.when(DayPolicy.been(row.date("heldOn"), LocalDate.now(clock), "调研日期不能晚于今天，请检查“调研记录”。"));
			formation.research(outcomeId(task), row.term("kind", ResearchKind.class), row.date("heldOn"), row.text("place"), row.text("findings"));
		}
		record(task, actor, Act.RESEARCH_RECORDED, Map.of("records", answer.value("records")));
	}
}
