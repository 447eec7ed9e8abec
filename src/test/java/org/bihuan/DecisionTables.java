package org.bihuan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;

import org.bihuan.decision.Tables;
import org.bihuan.engine.acting.Actors;
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
		return edited(Map.of());
	}

	/** The same with tables as an analyst has edited them, by key: the whole text of the file. */
	public static DecisionService edited(Map<String, String> texts) {
		DecisionService service = mock(DecisionService.class);
		when(service.evaluateDecisionByKey(any())).thenAnswer(asked -> evaluation(asked.getArgument(0), texts));
		when(service.evaluateDecisionById(any())).thenAnswer(asked -> evaluation(asked.getArgument(0), texts));
		return service;
	}

	/** What asks them. */
	public static Tables tables() {
		return tables(Map.of());
	}

	/** The same of edited ones. */
	public static Tables tables(Map<String, String> texts) {
		Actors actors = mock(Actors.class);
		when(actors.openly(any())).thenAnswer(asked -> ((Supplier<?>) asked.getArgument(0)).get());
		return new Tables(edited(texts), actors);
	}

	/** A table as it is shipped. */
	public static String text(String table) {
		try {
			return Files.readString(Path.of("processes", table + ".dmn"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The text of a table with one more rule above all others. */
	public static String withRule(String table, List<String> inputs, List<String> outputs) {
		StringBuilder rule = new StringBuilder("<rule id=\"rule_added\">");
		int at = 0;
		for (String input : inputs) {
			rule.append("<inputEntry id=\"added_in_").append(++at).append("\"><text>").append(input).append("</text></inputEntry>");
		}
		for (String output : outputs) {
			rule.append("<outputEntry id=\"added_out_").append(++at).append("\"><text>").append(output).append("</text></outputEntry>");
		}
		return text(table).replaceFirst("<rule ", Matcher.quoteReplacement(rule + "</rule><rule "));
	}

	private static DecisionsEvaluationBuilder evaluation(String table, Map<String, String> texts) {
		String text = texts.getOrDefault(table, text(table));
		DecisionsEvaluationBuilder evaluation = mock(DecisionsEvaluationBuilder.class);
		Map<String, Object> variables = new HashMap<>();
		when(evaluation.variables(any())).thenAnswer(given -> {
			variables.putAll(given.getArgument(0));
			return evaluation;
		});
		when(evaluation.evaluate()).thenAnswer(
				given -> ENGINE.evaluateDecision(table, Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
						variables));
		return evaluation;
	}
}
