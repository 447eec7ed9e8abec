package org.bihuan.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.calendar.DayPolicy;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.role.WaitingTimers;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Documents;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.TimerIds;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * 加强督办: 督考办 sets a new limit with its demands, and decides whether to open a 专项督查; no timer ever does. From the level 督办单 on the unit gets one,
 * which says why, what is demanded and by when; so does a 专项督查单.
 */
@Component("strengthenSupervision")
class StrengthenSupervision extends FollowUpWork {

	private final Clock clock;
	private final Tracking tracking;
	private final Satisfaction satisfaction;
	private final Numbers numbers;
	private final Documents documents;
	private final ManagementService management;
	private final WaitingTimers timers;

	StrengthenSupervision(Clock clock, Tracking tracking, Satisfaction satisfaction, Numbers numbers, Documents documents,
			@Lazy ManagementService management, WaitingTimers timers) {
		this.timers = timers;
		this.clock = clock;
		this.tracking = tracking;
		this.satisfaction = satisfaction;
		this.numbers = numbers;
		this.documents = documents;
		this.management = management;
	}

	/**
	 * What its form reads.
	 *
	 * @param grounds why supervision is strengthened, as its papers will say; empty for a failed look-back, whose signatures say it
	 */
	record View(@JsonUnwrapped CaseView about, String grounds) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), Objects.toString(grounds(task, assignment(task)), ""));
	}

	@Override
	protected void begun(DelegateTask task, LocalDate due) {
		// a delay while in progress has its own day; a completion that was claimed meanwhile keeps that of its look-back
		if (task.getVariable(Variables.TRACKING_ID) == null) {
			lookingUntil(task, due);
		}
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		LocalDate limit = answer.date("limit");
		Refusal.when(DayPolicy.toCome("新的期限", limit, LocalDate.now(clock)));
		if (task.getVariable(Variables.TRACKING_ID) == null) {
			// not in place: what was claimed to be done is to be done, by this limit; until it was set 督考办 had it. A delay claims nothing
			assignments.become(assignment.id(), Assignments.State.REPLIED);
		}
		assignments.limitLookBack(assignment.id(), limit);
		// while in progress the unit's task waits already: its timer moves with the limit
		timers.of(task.getProcessInstanceId(), TimerIds.PROGRESS_DUE)
				.forEach(job -> management.setJobDuedate(job.getId(), followUp.lookBackDate(assignment.id())));
		String demands = answer.text("demands");
		if (SupervisionPolicy.needsOrder(assignment.supervisionLevel()) && !orderedByFormerVersion(task, assignment)) {
			documents.issue(Documents.Kind.SUPERVISION, numbers.next(Numbers.Kind.SUPERVISION), Documents.Kind.SUPERVISION.label(),
					assignment.outcomeId(), assignment.id(), Fields.of("level", assignment.supervisionLevel().level(), "grounds",
							grounds(task, assignment), "demands", demands, "limit", limit.toString()),
					actor);
		}
		if (answer.yes("inspect")) {
			String number = numbers.next(Numbers.Kind.INSPECTION);
			followUp.inspect(assignment.id(), number, demands, actor);
			assignments.supervise(assignment.id(), Supervision.INSPECTION);
			documents.issue(Documents.Kind.INSPECTION, number, Documents.Kind.INSPECTION.label(), assignment.outcomeId(), assignment.id(),
					Fields.of("grounds", grounds(task, assignment), "demands", demands, "limit", limit.toString()), actor);
		}
		record(task, actor, Act.SUPERVISION_STRENGTHENED,
				Map.of("limit", limit.toString(), "inspect", answer.yes("inspect"), "demands", demands));
	}

	/** A former version issued the 督办单 as this task began, before there was a limit: such a task that still waits issues no second. */
	private boolean orderedByFormerVersion(DelegateTask task, Assignment assignment) {
		Instant begun = task.getCreateTime().toInstant().minusSeconds(60);
		return documents.ofOutcome(assignment.outcomeId()).stream()
				.anyMatch(one -> one.kind() == Documents.Kind.SUPERVISION && assignment.id().equals(one.assignmentId())
						&& Actors.SYSTEM.equals(one.issuedBy()) && !one.issuedAt().toInstant().isBefore(begun));
	}

	/** What the papers are issued for; null for a failed look-back, which speaks for itself by its signatures. */
	private String grounds(DelegateTask task, Assignment assignment) {
		String trackingId = (String) task.getVariable(Variables.TRACKING_ID);
		if (trackingId != null) {
			return "推进中回头看，进展迟缓：" + String.join("；", tracking.delays(trackingId));
		}
		return followUp.inPlace(assignment.id()) ? "回头看认定到位，但对办理仍有不满意，面商后决定加强督办："
				+ satisfaction.meeting(assignment.id()).decisionReason() : null;
	}
}
