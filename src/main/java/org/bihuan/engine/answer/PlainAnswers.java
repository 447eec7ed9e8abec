package org.bihuan.engine.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
	private final Map<String, Optional<PlainAnswer>> known = new ConcurrentHashMap<>();

	PlainAnswers(DrawnForms drawnForms, Actors actors, @Lazy RepositoryService repository, @Lazy FormService forms) {
		this.drawn = drawnForms;
		this.actors = actors;
		this.repository = repository;
		this.forms = forms;
	}

	/** Empty where the task asks for more. */
	public Optional<PlainAnswer> of(Task task) {
		String element = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
		Optional<PlainAnswer> answer = known.get(element);
		if (answer == null) {
			answer = actors.openly(() -> read(task));
			known.put(element, answer);
		}
		return answer;
	}

	private Optional<PlainAnswer> read(Task task) {
		UserTask element = repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
		if (element.getCamundaFormRef() == null && element.getCamundaFormKey() == null) {
			return Optional.empty();
		}
		try (InputStream form = drawn.ofTask(task.getId())) {
			return Optional.ofNullable(PlainAnswer.of(Json.read(new String(form.readAllBytes(), StandardCharsets.UTF_8))));
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
		forms.submitTaskForm(task.getId(), answer.values());
	}
}
