package org.bihuan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

	private static final ObjectMapper JSON = new ObjectMapper();

	private final FormService formService;
	private final FormRules rules;
	private final Actors actors;

	Forms(@Lazy FormService formService, FormRules rules, Actors actors) {
		this.formService = formService;
		this.rules = rules;
		this.actors = actors;
	}

	static JsonValue json(Object value) {
		try {
			return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException("a view holds plain values only", impossible);
		}
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
			return JSON.readTree(source);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the deployed form is not JSON", unreadable);
		}
	}
}
