package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Party;
import org.bihuan.terms.Variables;
import org.bihuan.waiting.Superiors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 上报跟踪未完成: another day has come and those who should have looked at the progress have not signed yet. Another pair of tasks would only make
 * two that nobody does; it is told instead, so that the superiors of those who are missing can hear.
 */
@Component("escalateTracking")
class EscalateTracking implements JavaDelegate {

	private final Tracking tracking;
	private final TaskLimits limits;
	private final Superiors superiors;
	private final Assignments assignments;
	private final Telling telling;
	private final Trail trail;
	private final Clock clock;

	EscalateTracking(Tracking tracking, TaskLimits limits, Superiors superiors, Assignments assignments, Telling telling, Trail trail,
			Clock clock) {
		this.tracking = tracking;
		this.limits = limits;
		this.superiors = superiors;
		this.assignments = assignments;
		this.telling = telling;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		var assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		List<Party> missing = tracking.unsigned(assignment.id());
		String who = missing.stream().map(Party::label).collect(Collectors.joining("、"));
		LocalDate today = LocalDate.now(clock);
		LocalDate since = tracking.latestDay(assignment.id());
		List<String> told = telling.tell(News.ofAssignment(Occasion.TRACKING_OVERDUE, assignment, "tracking-escalated/" + today,
				"交办件 " + assignment.id() + " 的跟踪日（" + today + "）已到，上次（" + since + "）的跟踪" + who + "尚未签字，不再另开一次，请督促办完。")
				.with(Addressee.SUPERIOR, () -> missing.stream().flatMap(party -> superiorsOf(party, assignment).stream()).distinct().toList()));
		trail.add(Actors.SYSTEM, Act.TRACKING_ESCALATED, Subject.assignment(assignment),
				Map.of("day", since.toString(), "waits", missing.stream().map(Party::label).toList(), "superiors", told));
	}

	private List<String> superiorsOf(Party party, Assignment assignment) {
		return superiors.of(limits.ofStep(TrackProgress.task(party)).superiors(), assignment.outcomeId(), assignment.id());
	}
}
