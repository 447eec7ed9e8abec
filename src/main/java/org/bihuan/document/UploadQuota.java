package org.bihuan.document;

import java.time.Clock;
import java.time.LocalDate;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Outcomes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * How much may be uploaded for one case, by one unit on one day, and by all on one day (in Shanghai). What was withdrawn counts on: it is kept.
 * Each is counted in the transaction that keeps the file, under a lock, so that uploads at the same moment cannot go past it together.
 */
@Component
class UploadQuota {

	private static final String EVERYBODY = "*";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final AttachmentRules rules;
	private final Outcomes outcomes;
	private final Organisation organisation;
	private final TransactionTemplate savepoint;

	UploadQuota(JdbcClient jdbc, Clock clock, AttachmentRules rules, Outcomes outcomes, Organisation organisation,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.rules = rules;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * Counts a file that is kept now; needs the transaction that keeps it, and is called before the file's row is written.
	 *
	 * @throws Refusal when it would be more than may be
	 */
	void count(String outcomeId, long bytes, String account) {
		outcomes.lock(outcomeId);
		long before = jdbc.sql("select coalesce(sum(size_bytes), 0) from attachment where outcome_id = ?").param(outcomeId).query(Long.class)
				.single();
		Refusal.unless(before + bytes <= rules.perCase().toBytes(), () -> "成果 " + outcomeId + " 的附件合计已近上限（" + words(rules.perCase())
				+ "），这份没有保存。请压缩后再上传；确实需要更多的，请联系系统管理员（bihuan.attachments.per-case）。");
		LocalDate today = LocalDate.now(clock);
		Refusal.unless(add(unit(account), today, bytes, rules.perUnitDaily()), () -> "本单位今天上传的附件合计已近上限（" + words(rules.perUnitDaily())
				+ "），这份没有保存。请压缩后再上传，或者明天再传；确实需要更多的，请联系系统管理员（bihuan.attachments.per-unit-daily）。");
		Refusal.unless(add(EVERYBODY, today, bytes, rules.daily()), () -> "今天全部单位上传的附件合计已近上限（" + words(rules.daily())
				+ "），这份没有保存。请明天再传；急需的，请联系系统管理员（bihuan.attachments.daily）。");
	}

	/** The unit, committee or office that the account is of; a member of 政协, or who is of none, counts for himself. */
	private String unit(String account) {
		Reader reader = organisation.reader(account);
		return reader.groups().stream().filter(group -> !Organisation.MEMBERS.equals(group) && !Organisation.LEADERS.equals(group)).sorted()
				.findFirst().orElse(account);
	}

	private boolean add(String scope, LocalDate day, long bytes, DataSize most) {
		if (jdbc.sql("select count(*) from upload_count where scope = ? and upload_day = ?").params(scope, day).query(Integer.class).single() == 0) {
			open(scope, day);
		}
		return jdbc.sql("update upload_count set size_bytes = size_bytes + :bytes where scope = :scope and upload_day = :day "
				+ "and size_bytes + :bytes <= :most").param("bytes", bytes).param("scope", scope).param("day", day).param("most", most.toBytes())
				.update() == 1;
	}

	/** As a number's year is opened: a failed insert goes back to a savepoint, so that the caller's transaction goes on. */
	private void open(String scope, LocalDate day) {
		try {
			savepoint.executeWithoutResult(status -> jdbc.sql("insert into upload_count (scope, upload_day, size_bytes) values (?, ?, 0)")
					.params(scope, day).update());
		}
		catch (DuplicateKeyException another) {
			// somebody else was the first of the day at the same moment: his row serves both
		}
	}

	private static String words(DataSize size) {
		return size.toGigabytes() > 0 && size.equals(DataSize.ofGigabytes(size.toGigabytes())) ? size.toGigabytes() + " GB"
				: size.toMegabytes() + " MB";
	}
}
