package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.document.Templates.Template;
import org.bihuan.json.Json;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
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
	private final Corrections corrections;

	DocumentFiles(JdbcClient jdbc, Clock clock, Templates templates, Facts facts, Documents documents, GivenAnswers answers, Trail trail,
			Corrections corrections) {
		this.corrections = corrections;
		this.jdbc = jdbc;
		this.clock = clock;
		this.templates = templates;
		this.facts = facts;
		this.documents = documents;
		this.answers = answers;
		this.trail = trail;
	}

	/**
	 * A file as it was made.
	 *
	 * @param template SHA-256 of what it was made from
	 * @param facts what it says, JSON by tag
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Made(String template, byte[] content, String facts) {
	}

	/** What was signed is what is issued, and nothing else; what nobody signs before is made now. */
	@EventListener
	void make(Documents.Issued issued) {
		Document document = issued.document();
		Optional<Made> signed = document.kind() == Documents.Kind.REPLY ? signed(document) : Optional.empty();
		keep(document, 1 + newest(document.id()), signed.orElseGet(() -> made(document)), null);
	}

	private Made made(Document document) {
		DocumentKind kind = DocumentKind.of(document.kind());
		Map<String, Object> said = facts.of(document);
		requireEveryTag(kind, Composition.of(said).keySet());
		OffsetDateTime since = documents.issuedBefore(document);
		Template template = templates.of(kind);
		template.fromForms()
				.forEach(label -> said.put(label, answers.lastSaid(document.outcomeId(), document.assignmentId(), label, since)));
		return new Made(template.hash(), template.render(said), Json.write(said));
	}

	/** The last that was signed under its number for its assignment: a number that was given back may have stood on another's paper. */
	private Optional<Made> signed(Document document) {
		return jdbc.sql("select s.template, s.content, s.facts from signed_paper s join reply_draft d on d.id = s.reply_id "
				+ "where s.number = ? and d.assignment_id = ? order by s.id desc limit 1").params(document.number(), document.assignmentId())
				.query((row, number) -> new Made(row.getString(1), row.getBytes(2), row.getString(3))).optional();
	}

	/** The file of a document that is not issued yet, as it would be if it were issued now. */
	byte[] draft(Document document) {
		return made(document).content();
	}

	/** Keeps for good what somebody signs now; it is what {@link Documents#issue} will issue under this number. */
	void sign(Document document, long replyId, String actor) {
		Made made = made(document);
		jdbc.sql("""
				insert into signed_paper (reply_id, number, template, sha256, size_bytes, content, facts, signed_by, signed_at)
				values (:reply, :number, :template, :hash, :size, :bytes, :facts, :actor, :at)""").param("reply", replyId)
				.param("number", document.number()).param("template", made.template()).param("hash", Hash.of(made.content()))
				.param("size", made.content().length).param("bytes", made.content()).param("facts", made.facts()).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update();
	}

	/** What was signed of this version of a reply; empty before. */
	Optional<byte[]> signed(long replyId) {
		return jdbc.sql("select content from signed_paper where reply_id = ?").param(replyId).query((row, number) -> row.getBytes(1)).optional();
	}

	/**
	 * What a signed paper says and was corrected since, each field once, from what was signed to what stands now; empty for one that is not signed.
	 * What was put back, or does not stand on the paper, is not among it.
	 *
	 * @param replyId the version that was signed
	 */
	List<Correction> corrected(long replyId, Assignment assignment) {
		record Said(String facts, OffsetDateTime at) {
		}
		return jdbc.sql("select facts, signed_at from signed_paper where reply_id = ?").param(replyId)
				.query((row, number) -> new Said(row.getString(1), row.getObject(2, OffsetDateTime.class))).optional()
				.map(signed -> corrected(Json.read(signed.facts(), FACTS), signed.at(), assignment)).orElse(List.of());
	}

	private List<Correction> corrected(Map<String, Object> said, OffsetDateTime since, Assignment assignment) {
		Map<String, Correction> fields = new LinkedHashMap<>();
		corrections.ofOutcome(assignment.outcomeId()).stream()
				.filter(one -> !one.correctedAt().isBefore(since) && concerns(one, assignment.id()))
				.forEach(one -> fields.merge(one.field().code() + " " + one.subjectId(), one, Correction::then));
		return fields.values().stream().filter(one -> !Objects.equals(one.oldValue(), one.newValue()))
				.filter(one -> changes(DocumentKind.of(Documents.Kind.REPLY), said, facts.corrected(said, one))).toList();
	}

	private boolean changes(DocumentKind kind, Map<String, Object> before, Map<String, Object> after) {
		Template template = templates.of(kind);
		return !template.words(after).equals(template.words(before));
	}

	/** Whether a document that is not issued yet says what was corrected just now. */
	boolean says(Document document, Correction now) {
		Map<String, Object> after = facts.of(document);
		return concerns(now, document.assignmentId()) && changes(DocumentKind.of(document.kind()), facts.corrected(after, now.undone()), after);
	}

	private void keep(Document document, int version, Made made, Long correctionId) {
		jdbc.sql("""
				insert into document_file (document_id, version, template, sha256, size_bytes, content, made_at, facts, correction_id)
				values (:document, :version, :template, :hash, :size, :bytes, :at, :facts, :correction)""").param("document", document.id())
				.param("version", version).param("template", made.template()).param("hash", Hash.of(made.content()))
				.param("size", made.content().length).param("bytes", made.content()).param("at", OffsetDateTime.now(clock))
				.param("facts", made.facts()).param("correction", correctionId).update();
	}

	/**
	 * 更正 of what issued documents say: each that says it is issued anew, with 更正 in its head; everything else stays as it was said at the
	 * time, and the versions before stay readable.
	 */
	@EventListener
	void reissue(Corrections.Corrected corrected) {
		Correction correction = corrected.correction();
		for (Document document : documents.ofOutcome(correction.outcomeId())) {
			if (concerns(correction, document.assignmentId())) {
				reissue(document, correction);
			}
		}
	}

	private static boolean concerns(Correction correction, String assignmentId) {
		return correction.assignmentId() == null || correction.assignmentId().equals(assignmentId);
	}

	private void reissue(Document document, Correction correction) {
		DocumentKind kind = DocumentKind.of(document.kind());
		// what a former version's paper did not say, the ledger says
		Optional<Map<String, Object>> kept = said(document).map(said -> completed(said, facts.of(document)));
		// a former version of the system did not keep what it said: then the ledger says it, as it is after the correction
		Map<String, Object> before = kept.orElseGet(() -> facts.corrected(facts.of(document), correction.undone()));
		Map<String, Object> after = kept.map(said -> facts.corrected(said, correction)).orElseGet(() -> facts.of(document));
		if (!changes(kind, before, after)) {
			return;
		}
		int version = 1 + newest(document.id());
		Template template = templates.of(kind);
		byte[] bytes = template.render(after, "更正（第 " + version + " 版）：" + Facts.day(correction.correctedAt()) + "更正“"
				+ correction.field().label() + "”，此前各版仍可查阅。");
		keep(document, version, new Made(template.hash(), bytes, Json.write(after)), correction.id());
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
