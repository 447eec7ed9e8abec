package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.bihuan.Bihuan;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.model.ModelSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst can do wrong in Word is told at start, with the file and the tag. */
class TemplatesTest {

	@TempDir
	private Path models;

	private Path folder;

	@BeforeEach
	void copy() throws IOException {
		folder = Files.createDirectories(models.resolve("documents"));
		try (Stream<Path> files = Files.list(Path.of("documents"))) {
			for (Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
	}

	/** Those of the folder, with the packaged forms where it has none. */
	private SortedMap<String, byte[]> files() {
		SortedMap<String, byte[]> files = new TreeMap<>(ModelSet.ofFolder(models).files());
		if (files.keySet().stream().noneMatch(name -> name.endsWith(".form"))) {
			files.putAll(ModelSet.ofFolder(Path.of("")).files().entrySet().stream().filter(file -> file.getKey().endsWith(".form"))
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		}
		return files;
	}

	private Templates.Template template(DocumentKind kind) {
		return new Templates(files()).of(kind);
	}

	private interface Edit {

		void in(XWPFDocument document);
	}

	private void edit(String file, Edit edit) throws IOException {
		XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(file))));
		edit.in(document);
		try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
			document.write(out);
		}
	}

	private void write(String file, String words) throws IOException {
		edit(file, document -> document.createParagraph().createRun().setText(words));
	}

	private void refused(String... words) {
		assertThat(String.join("\n", Templates.wrong(files()).values())).contains(words);
	}

	@Test
	void theHouseAndAnAnalystWhoAddsAPlainTagAreNotRefused() throws IOException {
		String before = template(DocumentKind.REPLY).hash();
		write("reply.docx", "（此件公开发布，成果编号{{成果编号}}）");
		assertThat(Templates.wrong(files())).isEmpty();
		assertThat(template(DocumentKind.REPLY).hash()).isNotEqualTo(before);
	}

	/** The check of a set does not open them again. */
	@Test
	void thoseOfTheJarAreRight() {
		assertThat(Templates.wrong(ModelSet.packaged().files())).isEmpty();
	}

	@Test
	void everyWrongTemplateIsToldAtOnce() throws IOException {
		Files.delete(folder.resolve("closing.docx"));
		write("reply.docx", "{{某标记}}");
		assertThat(Templates.wrong(files())).containsOnlyKeys("closing.docx", "reply.docx");
	}

	@Test
	void aDocumentOfATemplateThatCannotBeUsedIsRefusedWithWhatToDo() throws IOException {
		write("reply.docx", "{{某标记}}");
		assertThatThrownBy(() -> template(DocumentKind.REPLY)).isInstanceOf(Refusal.class).hasMessageContainingAll("reply.docx", "/models");
		assertThat(template(DocumentKind.CLOSING).hash()).isNotEmpty();
	}

	@Test
	void anUnknownTagIsNamed() throws IOException {
		write("assignment.docx", "{{交办人}}");
		refused("assignment.docx", "{{交办人}}", "可用的标记", "办理要求");
	}

	@Test
	void aFieldOfAFormIsATag() throws IOException {
		write("reply.docx", "所需经费：{{所需经费}}");
		refused("reply.docx", "{{所需经费}}", "也可以用表单栏目的名称");
		Path form = Files.createDirectories(models.resolve("forms")).resolve("draft-reply.form");
		Files.writeString(form, """
				{"id": "draft-reply", "components": [{"type": "textfield", "key": "budget", "label": "所需经费"}]}""");
		assertThat(template(DocumentKind.REPLY).fromForms()).containsExactly("所需经费");
	}

	@Test
	void aTagOfABlockIsUnknownOutsideIt() throws IOException {
		write("reply.docx", "{{序号}}");
		refused("reply.docx", "{{序号}}");
	}

	@Test
	void aMissingTagIsNamed() throws IOException {
		edit("reply.docx", document -> document.getParagraphs().stream().filter(paragraph -> paragraph.getText().contains("{{文号}}"))
				.forEach(paragraph -> paragraph.getRuns().forEach(run -> run.setText("", 0))));
		refused("reply.docx", "缺少标记", "{{文号}}");
	}

	@Test
	void aMissingTemplateIsNamed() throws IOException {
		Files.delete(folder.resolve("closing.docx"));
		refused("closing.docx", "销号单", "缺少");
	}

	@Test
	void whatIsNoWordDocumentIsNamed() throws IOException {
		Files.writeString(folder.resolve("closing.docx"), "not a zip");
		refused("closing.docx", "不是 Word 文档");
	}

	@Test
	void brokenMarksAreNamed() throws IOException {
		for (Map.Entry<String, String> wrong : Map
				.of("{{?建议}}{{序号}}", "没有以 {{/建议}} 结束", "{{/建议}}", "没有对应的", "{{文号", "不完整", "{{ 文号 }}", "没有空格", "{{@成果名称}}", "写法不对",
						"{{#成果名称}}", "写法不对", "{{+成果名称}}", "写法不对", "{{成果名称.class}}", "写法不对")
				.entrySet()) {
			copyAgain("submission.docx");
			write("submission.docx", wrong.getKey());
			refused("submission.docx", wrong.getValue());
		}
	}

	private void copyAgain(String file) throws IOException {
		Files.copy(Path.of("documents", file), folder.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

	@Tag("process")
	@Test
	void theApplicationDoesNotStartWithSuchATemplate() throws IOException {
		for (String part : List.of("processes", "forms")) {
			Files.createDirectories(models.resolve(part));
			try (Stream<Path> files = Files.list(Path.of(part))) {
				for (Path file : files.toList()) {
					Files.copy(file, models.resolve(part).resolve(file.getFileName()));
				}
			}
		}
		write("assignment.docx", "{{交办人}}");
		// in a folder of its own: the one in which it is started may be on its class path, and be taken for what the jar brings
		try (Bihuan broken = Bihuan.start(Files.createDirectories(models.resolve("elsewhere")), Map.of(), "--bihuan.models=" + models,
				"--spring.datasource.url=jdbc:h2:mem:templates")) {
			assertThat(broken.exitCode()).isNotZero();
			assertThat(String.join("\n", broken.log())).contains("assignment.docx 的“交办通知”：模板中有系统没有的标记 {{交办人}}");
		}
	}

	/** Something for each tag of a block; the block without a name is the document itself. */
	private static Map<String, Object> facts(String block, Collection<String> tags) {
		return block.isEmpty() ? tags.stream().collect(Collectors.toMap(tag -> tag, tag -> "某" + tag))
				: Map.of(block, List.of(tags.stream().collect(Collectors.toMap(tag -> tag, tag -> "第一段\n第二行"))));
	}

	/** Word cuts a tag into several runs when a person corrects it, and gives Chinese and other letters different fonts. */
	@Test
	void aTagInSeveralRunsIsOneAndKeepsItsChineseFont() throws IOException {
		edit("submission.docx", document -> {
			XWPFParagraph paragraph = document.createParagraph();
			for (String part : List.of("编号为{", "{成果", "编号}}的成果")) {
				XWPFRun run = paragraph.createRun();
				run.setText(part);
				run.setFontFamily("Times New Roman");
				run.setFontFamily("仿宋_GB2312", XWPFRun.FontCharRange.eastAsia);
			}
		});
		Map<String, Object> facts = new HashMap<>();
		DocumentKind.SUBMISSION.known().forEach((block, tags) -> facts.putAll(facts(block, tags)));
		byte[] bytes = template(DocumentKind.SUBMISSION).render(facts);
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes)); XWPFWordExtractor words = new XWPFWordExtractor(document)) {
			assertThat(words.getText()).contains("编号为某成果编号的成果").doesNotContain("{{");
			List<XWPFParagraph> paragraphs = document.getParagraphs();
			for (XWPFRun run : paragraphs.get(paragraphs.size() - 1).getRuns()) {
				assertThat(run.getFontFamily(XWPFRun.FontCharRange.eastAsia)).as(run.text()).isEqualTo("仿宋_GB2312");
			}
		}
	}
}
