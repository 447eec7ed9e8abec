package org.bihuan.followup;

import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The same as {@link DraftRedo} for cases that began before 再次答复 had a signature: their diagrams know none, so it is issued at once. */
@Component("redoReply")
class RedoReply extends RedoWork {

	private final RedoneReply redone;

	RedoReply(RedoneReply redone) {
		this.redone = redone;
	}

	@Override
	protected RedoView view(DelegateTask task) {
		return redoView(task);
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return rowPerSuggestion(task, "replies");
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		redone.draft(assignment(task), answer, perSuggestion(task, answer, "replies", "reply", "重新办理情况"), actor);
		record(task, actor, Act.REPLIED_AGAIN, redone.issue(assignment(task)));
	}
}
