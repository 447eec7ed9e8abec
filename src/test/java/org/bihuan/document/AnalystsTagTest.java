package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.CycleTest;
import org.bihuan.EditedModels;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Trail;
import org.bihuan.settings.ModelsFolder;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
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
	private DocumentFiles files(String words) throws IOException {
		Path folder = Files.createDirectories(models.resolve("documents"));
		try (Stream<Path> all = Files.list(Path.of("documents"))) {
			for (Path file : all.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		Path reply = folder.resolve("reply.docx");
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(reply)))) {
			document.createParagraph().createRun().setText(words);
			try (OutputStream out = Files.newOutputStream(reply)) {
				document.write(out);
			}
		}
		Path forms = Files.createDirectories(models.resolve("forms"));
		EditedModels.withLegalReview().set().files().forEach((name, bytes) -> write(forms, name, bytes));
		ModelsFolder edited = new ModelsFolder(models.toString());
		return new DocumentFiles(jdbc, clock, new Templates(edited, new FormLabels(edited)), facts, documents, answers, trail,
				corrections);
	}

	private static void write(Path folder, String name, byte[] bytes) {
		try {
			Files.write(folder.resolve(name), bytes);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Override
	protected Map<String, Object> plain(Task task) {
		return "Activity_0legal".equals(task.getTaskDefinitionKey())
				? Map.of("lawful", "yes", "risks", 0, "checked", true, "opinion", "依据充分")
				: super.plain(task);
	}

	/** A step that an analyst drew, with a form of his own. */
	@Test
	@Tag("long")
	void whatWasFilledInAtAStepThatWasAddedIsPrinted() throws IOException {
		String deployment = EditedModels.withLegalReview().deploy(repository);
		try {
			startUpTo("task_reportImplementation");
			Document reply = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.REPLY).findFirst().orElseThrow();
			try (XWPFDocument document = new XWPFDocument(
					new ByteArrayInputStream(files("法制审核：{{法制审核意见}}，{{是否合法合规}}。").draft(reply)))) {
				assertThat(Paper.words(document)).contains("法制审核：依据充分，合法合规。");
			}
		}
		finally {
			endCases();
			ClockUtil.reset();
			repository.deleteDeployment(deployment, true, true, true);
		}
	}

	@Test
	void itsLastWordsArePrintedAndNothingWhereNothingWasSaid() throws IOException {
		startUpTo("task_reportImplementation");
		Document reply = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.REPLY).findFirst().orElseThrow();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(files("办理意见：{{办理意见}}。政策依据：{{政策依据}}。").draft(reply)))) {
			assertThat(Paper.words(document)).contains("办理意见：采纳并答复。政策依据：。");
		}
	}
}
