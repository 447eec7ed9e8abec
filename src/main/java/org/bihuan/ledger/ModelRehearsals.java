package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rehearsals of sets of models said, of those that came to their end: it is asked before a set comes into force, and told ever after. */
@Repository
public class ModelRehearsals {

	/** Of what is kept, in characters. */
	private static final int LONGEST = 2000;

	private final JdbcClient jdbc;
	private final Clock clock;

	ModelRehearsals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One that came to its end.
	 *
	 * @param against the number of the entry that was in force then
	 * @param cases how many were walked
	 * @param stuck how many of them came to no end
	 * @param summary in Chinese
	 */
	public record Rehearsed(long setId, long against, String askedBy, OffsetDateTime endedAt, int cases, int stuck, String summary) {

		/** Whether every case came to an end. */
		public boolean isSound() {
			return stuck == 0;
		}
	}

	/** The last of a set; empty where it never came to an end. */
	public Optional<Rehearsed> of(long setId) {
		return jdbc.sql("select * from model_rehearsal where set_id = ? order by id desc limit 1").param(setId).query(Rows.of(Rehearsed.class))
				.optional();
	}

	/** Keeps what one said that has just ended. */
	public void keep(long setId, long against, String askedBy, int cases, int stuck, String summary) {
		jdbc.sql("insert into model_rehearsal (set_id, against, asked_by, ended_at, cases, stuck, summary) values (?, ?, ?, ?, ?, ?, ?)")
				.params(setId, against, askedBy, OffsetDateTime.now(clock), cases, stuck, summary.substring(0, Math.min(summary.length(), LONGEST)))
				.update();
	}
}
