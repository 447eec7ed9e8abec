package org.bihuan.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.waiting.TaskTellings.Told;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/**
 * 任务时限: each working day it looks at the open tasks. Whoever has one that is due today or on the next working day is reminded, once; of one
 * whose day has passed the superior hears at once, and again after as many working days as stand on the element in the
 * diagram, then after twice, four times and at last each eight times as many: who was told and told again is not told
 * daily. A look on a day without such tasks writes nothing.
 */
@Component("watchTaskLimits")
class WatchTaskLimits implements JavaDelegate {

	/** The property of the element in the diagram: how many working days the superior waits before he hears again. */
	private static final String AGAIN = "again";

	/** Of diagrams from before it stood there. */
	private static final int AGAIN_OF_OLD_MODELS = 5;

	/** In times of the first one. */
	private static final int LONGEST_WAIT = 8;

	private final WaitingTasks waiting;
	private final TaskTellings tellings;
	private final Superiors superiors;
	private final Organisation organisation;
	private final Telling telling;
	private final Trail trail;
	private final AnnouncedCalendars calendars;
	private final Clock clock;

	WatchTaskLimits(WaitingTasks waiting, TaskTellings tellings, Superiors superiors, Organisation organisation, Telling telling, Trail trail,
			AnnouncedCalendars calendars, Clock clock) {
		this.waiting = waiting;
		this.tellings = tellings;
		this.superiors = superiors;
		this.organisation = organisation;
		this.telling = telling;
		this.trail = trail;
		this.calendars = calendars;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		LocalDate today = LocalDate.now(clock);
		HolidayCalendar calendar = calendars.get();
		if (!calendar.isWorkingDay(today)) {
			return;
		}
		WorkingDays workingDays = new WorkingDays(() -> calendar);
		LocalDate tomorrow = workingDays.after(today, 1).due();
		List<OpenTask> tasks = new ArrayList<>(giveDays(workingDays));
		tasks.removeIf(task -> task.dueOn().isAfter(tomorrow));
		tasks.addAll(waiting.dueBefore(tomorrow.plusDays(1)));
		if (tasks.isEmpty()) {
			return;
		}
		int again = again(execution.getBpmnModelElementInstance());
		Map<String, Told> told = tellings.ofOpenTasks();
		for (OpenTask task : tasks) {
			Told before = told.get(TaskTellings.key(task.id(), task.dueOn()));
			if (task.dueOn().isBefore(today)) {
				if (before == null || before.superiorAt() == null || isTime(before, today, again, workingDays)) {
					escalate(task, today, before == null ? 1 : before.step() + 1);
				}
			}
			else if (before == null && !task.limit().bySchedule()) {
				remind(task);
			}
		}
	}

	/** Whether the superior, who was told so often already, is told once more. */
	private static boolean isTime(Told before, LocalDate today, int again, WorkingDays workingDays) {
		int waits = again * Math.min(1 << Math.min(before.step() - 1, LONGEST_WAIT), LONGEST_WAIT);
		return workingDays.workingDaysBetween(ShanghaiTime.dateAt(before.superiorAt().toInstant()), today) >= waits;
	}

	/** @throws Refusal in Chinese with the element's name, for what is no number of working days */
	private static int again(FlowElement element) {
		String written = element.getExtensionElements() == null ? null
				: element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
						.flatMap(listed -> listed.getCamundaProperties().stream()).filter(one -> AGAIN.equals(one.getCamundaName()))
						.map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
		Refusal.unless(written == null || written.matches("[1-9]|[1-5]\\d|60"),
				() -> "流程图 task-limits.bpmn 中的“" + element.getName() + "”（" + element.getId()
						+ "）扩展属性 again=" + written + " 不对，应为 1 至 60 的整数：超期后过几个工作日再告知上级一次，以后间隔加倍。");
		return written == null ? AGAIN_OF_OLD_MODELS : Integer.parseInt(written);
	}

	/** What was open before tasks had days gets its own, by the number that stands in the model now; the engine writes it after this look. */
	private List<OpenTask> giveDays(WorkingDays workingDays) {
		List<OpenTask> given = waiting.withoutDay().stream().filter(task -> task.limit().workingDays() != null)
				.map(task -> task.due(workingDays.after(task.begunOn(), task.limit().workingDays()).due())).toList();
		given.forEach(task -> waiting.due(task.id(), task.dueOn()));
		return given;
	}

	private void remind(OpenTask task) {
		String due = what(task) + "将于 " + task.dueOn() + " 到期，";
		tell(Occasion.TASK_DUE, task, TaskTellings.REMINDED, due + "现由" + holders(task) + "办理。", due + "请按时办理。");
		record(task, Act.TASK_REMINDED, Map.of());
	}

	private void escalate(OpenTask task, LocalDate today, int step) {
		long days = today.toEpochDay() - task.dueOn().toEpochDay();
		String late = what(task) + "应于 " + task.dueOn() + " 前办理，已超期 " + days + " 天，";
		List<String> told = tell(Occasion.TASK_OVERDUE, task, step, late + "仍在等待" + holders(task) + "，请督促。", late + "请立即办理。");
		record(task, Act.TASK_OVERDUE, Map.of("daysLate", days, "superiors", told));
	}

	private static String what(OpenTask task) {
		return (task.title().isEmpty() ? "" : "《" + task.title() + "》（" + task.number() + "）的") + "任务“" + task.name() + "”";
	}

	private String holders(OpenTask task) {
		return task.holders().stream().map(organisation::name).collect(Collectors.joining("、"));
	}

	/** @return who was told */
	private List<String> tell(Occasion occasion, OpenTask task, int step, String text, String toHolder) {
		List<String> told = telling.tell(News
				.of(occasion, "task/" + task.id() + "/" + task.dueOn() + "/" + step, task.outcomeId(), task.assignmentId(), text)
				.with(Addressee.HOLDER, task::holders)
				.with(Addressee.SUPERIOR, () -> superiors.of(task.limit().superiors(), task.outcomeId(), task.assignmentId()))
				.wordedFor(Addressee.HOLDER, toHolder));
		tellings.add(task, step);
		return told;
	}

	private void record(OpenTask task, Act act, Map<String, ?> more) {
		if (task.outcomeId() != null) {
			Map<String, Object> detail = new LinkedHashMap<>();
			detail.put("task", task.name());
			detail.put("due", task.dueOn().toString());
			detail.put("waits", task.holders());
			detail.putAll(more);
			trail.add(Actors.SYSTEM, act, new Subject(task.outcomeId(), task.assignmentId(), task.key(), null), detail);
		}
	}
}
