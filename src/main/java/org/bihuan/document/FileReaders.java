package org.bihuan.document;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
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

	/** The task of the whole outcome whose files a unit reads that handles some of it: the scanned instructions. */
	private static final String FOR_UNITS = TaskKeys.ENTER_INSTRUCTION;

	private final JdbcClient jdbc;
	private final TaskService tasks;

	FileReaders(JdbcClient jdbc, @Lazy TaskService tasks) {
		this.jdbc = jdbc;
		this.tasks = tasks;
	}

	/**
	 * Whether an attachment may be read. What belongs to the whole outcome was mostly uploaded while it came about: who is asked for an
	 * opinion reads the draft's files while he is asked, nobody reads what others gave with theirs, and of all this a unit that handles
	 * it later reads the scanned instructions alone, as on the outcome's page.
	 */
	public boolean mayRead(Reader reader, Attachments.Attachment attachment) {
		if (attachment.assignmentId() != null) {
			return mayRead(reader, attachment.outcomeId(), attachment.assignmentId());
		}
		if (reader.seesEverything() || tookPart(reader, attachment.outcomeId()) || attachment.uploadedBy().equals(reader.id())
				|| tasks.createTaskQuery().taskId(attachment.taskId()).count() > 0) {
			return true;
		}
		return switch (attachment.taskKey()) {
			case TaskKeys.GIVE_OPINION -> false;
			case FOR_UNITS -> reader.units().stream().anyMatch(unit -> handles(unit, attachment.outcomeId(), null));
			default -> tasks.createTaskQuery().processDefinitionKey(ProcessKeys.FORMATION)
					.processVariableValueEquals(Variables.OUTCOME_ID, attachment.outcomeId())
					.count() > 0;
		};
	}

	/**
	 * Whether a document may be read. Asks the engine too, with the rights of the account that is acting now.
	 *
	 * @param assignmentId null for a document of the whole outcome: it holds every suggestion, so a unit, which sees its own alone, does not read
	 * it, as it does not on the outcome's page; what it is to do stands in its own 交办通知
	 */
	public boolean mayRead(Reader reader, String outcomeId, String assignmentId) {
		return reader.seesEverything() || tookPart(reader, outcomeId) || (assignmentId != null
				&& (reader.units().stream().anyMatch(unit -> handles(unit, outcomeId, assignmentId)) || hasTask(assignmentId)));
	}

	/**
	 * Whether who sees an outcome's page through assignments of his alone may read what was attached to the whole, as {@link #mayRead} gives it to
	 * him: the scanned instructions, and what is his own.
	 */
	public static boolean mayReadOfWhole(Reader reader, String taskKey, String uploadedBy) {
		return FOR_UNITS.equals(taskKey) || uploadedBy.equals(reader.id());
	}

	private boolean tookPart(Reader reader, String outcomeId) {
		return reader.groups().contains(Organisation.MEMBERS) && jdbc.sql("select count(*) from outcome_member where outcome_id = ? and member = ?")
				.params(outcomeId, reader.id()).query(Integer.class).single() > 0;
	}

	private boolean handles(String unit, String outcomeId, String assignmentId) {
		return jdbc.sql("""
				select count(*) from assignment a where a.outcome_id = :outcome and (cast(:assignment as varchar(60)) is null or a.id = :assignment)
				and (a.lead_unit = :unit or exists (select 1 from assignment_unit u where u.assignment_id = a.id and u.unit = :unit))""")
				.param("outcome", outcomeId)
				.param("assignment", assignmentId).param("unit", unit).query(Integer.class).single() > 0;
	}

	private boolean hasTask(String assignmentId) {
		return tasks.createTaskQuery().processVariableValueEquals(Variables.ASSIGNMENT_ID, assignmentId).count() > 0;
	}
}
