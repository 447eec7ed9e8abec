package org.bihuan.handling;

import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 裁定转化: the unit declares, the offices decide; a refusal sends it back to be answered, and the clock goes on. */
@Component("decideConversion")
class DecideConversion extends HandlingWork {

	private final GivenAnswers given;

	DecideConversion(GivenAnswers given) {
		this.given = given;
	}

	/** The declaration as it was filled in: what it is to become, too. */
	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task).withDraft(Verbatim.drafted(given.last(assignment(task).id(), TaskKeys.DRAFT_REPLY), replies.inWords(draft(task))));
	}

	/** What the unit proposes it to become. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		ConversionKind proposed = draft(task).proposedKind();
		return proposed == null ? Map.of() : Map.of("kind", proposed.code());
	}

	private Draft draft(DelegateTask task) {
		return replies.last(assignment(task).id()).orElseThrow();
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
