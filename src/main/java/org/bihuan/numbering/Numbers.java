package org.bihuan.numbering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.bihuan.terms.Rows;
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
 *
 * <p>A paper that is signed with its number on it has it before it is issued: the number is reserved for whom it is held. What is given back is
 * the first to be reserved again in its year, by whom it was given back or else in order; what is free when the year is over stays a gap, which is
 * shown ({@link #free}, ADR 27).
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

	private static final String NOT_TAKEN = "and not exists (select 1 from reserved_number n where n.kind = r.kind "
			+ "and n.number_year = r.number_year and n.running = r.running and n.id > r.id) ";
	private static final String FREE = "select id, number_year, running, number from reserved_number r where used = false and kind = :kind "
			+ "and number_year = :year "
			+ NOT_TAKEN;

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
		return words(kind, year, draw(kind, year));
	}

	/**
	 * Reserves a number: the one that is held already; else, of this year, the last that this holder gave back, if nobody else has taken it; else
	 * the lowest that anybody gave back; else the next. Needs a running transaction.
	 *
	 * @param holder for whom, as an assignment's id; it holds one of a kind at a time
	 */
	public String reserve(Kind kind, String holder) {
		int year = LocalDate.now(clock).getYear();
		int last = lastOf(kind, year);
		return held(kind, holder).map(Held::number).orElseGet(() -> {
			Held free = jdbc.sql(FREE + "and held_for = :holder order by id desc limit 1").param("kind", kind.name()).param("year", year)
					.param("holder", holder)
					.query(Rows.of(Held.class)).optional()
					.or(() -> jdbc.sql(FREE + "order by running, id desc limit 1").param("kind", kind.name())
							.param("year", year).query(Rows.of(Held.class)).optional())
					.orElse(null);
			if (free != null) {
				return hold(kind, free.numberYear(), free.running(), free.number(), holder);
			}
			count(kind, year, last + 1);
			return hold(kind, year, last + 1, words(kind, year, last + 1), holder);
		});
	}

	/**
	 * The same for a paper that is written anew: a number of a former year that it still holds goes back first, since what is written in January is
	 * numbered and dated in January.
	 */
	public String reserveAnew(Kind kind, String holder) {
		held(kind, holder).filter(one -> one.numberYear() != LocalDate.now(clock).getYear()).ifPresent(former -> giveBack(kind, holder));
		return reserve(kind, holder);
	}

	/** The number that is reserved for this holder and neither used nor given back; empty when there is none. */
	public Optional<String> reserved(Kind kind, String holder) {
		return held(kind, holder).map(Held::number);
	}

	/**
	 * Its paper is issued: the number is used for good.
	 *
	 * @throws java.util.NoSuchElementException when none is reserved
	 */
	public String use(Kind kind, String holder) {
		Held held = held(kind, holder).orElseThrow();
		end(held, true);
		return held.number();
	}

	/** There will be no such paper, or not yet: the number is free for the next; nothing when none is reserved. */
	public void giveBack(Kind kind, String holder) {
		held(kind, holder).ifPresent(before -> {
			lastOf(kind, before.numberYear());
			// read again under the lock: its paper may have been issued while this waited
			held(kind, holder).ifPresent(held -> end(held, false));
		});
	}

	/**
	 * A number that was given back and that nobody has taken since.
	 *
	 * @param numberYear of its series
	 * @param number as it stood on the paper
	 * @param heldFor whose paper it was for last, as an assignment's id
	 * @param outcomeId of that assignment; null, as its unit, where there is no such assignment
	 * @param unit which had the assignment then
	 * @param since when it was given back
	 */
	public record Free(Kind kind, int numberYear, int running, String number, String heldFor, String outcomeId, String unit, OffsetDateTime since) {
	}

	/** Every free number, by kind, year and number: of this year they are the next to be reserved, of former years they stay gaps. */
	public List<Free> free() {
		// a number goes back with the assignment: who had it when the number was reserved is who gave it back
		return jdbc.sql("""
				select r.kind, r.number_year, r.running, r.number, r.held_for, a.outcome_id, coalesce((select m.from_unit from reassignment m
				where m.assignment_id = a.id and m.decided_at >= r.reserved_at order by m.id limit 1), a.lead_unit) as unit, r.ended_at as since
				from reserved_number r left join assignment a on a.id = r.held_for where r.used = false\s""" + NOT_TAKEN
				+ "order by r.kind, r.number_year, r.running").query(Rows.of(Free.class)).list();
	}

	private record Held(long id, int numberYear, int running, String number) {
	}

	private Optional<Held> held(Kind kind, String holder) {
		return jdbc.sql("select id, number_year, running, number from reserved_number where kind = ? and held_for = ? and used is null")
				.params(kind.name(), holder).query(Rows.of(Held.class)).optional();
	}

	private String hold(Kind kind, int year, int running, String number, String holder) {
		jdbc.sql("insert into reserved_number (kind, number_year, running, number, held_for, reserved_at) values (?, ?, ?, ?, ?, ?)")
				.params(kind.name(), year, running, number, holder, OffsetDateTime.now(clock)).update();
		return number;
	}

	private void end(Held held, boolean used) {
		jdbc.sql("update reserved_number set used = ?, ended_at = ? where id = ?").params(used, OffsetDateTime.now(clock), held.id()).update();
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

	private String words(Kind kind, int year, int running) {
		return kind.prefix.apply(prefixes) + "〔" + year + "〕" + running + "号";
	}

	private int draw(Kind kind, int year) {
		int next = lastOf(kind, year) + 1;
		count(kind, year, next);
		return next;
	}

	private void count(Kind kind, int year, int last) {
		jdbc.sql("update number_counter set last_number = ? where kind = ? and number_year = ?").params(last, kind.name(), year).update();
	}

	/** The last number of a kind and year; locked until the transaction ends. */
	private int lastOf(Kind kind, int year) {
		Integer last = lock(kind, year);
		if (last == null) {
			open(kind, year);
			last = lock(kind, year);
		}
		return last;
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
