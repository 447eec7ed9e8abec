package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --bihuan.check=FOLDER}, as {@link org.bihuan.BihuanApplication} asks before anything starts. */
class CheckCommandTest {

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private int check(String... arguments) {
		return CheckCommand.run(arguments, out);
	}

	private String said() {
		return out.toString(StandardCharsets.UTF_8);
	}

	/** As an analyst has it. */
	static Path copy(Path to) throws IOException {
		Map<String, String> part = Map.of("bpmn", "processes", "dmn", "processes", "form", "forms", "docx", "documents");
		for (Map.Entry<String, byte[]> file : ModelSet.packaged().files().entrySet()) {
			Path at = to.resolve(part.get(file.getKey().replaceFirst(".*\\.", ""))).resolve(file.getKey());
			Files.createDirectories(at.getParent());
			Files.write(at, file.getValue());
		}
		return to;
	}

	@Test
	void aSoundFolderEndsWithOneLine() throws IOException {
		assertThat(check("--server.port=1", "--bihuan.check=" + copy(folder))).isZero();
		assertThat(said()).startsWith("检查通过：").hasLineCount(1);
	}

	@Test
	void everyProblemIsALineInUtf8() throws IOException {
		Path diagram = copy(folder).resolve("processes/handling.bpmn");
		Files.writeString(diagram, Files.readString(diagram).replace("${deliverAssignment}", "${deliver}").replace("${markOverdue}", "${mark}"));
		assertThat(check("--bihuan.check=" + folder)).isEqualTo(1);
		assertThat(said()).contains("handling.bpmn 的“送达承办单位”（serviceTask_deliverAssignment）", "handling.bpmn 的“记为逾期”（serviceTask_markOverdue）")
				.endsWith("处要改，改好以后再检查一遍。\n");
	}

	@Test
	void templatesThatWereNotCopiedAreThePackagedOnes() throws IOException {
		copy(folder);
		for (String name : ModelSet.packaged().files().keySet().stream().filter(one -> one.endsWith(".docx")).toList()) {
			Files.delete(folder.resolve("documents").resolve(name));
		}
		Files.delete(folder.resolve("documents"));
		assertThat(check("--bihuan.check=" + folder)).isZero();
	}

	@Test
	void aWrongFolderIsToldInASentence() {
		assertThat(check("--bihuan.check=" + folder.resolve("nowhere"))).isEqualTo(1);
		assertThat(check("--bihuan.check=" + folder)).isEqualTo(1);
		assertThat(check("--bihuan.check=")).isEqualTo(1);
		assertThat(check("--bihuan.check")).isEqualTo(1);
		assertThat(check("--bihuan.check=a\0b")).isEqualTo(1);
		assertThat(said().lines()).hasSize(5).allSatisfy(line -> assertThat(line).endsWith("。").doesNotContain("Exception"));
	}

	@Test
	void withoutTheOptionNothingIsChecked() {
		assertThat(CheckCommand.isAsked(new String[] { "--server.port=0", "--bihuan.models=x", "--bihuan.checks=x" })).isFalse();
		assertThat(CheckCommand.isAsked(new String[] { "--server.port=0", "--bihuan.check=x" })).isTrue();
	}
}
