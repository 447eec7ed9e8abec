package org.bihuan.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of the days of open tasks: a reminder is step 0, the superior is told in steps 1, 2, … of five working days each. */
@Repository
class TaskTellings {

	static final int REMINDED = 0;

	private final JdbcClient jdbc;
	private final Clock clock;

	TaskTellings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The last that was told of a task and its day.
	 *
	 * @param step the highest
	 * @param superiorAt when the superior was told last; null when he was not
	 */
	record Told(String taskId, LocalDate dueOn, int step, OffsetDateTime superiorAt) {
	}

	/** The last tellings of every open task, by {@link #key}. */
	Map<String, Told> ofOpenTasks() {
		Map<String, Told> told = new HashMap<>();
		jdbc.sql("""
				select w.task_id, w.due_on, max(w.step) as step, max(case when w.step > 0 then w.told_at end) as superior_at
				from task_telling w join act_ru_task t on t.id_ = w.task_id group by w.task_id, w.due_on""").query(Rows.of(Told.class)).list()
				.forEach(one -> told.put(key(one.taskId(), one.dueOn()), one));
		return told;
	}

	/** A task whose day was moved is another matter. */
	static String key(String taskId, LocalDate dueOn) {
		return taskId + "/" + dueOn;
	}

	void add(OpenTask task, int step) {
		jdbc.sql("insert into task_telling (task_id, due_on, step, told_at) values (?, ?, ?, ?)")
				.params(task.id(), task.dueOn(), step, OffsetDateTime.now(clock)).update();
	}
}
