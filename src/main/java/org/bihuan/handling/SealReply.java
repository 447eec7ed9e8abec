package org.bihuan.handling;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplySteps;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 用印: the unit seals the signed paper outside and hands in its scan; a paper with a fault goes back to be drafted and signed anew. */
@Component("sealReply")
class SealReply extends HandlingWork {

	private final ReplySteps steps;

	SealReply(ReplySteps steps) {
		this.steps = steps;
	}

	/** What its form reads. */
	record View(@JsonUnwrapped CaseView about, @JsonUnwrapped ReplySteps.Signed signed) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), steps.signed(assignment(task).id()));
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return steps.sealedBy(task, assignment(task).owedOn());
	}

	@Override
	protected void lock(DelegateTask task) {
		steps.lock(assignment(task));
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		record(task, actor, Act.REPLY_SEALED,
				Fields.of("verdict", steps.seal(task, assignment(task), answer, actor), "reason", answer.text("reason")));
	}
}
