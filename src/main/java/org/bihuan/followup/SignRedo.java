package org.bihuan.followup;

import java.util.Map;

import org.bihuan.document.Evidence;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.SigningPolicy;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 再次答复审签: as with the first reply, the unit's leader signs what another person drafted, or sends it back. */
@Component("signRedo")
class SignRedo extends RedoWork {

	private final Replies replies;
	private final Evidence evidence;
	private final GivenAnswers given;

	SignRedo(Replies replies, Evidence evidence, GivenAnswers given) {
		this.replies = replies;
		this.evidence = evidence;
		this.given = given;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		view.put("draft", Verbatim.drafted(given.last(assignment(task).id(), "task_redo"), replies.inWords(draft)));
		view.put("draftClass", draft.replyClass().label() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"));
		view.put("redoneOn", draft.redoneOn().toString());
		return view;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		Verdict verdict = answer.term("verdict", Verdict.class);
		SigningPolicy.refusal(actor, draft.draftedBy(), verdict, answer.text("reason")).ifPresent(why -> {
			throw Refusal.invalid(why);
		});
		boolean passed = verdict == Verdict.PASS;
		if (passed) {
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		task.getExecution().setVariable("redoVerdict", verdict.code());
		record(task, actor, Act.REPLY_SIGNED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
