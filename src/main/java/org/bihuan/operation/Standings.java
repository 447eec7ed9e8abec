package org.bihuan.operation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where all that runs stands in the diagrams: what waits for people, and what for a day. Read from the engine's own tables in two statements. */
@Component
public class Standings {

	private static final String TASKS = """
			select d.id_ as definition, d.key_ as process, d.name_ as diagram, t.task_def_key_ as element, t.name_ as step, t.create_time_ as begun,
			t.due_date_ as due, a.owed_on from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
			left join act_ru_variable n on n.task_id_ = t.id_ and n.name_ = 'caseNumber' left join assignment a on a.id = n.text_
			order by d.key_, t.task_def_key_""";

	/** A timer at which a case itself stands; not one beside a task. */
	private static final String DAYS = """
			select d.id_ as definition, d.key_ as process, d.name_ as diagram, e.act_id_ as element, cast(null as varchar(255)) as step,
			cast(null as timestamp) as begun, cast(null as timestamp) as due, cast(null as date) as owed_on
			from act_ru_job j join act_ru_execution e on e.id_ = j.execution_id_ join act_re_procdef d on d.id_ = e.proc_def_id_
			where j.handler_type_ = 'timer-intermediate-transition' order by d.key_, e.act_id_""";

	private final JdbcClient jdbc;

	Standings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(String definition, String process, String diagram, String element, String step, Timestamp begun, Timestamp due,
			LocalDate owedOn) {
	}

	/**
	 * One that stands at an element.
	 *
	 * @param definition the version of the diagram
	 * @param step what the task is called; null where a day is waited for
	 * @param begunOn null where a day is waited for
	 * @param dueOn of the task; null where it has none, and where a day is waited for
	 * @param owedOn by when the assignment owes something; null where it owes nothing, and for what is about no assignment
	 */
	public record Standing(String definition, String process, String diagram, String element, String step, LocalDate begunOn, LocalDate dueOn,
			LocalDate owedOn) {
	}

	/** By diagram and element. */
	public List<Standing> all() {
		return Stream.of(TASKS, DAYS).flatMap(sql -> jdbc.sql(sql).query(Rows.of(Row.class)).list().stream())
				.map(row -> new Standing(row.definition(), row.process(), row.diagram(), row.element(), row.step(), day(row.begun()), day(row.due()),
						row.owedOn()))
				.toList();
	}

	private static LocalDate day(Timestamp at) {
		return at == null ? null : ShanghaiTime.dateAt(at.toInstant());
	}
}
