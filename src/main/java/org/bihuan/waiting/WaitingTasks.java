package org.bihuan.waiting;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.TaskLimit;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.terms.Rows;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open tasks with their days, read in one statement however many there are. They lie in the engine's own tables, which it has no query for
 * that would give tasks, cases and candidates at once.
 */
@Component
public class WaitingTasks {

	/** Far beyond any limit. */
	private static final LocalDate EVER = LocalDate.of(9999, 1, 1);

	private static final String CASES = """
			select t.id_ as id, t.task_def_key_ as task_key, t.name_ as name, t.proc_def_id_ as definition, t.assignee_ as assignee,
			t.create_time_ as created, t.due_date_ as due, o.id as outcome_id, a.id as assignment_id, o.title as title,
			l.group_id_ as offered_group, l.user_id_ as offered_person
			from act_ru_task t
			left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
			left join act_ru_variable n on n.task_id_ = t.id_ and n.name_ = 'caseNumber'
			left join assignment a on a.id = n.text_
			left join outcome o on o.id = coalesce(a.outcome_id, n.text_)
			where t.suspension_state_ = 1 and\s""";

	private static final String IN_ORDER = " order by t.due_date_, t.id_, l.group_id_, l.user_id_";

	private static final String BEFORE = "(t.due_date_ is not null and t.due_date_ < :before)";

	private static final String WITHOUT = "(t.due_date_ is null and cast(:before as timestamp) is not null)";

	private final JdbcClient jdbc;
	private final TaskLimits limits;
	private final TaskService tasks;
	private final Elements elements;

	WaitingTasks(JdbcClient jdbc, TaskLimits limits, @Lazy TaskService tasks, Elements elements) {
		this.elements = elements;
		this.jdbc = jdbc;
		this.limits = limits;
		this.tasks = tasks;
	}

	private record Row(String id, String taskKey, String name, String definition, String assignee, Timestamp created, Timestamp due,
			String outcomeId, String assignmentId, String title, String offeredGroup, String offeredPerson) {
	}

	/** Those whose day is before this one, the longest past first. */
	public List<OpenTask> dueBefore(LocalDate day) {
		return read(BEFORE, day);
	}

	/** Those of a version in which tasks had no day. */
	List<OpenTask> withoutDay() {
		return read(WITHOUT, EVER);
	}

	/** Those of these outcomes and their assignments, the nearest day first. */
	public List<OpenTask> of(Collection<String> outcomeIds) {
		return outcomeIds.isEmpty() ? List.of() : tasks(jdbc.sql(CASES + "o.id in (:outcomes)" + IN_ORDER).param("outcomes", outcomeIds));
	}

	/** These, by their ids, the nearest day first; one that is not open any more is left out. */
	public List<OpenTask> ofTasks(Collection<String> ids) {
		return ids.isEmpty() ? List.of() : tasks(jdbc.sql(CASES + "t.id_ in (:tasks)" + IN_ORDER).param("tasks", ids));
	}

	private List<OpenTask> read(String which, LocalDate before) {
		return tasks(jdbc.sql(CASES + which + IN_ORDER).param("before", Timestamp.from(ShanghaiTime.startOf(before))));
	}

	/** There is a row for each to whom a task is offered. */
	private List<OpenTask> tasks(JdbcClient.StatementSpec statement) {
		Map<String, List<Row>> rows = statement.query(Rows.of(Row.class)).list().stream()
				.collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
		return rows.values().stream().map(this::task).toList();
	}

	private OpenTask task(List<Row> offered) {
		Row row = offered.get(0);
		return new OpenTask(row.id(), elements.key(row.definition(), row.taskKey()), row.name(), limits.of(row.definition(), row.taskKey()),
				ShanghaiTime.dateAt(row.created().toInstant()), row.due() == null ? null : ShanghaiTime.dateAt(row.due().toInstant()),
				row.outcomeId(), row.assignmentId(), row.title() == null ? "" : row.title(), row.assignee(),
				offered.stream().map(Row::offeredGroup).filter(Objects::nonNull).toList(),
				offered.stream().map(Row::offeredPerson).filter(Objects::nonNull).toList());
	}

	/**
	 * A day that moves with the holidays.
	 *
	 * @param wasProvisional whether it was counted over a year that nobody had announced
	 */
	public record Move(OpenTask task, LocalDate to, boolean wasProvisional, boolean provisional) {
	}

	/**
	 * The tasks whose day was counted from the number in the model, and is another one by another calendar. What a timer ends has its day in the
	 * ledger, as it was told to those who are asked.
	 */
	public List<Move> moved(Supplier<HolidayCalendar> now, Supplier<HolidayCalendar> then) {
		WorkingDays before = new WorkingDays(now);
		WorkingDays after = new WorkingDays(then);
		return dueBefore(EVER).stream().filter(task -> task.limit().workingDays() != null && !task.limit().endedByTimer())
				.filter(task -> before.after(task.begunOn(), task.limit().workingDays()).due().equals(task.dueOn()))
				.map(task -> move(task, before, after)).filter(move -> !move.to().equals(move.task().dueOn())).toList();
	}

	private static Move move(OpenTask task, WorkingDays before, WorkingDays after) {
		TaskLimit limit = task.limit();
		return new Move(task, after.after(task.begunOn(), limit.workingDays()).due(),
				before.after(task.begunOn(), limit.workingDays()).provisional(), after.after(task.begunOn(), limit.workingDays()).provisional());
	}

	/** Gives an open task this day. */
	public void due(String taskId, LocalDate day) {
		var task = tasks.createTaskQuery().taskId(taskId).singleResult();
		task.setDueDate(TaskWork.dueDate(day));
		tasks.saveTask(task);
	}
}
