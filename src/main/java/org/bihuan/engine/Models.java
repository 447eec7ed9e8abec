package org.bihuan.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.bihuan.engine.guard.ModelRules;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.model.Decisive;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.bihuan.model.Roles;
import org.bihuan.settings.ModelsFolder;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelException;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What is deployed at start: the packaged models and forms, or those of the folder that {@code bihuan.models} names, which has
 * {@code processes} and {@code forms} in it like this project. The folder replaces the packaged ones as a whole: a file that it
 * lacks would otherwise stay as it was without anyone noticing.
 */
@Component
class Models implements CamundaDeploymentConfiguration {

	private static final List<String> PACKAGED = List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

	private final String folder;

	Models(ModelsFolder edited) {
		this.folder = edited.models();
	}

	/** @throws StartRefused if the folder does not exist or lacks a packaged file */
	@Override
	public Set<Resource> getDeploymentResources() {
		Set<Resource> packaged = packaged();
		return folder.isBlank() ? packaged : edited(Path.of(folder), packaged);
	}

	private static Set<Resource> edited(Path folder, Set<Resource> packaged) {
		Set<Resource> edited = new LinkedHashSet<>();
		Set<String> missing = new TreeSet<>();
		packaged.forEach(resource -> missing.add(resource.getFilename()));
		for (String part : List.of("processes", "forms")) {
			for (Path file : files(folder.resolve(part))) {
				if (file.toString().matches(".+\\.(bpmn|dmn|form)")) {
					edited.add(new FileSystemResource(file));
					missing.remove(file.getFileName().toString());
				}
			}
		}
		if (!missing.isEmpty()) {
			throw new StartRefused("bihuan.models=" + folder + " 缺少：" + String.join("、", missing) + "。请把 processes 和 forms 两个文件夹完整复制后再修改。");
		}
		List<Path> models = files(folder.resolve("processes"));
		ModelSet set = ModelSet.ofFolder(folder);
		List<String> wrong = Stream.of(Stream
				.concat(models.stream().filter(file -> file.toString().endsWith(".bpmn")).flatMap(file -> wrongLimits(file).stream()),
						models.stream().flatMap(file -> ModelRules.wrong(file.getFileName().toString(), bytes(file)).stream())),
				Stream.concat(Roles.problems(set).stream(), Decisive.problems(set.files()).stream()).map(Problem::sentence))
				.flatMap(sentences -> sentences).toList();
		if (!wrong.isEmpty()) {
			throw new StartRefused(String.join("\n", wrong));
		}
		return edited;
	}

	private static List<String> wrongLimits(Path model) {
		try {
			return TaskLimits.wrong(model.getFileName().toString(), Bpmn.readModelFromFile(model.toFile()));
		}
		catch (ModelParseException | BpmnModelException malformed) {
			throw new StartRefused("流程图 " + model.getFileName() + " 不是完整的 BPMN 文件，请用 Camunda Modeler 打开检查后重新保存。", malformed);
		}
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException unreadable) {
			throw new StartRefused("无法读取文件 " + file.getFileName() + "。", unreadable);
		}
	}

	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new StartRefused("bihuan.models 中没有文件夹 " + folder + "。");
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException unreadable) {
			throw new StartRefused("无法读取文件夹 " + folder + "。", unreadable);
		}
	}

	private static Set<Resource> packaged() {
		List<Resource> found = new ArrayList<>();
		try {
			for (String pattern : PACKAGED) {
				found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
			}
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the packaged models cannot be read", unreadable);
		}
		return new LinkedHashSet<>(found);
	}

	@Override
	public void preInit(org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl engine) {
		((SpringProcessEngineConfiguration) engine).setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
		((SpringProcessEngineConfiguration) engine).setDeploymentName("bihuan");
	}

	@Override
	public void postInit(org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl engine) {
		// nothing to add
	}

	@Override
	public void postProcessEngineBuild(org.camunda.bpm.engine.ProcessEngine engine) {
		// nothing to add
	}
}
