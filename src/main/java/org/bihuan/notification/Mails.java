package org.bihuan.notification;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The letters: one row for each notice and address. */
@Repository
class Mails {

	private final JdbcClient jdbc;
	private final Clock clock;

	Mails(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param uid the notice's occasion and recipient
	 * @param sentAt null while it waits
	 * @param outcomeId null for what is about no outcome
	 */
	record Mail(long id, String address, OffsetDateTime sentAt, String uid, String text, String outcomeId) {
	}

	long add(long noticeId, String address) {
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("insert into mail (notice_id, address) values (:notice, :address)").param("notice", noticeId).param("address", address).update(key,
				"id");
		return key.getKeyAs(Number.class).longValue();
	}

	/** The letter, locked until the transaction ends: two workers cannot both send it. */
	Mail lock(long id) {
		jdbc.sql("select id from mail where id = ? for update").param(id).query(Long.class).single();
		return jdbc
				.sql("select m.id, m.address, m.sent_at, n.uid, n.text, n.outcome_id from mail m join notice n on n.id = m.notice_id where m.id = ?")
				.param(id)
				.query(Rows.of(Mail.class)).single();
	}

	void sent(long id) {
		jdbc.sql("update mail set sent_at = ? where id = ?").params(OffsetDateTime.now(clock), id).update();
	}
}
