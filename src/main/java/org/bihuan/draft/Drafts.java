package org.bihuan.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.terms.Rows;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
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
 * alone, and only as long as the form is for him. It goes in the transaction that ends the task ({@link DraftEnds}), some days after it was changed
 * last, and when its writer says at sign-out that others use the machine as well. No other class writes the table.
 */
@Component
public class Drafts {

	/** As the engine writes its ids and keys; nothing else is asked of the database. */
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
	/** No JSON text needs it, and no database keeps it: half of a character, as an editor leaves it for a moment. */
	private static final Pattern HALF = Pattern.compile("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");
	private static final String NO_TASK = "任务不存在、已经办结，或者不由您办理，文字没有保存。请刷新任务列表。";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final DraftSettings settings;
	private final TaskService tasks;
	private final RepositoryService repository;
	private final Actors actors;
	private final TransactionTemplate savepoint;

	Drafts(JdbcClient jdbc, Clock clock, DraftSettings settings, @Lazy TaskService tasks, @Lazy RepositoryService repository, Actors actors,
			PlatformTransactionManager transactions) {
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
	 * @param fields a JSON object
	 * @param savedAt when it was changed last
	 */
	public record Draft(int version, String fields, OffsetDateTime savedAt) {
	}

	/**
	 * What the account has typed; empty where it has not, or too long ago.
	 *
	 * @param account which acts now
	 * @throws Refusal if the form is not for it
	 */
	public Optional<Draft> find(String account, Kind kind, String place) {
		requireFor(account, kind, place);
		return read(account, kind, place).filter(one -> one.savedAt().isAfter(oldest()));
	}

	private Optional<Draft> read(String account, Kind kind, String place) {
		return jdbc.sql("select version, fields, saved_at from draft where account = ? and kind = ? and place = ?")
				.params(account, kind.code(), place)
				.query(Rows.of(Draft.class)).optional();
	}

	/**
	 * Keeps what was typed in place of what was kept before. A task that ends at the same moment may leave it behind: nobody is given it then, and
	 * the next morning it is gone ({@link #forgetOld}).
	 *
	 * @param account which acts now
	 * @param version of the one that it goes on from, 0 for none
	 * @param fields a JSON object; an empty one takes away what was kept
	 * @return what is kept now, of version 0 when nothing is; empty when another browser has saved since that version, and nothing was kept
	 * @throws Refusal if the form is not for it
	 */
	@Transactional
	public Optional<Draft> save(String account, Kind kind, String place, int version, String fields) {
		requireFor(account, kind, place);
		OffsetDateTime now = OffsetDateTime.now(clock);
		if ("{}".equals(fields)) {
			boolean gone = jdbc.sql("delete from draft where account = ? and kind = ? and place = ? and version = ?")
					.params(account, kind.code(), place, version).update() == 1;
			return gone || read(account, kind, place).isEmpty() ? Optional.of(new Draft(0, fields, now)) : Optional.empty();
		}
		String kept = HALF.matcher(fields).replaceAll(half -> Matcher.quoteReplacement("\\u" + Integer.toHexString(half.group().charAt(0))));
		Draft next = new Draft(version + 1, kept, now);
		boolean changed = jdbc.sql("""
				update draft set version = version + 1, fields = ?, saved_at = ? where account = ? and kind = ? and place = ? and version = ?""")
				.params(kept, now, account, kind.code(), place, version).update() == 1;
		return changed || (read(account, kind, place).isEmpty() && insert(account, kind, place, next)) ? Optional.of(next) : Optional.empty();
	}

	/** In a savepoint: a second browser may do it at the same moment, and on PostgreSQL its failure would end the transaction. */
	private boolean insert(String account, Kind kind, String place, Draft draft) {
		try {
			savepoint.executeWithoutResult(
					status -> jdbc.sql("insert into draft (account, kind, place, version, fields, saved_at) values (?, ?, ?, ?, ?, ?)")
							.params(account, kind.code(), place, draft.version(), draft.fields(), draft.savedAt()).update());
			return true;
		}
		catch (DuplicateKeyException another) {
			return false;
		}
	}

	/** Who could hand it in: one whom the model names for the task, or who may start the process; an administrator answers no task. */
	private void requireFor(String account, Kind kind, String place) {
		if (kind == Kind.TASK) {
			boolean his = ID.matcher(place).matches() && actors.openly(() -> tasks.createTaskQuery().taskId(place).count() == 1
					&& actors.isFor(tasks.getIdentityLinksForTask(place), account)) && !actors.isAdministrator(account);
			if (!his) {
				throw Refusal.overtaken(NO_TASK);
			}
		}
		else if (!ID.matcher(place).matches() || repository.createProcessDefinitionQuery().processDefinitionKey(place).latestVersion()
				.startableInTasklist().startablePermissionCheck().count() == 0) {
			throw Refusal.forbidden("这张启动表单不由您填写，文字没有保存。");
		}
	}

	/** Everybody's for a task that has ended; in the transaction that ends it. */
	void endTask(String taskId) {
		jdbc.sql("delete from draft where kind = 'task' and place = ?").param(taskId).update();
	}

	/** The account's for a start form that it has handed in; in the same transaction. */
	void endStart(String account, String processKey) {
		jdbc.sql("delete from draft where account = ? and kind = 'start' and place = ?").params(account, processKey).update();
	}

	/** All that the account has typed and not handed in. */
	@Transactional
	public void forget(String account) {
		jdbc.sql("delete from draft where account = ?").param(account).update();
	}

	/** What nobody has changed for as many days as it is kept, and what a task left behind that ended while it was being saved. */
	void forgetOld() {
		jdbc.sql("delete from draft where saved_at <= ?").param(oldest()).update();
		jdbc.sql("delete from draft where kind = 'task' and not exists (select 1 from act_ru_task t where t.id_ = draft.place)").update();
	}

	private OffsetDateTime oldest() {
		return OffsetDateTime.now(clock).minusDays(settings.days());
	}
}
