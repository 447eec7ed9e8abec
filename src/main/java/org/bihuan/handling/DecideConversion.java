package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 转化裁定: the unit declares, the offices decide; a refusal sends it back to be answered, and the clock goes on. */
@Component("decideConversion")
class DecideConversion extends HandlingWork {

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return handling.conversionLimit();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String verdict = answer.text("verdict");
		Refusal.unless("refuse".equals(verdict) == (answer.text("kind") == null), "同意转化的请选择转化为何种；不同意的不选。");
		task.getExecution().setVariable("conversionAgreed", "agree".equals(verdict));
		if (answer.text("kind") != null) {
			task.getExecution().setVariable("conversionKind", answer.text("kind"));
		}
		record(task, actor, "conversion-decided",
				Map.of("verdict", verdict, "kind", String.valueOf(answer.text("kind")), "reason", answer.text("reason")));
	}
}
