package org.bihuan.handling;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplySteps;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Term;
import org.bihuan.terms.Variables;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审签: the unit's leader signs what another person drafted, or sends it back; the clock goes on. */
@Component("signReply")
class SignReply extends HandlingWork {

	private final Extensions extensions;
	private final ReplySteps steps;
	private final GivenAnswers given;

	SignReply(Extensions extensions, ReplySteps steps, GivenAnswers given) {
		this.extensions = extensions;
		this.steps = steps;
		this.given = given;
	}

	/**
	 * What its form reads: of the case the draft as its drafter filled it in.
	 *
	 * @param extendUntil after a comma; empty unless an extension is asked for
	 * @param replyClass after a comma, as it stands after the decision; empty unless it is adopted
	 */
	record View(@JsonUnwrapped CaseView about, String decision, String extendUntil, String replyClass,
			@JsonUnwrapped ReplySteps.OnPaper onPaper) {
	}

	@Override
	protected View view(DelegateTask task) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		return new View(caseView(task).withDraft(Verbatim.drafted(given.last(assignment(task).id(), TaskKeys.DRAFT_REPLY), replies.inWords(draft))),
				draft.decision().label(), draft.extendUntil() == null ? "" : "，延期到 " + draft.extendUntil(),
				draft.replyClass() == null ? ""
						: "，分类 " + draft.replyClass().code() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"),
				steps.onPaper(assignment(task).id()));
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void lock(DelegateTask task) {
		steps.lock(assignment(task));
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = replies.last(assignment(task).id()).orElseThrow();
		Verdict verdict = answer.term("verdict", Verdict.class);
		boolean passed = verdict == Verdict.PASS;
		steps.sign(task, assignment(task), draft, answer, TaskKeys.SEAL_REPLY, actor);
		task.getExecution().setVariable(Variables.REPLY_VERDICT, passed ? draft.decision().code() : verdict.code());
		if (passed && draft.decision() == ReplyDecision.EXTENSION) {
			extensions.ask(assignment(task), draft.extendUntil(), draft.reply(), actor);
		}
		if (draft.decision() == ReplyDecision.REFERENCE) {
			task.getExecution().setVariable(Variables.CONVERSION_KIND, ConversionKind.REFERENCE.code());
		}
		if (draft.decision() == ReplyDecision.COMPLEX) {
			task.getExecution().setVariable(Variables.CONVERSION_KIND, Term.codeOf(draft.proposedKind()));
		}
		record(task, actor, Act.REPLY_SIGNED, Fields.of("verdict", verdict, "reason", answer.text("reason")));
	}
}
