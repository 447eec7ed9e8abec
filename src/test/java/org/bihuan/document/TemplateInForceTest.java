package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.CycleTest;
import org.bihuan.deployment.DocumentEdits;
import org.bihuan.deployment.FormerSet;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A document is made of the templates that are in force when it is made, without a new start; what was made before stays as it is. */
class TemplateInForceTest extends CycleTest {

	@Autowired
	private ModelDeployment deployment;
	@Autowired
	private ModelSets sets;
	@Autowired
	private Documents documents;

	private Force before;

	@BeforeEach
	void whatIsInForce() {
		before = sets.inForce().orElseThrow();
	}

	@AfterEach
	void itIsInForceAgain() {
		runtime.createProcessInstanceQuery().suspended().list().forEach(one -> runtime.activateProcessInstanceById(one.getId()));
		FormerSet.restore(before, sets, deployment, identity);
	}

	@Test
	void aDocumentAfterTheDeploymentIsOfTheNewTemplate() throws IOException {
		startUpTo("task_signReceipt");
		assertThat(notice()).doesNotContain("请于收到之日起登记。");

		byte[] template = DocumentEdits.withParagraph(deployment.inForce().files().get("assignment.docx"), "请于收到之日起登记。");
		as("fenxi1", () -> deployment.putInForce(deployment.propose(deployment.inForce().with("assignment.docx", template)), before.number(), "登记"));

		assertThat(notice()).as("what was handed out stays").doesNotContain("请于收到之日起登记。");
		runtime.createProcessInstanceQuery().active().list().forEach(one -> runtime.suspendProcessInstanceById(one.getId()));
		startUpTo("task_signReceipt");
		assertThat(notice()).contains("请于收到之日起登记。");
	}

	private String notice() throws IOException {
		Document notice = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.ASSIGNMENT).findFirst().orElseThrow();
		byte[] content = jdbc.sql("select content from document_file where document_id = ? order by version desc limit 1").param(notice.id())
				.query((row, number) -> row.getBytes(1)).single();
		try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(content))) {
			return Paper.words(paper);
		}
	}
}
