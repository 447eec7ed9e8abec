package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;

/** What the README says of the models and the files is true. */
class ReadmeTest {

	private static String readme() throws IOException {
		return Files.readString(Path.of("README.md"));
	}

	@Test
	void theTableOfTimersIsThatOfTheModels() throws IOException {
		List<String> rows = new ArrayList<>();
		for (File file : Stream.of(Objects.requireNonNull(new File("processes").listFiles((dir, name) -> name.endsWith(".bpmn")))).sorted()
				.toList()) {
			BpmnModelInstance model = Bpmn.readModelFromFile(file);
			String process = model.getModelElementsByType(Process.class).iterator().next().getName();
			for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
				CatchEvent event = (CatchEvent) timer.getParentElement();
				rows.add("| %s | %s | %s | `%s` |".formatted(process, event.getName(), where(event, timer), timer.getRawTextContent().strip()));
			}
		}
		String table = "| 流程 | 事件 | 位置 | 时刻 |\n|---|---|---|---|\n" + String.join("\n", rows);
		assertThat(readme()).as("the README's table of timers should be this and nothing more\n%s", table).contains("\n\n" + table + "\n\n");
	}

	private static String where(CatchEvent event, TimerEventDefinition timer) {
		return event instanceof BoundaryEvent boundary
				? "“" + boundary.getAttachedTo().getName() + "”上，"
						+ (boundary.cancelActivity() ? "中断" : timer.getTimeCycle() == null ? "不中断" : "不中断，每天")
				: event instanceof StartEvent ? "发起流程" : "流程中等待";
	}

	@Test
	void everyFileAndPictureThatItNamesExists() throws IOException {
		Matcher links = Pattern.compile("\\]\\((?!http)([^)#]+)\\)").matcher(readme());
		int found = 0;
		while (links.find()) {
			found++;
			assertThat(Path.of(links.group(1))).exists();
		}
		assertThat(found).isGreaterThan(8);
	}

	@Test
	void everyModelIsOnTheMap() throws IOException {
		for (File model : Objects.requireNonNull(new File("processes").listFiles())) {
			assertThat(readme()).contains(model.getName());
		}
	}
}
