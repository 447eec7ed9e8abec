package org.bihuan.draft;

import org.bihuan.engine.answer.Started;
import org.bihuan.engine.guard.AccountChange;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When what was typed goes, or stays without its task: each in the transaction of what ends it, so that a refusal leaves it where it is. */
@Component
class DraftEnds {

	private final Drafts drafts;

	DraftEnds(Drafts drafts) {
		this.drafts = drafts;
	}

	/** A task is answered, or taken back by a timer, a withdrawal or whatever else, which leaves what was typed. The engine's starter tells. */
	@EventListener
	void task(DelegateTask task) {
		if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
			drafts.answered(task);
		}
		else if (TaskListener.EVENTNAME_DELETE.equals(task.getEventName())) {
			drafts.takenBack(task);
		}
	}

	/** A start form is handed in. */
	@EventListener
	void started(Started start) {
		drafts.endStart(start.account(), start.processKey());
	}

	/** Nobody can come for it any more. */
	@EventListener
	void account(AccountChange change) {
		if (change.kind() == AccountChange.Kind.ACCOUNT_REMOVED) {
			drafts.accountRemoved(change.subject());
		}
	}
}
