package org.bihuan.handling;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.Evidence;
import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Posts;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.ReplyPolicy;
import org.bihuan.terms.Sealing;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 用印: the unit seals the signed paper outside and hands in its scan; a paper with a fault goes back to be drafted and signed anew. */
@Component("sealReply")
class SealReply extends HandlingWork {

	private final ReplyPapers papers;
	private final Evidence evidence;
	private final TaskLimits limits;
	private final Posts posts;

	SealReply(ReplyPapers papers, Evidence evidence, TaskLimits limits, Posts posts) {
		this.papers = papers;
		this.evidence = evidence;
		this.limits = limits;
		this.posts = posts;
	}

	/**
	 * What its form reads.
	 *
	 * @param replyNumber of the signed paper
	 * @param paper where it is to be had
	 * @param signer who signed it
	 */
	record View(@JsonUnwrapped CaseView about, String replyNumber, String paper, String signer) {
	}

	@Override
	protected View view(DelegateTask task) {
		String id = assignment(task).id();
		Draft draft = replies.last(id).orElseThrow();
		return new View(caseView(task), papers.number(id).orElse(""), papers.path(id), organisation.name(draft.signedBy()));
	}

	/** The working days in the model, but never later than the reply is owed: only its issue ends the clock. */
	@Override
	protected LocalDate dueOn(DelegateTask task) {
		LocalDate own = limits.dueOn(task);
		LocalDate owed = assignment(task).owedOn();
		return owed == null || own.isBefore(owed) ? own : owed;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		posts.require(actor, "用印", List.of(assignment(task).leadUnit()));
		Sealing sealing = answer.term("sealing", Sealing.class);
		Refusal.when(ReplyPolicy.sealed(sealing, answer.text("reason")));
		if (sealing == Sealing.SEALED) {
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		else {
			papers.giveBack(assignment(task).id());
		}
		task.getExecution().setVariable(Variables.SEAL_VERDICT, sealing.code());
		record(task, actor, Act.REPLY_SEALED, Fields.of("verdict", sealing, "reason", answer.text("reason")));
	}
}
