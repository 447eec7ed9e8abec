package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What there is to choose from when a task is really reached: every task is reached once, and each of its form's lists is held against what its step
 * puts there. Whether a form names only what its step has, {@link ViewTypesTest} knows without walking.
 */
@Tag("wide")
class FormViewsTest extends EveryTask {

	private static final String CHOICES = "valuesExpression";

	private final Map<String, JsonNode> formOfTask = formsOfTasks();
	private final Set<String> held = new TreeSet<>();
	private final Set<String> choices = new TreeSet<>();
	private final Set<String> choicesWithRows = new TreeSet<>();

	/** Holds the lists of an open task's form against its view. */
	private void hold(Task task) {
		JsonNode form = formOfTask.get(task.getTaskDefinitionKey());
		for (JsonNode field : form.findParents(CHOICES)) {
			String place = form.path("id").asText() + " " + field.path("id").asText();
			JsonNode rows = view(task).path(field.path(CHOICES).asText().replace("=view.", ""));
			assertThat(rows.getNodeType()).as(place).isEqualTo(JsonNodeType.ARRAY);
			assertThat(rows).as("choices of %s", place).allSatisfy(row -> {
				assertThat(row.path("label").asText()).as("label in %s", row).isNotBlank();
				assertThat(row.path("value").asText()).as("value in %s", row).isNotBlank();
			});
			choices.add(place);
			rows.forEach(row -> choicesWithRows.add(place));
		}
		held.add(task.getTaskDefinitionKey());
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		hold(task);
		super.complete(user, task, answer);
	}

	@Test
	void everyListToChooseFromHasSomethingInItSomewhere() {
		everyTask();
		assertThat(held).as("tasks whose forms were held against their views").isEqualTo(formOfTask.keySet());
		assertThat(choicesWithRows).as("lists to choose from that had something in them").isEqualTo(choices);
	}
}
