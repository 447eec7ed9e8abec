package org.bihuan.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.document.AttachmentRules;
import org.bihuan.document.Attachments;
import org.bihuan.document.Attachments.Attachment;
import org.bihuan.document.Attachments.Case;
import org.bihuan.document.CasePapers;
import org.bihuan.document.DocumentFiles;
import org.bihuan.document.FileReaders;
import org.bihuan.document.ReceivedFile;
import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.web.security.RefusalBody;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The files of a case: what Tasklist's tab 附件 lists and takes in, and every download. A file that the reader may not have is not there. */
@Controller
class FilesController {

	private static final String POLICY = "Content-Security-Policy";
	private static final String NOTHING = "sandbox; default-src 'none'";
	private static final String SECONDS = "10";

	private final Attachments attachments;
	private final AttachmentRules rules;
	private final Documents documents;
	private final DocumentFiles files;
	private final FileReaders readers;
	private final Organisation organisation;
	private final Outcomes outcomes;
	private final CasePapers papers;
	private final Assignments assignments;
	private final ReplyPapers replies;
	private final Clock clock;

	FilesController(Attachments attachments, AttachmentRules rules, Documents documents, DocumentFiles files, FileReaders readers,
			Organisation organisation, Outcomes outcomes, CasePapers papers, Assignments assignments, ReplyPapers replies, Clock clock) {
		this.outcomes = outcomes;
		this.papers = papers;
		this.assignments = assignments;
		this.replies = replies;
		this.clock = clock;
		this.attachments = attachments;
		this.rules = rules;
		this.documents = documents;
		this.files = files;
		this.readers = readers;
		this.organisation = organisation;
	}

	/**
	 * @param href null for what was withdrawn
	 * @param here whether it was uploaded in the task that is asked about
	 * @param withdraw where the reader may withdraw it; null where he may not
	 * @param withdrawn why, by whom and when it was; null for what stands
	 */
	record Line(String what, String name, String href, long size, String by, String at, boolean here, String withdraw, String withdrawn) {
	}

	record Listing(List<Line> files, String types, long maxSize) {
	}

	@GetMapping("/attachments")
	@ResponseBody
	Listing list(Reader reader, @RequestParam("task") String taskId) {
		Case of = attachments.ofTask(taskId);
		Map<Long, Long> sizes = files.sizes(of.outcomeId());
		Stream<Line> made = documents.ofOutcome(of.outcomeId()).stream()
				.filter(one -> sizes.containsKey(one.id()) && belongs(reader, of, one.assignmentId()))
				.map(one -> new Line("文书", DocumentFiles.name(one), "/documents/" + one.id(), sizes.get(one.id()),
						name(one.issuedBy(), one.issuedAt()),
						Words.minute(one.issuedAt()), false, null, null));
		Stream<Line> attached = attachments.ofOutcome(of.outcomeId()).stream()
				.filter(one -> (one.assignmentId() != null && one.assignmentId().equals(of.assignmentId())) || readers.mayRead(reader, one))
				.map(one -> line(one, taskId, reader));
		Stream<Line> inHand = Optional.ofNullable(of.assignmentId()).flatMap(assignments::find)
				.filter(one -> reader.units().contains(one.leadUnit()))
				.flatMap(one -> replies.inHand(one.id())).stream()
				.map(one -> new Line("待印发", one.name(), replies.path(of.assignmentId()), one.content().length, "系统",
						Words.minute(OffsetDateTime.now(clock)),
						false, null, null));
		return new Listing(Stream.of(made, attached, inHand).flatMap(lines -> lines).sorted(Comparator.comparing(Line::at).reversed()).toList(),
				rules.typesInWords(),
				rules.maxSize().toBytes());
	}

	private Line line(Attachment one, String taskId, Reader reader) {
		boolean here = one.taskId().equals(taskId);
		String path = "/attachments/" + one.id();
		return new Line(one.notIssued() ? "附件（未印发，作废）" : "附件", one.name(), one.withdrawn() ? null : path, one.sizeBytes(),
				name(one.uploadedBy(), one.uploadedAt()),
				Words.minute(one.uploadedAt()),
				here,
				here && Attachments.isOwn(one, reader.id()) ? path + "/withdrawal" : null,
				one.withdrawn() ? one.withdrawnFor() + "（" + name(one.withdrawnBy(), one.withdrawnAt()) + "，" + Words.minute(one.withdrawnAt()) + "）"
						: null);
	}

	/** What belongs to the task's own assignment; anything else only for who may read it anyway. */
	private boolean belongs(Reader reader, Case of, String assignmentId) {
		return (assignmentId != null && assignmentId.equals(of.assignmentId())) || readers.mayRead(reader, of.outcomeId(), assignmentId);
	}

	private String name(String account, OffsetDateTime at) {
		return Actors.SYSTEM.equals(account) ? "系统" : organisation.name(account, at);
	}

	@PostMapping("/attachments")
	@ResponseBody
	Map<String, Long> attach(Reader reader, @RequestParam("task") String taskId, @RequestParam("file") MultipartFile file) throws IOException {
		try (InputStream content = file.getInputStream(); ReceivedFile received = ReceivedFile.of(content)) {
			return Map.of("id", attachments.attach(taskId, file.getOriginalFilename(), received, reader.id()));
		}
	}

	/** Its owner withdraws what he uploaded by mistake. */
	@PostMapping("/attachments/{id}/withdrawal")
	@ResponseBody
	Map<String, Long> withdraw(Reader reader, @PathVariable("id") long id, @RequestParam(name = "reason", defaultValue = "") String reason) {
		attachments.withdraw(id, reason, reader.id());
		return Map.of("id", id);
	}

	/** The paper of a reply that is not issued yet, for the people of the unit alone whose paper it is. */
	@GetMapping("/papers/{assignment}")
	ResponseEntity<byte[]> paper(Reader reader, @PathVariable("assignment") String assignmentId) {
		ReplyPapers.Paper paper = assignments.find(assignmentId).filter(one -> reader.units().contains(one.leadUnit()))
				.flatMap(one -> replies.inHand(one.id())).orElseThrow(NotThere::new);
		return file(paper.name(), DocumentFiles.TYPE, paper.content());
	}

	@GetMapping("/attachments/{id}")
	void attachment(Reader reader, @PathVariable("id") long id, HttpServletResponse response) throws IOException {
		Attachment attachment = attachments.find(id).filter(one -> !one.withdrawn() && readers.mayRead(reader, one)).orElseThrow(NotThere::new);
		try (ReceivedFile file = attachments.open(attachment)) {
			send(attachment.name(), attachment.type().mediaType(), file, response);
		}
	}

	/** @param version null for the newest */
	@GetMapping("/documents/{id}")
	ResponseEntity<byte[]> document(Reader reader, @PathVariable("id") long id,
			@RequestParam(value = "version", required = false) Integer version) {
		Document document = documents.find(id).filter(one -> readers.mayRead(reader, one.outcomeId(), one.assignmentId()))
				.orElseThrow(NotThere::new);
		int asked = version == null ? files.newest(id) : version;
		byte[] bytes = files.version(id, asked).orElseThrow(NotThere::new);
		return file(DocumentFiles.name(document, asked), DocumentFiles.TYPE, bytes);
	}

	/** All papers of a case that the reader may have, in the order in which they were issued, as one file to print. */
	@GetMapping("/outcomes/{id}/papers.docx")
	ResponseEntity<byte[]> papers(Reader reader, @PathVariable("id") String id) {
		Outcome outcome = outcomes.find(id).orElseThrow(NotThere::new);
		List<Document> all = documents.ofOutcome(id).stream().filter(one -> readers.mayRead(reader, id, one.assignmentId())).toList();
		if (all.isEmpty()) {
			throw new NotThere();
		}
		return file(outcome.id() + " 全部文书.docx", DocumentFiles.TYPE, papers.papers(outcome.title(), all, attachedTo(id, reader)));
	}

	/** The scans and photographs of a case that the reader may have, oldest first, as one PDF. */
	@GetMapping("/outcomes/{id}/scans.pdf")
	void scans(Reader reader, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
		List<Attachment> all = attachedTo(id, reader);
		if (all.stream().noneMatch(CasePapers::isScan)) {
			throw new NotThere();
		}
		try (ReceivedFile joined = papers.scans(all)) {
			send(id + " 扫描件合订本.pdf", MediaType.APPLICATION_PDF_VALUE, joined, response);
		}
	}

	private List<Attachment> attachedTo(String outcomeId, Reader reader) {
		return attachments.ofOutcome(outcomeId).stream().filter(one -> readers.mayRead(reader, one)).toList();
	}

	/** To be saved, never to be shown by the browser as a page of ours. */
	private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).header(HttpHeaders.CONTENT_DISPOSITION, toSave(name))
				.header(POLICY, NOTHING).body(bytes);
	}

	/** The same of what is on the disk. */
	private static void send(String name, String type, ReceivedFile file, HttpServletResponse response) throws IOException {
		response.setContentType(type);
		response.setContentLengthLong(file.size());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, toSave(name));
		response.setHeader(POLICY, NOTHING);
		file.writeTo(response.getOutputStream());
	}

	private static String toSave(String name) {
		return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
	}

	@ExceptionHandler(Refusal.class)
	@ResponseBody
	ResponseEntity<RefusalBody> refused(Refusal refusal) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.kind().status()).contentType(MediaType.APPLICATION_JSON);
		if (refusal.kind() == Refusal.Kind.BUSY) {
			answer.header(HttpHeaders.RETRY_AFTER, SECONDS);
		}
		return answer.body(new RefusalBody(refusal.getMessage()));
	}

	@ExceptionHandler(MissingServletRequestPartException.class)
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	@ResponseBody
	RefusalBody nothing(MissingServletRequestPartException refused) {
		return new RefusalBody("没有收到文件，请选择文件后再上传。");
	}

	@ExceptionHandler(NotThere.class)
	ResponseEntity<RefusalBody> notThere(NotThere refused) {
		return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(MediaType.APPLICATION_JSON).body(new RefusalBody("没有这份文件，或者您无权查看。"));
	}

	private static final class NotThere extends RuntimeException {

		private static final long serialVersionUID = 1L;
	}
}
