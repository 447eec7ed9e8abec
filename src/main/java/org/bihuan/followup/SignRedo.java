package org.bihuan.followup;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.Evidence;
import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.SigningPolicy;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 再次答复审签: as with the first reply, the unit's leader signs what another person drafted, or sends it back. */
@Component("signRedo")
class SignRedo extends RedoWork {

	private final ReplyPapers papers;
	private final Evidence evidence;
	private final GivenAnswers given;

	SignRedo(ReplyPapers papers, Evidence evidence, GivenAnswers given) {
		this.papers = papers;
		this.evidence = evidence;
		this.given = given;
	}

	/**
	 * What its form reads.
	 *
	 * @param draft as its drafter filled it in
	 * @param redoneOn the day on which it was done again
	 * @param replyNumber reserved for the paper; empty in a case that began before numbers were
	 * @param paper where the paper is to be had as it will be issued; empty without a number
	 */
	record View(@JsonUnwrapped RedoView redo, Markdown draft, String draftClass, String redoneOn, String replyNumber, String paper) {
	}

	@Override
	protected View view(DelegateTask task) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		return new View(redoView(task), Verbatim.drafted(given.last(assignment(task).id(), TaskKeys.REDO), replies.inWords(draft)),
				draft.replyClass().label() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"), draft.redoneOn().toString(),
				papers.number(assignment(task).id()).orElse(""), papers.path(assignment(task).id()));
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		Verdict verdict = answer.term("verdict", Verdict.class);
		posts.require(actor, "审签", List.of(assignment(task).leadUnit()));
		Refusal.when(SigningPolicy.refusal(actor, draft.draftedBy(), verdict, answer.text("reason")));
		if (verdict == Verdict.PASS) {
			// cases that began before 用印 was a step of its own: their diagram has none, so the sealed paper is handed in here
			if (task.getBpmnModelInstance().getModelElementById(TaskKeys.SEAL_REDO) == null) {
				evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
			}
			papers.sign(assignment(task), draft, actor);
		}
		else {
			papers.giveBack(assignment(task).id());
		}
		task.getExecution().setVariable(Variables.REDO_VERDICT, verdict.code());
		record(task, actor, Act.REPLY_SIGNED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
