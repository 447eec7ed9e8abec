package org.bihuan.handling;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 转化裁定: the unit declares, the offices decide; a refusal sends it back to be answered, and the clock goes on. */
@Component("decideConversion")
class DecideConversion extends HandlingWork {

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		ConversionRuling verdict = answer.term("verdict", ConversionRuling.class);
		ConversionKind kind = answer.term("kind", ConversionKind.class);
		Refusal.unless((verdict == ConversionRuling.REFUSE) == (kind == null), "同意转化的请选择转化为何种；不同意的不选。");
		task.getExecution().setVariable(Variables.CONVERSION_AGREED, verdict == ConversionRuling.AGREE);
		if (kind != null) {
			task.getExecution().setVariable(Variables.CONVERSION_KIND, kind.code());
		}
		record(task, actor, Act.CONVERSION_DECIDED,
				Fields.of("verdict", verdict, "kind", kind, "reason", answer.text("reason")));
	}
}
