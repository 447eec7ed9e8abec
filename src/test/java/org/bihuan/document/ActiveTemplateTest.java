package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template of documents has besides its words, and where: no document that the house issues reaches elsewhere. */
class ActiveTemplateTest {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
	private static final byte[] SOUND = ModelSet.packaged().files().get("reply.docx");

	@ParameterizedTest
	@CsvSource({ "attachedTemplate, 套用了别处的文档模板", "image, 链接了别的文件", "hyperlink, 链接了别的文件", "oleObject, 嵌入了对象", "frame, 链接了别的文件" })
	void whatLeadsElsewhereIsRefusedWithItsPart(String type, String what) throws IOException {
		String relation = "<Relationship Id=\"rId999\" Type=\"" + RELATIONS + type + "\" Target=\"https://example.org/x\" TargetMode=\"External\"/>";
		assertThat(OfficeFile.acting(with("word/_rels/document.xml.rels", "</Relationships>", relation + "</Relationships>")))
				.containsExactly("（word/_rels/document.xml.rels）" + what);
	}

	@ParameterizedTest
	@CsvSource({ "word/vbaProject.bin, 含有宏", "word/embeddings/oleObject1.bin, 嵌入了对象", "word/embeddings/a.xlsx, 嵌入了对象", "word/activeX/a.bin, 含有控件" })
	void whatRunsIsRefusedWithItsPart(String part, String what) throws IOException {
		assertThat(OfficeFile.acting(with(part, "", ""))).containsExactly("（" + part + "）" + what);
	}

	@Test
	void theCheckSaysSoOfTheFile() throws IOException {
		ModelSet set = ModelSet.packaged().with("reply.docx", with("word/vbaProject.bin", "", ""));
		assertThat(ModelCheck.problems(set)).extracting(Problem::sentence)
				.anyMatch(one -> one.startsWith("reply.docx") && one.contains("（word/vbaProject.bin）含有宏") && one.contains("请用 Word 或 WPS 打开"));
	}

	@Test
	void thePackagedOnesHaveNothingThatActs() {
		assertThat(ModelSet.packaged().files().entrySet().stream().filter(one -> one.getKey().endsWith(".docx"))).isNotEmpty()
				.allSatisfy(one -> assertThat(OfficeFile.acting(one.getValue())).as(one.getKey()).isEmpty());
	}

	/** The template with a text replaced in a part; with the part added when it has none. */
	private static byte[] with(String part, String old, String now) throws IOException {
		ByteArrayOutputStream changed = new ByteArrayOutputStream();
		boolean added = !new String(SOUND, StandardCharsets.ISO_8859_1).contains(part);
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(SOUND)); ZipOutputStream to = new ZipOutputStream(changed)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				String text = new String(from.readAllBytes(), StandardCharsets.ISO_8859_1);
				to.write((entry.getName().equals(part) ? text.replace(old, now) : text).getBytes(StandardCharsets.ISO_8859_1));
			}
			if (added) {
				to.putNextEntry(new ZipEntry(part));
				to.write(new byte[] { 1 });
			}
		}
		return changed.toByteArray();
	}
}
