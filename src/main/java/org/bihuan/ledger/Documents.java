package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbered documents of a case, as records. */
@Repository
public class Documents {

	private final JdbcClient jdbc;
	private final Clock clock;

	Documents(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public record Document(long id, String kind, String number, String title, String outcomeId, String assignmentId, String content,
			String issuedBy, OffsetDateTime issuedAt) {
	}

	/** @param assignmentId null for a document of the whole outcome */
	public void issue(String kind, String number, String title, String outcomeId, String assignmentId, Map<String, ?> content, String actor) {
		jdbc.sql("""
				insert into document (kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
				values (:kind, :number, :title, :outcome, :assignment, :content, :actor, :at)""")
				.param("kind", kind).param("number", number).param("title", title).param("outcome", outcomeId)
				.param("assignment", assignmentId).param("content", Trail.json(content)).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update();
	}

	public List<Document> ofOutcome(String outcomeId) {
		return jdbc.sql("select * from document where outcome_id = ? order by id").param(outcomeId).query(Document.class).list();
	}
}
