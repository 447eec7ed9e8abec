package org.bihuan.node;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which nodes live. Each says so every few seconds, by the clock of the database, which is one for all; who has not for {@value #DEAD_AFTER} seconds
 * is dead, and what it had in hand is another's.
 */
@Component
public class Nodes {

	/** Seconds: a few beats, so that one that is only busy keeps what it has. */
	static final int DEAD_AFTER = 20;

	private static final String LIVES = "seen_at > current_timestamp - interval '" + DEAD_AFTER + "' second";

	private final JdbcClient jdbc;
	private final Alone alone;

	Nodes(JdbcClient jdbc, Alone alone) {
		this.jdbc = jdbc;
		this.alone = alone;
	}

	/**
	 * Whether there may be several. Where the database is one process's, whoever else had something in hand has ended: nobody need say anything.
	 */
	public boolean areSeveral() {
		return alone.hasOthers();
	}

	/** A node says that it lives. */
	public void live(String node) {
		if (jdbc.sql("update node set seen_at = current_timestamp where id = ?").param(node).update() == 0) {
			jdbc.sql("insert into node (id, seen_at, stands) values (?, current_timestamp, false)").param(node).update();
		}
	}

	/** Forgets those that are dead. */
	public void bury() {
		jdbc.sql("delete from node where not (" + LIVES + ")").update();
	}

	public boolean lives(String node) {
		return jdbc.sql("select count(*) from node where id = ? and " + LIVES).param(node).query(Long.class).single() > 0;
	}

	/** The engine's jobs that are in the hand of nobody who lives, by their ids. */
	public List<String> jobsOfTheDead() {
		return jdbc.sql("select id_ from act_ru_job where lock_owner_ is not null and not exists (select 1 from node where id = lock_owner_ and "
				+ LIVES + ")").query(String.class).list();
	}

	/** How many of the engine's jobs a node has in hand. */
	public long jobsOf(String node) {
		return jdbc.sql("select count(*) from act_ru_job where lock_owner_ = ?").param(node).query(Long.class).single();
	}

	/** A node says whether it stands still, because another moves the rehearsal clock. */
	public void stand(String node, boolean stands) {
		jdbc.sql("update node set stands = ? where id = ?").params(stands, node).update();
	}

	/** Whether any other than this one lives and does not stand still. */
	public boolean othersMove(String node) {
		return jdbc.sql("select count(*) from node where id <> ? and not stands and " + LIVES).param(node).query(Long.class).single() > 0;
	}
}
