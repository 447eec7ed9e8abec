package org.bihuan.conversion;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the conversion shows and leaves on the trail. */
abstract class ConversionWork extends TaskWork {

	@Autowired
	Conversions conversions;
	@Autowired
	Assignments assignments;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;

	Assignment assignment(DelegateTask task) {
		return assignments.get(id(task, "assignmentId"));
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Assignment assignment = assignment(task);
		Conversions.Conversion conversion = conversions.current(assignment.id());
		Map<String, Object> view = new HashMap<>();
		view.put("assignmentId", assignment.id());
		view.put("title", outcomes.get(assignment.outcomeId()).title());
		view.put("unit", organisation.name(assignment.leadUnit()));
		view.put("proposer", organisation.name(conversions.committee(assignment.outcomeId())));
		view.put("suggestions",
				String.join("\n\n", assignments.suggestions(assignment.id()).stream().map(one -> one.seq() + ". " + one.text()).toList()));
		view.put("draftTitle", conversion.title() == null ? "" : conversion.title());
		view.put("draft", conversion.content() == null ? "" : conversion.content());
		return view;
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		Assignment assignment = assignment(task);
		trail.add(actor, act, Subject.assignment(assignment).in(task.getTaskDefinitionKey(), task.getId()), detail);
	}
}
