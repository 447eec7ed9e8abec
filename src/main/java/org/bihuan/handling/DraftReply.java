package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Replies.Content;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.ReplyPolicy;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 拟定答复: point by point if adopted; with reasons if not; a declaration that it cannot be answered in time; or a request for more. */
@Component("draftReply")
class DraftReply extends HandlingWork {

	private final Extensions extensions;
	private final ReplyPapers papers;
	private final Clock clock;
	private final GivenAnswers given;

	DraftReply(Extensions extensions, ReplyPapers papers, Clock clock, GivenAnswers given) {
		this.given = given;
		this.papers = papers;
		this.extensions = extensions;
		this.clock = clock;
	}

	/**
	 * What its form reads. A draft that was sent back stands in the fields and is not shown beside them.
	 *
	 * @param decisions what may be decided now: an extension only while one may be asked for
	 * @param extendLatest the last day that an extension may be asked for until; empty while none may
	 * @param returned why the last draft came back; empty when it did not
	 */
	record View(@JsonUnwrapped CaseView about, List<Option> decisions, String extendLatest, Markdown returned) {
	}

	@Override
	protected View view(DelegateTask task) {
		Set<ReplyDecision> decisions = EnumSet.allOf(ReplyDecision.class);
		boolean extensible = extensions.mayBeAskedFor(assignment(task));
		if (!extensible) {
			decisions.remove(ReplyDecision.EXTENSION);
		}
		Optional<Draft> sentBack = sentBack(assignment(task));
		CaseView about = caseView(task);
		return new View(sentBack.isPresent() ? about.withDraft(Markdown.NOTHING) : about, Term.options(decisions),
				extensible ? extensions.latest(assignment(task)).toString() : "",
				sentBack.map(draft -> why(draft)).orElse(Markdown.NOTHING));
	}

	private Markdown why(Draft draft) {
		boolean signed = draft.signedBy() != null;
		String reason = trail.lastDetail(draft.assignmentId(), signed ? Act.REPLY_SEALED : Act.REPLY_SIGNED, "reason");
		return reason.isEmpty() ? Markdown.NOTHING : Markdown.of(signed ? "**用印退回**：%s" : "**审签退回**：%s", reason);
	}

	/** A row for each suggestion; what was sent back as it was drafted; else whom the unit named the last time. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		var assignment = assignment(task);
		Map<String, Object> start = new HashMap<>(replies.lastContact(assignment.leadUnit()));
		start.put("replies", assignments.suggestions(assignment.id()).stream().map(one -> Map.of("suggestion", one.id())).toList());
		if (sentBack(assignment).isPresent()) {
			start.putAll(given.asFilledIn(assignment.id(), TaskKeys.DRAFT_REPLY));
		}
		return start;
	}

	/** The last draft, where it came back: from the unit's leader, or as a reply from its sealing; what he signed otherwise was decided upon. */
	private Optional<Draft> sentBack(Assignment assignment) {
		return replies.last(assignment.id()).filter(draft -> draft.signedBy() == null || draft.decision() == ReplyDecision.ADOPTED);
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String id = assignment(task).id();
		LocalDate plannedOn = answer.date("plannedOn");
		Refusal.when(ReplyPolicy.planned(plannedOn, LocalDate.now(clock)));
		ReplyDecision decision = answer.term("decision", ReplyDecision.class);
		List<Point> points = decision == ReplyDecision.ADOPTED
				? answer.points("replies", "reply", assignments.suggestions(id), seq -> "请逐条答复：建议 " + seq + " 应有且只有一条答复。")
				: List.of();
		if (decision == ReplyDecision.EXTENSION) {
			extensions.check(assignment(task), answer.date("extendUntil"));
		}
		replies.draft(id,
				new Content(decision, answer.term("replyClass", ReplyClass.class), points, answer.text("explanation"), answer.text("policyBasis"),
						answer.term("proposedKind", ConversionKind.class), answer.text("talk"), answer.text("contact"), answer.text("phone"),
						answer.date("extendUntil"), plannedOn, null),
				actor);
		papers.drafted(id);
		record(task, actor, Act.REPLY_DRAFTED, Map.of("decision", decision));
	}
}
