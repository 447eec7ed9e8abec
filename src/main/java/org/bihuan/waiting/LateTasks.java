package org.bihuan.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.waiting.TaskTellings.Told;
import org.springframework.stereotype.Component;

/** 超期任务: the open tasks whose day has passed, as pages and the weekly paper show them. */
@Component
public class LateTasks {

	private final WaitingTasks waiting;
	private final TaskTellings tellings;
	private final Holders holders;
	private final Clock clock;

	LateTasks(WaitingTasks waiting, TaskTellings tellings, Holders holders, Clock clock) {
		this.waiting = waiting;
		this.tellings = tellings;
		this.holders = holders;
		this.clock = clock;
	}

	/**
	 * @param number of the assignment, or of the outcome
	 * @param holder who has it, in Chinese
	 * @param daysLate calendar days
	 * @param toldOn when the superior was told last, a day in Shanghai; null before the first morning after
	 * @param taskId null on a paper of a former version
	 */
	public record Late(String outcomeId, String number, String title, String task, String holder, LocalDate dueOn, long daysLate,
			LocalDate toldOn, String taskId) {
	}

	/** Those of today, the longest past first. */
	public List<Late> now() {
		LocalDate today = LocalDate.now(clock);
		List<OpenTask> late = waiting.dueBefore(today);
		if (late.isEmpty()) {
			return List.of();
		}
		Map<String, Told> told = tellings.ofOpenTasks();
		return late.stream().map(task -> new Late(task.outcomeId(), task.number(), task.title(), task.name(), holders.words(task), task.dueOn(),
				today.toEpochDay() - task.dueOn().toEpochDay(), toldOn(told.get(TaskTellings.key(task.id(), task.dueOn()))), task.id())).toList();
	}

	private static LocalDate toldOn(Told told) {
		OffsetDateTime at = told == null ? null : told.superiorAt();
		return at == null ? null : ShanghaiTime.dateAt(at.toInstant());
	}
}
