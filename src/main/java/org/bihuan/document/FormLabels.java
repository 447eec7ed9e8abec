package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.bihuan.settings.ModelsFolder;
import org.bihuan.settings.StartRefused;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the forms call their fields: a template may name any of them as a tag, and says what was filled in last. So a field that an analyst adds
 * comes into a document without Java. Fields in lists have no one value, and are none.
 */
@Component
class FormLabels {

	private final Set<String> labels = new TreeSet<>();

	/** @throws StartRefused if a form cannot be read */
	FormLabels(ModelsFolder edited) {
		for (Resource form : forms(edited.models())) {
			try (InputStream source = form.getInputStream()) {
				collect(Json.read(source).path("components"));
			}
			catch (IOException unreadable) {
				throw new StartRefused("表单 " + form.getFilename() + " 无法读取，请检查它是不是 Modeler 保存的表单。", unreadable);
			}
		}
	}

	private static List<Resource> forms(String folder) {
		try {
			if (folder.isBlank() || !Files.isDirectory(Path.of(folder, "forms"))) {
				return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form"));
			}
			List<Resource> forms = new ArrayList<>();
			try (Stream<Path> files = Files.list(Path.of(folder, "forms"))) {
				files.filter(file -> file.toString().endsWith(".form")).sorted().forEach(file -> forms.add(new FileSystemResource(file)));
			}
			return forms;
		}
		catch (IOException unreadable) {
			throw new StartRefused("无法读取表单文件夹。", unreadable);
		}
	}

	private void collect(JsonNode components) {
		for (JsonNode field : components) {
			if ("group".equals(field.path("type").asText())) {
				collect(field.path("components"));
			}
			else if (field.has("key")) {
				labels.add(field.path("label").asText());
			}
		}
	}

	boolean has(String tag) {
		return labels.contains(tag);
	}
}
