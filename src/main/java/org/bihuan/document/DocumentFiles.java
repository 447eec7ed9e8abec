package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.json.Json;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Corrections.Correction;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Hash;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
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

	private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Templates templates;
	private final Facts facts;
	private final Documents documents;
	private final GivenAnswers answers;
	private final Trail trail;

	DocumentFiles(JdbcClient jdbc, Clock clock, Templates templates, Facts facts, Documents documents, GivenAnswers answers, Trail trail) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.templates = templates;
		this.facts = facts;
		this.documents = documents;
		this.answers = answers;
		this.trail = trail;
	}

	@EventListener
	void make(Documents.Issued issued) {
		Document document = issued.document();
		DocumentKind kind = DocumentKind.of(document.kind());
		Map<String, Object> said = facts.of(document);
		requireEveryTag(kind, Composition.of(said).keySet());
		OffsetDateTime since = documents.issuedBefore(document);
		templates.fromForms(kind)
				.forEach(label -> said.put(label, answers.lastSaid(document.outcomeId(), document.assignmentId(), label, since)));
		keep(document, 1 + newest(document.id()), said, templates.render(kind, said), null);
	}

	private void keep(Document document, int version, Map<String, Object> said, byte[] bytes, Long correctionId) {
		jdbc.sql("""
				insert into document_file (document_id, version, template, sha256, size_bytes, content, made_at, facts, correction_id)
				values (:document, :version, :template, :hash, :size, :bytes, :at, :facts, :correction)""").param("document", document.id())
				.param("version", version).param("template", templates.hash(DocumentKind.of(document.kind()))).param("hash", Hash.of(bytes))
				.param("size", bytes.length).param("bytes", bytes).param("at", OffsetDateTime.now(clock)).param("facts", Json.write(said))
				.param("correction", correctionId).update();
	}

	/**
	 * 更正 of what issued documents say: each that says it is issued anew, with 更正 in its head; everything else stays as it was said at the
	 * time, and the versions before stay readable.
	 */
	@EventListener
	void reissue(Corrections.Corrected corrected) {
		Correction correction = corrected.correction();
		for (Document document : documents.ofOutcome(correction.outcomeId())) {
			if (correction.assignmentId() == null || correction.assignmentId().equals(document.assignmentId())) {
				reissue(document, correction);
			}
		}
	}

	private void reissue(Document document, Correction correction) {
		DocumentKind kind = DocumentKind.of(document.kind());
		// what a former version's paper did not say, the ledger says
		Optional<Map<String, Object>> kept = said(document).map(said -> completed(said, facts.of(document)));
		// a former version of the system did not keep what it said: then the ledger says it, as it is after the correction
		Map<String, Object> before = kept.orElseGet(() -> facts.corrected(facts.of(document), correction.undone()));
		Map<String, Object> after = kept.map(said -> facts.corrected(said, correction)).orElseGet(() -> facts.of(document));
		if (templates.words(kind, after).equals(templates.words(kind, before))) {
			return;
		}
		int version = 1 + newest(document.id());
		byte[] bytes = templates.render(kind, after, "更正（第 " + version + " 版）：" + Facts.day(correction.correctedAt()) + "更正“"
				+ correction.field().label() + "”，此前各版仍可查阅。");
		keep(document, version, after, bytes, correction.id());
		trail.add(correction.correctedBy(), Act.DOCUMENT_REISSUED, new Subject(document.outcomeId(), document.assignmentId(), null, null),
				Map.of("number", document.number(), "version", version));
	}

	/** What was said; of the rest, what is said now. */
	private static Map<String, Object> completed(Map<String, Object> said, Map<String, Object> now) {
		Map<String, Object> all = new HashMap<>(now);
		all.putAll(said);
		return all;
	}

	private Optional<Map<String, Object>> said(Document document) {
		return jdbc.sql("select facts from document_file where document_id = ? and facts is not null order by version desc limit 1")
				.param(document.id()).query(String.class).optional().map(kept -> Json.read(kept, FACTS));
	}

	/** The file of one version. */
	public Optional<byte[]> version(long documentId, int version) {
		return jdbc.sql("select content from document_file where document_id = ? and version = ?").params(documentId, version)
				.query((row, number) -> row.getBytes(1)).optional();
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

	/** The number of a document's newest version; 0 before there is a file. */
	public int newest(long documentId) {
		return jdbc.sql("select coalesce(max(version), 0) from document_file where document_id = ?").param(documentId).query(Integer.class).single();
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
		return name(document, 1);
	}

	/** The same for a version: one after the first says so. */
	public static String name(Document document, int version) {
		return (document.number() + " " + document.title() + (version == 1 ? "" : "（更正，第" + version + "版）"))
				.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "") + ".docx";
	}
}
