package org.bihuan.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplySteps;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审签再次答复: as with the first reply, the unit's leader signs what another person drafted, or sends it back. */
@Component("signRedo")
class SignRedo extends RedoWork {

	private final ReplySteps steps;
	private final GivenAnswers given;

	SignRedo(ReplySteps steps, GivenAnswers given) {
		this.steps = steps;
		this.given = given;
	}

	/**
	 * What its form reads.
	 *
	 * @param draft as its drafter filled it in
	 * @param redoneOn the day on which it was done again
	 */
	record View(@JsonUnwrapped RedoView redo, Markdown draft, String draftClass, String redoneOn,
			@JsonUnwrapped ReplySteps.OnPaper onPaper) {
	}

	@Override
	protected View view(DelegateTask task) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		return new View(redoView(task), Verbatim.drafted(given.last(assignment(task).id(), TaskKeys.REDO), replies.inWords(draft)),
				draft.replyClass().label() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"), draft.redoneOn().toString(),
				steps.onPaper(assignment(task).id()));
	}

	@Override
	protected void lock(DelegateTask task) {
		steps.lock(assignment(task));
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		Verdict verdict = answer.term("verdict", Verdict.class);
		steps.sign(task, assignment(task), draft, answer, TaskKeys.SEAL_REDO, actor);
		task.getExecution().setVariable(Variables.REDO_VERDICT, verdict.code());
		record(task, actor, Act.REPLY_SIGNED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
