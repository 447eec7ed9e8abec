package org.bihuan.document;

import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read a file of a case: whoever sees every outcome; a unit that leads or joins the assignment it belongs to; a member
 * who took part; and whoever now has a task of the same case, which was given to him to be done with what belongs to it.
 */
@Component
public class FileReaders {

	private final JdbcClient jdbc;
	private final TaskService tasks;

	FileReaders(JdbcClient jdbc, @Lazy TaskService tasks) {
		this.jdbc = jdbc;
		this.tasks = tasks;
	}

	/**
	 * Asks the engine too, with the rights of the account that is acting now.
	 *
	 * @param assignmentId null for a file of the whole outcome
	 */
	public boolean mayRead(Reader reader, String outcomeId, String assignmentId) {
		return reader.seesEverything() || tookPart(reader, outcomeId) || reader.units().stream().anyMatch(unit -> handles(unit, outcomeId, assignmentId))
				|| hasTask(outcomeId, assignmentId);
	}

	private boolean tookPart(Reader reader, String outcomeId) {
		return jdbc.sql("select count(*) from outcome_member where outcome_id = ? and member = ?").params(outcomeId, reader.id()).query(Integer.class).single() > 0;
	}

	private boolean handles(String unit, String outcomeId, String assignmentId) {
		return jdbc.sql("""
				select count(*) from assignment a where a.outcome_id = :outcome and (cast(:assignment as varchar(60)) is null or a.id = :assignment)
				and (a.lead_unit = :unit or exists (select 1 from assignment_unit u where u.assignment_id = a.id and u.unit = :unit))""").param("outcome", outcomeId)
				.param("assignment", assignmentId).param("unit", unit).query(Integer.class).single() > 0;
	}

	private boolean hasTask(String outcomeId, String assignmentId) {
		return tasks.createTaskQuery().processVariableValueEquals(assignmentId == null ? "outcomeId" : "assignmentId", assignmentId == null ? outcomeId : assignmentId)
				.count() > 0;
	}
}
