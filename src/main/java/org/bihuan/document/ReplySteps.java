package org.bihuan.document;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.ReplyPolicy;
import org.bihuan.ledger.SigningPolicy;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Sealing;
import org.bihuan.terms.Variables;
import org.bihuan.terms.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What 审签 and 用印 do with the paper of a reply; the same for the first reply and for 再次答复, which are steps of two models. */
@Component
public class ReplySteps {

	private final ReplyPapers papers;
	private final Replies replies;
	private final Evidence evidence;
	private final TaskLimits limits;
	private final Posts posts;
	private final Organisation organisation;
	private final Outcomes outcomes;
	private final Elements elements;

	ReplySteps(ReplyPapers papers, Replies replies, Evidence evidence, TaskLimits limits, Posts posts, Organisation organisation,
			Outcomes outcomes, Elements elements) {
		this.elements = elements;
		this.outcomes = outcomes;
		this.papers = papers;
		this.replies = replies;
		this.evidence = evidence;
		this.limits = limits;
		this.posts = posts;
		this.organisation = organisation;
	}

	/**
	 * What 审签 shows of the paper.
	 *
	 * @param replyNumber reserved for it; empty where there is none, as in a case that began before numbers were reserved
	 * @param paper where it is to be had as it will be issued; empty without a number
	 */
	public record OnPaper(String replyNumber, String paper) {
	}

	/**
	 * What 用印 shows of it besides.
	 *
	 * @param signer who signed it
	 * @param corrected what it says and was corrected since, with what to do; empty when nothing was
	 */
	public record Signed(@JsonUnwrapped OnPaper onPaper, String signer, Markdown corrected) {
	}

	/** Keeps a 更正 of what the paper says waiting until this answer is in: what is signed, and what is issued, is what stands in the ledger. */
	public void lock(Assignment assignment) {
		outcomes.lock(assignment.outcomeId());
	}

	public OnPaper onPaper(String assignmentId) {
		return new OnPaper(papers.number(assignmentId).orElse(""), papers.path(assignmentId));
	}

	public Signed signed(String assignmentId) {
		List<Markdown> corrected = papers.corrected(assignmentId).stream().map(one -> Markdown.of("- %s", one.inWords())).toList();
		return new Signed(onPaper(assignmentId), organisation.name(replies.last(assignmentId).orElseThrow().signedBy()),
				corrected.isEmpty() ? Markdown.NOTHING : Markdown.lines(corrected));
	}

	/**
	 * 审签: somebody of the unit who wrote none of it signs, and the paper is kept as it is signed; or he sends it back, and its number goes back.
	 *
	 * @param sealing the key of 用印; the diagram of a case that began before it was a step has none, so the sealed paper is handed in
	 * here
	 * @throws Refusal for somebody of another unit, a writer of it, or without a reason for sending it back
	 */
	public void sign(DelegateTask task, Assignment assignment, Draft draft, Answer answer, String sealing, String actor) {
		Verdict verdict = answer.term("verdict", Verdict.class);
		posts.require(actor, "审签", List.of(assignment.leadUnit()));
		Refusal.when(SigningPolicy.refusal(actor, replies.writers(assignment.id()), organisation.accountsOf(assignment.leadUnit()),
				organisation::name, verdict, answer.text("reason")));
		if (verdict != Verdict.PASS) {
			papers.giveBack(assignment.id());
			return;
		}
		if (draft.decision() == ReplyDecision.ADOPTED && elements.ids(task.getProcessDefinitionId(), sealing).isEmpty()) {
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		papers.sign(assignment, draft, actor);
	}

	/**
	 * The last day of 用印: the working days in the model, but never later than the reply is owed, since only its issue ends the clock.
	 *
	 * @param owed null where nothing is owed
	 */
	public LocalDate sealedBy(DelegateTask task, LocalDate owed) {
		LocalDate own = limits.dueOn(task);
		return owed == null || own.isBefore(owed) ? own : owed;
	}

	/**
	 * 用印: the signed paper is sealed outside and its scan handed in, or it has a fault and goes back to be drafted and signed anew.
	 *
	 * @throws Refusal for somebody of another unit, without the scan, without a reason for a fault, or when what it says was corrected since it was
	 * signed: what would be issued then nobody has signed
	 */
	public Sealing seal(DelegateTask task, Assignment assignment, Answer answer, String actor) {
		posts.require(actor, "用印", List.of(assignment.leadUnit()));
		Sealing sealing = answer.term("sealing", Sealing.class);
		Refusal.when(ReplyPolicy.sealed(sealing, answer.text("reason")));
		if (sealing == Sealing.SEALED) {
			Refusal.when(papers.refusal(assignment.id()));
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		else {
			papers.giveBack(assignment.id());
		}
		task.getExecution().setVariable(Variables.SEAL_VERDICT, sealing.code());
		return sealing;
	}
}
