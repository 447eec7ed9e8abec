package org.bihuan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --bihuan.rehearse=FOLDER}, as far as it goes without walking: what is no sound set is never walked. */
class RehearseCommandTest {

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private String said() {
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aBrokenSetIsRefusedByTheCheckBeforeAnythingIsWalked() throws IOException {
		ModelFolder.write(ModelSet.packaged(), folder);
		Path diagram = folder.resolve("processes/handling.bpmn");
		Files.writeString(diagram, Files.readString(diagram).replace("${markOverdue}", "${mark}"));
		assertThat(RehearseCommand.run(new String[] { "--bihuan.rehearse=" + folder }, out)).isEqualTo(1);
		assertThat(said()).contains("handling.bpmn 的“记为逾期”（serviceTask_markOverdue）").endsWith("没有演练。改好以后再演练一遍。\n")
				.doesNotContain("演练这一套");
	}

	@Test
	void aWrongFolderIsToldInASentence() throws IOException {
		ModelFolder.write(ModelSet.packaged(), folder);
		String nowhere = folder.resolve("nowhere").toString();
		for (String[] arguments : new String[][] { { "--bihuan.rehearse" }, { "--bihuan.rehearse=" }, { "--bihuan.rehearse=" + nowhere },
				{ "--bihuan.rehearse=a\0b" }, { "--bihuan.rehearse=" + folder, "--bihuan.rehearse-against=" + nowhere } }) {
			assertThat(RehearseCommand.run(arguments, out)).isEqualTo(1);
		}
		assertThat(said().lines()).hasSize(5).allSatisfy(line -> assertThat(line).endsWith("。").doesNotContain("Exception"));
	}

	@Test
	void withoutTheOptionNothingIsRehearsed() {
		assertThat(RehearseCommand.isAsked(new String[] { "--bihuan.rehearsal=false", "--bihuan.rehearse-against=x" })).isFalse();
		assertThat(RehearseCommand.isAsked(new String[] { "--bihuan.rehearse=x" })).isTrue();
	}
}
