package org.bihuan.numbering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws numbers from one locked row a kind and year, in the caller's transaction: a rollback gives the number back, so there
 * are no gaps; the lock holds until commit, so there are no doubles. Who draws several draws them in the order of
 * {@link Kind}, so that two transactions never wait for each other.
 */
@Repository
public class Numbers {

	/** What is numbered, with its 机关代字 unless {@code bihuan.numbers} names another (null: an internal number). The order is the order of locking. */
	public enum Kind {
		/** 成果编号 */
		OUTCOME(null),
		/** 报送件 */
		SUBMISSION("泰姜协成"),
		/** 交办通知 */
		ASSIGNMENT("泰姜办交"),
		/** 答复函 */
		REPLY("泰姜复"),
		/** 督办单 */
		SUPERVISION("泰姜督"),
		/** 专项督查 */
		INSPECTION("泰姜专督"),
		/** 社情民意信息 */
		OPINION_REPORT("泰姜协信"),
		/** 提案 */
		PROPOSAL("泰姜协提"),
		/** 参阅件 */
		REFERENCE("泰姜参阅"),
		/** 销号单 */
		CLOSING("泰姜销");

		private final String prefix;

		Kind(String prefix) {
			this.prefix = prefix;
		}

		/** As the configuration writes it. */
		private String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TransactionTemplate apart;
	private final Map<Kind, String> prefixes;

	/** @throws IllegalStateException which ends the start, for a prefix that cannot be: blank, too long, with brackets, or of two kinds */
	Numbers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions, Environment environment) {
		this.prefixes = prefixes(Binder.get(environment).bind("bihuan.numbers", Bindable.mapOf(Kind.class, String.class)).orElse(Map.of()));
		this.jdbc = jdbc;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	private static Map<Kind, String> prefixes(Map<Kind, String> configured) {
		Map<Kind, String> prefixes = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			String prefix = kind.prefix == null ? null : configured.getOrDefault(kind, kind.prefix).strip();
			if (prefix != null && !prefix.matches("[^\\s〔〕\\[\\]]{1,20}")) {
				throw new IllegalStateException("bihuan.numbers." + kind.key() + "=" + prefix + " 不能作文号的机关代字：应为 1 至 20 个字，不含空格和括号。");
			}
			if (prefix != null && prefixes.containsValue(prefix)) {
				throw new IllegalStateException("bihuan.numbers." + kind.key() + "=" + prefix + " 与另一类文书的机关代字相同，文号会重复，请改用别的代字。");
			}
			prefixes.put(kind, prefix);
		}
		return prefixes;
	}

	/** The next 文号 of this year, for example {@code 泰姜协成〔2023〕5号}. Needs a running transaction. */
	public String next(Kind kind) {
		int year = LocalDate.now(clock).getYear();
		return prefixes.get(kind) + "〔" + year + "〕" + draw(kind, year) + "号";
	}

	/** The next 成果编号, for example {@code CG2023-5}. Needs a running transaction. */
	public String nextOutcomeId() {
		int year = LocalDate.now(clock).getYear();
		return "CG" + year + "-" + draw(Kind.OUTCOME, year);
	}

	/** The running number of a 文号, which is also its 期号 within the year: 5 of {@code 泰姜参阅〔2023〕5号}. */
	public static int running(String number) {
		return Integer.parseInt(number.substring(number.indexOf('〕') + 1, number.length() - 1));
	}

	private int draw(Kind kind, int year) {
		Integer last = lock(kind, year);
		if (last == null) {
			open(kind, year);
			last = lock(kind, year);
		}
		jdbc.sql("update number_counter set last_number = ? where kind = ? and number_year = ?").params(last + 1, kind.name(), year).update();
		return last + 1;
	}

	private Integer lock(Kind kind, int year) {
		return jdbc.sql("select last_number from number_counter where kind = ? and number_year = ? for update").params(kind.name(), year)
				.query(Integer.class).optional().orElse(null);
	}

	/**
	 * The first number of a year finds no row to lock. The row is made in a transaction of its own, since a failed insert would end the caller's
	 * on PostgreSQL.
	 */
	private void open(Kind kind, int year) {
		try {
			apart.executeWithoutResult(status -> jdbc.sql("insert into number_counter (kind, number_year, last_number) values (?, ?, 0)")
					.params(kind.name(), year).update());
		}
		catch (DuplicateKeyException another) {
			// somebody else opened the year at the same moment: its row serves both
		}
	}
}
