package org.bihuan.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Point;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.TaskKeys;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 重新办理并答复: after 不满意 the unit does it again within its limit and replies anew, by the rules of a reply; both replies stay on record. */
@Component("draftRedo")
class DraftRedo extends RedoWork {

	private final RedoneReply redone;
	private final GivenAnswers given;

	DraftRedo(RedoneReply redone, GivenAnswers given) {
		this.redone = redone;
		this.given = given;
	}

	/**
	 * What its form reads. A version that was sent back stands in the fields.
	 *
	 * @param returned why it came back; empty when it did not
	 */
	record View(@JsonUnwrapped RedoView redo, Markdown returned) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(redoView(task), why(task));
	}

	private Markdown why(DelegateTask task) {
		String id = assignment(task).id();
		boolean signed = replies.last(id).filter(draft -> draft.redoneOn() != null && draft.signedBy() != null).isPresent();
		return given.last(id, signed ? TaskKeys.SEAL_REDO : TaskKeys.SIGN_REDO).stream().filter(one -> "reason".equals(one.field()))
				.map(one -> Markdown.of(signed ? "**用印退回：**%s" : "**审签退回：**%s", one.shown())).findFirst().orElse(Markdown.NOTHING);
	}

	/** A row for each suggestion, and whom the unit named in its reply; what was sent back as it was drafted. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		String id = assignment(task).id();
		Map<String, Object> start = new HashMap<>(replies.lastContact(assignment(task).leadUnit()));
		start.putAll(rowPerSuggestion(task, "replies"));
		if (replies.last(id).filter(draft -> draft.redoneOn() != null).isPresent()) {
			start.putAll(given.asFilledIn(id, TaskKeys.REDO));
		}
		return start;
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		List<Point> points = perSuggestion(task, answer, "replies", "reply", "重新办理情况");
		redone.draft(assignment(task), answer, points, actor);
		record(task, actor, Act.REPLY_DRAFTED, Map.of());
	}
}
