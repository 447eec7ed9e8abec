package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Party;
import org.bihuan.terms.Variables;
import org.bihuan.waiting.Superiors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 上报跟踪未完成: another day has come and those who should have looked at the progress have not signed yet. Another pair of tasks would only make
 * two that nobody does; the superiors of those who are missing, the three offices and 督考办 are told.
 */
@Component("escalateTracking")
class EscalateTracking implements JavaDelegate {

	private final Tracking tracking;
	private final TaskLimits limits;
	private final Superiors superiors;
	private final Assignments assignments;
	private final Notices notices;
	private final Trail trail;
	private final Clock clock;

	EscalateTracking(Tracking tracking, TaskLimits limits, Superiors superiors, Assignments assignments, Notices notices, Trail trail,
			Clock clock) {
		this.tracking = tracking;
		this.limits = limits;
		this.superiors = superiors;
		this.assignments = assignments;
		this.notices = notices;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		var assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		List<Party> missing = tracking.unsigned(assignment.id());
		Set<String> recipients = new LinkedHashSet<>();
		missing.forEach(party -> recipients.addAll(superiors.of(limits.ofStep(TrackProgress.task(party)).superiors(),
				assignment.outcomeId(), assignment.id())));
		recipients.addAll(Organisation.THREE_OFFICES);
		recipients.add(Organisation.SUPERVISION_OFFICE);
		String who = missing.stream().map(Party::label).collect(Collectors.joining("、"));
		LocalDate today = LocalDate.now(clock);
		LocalDate since = tracking.latestDay(assignment.id());
		notices.tell(recipients, assignment, "tracking-escalated/" + today, Notices.Kind.TASK_OVERDUE, "交办件 " + assignment.id() + " 的跟踪日（" + today
				+ "）已到，上次（" + since + "）的跟踪" + who + "尚未签字，不再另开一次，请督促办完。");
		trail.add(Actors.SYSTEM, Act.TRACKING_ESCALATED, Subject.assignment(assignment),
				Map.of("day", since.toString(), "waits", missing.stream().map(Party::label).toList(), "superiors", List.copyOf(recipients)));
	}
}
