package org.bihuan.engine.answer;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.json.Json;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a form demands of one of its fields, for who writes what it once asked for by another way (更正): required, length, pattern, day, as the form
 * was deployed last. So an analyst who edits the form edits both.
 */
@Component
public class FieldRules {

	private final RepositoryService repository;
	private final Actors actors;
	private final FormRules rules;

	FieldRules(@Lazy RepositoryService repository, Actors actors, FormRules rules) {
		this.repository = repository;
		this.actors = actors;
		this.rules = rules;
	}

	/**
	 * @param form its id, {@code draft-reply}
	 * @param key of a field that asks for text or a day
	 * @throws Refusal when the form would not take the value
	 */
	public void check(String form, String key, Object value) {
		rules.checkField(schema(form), key, value);
	}

	private JsonNode schema(String form) {
		return actors.openly(() -> {
			String file = form + ".form";
			for (Deployment deployment : repository.createDeploymentQuery().orderByDeploymentTime().desc().list()) {
				for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
					if (name.equals(file) || name.endsWith("/" + file) || name.endsWith("\\" + file)) {
						return read(deployment.getId(), name);
					}
				}
			}
			throw new IllegalStateException("form " + form + " is not deployed");
		});
	}

	private JsonNode read(String deployment, String name) {
		try (InputStream source = repository.getResourceAsStream(deployment, name)) {
			return Json.read(source);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the deployed form cannot be read", unreadable);
		}
	}
}
