package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Hash;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people attach to the tasks of a case. It belongs to the case and outlives the task; nothing is ever taken away again. */
@Component
public class Attachments {

	/** Everything but the bytes. */
	private static final String SELECT = "select id, outcome_id, assignment_id, task_id, task_key, name, type, sha256, size_bytes, "
			+ "uploaded_by, uploaded_at from attachment ";
	private static final String NO_TASK = "任务不存在、已经办结，或者您无权查看，请刷新任务列表。";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TaskService tasks;
	private final AttachmentRules rules;
	private final AttachmentStore store;
	private final Trail trail;

	Attachments(JdbcClient jdbc, Clock clock, @Lazy TaskService tasks, AttachmentRules rules, AttachmentStore store, Trail trail) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.tasks = tasks;
		this.rules = rules;
		this.store = store;
		this.trail = trail;
	}

	/** @param assignmentId null when it belongs to the whole outcome */
	public record Attachment(long id, String outcomeId, String assignmentId, String taskId, String taskKey, String name, FileType type,
			String sha256, long sizeBytes, String uploadedBy,
			OffsetDateTime uploadedAt) {
	}

	/**
	 * The case of a task.
	 *
	 * @param assignmentId null for a task about the whole outcome
	 */
	public record Case(String taskId, String taskKey, String outcomeId, String assignmentId) {
	}

	/**
	 * The case of a task that the account acting now may see.
	 *
	 * @throws Refusal if there is no such task for it
	 */
	public Case ofTask(String taskId) {
		Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
		if (task == null) {
			throw Refusal.overtaken(NO_TASK);
		}
		Map<String, Object> ids = tasks.getVariables(taskId, List.of(Variables.OUTCOME_ID, Variables.ASSIGNMENT_ID));
		return new Case(taskId, task.getTaskDefinitionKey(), (String) ids.get(Variables.OUTCOME_ID), (String) ids.get(Variables.ASSIGNMENT_ID));
	}

	/**
	 * Attaches a file to a task that the account acting now may see.
	 *
	 * @return the attachment's id
	 * @throws Refusal with the reason, in Chinese, why the file is not taken; nothing is left of it then
	 */
	@Transactional
	public long attach(String taskId, String name, byte[] bytes, String actor) {
		Case of = ofTask(taskId);
		FileType type = rules.check(name, bytes);
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into attachment (outcome_id, assignment_id, task_id, task_key, name, type, sha256, size_bytes, content, place,
				uploaded_by, uploaded_at)
				values (:outcome, :assignment, :task, :taskKey, :name, :type, :hash, :size, :content, :place, :actor, :at)""")
				.param("outcome", of.outcomeId()).param("assignment", of.assignmentId()).param("task", taskId).param("taskKey", of.taskKey())
				.param("name", name)
				.param("type", type.name()).param("hash", Hash.of(bytes)).param("size", bytes.length)
				.param("content", store.isUsed() ? null : bytes, java.sql.Types.BINARY)
				.param("place", store.isUsed() ? store.keep(bytes) : null).param("actor", actor).param("at", OffsetDateTime.now(clock))
				.update(key, "id");
		trail.add(actor, Act.ATTACHMENT_ADDED, new Subject(of.outcomeId(), of.assignmentId(), of.taskKey(), taskId),
				Map.of("name", name, "sha256", Hash.of(bytes)));
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	/** The attachments of an outcome and its assignments, oldest first. */
	public List<Attachment> ofOutcome(String outcomeId) {
		return jdbc.sql(SELECT + "where outcome_id = ? order by id").param(outcomeId).query(Rows.of(Attachment.class)).list();
	}

	public Optional<Attachment> find(long id) {
		return jdbc.sql(SELECT + "where id = ?").param(id).query(Rows.of(Attachment.class)).optional();
	}

	/** @throws IllegalStateException if what is kept is not what was uploaded */
	public byte[] read(Attachment attachment) {
		byte[] bytes = jdbc.sql("select content, place from attachment where id = ?").param(attachment.id())
				.query((row, number) -> row.getString(2) == null ? row.getBytes(1) : store.read(row.getString(2))).single();
		if (!Hash.of(bytes).equals(attachment.sha256())) {
			throw new IllegalStateException("attachment " + attachment.id() + " is not what was uploaded");
		}
		return bytes;
	}
}
