package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bihuan.json.Json;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The numbered documents of a case, as records. */
@Repository
public class Documents {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ApplicationEventPublisher events;

	Documents(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	public record Document(long id, String kind, String number, String title, String outcomeId, String assignmentId, String content,
			String issuedBy, OffsetDateTime issuedAt) {
	}

	/** A document is on record; whoever makes its file does so now, in the same transaction, from the ledger as it stands. */
	public record Issued(Document document) {
	}

	/**
	 * Puts a document on record.
	 *
	 * @param assignmentId null for a document of the whole outcome
	 * @return its id
	 */
	public long issue(String kind, String number, String title, String outcomeId, String assignmentId, Map<String, ?> content, String actor) {
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into document (kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
				values (:kind, :number, :title, :outcome, :assignment, :content, :actor, :at)""")
				.param("kind", kind).param("number", number).param("title", title).param("outcome", outcomeId)
				.param("assignment", assignmentId).param("content", Json.write(content)).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		events.publishEvent(new Issued(find(id).orElseThrow()));
		return id;
	}

	public Optional<Document> find(long id) {
		return jdbc.sql("select * from document where id = ?").param(id).query(Document.class).optional();
	}

	public List<Document> ofOutcome(String outcomeId) {
		return jdbc.sql("select * from document where outcome_id = ? order by id").param(outcomeId).query(Document.class).list();
	}
}
