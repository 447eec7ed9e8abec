package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.CycleTest;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Trail;
import org.bihuan.model.ModelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What a template names of a form is printed as it was filled in: one file for the form, one for the document. */
class AnalystsTagTest extends CycleTest {

	@TempDir
	private Path models;

	@Autowired
	private Facts facts;
	@Autowired
	private Documents documents;
	@Autowired
	private GivenAnswers answers;
	@Autowired
	private Trail trail;
	@Autowired
	private Corrections corrections;
	@Autowired
	private Clock clock;

	/** The place's own templates: the reply letter names a field that no document names by itself. */
	private DocumentFiles files() throws IOException {
		Path reply = models.resolve("reply.docx");
		Files.copy(Path.of("documents", "reply.docx"), reply);
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(reply)))) {
			document.createParagraph().createRun().setText("办理意见：{{办理意见}}。政策依据：{{政策依据}}。");
			try (OutputStream out = Files.newOutputStream(reply)) {
				document.write(out);
			}
		}
		ModelSet edited = ModelSet.packaged().with("reply.docx", Files.readAllBytes(reply));
		return new DocumentFiles(jdbc, clock, new Templates(edited.files()), facts, documents, answers, trail,
				corrections);
	}

	@Test
	void itsLastWordsArePrintedAndNothingWhereNothingWasSaid() throws IOException {
		startUpTo("task_reportImplementation");
		Document reply = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.REPLY).findFirst().orElseThrow();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(files().draft(reply)))) {
			assertThat(Paper.words(document)).contains("办理意见：采纳并答复。政策依据：。");
		}
	}
}
