package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who somebody was when he acted: the name and the groups of every account and the name of every group, one row each time that one of them changes.
 * Permanent, so that a rename, a deletion or a new organisation never rewrites what was signed; see adr/0025.
 */
@Repository
public class KnownAs {

	private static final String LAST = "select * from known_as where subject = ? order by id desc limit 1";

	private final JdbcClient jdbc;
	private final Clock clock;

	KnownAs(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param subject an account or a group
	 * @param name as it is shown, in Chinese
	 * @param posts ids of the groups of an account, sorted, with a blank between; empty for a group
	 */
	public record Known(String subject, String name, String posts, OffsetDateTime since) {

		/** Ids of the groups; empty for a group. */
		public List<String> groups() {
			return posts.isEmpty() ? List.of() : List.of(posts.split(" "));
		}
	}

	/** From now on, if it is not so already. */
	public void keep(String subject, String name, List<String> groups) {
		String posts = String.join(" ", groups.stream().sorted().toList());
		OffsetDateTime now = OffsetDateTime.now(clock);
		// by the time and not by the order: a rehearsal may begin before the day on which the accounts were made
		Optional<Known> so = of(subject).stream().filter(one -> !one.since().isAfter(now)).reduce((first, second) -> second);
		if (so.filter(one -> one.name().equals(name) && one.posts().equals(posts)).isEmpty()) {
			jdbc.sql("insert into known_as (subject, name, posts, since) values (?, ?, ?, ?)").params(subject, name, posts, now).update();
		}
	}

	/** What is known last; empty for an id that never was anybody's. */
	public Optional<Known> last(String subject) {
		return jdbc.sql(LAST).param(subject).query(Rows.of(Known.class)).optional();
	}

	/** Whether an id was ever somebody's, however its letters were written: to people they are the same. */
	public boolean wasEver(String subject) {
		return jdbc.sql("select count(*) from known_as where lower(subject) = lower(?)").param(subject).query(Integer.class).single() > 0;
	}

	/** Everything that one was ever known as, oldest first. */
	public List<Known> of(String subject) {
		return jdbc.sql("select * from known_as where subject = ? order by since, id").param(subject).query(Rows.of(Known.class)).list();
	}

	/** Of everybody, oldest first. */
	public List<Known> all() {
		return jdbc.sql("select * from known_as order by since, id").query(Rows.of(Known.class)).list();
	}

	/**
	 * What one was known as at a moment.
	 *
	 * @param known of this one, oldest first
	 * @param at before the first one, as in a rehearsal of the past, the first one counts
	 * @return empty when nothing is known
	 */
	public static Optional<Known> at(List<Known> known, OffsetDateTime at) {
		return known.stream().filter(one -> !one.since().isAfter(at)).reduce((first, second) -> second).or(() -> known.stream().findFirst());
	}
}
