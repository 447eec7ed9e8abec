package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 催办: tells whoever the decision table names for today, each once a day. It hangs on the reply and on the overdue task, so who
 * has replied or converted is reminded no more; an extension moves the days that the table counts.
 */
@Component("sendReminders")
class SendReminders implements JavaDelegate {

	private final Handling handling;
	private final ReminderSchedule schedule;
	private final RunningClocks runningClocks;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Telling telling;
	private final Trail trail;
	private final Clock clock;

	SendReminders(Handling handling, ReminderSchedule schedule, RunningClocks runningClocks, Assignments assignments, Outcomes outcomes,
			Telling telling, Trail trail,
			Clock clock) {
		this.handling = handling;
		this.schedule = schedule;
		this.runningClocks = runningClocks;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.telling = telling;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Assignment assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		LocalDate today = LocalDate.now(clock);
		int told = 0;
		for (Map.Entry<String, LocalDate> end : handling.runningClocks(assignment).entrySet()) {
			told += remind(assignment, end.getKey(), today, end.getValue()).size();
		}
		runningClocks.showNextReminder(execution.getProcessInstanceId(), assignment);
		if (told > 0) {
			trail.add(Actors.SYSTEM, Act.REMINDED, Subject.assignment(assignment), Map.of("day", today.toString(), "told", told));
		}
	}

	/** @return who was told */
	private List<String> remind(Assignment assignment, String which, LocalDate today, LocalDate end) {
		return telling.tell(
				News.ofAssignment(Occasion.PERIOD_ENDS, assignment, "reminder/" + which + "/" + today, words(assignment, which, today, end))
						.with(Addressee.UNIT, () -> ReminderSchedule.REPLY.equals(which) ? List.of(assignment.leadUnit())
								: handling.openCoOpinions(assignment.id()).stream().map(handling::coUnit).toList()),
				schedule.on(which, today, end));
	}

	private String words(Assignment assignment, String which, LocalDate today, LocalDate end) {
		String what = "交办件 " + assignment.id() + "《" + outcomes.get(assignment.outcomeId()).title() + "》的"
				+ (ReminderSchedule.REPLY.equals(which) ? "书面答复" : "协办意见");
		long left = end.toEpochDay() - today.toEpochDay();
		if (left > 0) {
			return what + "将于 " + end + " 到期，还有 " + left + " 天，请抓紧办理。";
		}
		return left == 0 ? what + "今天（" + end + "）到期，请在 24:00 前办理。"
				: what + "已于 " + end + " 到期，逾期 " + -left + " 天" + (assignment.promisedOn() == null ? "" : "，承诺 " + assignment.promisedOn() + " 前答复")
						+ "，请立即办理。";
	}
}
