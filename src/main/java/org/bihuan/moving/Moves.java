package org.bihuan.moving;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders about the cases that run, and what became of each case: all that has to outlive a restart in the middle of one. */
@Repository
public class Moves {

	private static final int LONGEST_REASON = 1000;

	private final JdbcClient jdbc;
	private final Clock clock;

	Moves(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One order.
	 *
	 * @param target the engine's id of the deployment by which the cases are to go on
	 * @param source that by which those run that are meant; null for whichever it is
	 * @param endedBy who stopped it; null for one that was not
	 * @param endedAt null while it runs
	 */
	public record Move(long id, MoveKind kind, String target, String source, String orderedBy, OffsetDateTime orderedAt, MoveState state,
			String endedBy, OffsetDateTime endedAt) {
	}

	/**
	 * One case of an order.
	 *
	 * @param instance the engine's id of the whole case
	 * @param number as people know it
	 * @param process what its diagram is called
	 * @param reason in Chinese, why it stays; null for one that does not
	 */
	public record MoveCase(String instance, String number, String process, CaseState state, String reason) {
	}

	private record Counted(CaseState state, int number) {
	}

	/**
	 * Begins an order.
	 *
	 * @return its id
	 * @throws org.springframework.dao.DuplicateKeyException while another runs
	 */
	long begin(MoveKind kind, String target, String source, String actor, List<MoveCase> cases) {
		jdbc.sql("""
				insert into model_move (kind, target, source, ordered_by, ordered_at, state, under_way)
				values (:kind, :target, :source, :actor, :at, :running, 1)""").param("kind", kind.code()).param("target", target)
				.param("source", source).param("actor", actor).param("at", OffsetDateTime.now(clock)).param("running", MoveState.RUNNING.code())
				.update();
		long id = jdbc.sql("select id from model_move where under_way = 1").query(Long.class).single();
		cases.forEach(one -> jdbc.sql("insert into model_move_case (move_id, instance, number, process, state) values (?, ?, ?, ?, ?)")
				.params(id, one.instance(), one.number(), one.process(), CaseState.WAITING.code()).update());
		return id;
	}

	/** The order that runs, if one does. */
	public Optional<Move> underWay() {
		return jdbc.sql("select * from model_move where under_way = 1").query(Rows.of(Move.class)).optional();
	}

	/** The order of this id, if there is one. */
	public Optional<Move> find(long id) {
		return jdbc.sql("select * from model_move where id = ?").param(id).query(Rows.of(Move.class)).optional();
	}

	/** The last orders, the newest first. */
	public List<Move> latest(int most) {
		return jdbc.sql("select * from model_move order by id desc limit ?").param(most).query(Rows.of(Move.class)).list();
	}

	/** How many cases of an order are in which state; without the states that none is in. */
	public Map<CaseState, Integer> counts(long id) {
		return jdbc.sql("select state, count(*) as number from model_move_case where move_id = ? group by state").param(id)
				.query(Rows.of(Counted.class)).list().stream().collect(Collectors.toMap(Counted::state, Counted::number));
	}

	/** The cases of an order that are in a state, by their numbers. */
	public List<MoveCase> cases(long id, CaseState state) {
		return jdbc.sql("select * from model_move_case where move_id = ? and state = ? order by number, instance").params(id, state.code())
				.query(Rows.of(MoveCase.class)).list();
	}

	/** The next case whose turn it is, if any waits. */
	Optional<MoveCase> next(long id) {
		return jdbc.sql("select * from model_move_case where move_id = ? and state = ? order by number, instance limit 1")
				.params(id, CaseState.WAITING.code()).query(Rows.of(MoveCase.class)).optional();
	}

	/** Keeps every other node away from a case until the end of the transaction; false when another has done it, or the order was stopped. */
	boolean take(long id, String instance) {
		return jdbc.sql("select state from model_move_case where move_id = ? and instance = ? for update").params(id, instance).query(String.class)
				.optional().filter(CaseState.WAITING.code()::equals).isPresent() && underWay().filter(one -> one.id() == id).isPresent();
	}

	/** What became of a case; nothing where that is known already. */
	void settle(long id, String instance, CaseState state, String reason) {
		jdbc.sql("update model_move_case set state = ?, reason = ?, done_at = ? where move_id = ? and instance = ? and state = ?")
				.params(state.code(), reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
						OffsetDateTime.now(clock), id, instance, CaseState.WAITING.code())
				.update();
	}

	/** @param stoppedBy who stopped it; null where all cases were done */
	void end(long id, String stoppedBy) {
		jdbc.sql("update model_move set state = ?, under_way = null, ended_by = ?, ended_at = ? where id = ? and under_way = 1")
				.params((stoppedBy == null ? MoveState.DONE : MoveState.STOPPED).code(), stoppedBy, OffsetDateTime.now(clock), id).update();
	}
}
