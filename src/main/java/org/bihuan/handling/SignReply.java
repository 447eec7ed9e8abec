package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;

import org.bihuan.document.Evidence;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.SigningPolicy;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Term;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审签: the unit's leader signs what another person drafted, or sends it back; the clock goes on. */
@Component("signReply")
class SignReply extends HandlingWork {

	private final Extensions extensions;
	private final Evidence evidence;
	private final GivenAnswers given;

	SignReply(Extensions extensions, Evidence evidence, GivenAnswers given) {
		this.extensions = extensions;
		this.evidence = evidence;
		this.given = given;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = caseView(task);
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		view.put("draft", Verbatim.drafted(given.last(assignment(task).id(), "task_draftReply"), replies.inWords(draft)));
		view.put("decision", draft.decision().label());
		view.put("extendUntil", draft.extendUntil() == null ? "" : "，延期到 " + draft.extendUntil());
		view.put("replyClass",
				draft.replyClass() == null ? ""
						: draft.replyClass().code() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"));
		return view;
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		Verdict verdict = answer.term("verdict", Verdict.class);
		SigningPolicy.refusal(actor, draft.draftedBy(), verdict, answer.text("reason")).ifPresent(why -> {
			throw Refusal.invalid(why);
		});
		boolean passed = verdict == Verdict.PASS;
		boolean extension = draft.decision() == ReplyDecision.EXTENSION;
		// asking for more time is no reply: there is nothing signed to scan yet
		if (passed && !extension) {
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		task.getExecution().setVariable("replyVerdict", passed ? draft.decision().code() : verdict.code());
		if (passed && extension) {
			extensions.ask(assignment(task), draft.extendUntil(), draft.reply(), actor);
		}
		if (draft.decision() == ReplyDecision.REFERENCE) {
			task.getExecution().setVariable("conversionKind", ConversionKind.REFERENCE.code());
		}
		if (draft.decision() == ReplyDecision.COMPLEX) {
			task.getExecution().setVariable("conversionKind", Term.codeOf(draft.proposedKind()));
		}
		record(task, actor, Act.REPLY_SIGNED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
