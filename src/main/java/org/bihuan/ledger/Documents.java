package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bihuan.json.Json;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The numbered documents of a case, as records. */
@Repository
public class Documents {

	private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	static final OfOutcome<Document> OF_OUTCOME = OfOutcome.in("document", Document.class, "t.id");
	static final OfOutcome<Version> VERSIONS = new OfOutcome<>(Version.class, "t.document_id",
			"document_file t join document d on d.id = t.document_id where d.outcome_id = :outcome", "t.document_id, t.version");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ApplicationEventPublisher events;

	Documents(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	/** Every kind of document; the templates of {@code documents/} are called like the codes. */
	public enum Kind implements Term {

		SUBMISSION("submission", "报送件"), ASSIGNMENT("assignment", "交办通知"), REPLY("reply", "答复函"), SUPERVISION("supervision", "督办单"),
		INSPECTION("inspection", "专项督查单"), OPINION_REPORT("opinion-report", "社情民意信息"), PROPOSAL("proposal", "提案"), REFERENCE("reference", "参阅件"),
		CLOSING("closing", "销号单");

		private final String code;
		private final String label;

		Kind(String code, String label) {
			this.code = code;
			this.label = label;
		}

		@Override
		public String code() {
			return code;
		}

		@Override
		public String label() {
			return label;
		}
	}

	public record Document(long id, Kind kind, String number, String title, String outcomeId, String assignmentId, String content,
			String issuedBy, OffsetDateTime issuedAt) {
	}

	/** A document is on record; whoever makes its file does so now, in the same transaction, from the ledger as it stands. */
	public record Issued(Document document) {
	}

	/**
	 * One version of a document's file.
	 *
	 * @param madeAt when it was issued
	 */
	public record Version(long documentId, int version, OffsetDateTime madeAt, long sizeBytes) {
	}

	/**
	 * Puts a document on record.
	 *
	 * @param assignmentId null for a document of the whole outcome
	 * @return its id
	 */
	public long issue(Kind kind, String number, String title, String outcomeId, String assignmentId, Map<String, ?> content, String actor) {
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into document (kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
				values (:kind, :number, :title, :outcome, :assignment, :content, :actor, :at)""")
				.param("kind", kind.code()).param("number", number).param("title", title).param("outcome", outcomeId)
				.param("assignment", assignmentId).param("content", Json.write(content)).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		events.publishEvent(new Issued(find(id).orElseThrow()));
		return id;
	}

	public Optional<Document> find(long id) {
		return jdbc.sql("select * from document where id = ?").param(id).query(Rows.of(Document.class)).optional();
	}

	/** When the last document of the same kind about the same was issued before this one; long ago when there was none. */
	public OffsetDateTime issuedBefore(Document document) {
		return jdbc.sql("""
				select issued_at from document where outcome_id = :outcome and kind = :kind and id < :id
				and coalesce(assignment_id, '') = coalesce(cast(:assignment as varchar), '') order by id desc limit 1""")
				.param("outcome", document.outcomeId()).param("kind", document.kind().code()).param("id", document.id())
				.param("assignment", document.assignmentId()).query(OffsetDateTime.class).optional().orElse(LONG_AGO);
	}

	public List<Document> ofOutcome(String outcomeId) {
		return OF_OUTCOME.read(jdbc, outcomeId);
	}
}
