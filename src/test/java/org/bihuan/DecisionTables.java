package org.bihuan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.dmn.DecisionsEvaluationBuilder;
import org.camunda.bpm.model.dmn.Dmn;

/** The decision tables of {@code processes} without the engine around them: for rules that ask a table, tested in milliseconds. */
public final class DecisionTables {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private DecisionTables() {
	}

	/** Answers by id and by key, both of which are the file's name. */
	public static DecisionService service() {
		DecisionService service = mock(DecisionService.class);
		when(service.evaluateDecisionByKey(any())).thenAnswer(asked -> evaluation(asked.getArgument(0)));
		when(service.evaluateDecisionById(any())).thenAnswer(asked -> evaluation(asked.getArgument(0)));
		return service;
	}

	private static DecisionsEvaluationBuilder evaluation(String table) {
		DecisionsEvaluationBuilder evaluation = mock(DecisionsEvaluationBuilder.class);
		Map<String, Object> variables = new HashMap<>();
		when(evaluation.variables(any())).thenAnswer(given -> {
			variables.putAll(given.getArgument(0));
			return evaluation;
		});
		when(evaluation.evaluate()).thenAnswer(
				given -> ENGINE.evaluateDecision(table, Dmn.readModelFromFile(new File("processes/" + table + ".dmn")), variables));
		return evaluation;
	}
}
