package org.bihuan.engine.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.acting.Actors;
import org.bihuan.json.Json;
import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.ledger.Hash;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/** Finds the form that belongs to a task or start event, as deployed with its model, and checks answers against it. */
@Component
class Forms {

	private static final TypeReference<Map<String, Object>> NAMES = new TypeReference<>() {
	};

	private static final String NO_FORM = "{\"components\":[]}";

	private final DrawnForms drawn;
	private final FormRules rules;
	private final Actors actors;

	Forms(DrawnForms drawn, FormRules rules, Actors actors) {
		this.drawn = drawn;
		this.rules = rules;
		this.actors = actors;
	}

	/** What a form reads of a view: its components by their names, as JSON has them. */
	static Map<String, Object> shown(Record view) {
		Map<String, Object> names = Json.convert(view, NAMES);
		names.put(Shown.NAME, Shown.of(view));
		return names;
	}

	static JsonValue json(Object value) {
		return SpinValues.jsonValue(Json.write(value)).create();
	}

	/**
	 * An answer that keeps to its form.
	 *
	 * @param answer without what the form hides
	 * @param values the same in the form's words
	 * @param version SHA-256 of the form
	 * @param decisive what the gateway behind may read, by the variable's name
	 */
	record Checked(Answer answer, List<Value> values, String form, String version, Map<String, Object> decisive) {
	}

	Checked check(DelegateTask task, Record view, Answer answer) {
		UserTask element = task.getBpmnModelElementInstance();
		boolean asks = element.getCamundaFormRef() != null || element.getCamundaFormKey() != null;
		return check(form(() -> asks ? drawn.ofTask(task.getId()) : null), shown(view), answered(answer));
	}

	/** A start form of Tasklist has no task that could carry a view. */
	Checked check(DelegateExecution start, Answer answer) {
		return check(form(() -> drawn.ofStart(start.getProcessDefinitionId())), Map.of(), answered(answer));
	}

	private Checked check(byte[] form, Map<String, Object> view, Answer answer) {
		JsonNode schema = Json.read(new String(form, StandardCharsets.UTF_8));
		Answer checked = rules.check(schema, view, answer);
		return new Checked(checked, rules.given(schema, view, checked), schema.path("id").asText(), Hash.of(form),
				rules.decisive(schema, checked));
	}

	/** The engine's ids of definitions begin with their keys. */
	static String processKey(String definitionId) {
		return definitionId.substring(0, definitionId.indexOf(':'));
	}

	private static Answer answered(Answer answer) {
		return answer == null ? Answer.of(Map.of()) : answer;
	}

	/** The form is part of the rule: reading it does not depend on the rights of the person who answers. A task without one asks for nothing. */
	private byte[] form(Supplier<InputStream> form) {
		try (InputStream source = actors.openly(form)) {
			return source == null ? NO_FORM.getBytes(StandardCharsets.UTF_8) : source.readAllBytes();
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the deployed form cannot be read", unreadable);
		}
	}
}
