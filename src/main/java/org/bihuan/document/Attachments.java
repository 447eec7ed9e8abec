package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Written;
import org.bihuan.engine.role.Elements;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Records;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people attach to the tasks of a case. It belongs to the case and outlives the task. What was uploaded by mistake its owner withdraws
 * while nobody relied on it: as long as the task is open in which he uploaded it. Its row stays and says so, and nobody is given its bytes any
 * more; they are kept, because what the database keeps for good has no way by which something vanishes, and who says that another file lay there
 * can be answered.
 */
@Component
public class Attachments {

	private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

	/** Everything but the bytes. */
	private static final String SELECT = "select a.id, a.outcome_id, a.assignment_id, a.task_id, a.task_key, a.name, a.type, a.sha256, "
			+ "a.size_bytes, a.uploaded_by, a.uploaded_at, w.reason as withdrawn_for, w.withdrawn_by, w.withdrawn_at, " + Records.NOT_ISSUED
			+ " as not_issued from attachment a "
			+ "left join attachment_withdrawal w on w.attachment_id = a.id ";
	private static final int LONGEST_REASON = 200;
	private static final String NO_TASK = "任务不存在、已经办结，或者您无权查看，请刷新任务列表。";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TaskService tasks;
	private final AttachmentRules rules;
	private final AttachmentStore store;
	private final Trail trail;
	private final UploadQuota quota;
	private final VirusScanner scanner;
	private final TransactionTemplate transaction;
	private final Elements elements;

	private final Witness witness;
	private final Actors actors;
	private final Organisation organisation;
	private final Outcomes outcomes;
	private final Turns turns;

	Attachments(JdbcClient jdbc, Clock clock, @Lazy TaskService tasks, AttachmentRules rules, AttachmentStore store, Trail trail,
			UploadQuota quota, VirusScanner scanner, PlatformTransactionManager transactions, Witness witness, Actors actors,
			Organisation organisation, Elements elements, Outcomes outcomes, Turns turns) {
		this.outcomes = outcomes;
		this.turns = turns;
		this.elements = elements;
		this.actors = actors;
		this.organisation = organisation;
		this.witness = witness;
		this.quota = quota;
		this.scanner = scanner;
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc = jdbc;
		this.clock = clock;
		this.tasks = tasks;
		this.rules = rules;
		this.store = store;
		this.trail = trail;
	}

	/**
	 * @param assignmentId null when it belongs to the whole outcome
	 * @param withdrawnFor why its owner withdrew it; null, as who and when, while it stands
	 * @param notIssued whether it is the scan of a letter that was not issued ({@link Records#NOT_ISSUED})
	 */
	public record Attachment(long id, String outcomeId, String assignmentId, String taskId, String taskKey, String name, FileType type,
			String sha256, long sizeBytes, String uploadedBy,
			OffsetDateTime uploadedAt, String withdrawnFor, String withdrawnBy, OffsetDateTime withdrawnAt, boolean notIssued) {

		public boolean withdrawn() {
			return withdrawnAt != null;
		}
	}

	/**
	 * The case of a task.
	 *
	 * @param taskKey of its step, whatever its element is called
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
		return new Case(taskId, elements.key(task), (String) ids.get(Variables.OUTCOME_ID), (String) ids.get(Variables.ASSIGNMENT_ID));
	}

	/**
	 * The case of a task to which an account uploads now: it is for him, and no colleague has claimed it, who could not withdraw what lies there.
	 *
	 * @throws Refusal if it is another's
	 */
	private Case toUploadTo(String taskId, String actor) {
		Case of = ofTask(taskId);
		actors.requireHolder(tasks.getIdentityLinksForTask(taskId), actor);
		String assignee = tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
		if (assignee != null && !assignee.equals(actor)) {
			throw Refusal.forbidden("这项任务由“" + organisation.name(assignee) + "”办理，附件由他上传，没有保存。请交给他上传，或者请他先取消认领。");
		}
		return of;
	}

	/**
	 * Attaches a file to a task that is for the account acting now and that no colleague has claimed. It is opened and looked
	 * at for viruses before any transaction begins.
	 *
	 * The same file of the same name by the same account to the same task a second time is the same attachment: somebody did not hear the answer.
	 *
	 * @return the attachment's id
	 * @throws Refusal with the reason, in Chinese, why the file is not taken; nothing is left of it then
	 */
	public long attach(String taskId, String name, ReceivedFile file, String actor) {
		toUploadTo(taskId, actor);
		FileType type = turns.during(() -> rules.check(name, file));
		scanner.check(name, file.path());
		return keep(taskId, name, type, file, actor);
	}

	/** The same of a file that is in memory. */
	public long attach(String taskId, String name, byte[] bytes, String actor) {
		try (ReceivedFile file = ReceivedFile.of(bytes)) {
			return attach(taskId, name, file, actor);
		}
	}

	/** The same of a file that the application has made itself, in which nobody need look for a virus: it may be kept with what goes on now. */
	public long attachOwn(String taskId, String name, byte[] bytes, String actor) {
		try (ReceivedFile file = ReceivedFile.of(bytes)) {
			return keep(taskId, name, rules.check(name, file), file, actor);
		}
	}

	private long keep(String taskId, String name, FileType type, ReceivedFile file, String actor) {
		return Objects.requireNonNull(transaction.execute(status -> {
			Case of = toUploadTo(taskId, actor);
			// of two that bring the same at the same moment the second looks when the first is through
			outcomes.lock(of.outcomeId());
			return there(taskId, name, file, actor).orElseGet(() -> keep(of, name, type, file, actor));
		}));
	}

	private Optional<Long> there(String taskId, String name, ReceivedFile file, String actor) {
		return jdbc
				.sql(SELECT + "where a.task_id = ? and a.uploaded_by = ? and a.sha256 = ? and a.name = ? and w.withdrawn_at is null order by a.id")
				.params(taskId, actor, file.sha256(), name).query(Rows.of(Attachment.class)).list().stream().map(Attachment::id).findFirst();
	}

	private long keep(Case of, String name, FileType type, ReceivedFile file, String actor) {
		quota.count(of.outcomeId(), file.size(), actor);
		KeyHolder key = new GeneratedKeyHolder();
		try (InputStream content = store.isUsed() ? null : Files.newInputStream(file.path())) {
			jdbc.sql("""
					insert into attachment (outcome_id, assignment_id, task_id, task_key, name, type, sha256, size_bytes, content, place,
					uploaded_by, uploaded_at)
					values (:outcome, :assignment, :task, :taskKey, :name, :type, :hash, :size, :content, :place, :actor, :at)""")
					.param("outcome", of.outcomeId()).param("assignment", of.assignmentId()).param("task", of.taskId())
					.param("taskKey", of.taskKey()).param("name", name).param("type", type.name()).param("hash", file.sha256())
					.param("size", file.size())
					.param("content", content == null ? null : new SqlBinaryValue(content, file.size()), java.sql.Types.BINARY)
					.param("place", store.isUsed() ? store.keep(file.path()) : null).param("actor", actor).param("at", OffsetDateTime.now(clock))
					.update(key, "id");
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		witness.of(actor);
		trail.add(actor, Act.ATTACHMENT_ADDED, new Subject(of.outcomeId(), of.assignmentId(), of.taskKey(), of.taskId()),
				Map.of("name", name, "sha256", file.sha256()));
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	/**
	 * Whether its owner may still withdraw it, as far as can be said without asking the engine: {@link #withdraw} asks whether its task is open.
	 *
	 * @param account who asks
	 */
	public static boolean isOwn(Attachment attachment, String account) {
		return attachment.uploadedBy().equals(account) && !attachment.withdrawn();
	}

	/**
	 * Withdraws a file that was uploaded by mistake.
	 *
	 * @param reason why, as its owner says it
	 * @throws Refusal unless the account that acts uploaded it, in a task that is still open
	 */
	@Transactional
	public void withdraw(long id, String reason, String actor) {
		Attachment attachment = find(id).filter(one -> one.uploadedBy().equals(actor))
				.orElseThrow(() -> Refusal.invalid("只有上传的人可以撤回自己的附件。"));
		Refusal.unless(!attachment.withdrawn(), "附件“" + attachment.name() + "”已经撤回，请刷新页面。");
		String why = Answer.of(Map.of("reason", reason)).text("reason");
		Refusal.unless(why == null || !Written.unfit(why), "撤回的理由里有看不见的控制字符，请删去后重新填写。");
		Refusal.unless(why != null, "请写明为什么撤回附件“" + attachment.name() + "”。");
		Refusal.unless(why.codePointCount(0, why.length()) <= LONGEST_REASON, "撤回的理由最多 " + LONGEST_REASON + " 字，请精简后再提交。");
		if (!lockTask(jdbc, attachment.taskId())) {
			throw Refusal.overtaken("附件“" + attachment.name() + "”所在的任务已经办结，别人已据此办理，不能再撤回。写错了的，请三办在“更正、撤回、改派、补交办”中说明。");
		}
		try {
			jdbc.sql("insert into attachment_withdrawal (attachment_id, reason, withdrawn_by, withdrawn_at) values (?, ?, ?, ?)")
					.params(id, why, actor, OffsetDateTime.now(clock)).update();
		}
		catch (DuplicateKeyException twice) {
			throw Refusal.overtaken("附件“" + attachment.name() + "”已经撤回，请刷新页面。", twice);
		}
		witness.of(actor);
		trail.add(actor, Act.ATTACHMENT_WITHDRAWN,
				new Subject(attachment.outcomeId(), attachment.assignmentId(), attachment.taskKey(), attachment.taskId()),
				Map.of("name", attachment.name(), "sha256", attachment.sha256(), "reason", why));
	}

	/**
	 * Keeps an open task from being completed, and its files from being withdrawn, by another transaction until this one ends: of the two one comes
	 * first and the other sees it.
	 *
	 * @return whether the task is open
	 */
	static boolean lockTask(JdbcClient jdbc, String taskId) {
		return jdbc.sql("select id_ from act_ru_task where id_ = ? for update").param(taskId).query(String.class).optional().isPresent();
	}

	/** The attachments of an outcome and its assignments, oldest first. */
	public List<Attachment> ofOutcome(String outcomeId) {
		return jdbc.sql(SELECT + "where a.outcome_id = ? order by a.id").param(outcomeId).query(Rows.of(Attachment.class)).list();
	}

	public Optional<Attachment> find(long id) {
		return jdbc.sql(SELECT + "where a.id = ?").param(id).query(Rows.of(Attachment.class)).optional();
	}

	/**
	 * The file as it was uploaded; its caller closes it.
	 *
	 * @throws Refusal if what is kept is not what was uploaded, or is not there any more: it names the file, and what to do
	 */
	public ReceivedFile open(Attachment attachment) {
		String place = jdbc.sql("select place from attachment where id = ?").param(attachment.id()).query(String.class).optional().orElse(null);
		ReceivedFile file = place == null ? turns.during(() -> ofDatabase(attachment.id()))
				: store.open(place).orElseThrow(() -> damaged(attachment, place, "找不到了"));
		if (!file.sha256().equals(attachment.sha256())) {
			file.close();
			throw damaged(attachment, place, "与上传时的不一致");
		}
		return file;
	}

	/** A database may hand over a value as a whole, which is why only some do so at once. */
	private ReceivedFile ofDatabase(long id) {
		return jdbc.sql("select content from attachment where id = ?").param(id).query((row, number) -> {
			try (InputStream content = row.getBinaryStream(1)) {
				return ReceivedFile.of(content);
			}
			catch (IOException failed) {
				throw new UncheckedIOException(failed);
			}
		}).single();
	}

	private Refusal damaged(Attachment attachment, String place, String how) {
		String about = attachment.assignmentId() == null ? "成果 " + attachment.outcomeId() : "交办件 " + attachment.assignmentId();
		String where = place == null ? "数据库里" : "附件文件夹里（文件 " + place + "）";
		LOG.error("{}的附件“{}”（编号 {}）{}，在{}。请从备份恢复", about, attachment.name(), attachment.id(), how, where);
		return Refusal.unreachable(about + " 的附件“" + attachment.name() + "”（编号 " + attachment.id() + "）" + how + "，没有下载。请告知系统管理员：它在" + where
				+ "，从备份里恢复后即可下载。", null);
	}

	/** The bytes of one that has to be in memory as a whole. */
	byte[] read(Attachment attachment) {
		try (ReceivedFile file = open(attachment)) {
			return file.bytes();
		}
	}
}
