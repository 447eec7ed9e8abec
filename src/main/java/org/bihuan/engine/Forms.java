package org.bihuan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the form that belongs to a task or start event, as deployed with its model, and checks answers against it. */
@Component
class Forms {

	private final FormService formService;
	private final FormRules rules;
	private final Actors actors;

	Forms(@Lazy FormService formService, FormRules rules, Actors actors) {
		this.formService = formService;
		this.rules = rules;
		this.actors = actors;
	}

	static JsonValue json(Object value) {
		return SpinValues.jsonValue(Json.write(value)).create();
	}

	Answer check(DelegateTask task, Map<String, Object> view, Answer answer) {
		return rules.check(schema(() -> formService.getDeployedTaskForm(task.getId())), view, answered(answer));
	}

	Answer check(DelegateExecution start, Map<String, Object> view, Answer answer) {
		return rules.check(schema(() -> formService.getDeployedStartForm(start.getProcessDefinitionId())), view, answered(answer));
	}

	private static Answer answered(Answer answer) {
		return answer == null ? Answer.of(Map.of()) : answer;
	}

	/** The form is part of the rule: reading it does not depend on the rights of the person who answers. */
	private JsonNode schema(Supplier<InputStream> form) {
		try (InputStream source = actors.openly(form)) {
			return Json.read(source);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the deployed form is not JSON", unreadable);
		}
	}
}
