package org.bihuan.handling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.role.WaitingTimers;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.TimerIds;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves what the engine shows and waits for when the ledger's dates change: timers, due dates of open tasks, their next reminders. */
@Component
class RunningClocks {

	private final Handling handling;
	private final ReminderSchedule schedule;
	private final Assignments assignments;
	private final RuntimeService runtime;
	private final ManagementService management;
	private final TaskService tasks;
	private final Elements elements;
	private final WaitingTimers timers;

	RunningClocks(Handling handling, ReminderSchedule schedule, Assignments assignments, @Lazy RuntimeService runtime,
			@Lazy ManagementService management,
			@Lazy TaskService tasks, Elements elements, WaitingTimers timers) {
		this.elements = elements;
		this.timers = timers;
		this.handling = handling;
		this.schedule = schedule;
		this.assignments = assignments;
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
	}

	/** Brings the timers and open tasks of an assignment's handling to what its ledger says now. */
	void follow(String assignmentId) {
		Assignment assignment = assignments.get(assignmentId);
		for (ProcessInstance instance : runtime.createProcessInstanceQuery().processDefinitionKey(ProcessKeys.HANDLING)
				.variableValueEquals(Variables.ASSIGNMENT_ID, assignmentId).list()) {
			follow(instance.getId(), assignment);
		}
	}

	void follow(String processInstanceId, Assignment assignment) {
		move(processInstanceId, TimerIds.RECEIPT_LIMIT, () -> handling.receiptDeadline(assignment.id()));
		move(processInstanceId, TimerIds.REPLY_DUE, () -> handling.expiry(assignment.id()));
		move(processInstanceId, TimerIds.CO_OPINION_LIMIT, () -> handling.coOpinionLimit(assignment.id()));
		if (assignment.dueOn() != null) {
			for (String reminder : List.of(TimerIds.REPLY_REMINDER, TimerIds.OVERDUE_REMINDER)) {
				move(processInstanceId, reminder, () -> date(schedule.firstLook(handling.runningClocks(assignment))));
			}
		}
		for (Task task : tasks.createTaskQuery().processInstanceId(processInstanceId).list()) {
			boolean moved = setDueDate(task, assignment);
			boolean reminded = setNextReminder(task, assignment);
			if (moved || reminded) {
				tasks.saveTask(task);
			}
		}
	}

	private void move(String processInstanceId, String timer, Supplier<Date> to) {
		for (Job job : timers.of(processInstanceId, timer)) {
			Date date = to.get();
			if (!same(date, job.getDuedate())) {
				management.setJobDuedate(job.getId(), date);
			}
		}
	}

	private boolean setDueDate(Task task, Assignment assignment) {
		LocalDate due = dueOn(task, assignment);
		if (due == null) {
			return false;
		}
		task.setDueDate(Date.from(ShanghaiTime.endOf(due).minusSeconds(1)));
		return true;
	}

	private LocalDate dueOn(Task task, Assignment assignment) {
		return switch (elements.key(task)) {
			case TaskKeys.SIGN_RECEIPT -> handling.receiptLimit(assignment.id());
			case TaskKeys.GIVE_CO_OPINION -> handling.coOpinionLimitOn(assignment.id());
			case TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.DECIDE_EXTENSION, TaskKeys.HANDLE_OVERDUE -> assignment.owedOn();
			default -> null;
		};
	}

	/** Sets the follow-up date of the open tasks to the next reminder of whoever has them. */
	void showNextReminder(String processInstanceId, Assignment assignment) {
		for (Task task : tasks.createTaskQuery().processInstanceId(processInstanceId).list()) {
			if (setNextReminder(task, assignment)) {
				tasks.saveTask(task);
			}
		}
	}

	/** The same moment; what the engine keeps may be of another class. */
	private static boolean same(Date one, Date other) {
		return other != null && one.getTime() == other.getTime();
	}

	private boolean setNextReminder(Task task, Assignment assignment) {
		Date next = nextReminder(elements.key(task), assignment);
		if (next == null || same(next, task.getFollowUpDate())) {
			return false;
		}
		task.setFollowUpDate(next);
		return true;
	}

	/**
	 * When whoever has a task of this step is reminded next; the receipt, which has no reminder, is to be looked at on its last day. Null when
	 * nobody is.
	 */
	Date nextReminder(String taskKey, Assignment assignment) {
		return switch (taskKey) {
			case TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.SEAL_REPLY ->
				date(schedule.next(ReminderSchedule.REPLY, assignment.currentDueOn()));
			case TaskKeys.SIGN_RECEIPT -> date(handling.receiptLimit(assignment.id()).atTime(schedule.hour()));
			case TaskKeys.GIVE_CO_OPINION -> date(schedule.next(ReminderSchedule.CO_OPINION, handling.coOpinionLimitOn(assignment.id())));
			default -> null;
		};
	}

	private static Date date(LocalDateTime shanghai) {
		return shanghai == null ? null : Date.from(shanghai.atZone(ShanghaiTime.ZONE).toInstant());
	}
}
