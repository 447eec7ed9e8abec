package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Replies.Content;
import org.bihuan.ledger.ReplyPolicy;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Option;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 拟定答复: point by point if adopted; with reasons if not; a declaration that it cannot be answered in time; or a request for more. */
@Component("draftReply")
class DraftReply extends HandlingWork {

	private final Extensions extensions;
	private final ReplyPapers papers;
	private final Clock clock;

	DraftReply(Extensions extensions, ReplyPapers papers, Clock clock) {
		this.papers = papers;
		this.extensions = extensions;
		this.clock = clock;
	}

	/**
	 * What its form reads.
	 *
	 * @param decisions what may be decided now: an extension only while one may be asked for
	 */
	record View(@JsonUnwrapped CaseView about, List<Option> suggestionOptions, List<Option> decisions) {
	}

	@Override
	protected View view(DelegateTask task) {
		Set<ReplyDecision> decisions = EnumSet.allOf(ReplyDecision.class);
		if (!extensions.mayBeAskedFor(assignment(task))) {
			decisions.remove(ReplyDecision.EXTENSION);
		}
		return new View(caseView(task), assignments.suggestions(assignment(task).id()).stream()
				.map(one -> new Option("建议 " + one.seq(), one.id())).toList(), Term.options(decisions));
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		Map<String, Object> start = new HashMap<>();
		start.put("replies", assignments.suggestions(assignment(task).id()).stream().map(one -> Map.of("suggestion", one.id())).toList());
		return start;
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
