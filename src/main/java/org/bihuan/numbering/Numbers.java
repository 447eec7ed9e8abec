package org.bihuan.numbering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

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

	/** What is numbered, and where its 机关代字 is configured (null: an internal number). The order is the order of locking. */
	public enum Kind {
		/** 成果编号 */
		OUTCOME(null),
		/** 报送件 */
		SUBMISSION(Prefixes::submission),
		/** 交办通知 */
		ASSIGNMENT(Prefixes::assignment),
		/** 答复函 */
		REPLY(Prefixes::reply),
		/** 督办单 */
		SUPERVISION(Prefixes::supervision),
		/** 专项督查 */
		INSPECTION(Prefixes::inspection),
		/** 社情民意信息 */
		OPINION_REPORT(Prefixes::opinionReport),
		/** 提案 */
		PROPOSAL(Prefixes::proposal),
		/** 参阅件 */
		REFERENCE(Prefixes::reference),
		/** 销号单 */
		CLOSING(Prefixes::closing);

		private final Function<Prefixes, String> prefix;

		Kind(Function<Prefixes, String> prefix) {
			this.prefix = prefix;
		}
	}

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TransactionTemplate savepoint;
	private final Prefixes prefixes;

	Numbers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions, Prefixes prefixes) {
		this.prefixes = prefixes;
		this.jdbc = jdbc;
		this.clock = clock;
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** The next 文号 of this year, for example {@code 泰姜协成〔2023〕5号}. Needs a running transaction. */
	public String next(Kind kind) {
		int year = LocalDate.now(clock).getYear();
		return kind.prefix.apply(prefixes) + "〔" + year + "〕" + draw(kind, year) + "号";
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
	 * The first number of a year finds no row to lock. A failed insert would end the caller's transaction on PostgreSQL, so it goes back to a
	 * savepoint of it; a transaction of its own would want a second connection while the first is held, and a full pool would wait for itself.
	 */
	private void open(Kind kind, int year) {
		try {
			savepoint.executeWithoutResult(status -> jdbc.sql("insert into number_counter (kind, number_year, last_number) values (?, ?, 0)")
					.params(kind.name(), year).update());
		}
		catch (DuplicateKeyException another) {
			// somebody else opened the year at the same moment: its row serves both
		}
	}
}
