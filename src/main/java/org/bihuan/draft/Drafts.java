package org.bihuan.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.role.Elements;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person has typed into the form of a task, or into a start form, kept until he hands it in; one a person and form. It is given to its writer
 * alone, and only as long as the form is for him. It goes in the transaction in which the form is handed in ({@link DraftEnds}), some days after it
 * was changed last, and when its writer says at sign-out that others use the machine as well. A task that ends without an answer leaves it to its
 * writer, for the next task of the same step of the same case ({@link #left}). The number of what was saved begins at 1 but once for each form: a
 * browser that has not looked for long never meets it again. No other class writes the table.
 */
@Component
public class Drafts {

	/** As the engine writes its ids and keys; nothing else is asked of the database. */
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
	/** No JSON text needs it, and no database keeps it: half of a character, as an editor leaves it for a moment. */
	private static final Pattern HALF = Pattern.compile("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");
	private static final String NOTHING = "{}";
	private static final String ENDED = "kind = 'task' and not exists (select 1 from act_ru_task t where t.id_ = draft.place)";
	private static final String ANSWERED = "exists (select 1 from answer a where a.uid = draft.place)";
	private static final String LEFT = ENDED + " and not " + ANSWERED;
	private static final String NO_TASK = "任务不存在、已经办结，或者不由您办理，文字没有保存。请刷新任务列表。";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final DraftSettings settings;
	private final TaskService tasks;
	private final RepositoryService repository;
	private final Actors actors;
	private final Elements elements;
	private final TransactionTemplate savepoint;

	Drafts(JdbcClient jdbc, Clock clock, DraftSettings settings, @Lazy TaskService tasks, @Lazy RepositoryService repository, Actors actors,
			Elements elements, PlatformTransactionManager transactions) {
		this.elements = elements;
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
		this.tasks = tasks;
		this.repository = repository;
		this.actors = actors;
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** Which form it is that is filled in. */
	public enum Kind {
		/** That of an open task, by the engine's id. */
		TASK,
		/** A start form, by the key of its process. */
		START;

		private String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	/**
	 * @param version counts what was saved, from 1
	 * @param fields a JSON object; an empty one when nothing is kept
	 * @param savedAt when it was changed last
	 */
	public record Draft(int version, String fields, OffsetDateTime savedAt) {

		/** Whether its writer, a handing in, the days or a sign-out have taken away what was kept; the number stays. */
		public boolean isEmpty() {
			return NOTHING.equals(fields);
		}
	}

	/** Where a task belongs: its step, by the key of its role, and the number of the assignment, else of the outcome; both null for a start form. */
	private record Step(String key, String about) {

		private static final Step NONE = new Step(null, null);
	}

	/**
	 * What the account has typed; without any text when that was too long ago, empty where nothing was ever saved.
	 *
	 * @param account which acts now
	 * @throws Refusal if the form is not for it
	 */
	public Optional<Draft> find(String account, Kind kind, String place) {
		stepFor(account, kind, place);
		return read(account, kind, place).map(one -> one.savedAt().isAfter(oldest()) ? one : new Draft(one.version(), NOTHING, one.savedAt()));
	}

	/**
	 * What the account had typed last into a former task of this step of this case that ended without an answer; empty as soon as anything has been
	 * saved for the task itself.
	 *
	 * @param account which acts now
	 * @throws Refusal if the task is not for it
	 */
	public Optional<Draft> left(String account, String taskId) {
		Step step = stepFor(account, Kind.TASK, taskId);
		if (read(account, Kind.TASK, taskId).isPresent()) {
			return Optional.empty();
		}
		return jdbc.sql("select version, fields, saved_at from draft where account = ? and step = ? and about = ? and saved_at > ? and " + LEFT
				+ " order by saved_at desc, place fetch first 1 rows only").params(account, step.key(), step.about(), oldest())
				.query(Rows.of(Draft.class)).optional().filter(one -> !one.isEmpty());
	}

	/**
	 * Who else has typed into the form of a task lately: that somebody writes is told to those for whom the task is, what he writes is not.
	 *
	 * @param account which acts now
	 * @param since only those who went on writing after this
	 * @return accounts, with when each saved last
	 * @throws Refusal if the task is not for it
	 */
	public Map<String, OffsetDateTime> others(String account, String taskId, OffsetDateTime since) {
		stepFor(account, Kind.TASK, taskId);
		Map<String, OffsetDateTime> others = new LinkedHashMap<>();
		jdbc.sql("select account, saved_at from draft where kind = 'task' and place = ? and account <> ? and saved_at > ? and fields <> '{}'"
				+ " order by saved_at desc").params(taskId, account, since).query(Rows.of(Other.class)).list()
				.forEach(one -> others.put(one.account(), one.savedAt()));
		return others;
	}

	private record Other(String account, OffsetDateTime savedAt) {
	}

	private Optional<Draft> read(String account, Kind kind, String place) {
		return jdbc.sql("select version, fields, saved_at from draft where account = ? and kind = ? and place = ?")
				.params(account, kind.code(), place)
				.query(Rows.of(Draft.class)).optional();
	}

	/**
	 * Keeps what was typed in place of what was kept before. What comes late, after its task has ended without an answer, goes to what that left. A
	 * task that is answered at the same moment may leave it behind: nobody is given it then, and the next morning it is gone ({@link #forgetOld}).
	 *
	 * @param account which acts now
	 * @param version of the one that it goes on from, 0 for none
	 * @param fields a JSON object; an empty one takes away what was kept
	 * @return what is kept now, of version 0 when nothing ever was; empty when another browser has saved since that version, and nothing was kept
	 * @throws Refusal if the form is not for it
	 */
	@Transactional
	public Optional<Draft> save(String account, Kind kind, String place, int version, String fields) {
		Step step = isLeft(account, kind, place) ? Step.NONE : stepFor(account, kind, place);
		OffsetDateTime now = OffsetDateTime.now(clock);
		String kept = HALF.matcher(fields).replaceAll(half -> Matcher.quoteReplacement("\\u" + Integer.toHexString(half.group().charAt(0))));
		Draft next = new Draft(version + 1, kept, now);
		boolean changed = jdbc.sql("""
				update draft set version = version + 1, fields = ?, saved_at = ?, step = coalesce(step, ?), about = coalesce(about, ?)
				where account = ? and kind = ? and place = ? and version = ?""")
				.params(kept, now, step.key(), step.about(), account, kind.code(), place, version).update() == 1;
		if (changed) {
			return Optional.of(next);
		}
		if (read(account, kind, place).isPresent()) {
			return Optional.empty();
		}
		if (next.isEmpty()) {
			return Optional.of(new Draft(0, NOTHING, now));
		}
		return insert(account, kind, place, next, step) ? Optional.of(next) : Optional.empty();
	}

	private boolean isLeft(String account, Kind kind, String place) {
		return kind == Kind.TASK && ID.matcher(place).matches()
				&& jdbc.sql("select count(*) from draft where account = ? and place = ? and " + LEFT).params(account, place).query(Integer.class)
						.single() > 0;
	}

	/** In a savepoint: a second browser may do it at the same moment, and on PostgreSQL its failure would end the transaction. */
	private boolean insert(String account, Kind kind, String place, Draft draft, Step step) {
		try {
			savepoint.executeWithoutResult(status -> jdbc
					.sql("insert into draft (account, kind, place, version, fields, saved_at, step, about) values (?, ?, ?, ?, ?, ?, ?, ?)")
					.params(account, kind.code(), place, draft.version(), draft.fields(), draft.savedAt(), step.key(), step.about()).update());
			return true;
		}
		catch (DuplicateKeyException another) {
			return false;
		}
	}

	/** Who could hand it in: one whom the model names for the task, or who may start the process; an administrator answers no task. */
	private Step stepFor(String account, Kind kind, String place) {
		if (kind == Kind.TASK) {
			Refusal refusal = Refusal.overtaken(NO_TASK);
			if (!ID.matcher(place).matches()) {
				throw refusal;
			}
			return actors.openly(() -> {
				Task task = tasks.createTaskQuery().taskId(place).singleResult();
				if (task == null || !actors.isFor(tasks.getIdentityLinksForTask(place), account) || actors.isAdministrator(account)) {
					throw refusal;
				}
				return new Step(elements.key(task), (String) tasks.getVariableLocal(place, Variables.CASE_NUMBER));
			});
		}
		if (!ID.matcher(place).matches() || repository.createProcessDefinitionQuery().processDefinitionKey(place).latestVersion()
				.startableInTasklist().startablePermissionCheck().count() == 0) {
			throw Refusal.forbidden("这张启动表单不由您填写，文字没有保存。");
		}
		return Step.NONE;
	}

	/** Everybody's for a task that is answered, and what former tasks of its step had left to whom it is for; in the same transaction. */
	void answered(DelegateTask task) {
		jdbc.sql("delete from draft where kind = 'task' and place = ?").param(task.getId()).update();
		Step step = step(task);
		jdbc.sql("select distinct account from draft where step = ? and about = ? and " + LEFT).params(step.key(), step.about()).query(String.class)
				.list().stream().filter(account -> actors.isFor(task.getCandidates(), account))
				.forEach(account -> jdbc.sql("delete from draft where account = ? and step = ? and about = ? and " + LEFT)
						.params(account, step.key(), step.about()).update());
	}

	/** A task ends without an answer: what was typed stays, and where it belongs is known even of what a former version kept. */
	void takenBack(DelegateTask task) {
		Step step = step(task);
		jdbc.sql("update draft set step = ?, about = ? where kind = 'task' and place = ? and step is null")
				.params(step.key(), step.about(), task.getId()).update();
	}

	private Step step(DelegateTask task) {
		return new Step(elements.key(task), (String) task.getVariableLocal(Variables.CASE_NUMBER));
	}

	/** The account's for a start form that it has handed in; in the same transaction. */
	void endStart(String account, String processKey) {
		jdbc.sql("update draft set version = version + 1, fields = '{}', saved_at = ? where account = ? and kind = 'start' and place = ?")
				.params(OffsetDateTime.now(clock), account, processKey).update();
	}

	/** All that the account has typed and not handed in; the numbers stay. */
	@Transactional
	public void forget(String account) {
		jdbc.sql("update draft set version = version + 1, fields = '{}', saved_at = ? where account = ?").params(OffsetDateTime.now(clock), account)
				.update();
	}

	/** The account is no more, and its id is never given anew. */
	void accountRemoved(String account) {
		jdbc.sql("delete from draft where account = ?").param(account).update();
	}

	/**
	 * The text that nobody has changed for as many days as it is kept; of tasks that have ended the rows as well, where they are empty or where the
	 * task was answered while they were being saved.
	 */
	void forgetOld() {
		jdbc.sql("update draft set fields = '{}' where saved_at <= ? and fields <> '{}'").param(oldest()).update();
		jdbc.sql("delete from draft where " + ENDED + " and (fields = '{}' or " + ANSWERED + ")").update();
	}

	private OffsetDateTime oldest() {
		return OffsetDateTime.now(clock).minusDays(settings.days());
	}
}
