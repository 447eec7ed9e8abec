package org.bihuan.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 签收: nobody types a receipt date; completing the task is the receipt ({@link Receiving}). Or 退回改派 with a reason and a proposed unit. */
@Component("signReceipt")
class SignReceipt extends HandlingWork {

	private final Receiving receiving;

	SignReceipt(Receiving receiving) {
		this.receiving = receiving;
	}

	/**
	 * What its form reads.
	 *
	 * @param limit the last day on which it may be signed or sent back
	 */
	record View(@JsonUnwrapped CaseView about, String limit, List<Option> units) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), handling.receiptLimit(assignment(task).id()).toString(), organisation.units());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return handling.receiptLimit(assignment(task).id());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		boolean signed = answer.term("receipt", ReceiptAnswer.class) == ReceiptAnswer.SIGN;
		task.getExecution().setVariable(Variables.RECEIPT_SIGNED, signed);
		if (signed) {
			if (!receiving.isDrawn(task)) {
				receiving.signed(assignment(task), null, null);
			}
			return;
		}
		String proposed = organisation.staffed(answer.text("proposedUnit"));
		Refusal.unless(!proposed.equals(assignment(task).leadUnit()), "建议改派的单位不能是本单位，请改选。");
		handling.sendBack(assignment(task), proposed, answer.text("reason"), actor);
		record(task, actor, Act.SENT_BACK, Map.of("proposed", proposed, "reason", answer.text("reason")));
	}
}
