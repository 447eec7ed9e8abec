package org.bihuan.followup;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplySteps;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 给再次答复用印: as with the first reply, the signed paper is sealed outside and its scan handed in, or it goes back. */
@Component("sealRedo")
class SealRedo extends RedoWork {

	private final ReplySteps steps;

	SealRedo(ReplySteps steps) {
		this.steps = steps;
	}

	/** What its form reads. */
	record View(@JsonUnwrapped RedoView redo, @JsonUnwrapped ReplySteps.Signed signed) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(redoView(task), steps.signed(assignment(task).id()));
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return steps.sealedBy(task, super.dueOn(task));
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
