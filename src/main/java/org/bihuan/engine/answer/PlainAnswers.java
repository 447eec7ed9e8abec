package org.bihuan.engine.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.acting.Actors;
import org.bihuan.json.Json;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The plain answers to open tasks, and giving one. */
@Component
public class PlainAnswers {

	private final DrawnForms drawn;
	private final Actors actors;
	private final RepositoryService repository;
	private final FormService forms;
	/** By the version of the diagram and the element, which never change. */
	private final Map<String, Said> known = new ConcurrentHashMap<>();

	PlainAnswers(DrawnForms drawnForms, Actors actors, @Lazy RepositoryService repository, @Lazy FormService forms) {
		this.drawn = drawnForms;
		this.actors = actors;
		this.repository = repository;
		this.forms = forms;
	}

	/** What a form says about how little it takes to answer it. */
	private record Said(Optional<PlainAnswer> plain, List<Choice> choices) {
	}

	/** Empty where the task asks for more. */
	public Optional<PlainAnswer> of(Task task) {
		return said(task).plain();
	}

	/** What has to be chosen, where the task asks for nothing else; else empty. */
	public List<Choice> choices(Task task) {
		return said(task).choices();
	}

	private Said said(Task task) {
		String element = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
		Said said = known.get(element);
		if (said == null) {
			said = actors.openly(() -> read(task));
			known.put(element, said);
		}
		return said;
	}

	private Said read(Task task) {
		UserTask element = repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
		if (element.getCamundaFormRef() == null && element.getCamundaFormKey() == null) {
			return new Said(Optional.empty(), List.of());
		}
		try (InputStream form = drawn.ofTask(task.getId())) {
			JsonNode drawnForm = Json.read(new String(form.readAllBytes(), StandardCharsets.UTF_8));
			return new Said(Optional.ofNullable(PlainAnswer.of(drawnForm)), Choice.allOf(drawnForm));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * Gives it as the account that acts, in a transaction of its own: whoever answers takes the task by it.
	 *
	 * @throws org.bihuan.engine.acting.Refusal as with any answer
	 */
	public void give(Task task, PlainAnswer answer) {
		give(task, answer.values());
	}

	/** The same with what was chosen, by the keys of the {@link #choices}. */
	public void give(Task task, Map<String, Object> chosen) {
		forms.submitTaskForm(task.getId(), chosen);
	}
}
