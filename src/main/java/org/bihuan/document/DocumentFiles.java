package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Hash;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files of the numbered documents. A file is made the moment its document is issued, in the same transaction: it says what
 * the ledger said then, and a document without its file does not exist.
 */
@Component
public class DocumentFiles {

	/** Word's own name for DOCX. */
	public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Templates templates;
	private final Facts facts;

	DocumentFiles(JdbcClient jdbc, Clock clock, Templates templates, Facts facts) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.templates = templates;
		this.facts = facts;
	}

	@EventListener
	void make(Documents.Issued issued) {
		Document document = issued.document();
		DocumentKind kind = DocumentKind.of(document.kind());
		Map<String, Object> said = facts.of(document);
		requireEveryTag(kind, said.keySet());
		byte[] bytes = templates.render(kind, said);
		jdbc.sql("""
				insert into document_file (document_id, version, template, sha256, size_bytes, content, made_at)
				values (:document, 1 + (select coalesce(max(version), 0) from document_file where document_id = :document), :template,
				:hash, :size, :bytes, :at)""")
				.param("document", document.id()).param("template", templates.hash(kind)).param("hash", Hash.of(bytes)).param("size", bytes.length)
				.param("bytes", bytes).param("at", OffsetDateTime.now(clock)).update();
	}

	/** What the check at start promised to analysts is what there is: a tag without its fact would leave a hole in the document. */
	private static void requireEveryTag(DocumentKind kind, Set<String> said) {
		Set<String> missing = new HashSet<>(kind.known().get(""));
		missing.addAll(kind.known().keySet().stream().filter(block -> !block.isEmpty()).toList());
		missing.removeAll(said);
		if (!missing.isEmpty()) {
			throw new IllegalStateException("no facts for the tags " + missing + " of " + kind.file());
		}
	}

	/** The newest version of a document's file. */
	public Optional<byte[]> newest(long documentId) {
		return jdbc.sql("select content from document_file where document_id = ? order by version desc").param(documentId)
				.query((row, number) -> row.getBytes(1)).list().stream().findFirst();
	}

	/** The sizes in bytes of the newest files of an outcome's documents, by document. */
	public Map<Long, Long> sizes(String outcomeId) {
		Map<Long, Long> sizes = new HashMap<>();
		jdbc.sql("select f.document_id, f.size_bytes from document_file f join document d on d.id = f.document_id where d.outcome_id = ? "
				+ "order by f.version")
				.param(outcomeId).query(row -> {
					sizes.put(row.getLong(1), row.getLong(2));
				});
		return sizes;
	}

	/** What its receiver sees as the file's name. */
	public static String name(Document document) {
		return (document.number() + " " + document.title()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "") + ".docx";
	}
}
