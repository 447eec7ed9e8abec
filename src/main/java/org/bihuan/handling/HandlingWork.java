package org.bihuan.handling;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.bihuan.engine.answer.TaskWork;
import org.bihuan.engine.answer.Verbatim;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the handling shows and leaves on the trail. */
abstract class HandlingWork extends TaskWork {

	@Autowired
	Handling handling;
	@Autowired
	Replies replies;
	@Autowired
	Assignments assignments;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;
	@Autowired
	ClockSheet clockSheet;
	@Autowired
	RunningClocks runningClocks;

	/** The next reminder, so that Tasklist sorts by it. */
	@Override
	protected Date followUpAt(DelegateTask task) {
		return runningClocks.nextReminder(task.getTaskDefinitionKey(), assignment(task));
	}

	Assignment assignment(DelegateTask task) {
		return assignments.get(id(task, "assignmentId"));
	}

	Map<String, Object> caseView(DelegateTask task) {
		Assignment assignment = assignment(task);
		Map<String, Object> view = new HashMap<>();
		view.put("assignmentId", assignment.id());
		view.put("title", outcomes.get(assignment.outcomeId()).title());
		view.put("unit", organisation.name(assignment.leadUnit()));
		view.put("requirement", assignment.requirement());
		view.put("leader", organisation.name(assignment.responsibleLeader()));
		view.put("received", assignment.receivedOn() == null ? "尚未签收" : assignment.receivedOn().toString());
		view.put("due", assignment.dueOn() == null ? "签收后起算" : assignment.dueOn() + (assignment.dueProvisional() ? "（暂定）" : "")
				+ (assignment.extendedOn() == null ? "" : "，已延期到 " + assignment.extendedOn()));
		view.put("promised", assignment.promisedOn() == null ? "" : "（承诺 " + assignment.promisedOn() + " 前答复）");
		view.put("clock", clockSheet.inWords(assignment.id()));
		view.put("suggestions",
				String.join("\n\n", assignments.suggestions(assignment.id()).stream().map(one -> one.seq() + ". " + one.text()).toList()));
		view.put("coOpinions", String.join("\n\n", handling.coOpinions(assignment.id()).stream()
				.map(one -> "- **" + organisation.name(one.unit()) + "**：" + (one.text() == null ? "逾期未提意见" : one.text())).toList()));
		view.put("draft", replies.last(assignment.id()).map(replies::inWords).map(Verbatim::of).orElse(""));
		return view;
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		Assignment assignment = assignment(task);
		trail.add(actor, act, Subject.assignment(assignment).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}
}
