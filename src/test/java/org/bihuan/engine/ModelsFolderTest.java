package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.bihuan.settings.ModelsFolder;
import org.bihuan.settings.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

/** An analyst's folder replaces the packaged models as a whole. */
class ModelsFolderTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void copy() throws IOException {
		for (String part : new String[] { "processes", "forms" }) {
			Files.createDirectories(folder.resolve(part));
			try (Stream<Path> files = Files.list(Path.of(part))) {
				for (Path file : files.toList()) {
					Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
				}
			}
		}
	}

	@Test
	void everyFileComesFromTheFolder() throws IOException {
		Files.writeString(folder.resolve("processes/another.dmn"),
				Files.readString(Path.of("processes/supervision-level.dmn")).replace("decision id=\"supervision-level\"",
						"decision id=\"another\""));
		for (Resource resource : new Models(new ModelsFolder(folder.toString())).getDeploymentResources()) {
			assertThat(resource.getFile().toPath()).startsWith(folder);
		}
		assertThat(new Models(new ModelsFolder(folder.toString())).getDeploymentResources())
				.hasSize(new Models(new ModelsFolder("")).getDeploymentResources().size() + 1);
	}

	@Test
	void aMissingFileIsNamed() throws IOException {
		Files.delete(folder.resolve("forms/sign-reply.form"));
		Files.delete(folder.resolve("processes/handling.bpmn"));
		assertThatThrownBy(() -> new Models(new ModelsFolder(folder.toString())).getDeploymentResources())
				.hasMessageContaining("handling.bpmn、sign-reply.form");
	}

	@Test
	void aTaskWithoutALimitEndsTheStartWithItsNameAndFile() throws IOException {
		Path model = folder.resolve("processes/conversion.bpmn");
		Files.writeString(model, Files.readString(model).replaceFirst("name=\"limit\" value=\"5\"", "name=\"limit\" value=\"soon\""));
		assertThatThrownBy(() -> new Models(new ModelsFolder(folder.toString())).getDeploymentResources()).isInstanceOf(StartRefused.class)
				.hasMessage("conversion.bpmn 的“撰写社情民意信息”（task_draftOpinionReport）：扩展属性 limit=soon 不对，应为 1 至 60 的整数（工作日数），"
						+ "日期由台账给出的写 ledger。");
	}

	@Test
	void aFileThatIsNoDiagramIsNamed() throws IOException {
		Files.writeString(folder.resolve("processes/conversion.bpmn"), "<bpmn");
		assertThatThrownBy(() -> new Models(new ModelsFolder(folder.toString())).getDeploymentResources()).isInstanceOf(StartRefused.class)
				.hasMessageContaining("conversion.bpmn：第 1 行附近不是完整的 BPMN 文件");
	}

	@Test
	void everythingThatIsWrongIsToldAtOnce() throws IOException {
		Path model = folder.resolve("processes/handling.bpmn");
		Files.writeString(model, Files.readString(model).replace("${deliverAssignment}", "${deliver}"));
		Path form = folder.resolve("forms/decide-dissatisfaction.form");
		Files.writeString(form, Files.readString(form).replace("\"close\"", "\"closed\""));
		assertThatThrownBy(() -> new Models(new ModelsFolder(folder.toString())).getDeploymentResources()).isInstanceOf(StartRefused.class)
				.hasMessageContaining("serviceTask_deliverAssignment").hasMessageContaining("decide-dissatisfaction.form");
	}

	@Test
	void aMissingFolderIsNamed() {
		assertThatThrownBy(() -> new Models(new ModelsFolder(folder.resolve("nowhere").toString())).getDeploymentResources())
				.hasMessageContaining("nowhere");
	}
}
