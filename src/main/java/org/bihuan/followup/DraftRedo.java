package org.bihuan.followup;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Replies;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 重新办理并答复: after 不满意 the unit does it again within one month and replies anew, by the rules of a reply; both replies stay on record. */
@Component("draftRedo")
class DraftRedo extends RedoWork {

	private final RedoneReply redone;
	private final Replies replies;
	private final GivenAnswers given;

	DraftRedo(RedoneReply redone, Replies replies, GivenAnswers given) {
		this.redone = redone;
		this.replies = replies;
		this.given = given;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		view.put("draft", replies.last(assignment(task).id()).map(replies::inWords).map(Verbatim::of).orElse(""));
		view.put("returned", given.last(assignment(task).id(), "task_signRedo").stream().filter(one -> "reason".equals(one.field()))
				.map(one -> "**审签退回：**" + Verbatim.of(one.shown())).findFirst().orElse(""));
		return view;
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return rowPerSuggestion(task, "replies");
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		List<Point> points = perSuggestion(task, answer, "replies", "reply", "重新办理情况");
		redone.draft(assignment(task), answer, points, actor);
		record(task, actor, Act.REPLY_DRAFTED, Map.of());
	}
}
