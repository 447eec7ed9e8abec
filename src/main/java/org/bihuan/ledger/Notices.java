package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import org.bihuan.terms.Channel;
import org.bihuan.terms.NoticeKind;
import org.bihuan.terms.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** What people and offices are told. */
@Repository
public class Notices {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ApplicationEventPublisher events;

	Notices(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.events = events;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public record Notice(long id, String uid, String recipient, String outcomeId, String assignmentId, NoticeKind kind, String text,
			OffsetDateTime createdAt) {
	}

	/**
	 * A notice was added in this transaction.
	 *
	 * @param channels by which the recipient is to have it besides the list, where it stands anyway
	 */
	public record Told(Notice notice, Set<Channel> channels) {
	}

	/**
	 * Tells a user or a group, once: the same {@code occasion} for the same recipient is the same notice. To whom, nobody but
	 * {@code org.bihuan.telling} decides.
	 *
	 * @param occasion what makes it unique, for example {@code CG2023-5-1/replied}
	 * @param outcomeId null when it belongs to no outcome
	 * @param assignmentId null when it is about the whole outcome
	 */
	public void tell(String recipient, String occasion, NoticeKind kind, String outcomeId, String assignmentId, String text, Set<Channel> channels) {
		String uid = occasion + "@" + recipient;
		boolean known = jdbc.sql("select count(*) from notice where uid = ?").param(uid).query(Integer.class).single() > 0;
		if (known) {
			return;
		}
		KeyHolder key = new GeneratedKeyHolder();
		OffsetDateTime now = OffsetDateTime.now(clock);
		jdbc.sql("""
				insert into notice (uid, recipient, outcome_id, assignment_id, kind, text, created_at)
				values (:uid, :recipient, :outcome, :assignment, :kind, :text, :at)""")
				.param("uid", uid).param("recipient", recipient).param("outcome", outcomeId).param("assignment", assignmentId)
				.param("kind", kind.code()).param("text", text).param("at", now).update(key, "id");
		events.publishEvent(new Told(
				new Notice(key.getKeyAs(Number.class).longValue(), uid, recipient, outcomeId, assignmentId, kind, text, now), Set.copyOf(channels)));
	}

	/**
	 * What these users and groups were told, newest first.
	 *
	 * @param before only what is older than this notice; null for the newest
	 * @param since only what was told from this moment on; null for whatever there is
	 * @param most how many at most
	 */
	public List<Notice> page(List<String> recipients, Long before, OffsetDateTime since, int most) {
		return jdbc.sql("select * from notice where recipient in (:recipients) and (cast(:before as bigint) is null or id < :before) "
				+ "and (cast(:since as timestamp with time zone) is null or created_at >= :since) order by id desc limit :most")
				.param("recipients", recipients).param("before", before).param("since", since).param("most", most).query(Rows.of(Notice.class))
				.list();
	}

	/** How many of them were told from this moment on. */
	public int countSince(List<String> recipients, OffsetDateTime since) {
		return jdbc.sql("select count(*) from notice where recipient in (:recipients) and created_at >= :since").param("recipients", recipients)
				.param("since", since).query(Integer.class).single();
	}

	public List<Notice> of(String recipient) {
		return jdbc.sql("select * from notice where recipient = ? order by id").param(recipient).query(Rows.of(Notice.class)).list();
	}
}
