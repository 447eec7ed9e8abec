package org.bihuan.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.Span;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.model.Bound;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.dmn.DecisionsEvaluationBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table, always the newest version that is deployed. What it answers is read here and nowhere else: a row that is missing, one too
 * many, a word that nobody understands or an expression that cannot be computed is a {@link Refusal} in Chinese that names the table, and what
 * asked stays as it was.
 */
@Component
public class Tables {

	private final DecisionService decisions;
	private final Actors actors;

	public Tables(@Lazy DecisionService decisions, Actors actors) {
		this.actors = actors;
		this.decisions = decisions;
	}

	/**
	 * The rows that speak, in the table's order; empty when none does.
	 *
	 * @param table a key of {@link Decisions}
	 * @param told what the table is told, by name
	 * @throws Refusal if it cannot be computed
	 */
	public List<Row> rows(String table, Map<String, Object> told) {
		return ask(table, () -> decisions.evaluateDecisionByKey(table), told);
	}

	/** The same of one version of it, by the id of its definition: for who asks about many days together. */
	public List<Row> rowsOf(String version, String table, Map<String, Object> told) {
		return ask(table, () -> decisions.evaluateDecisionById(version), told);
	}

	/**
	 * What a business-rule task of a diagram was answered, to be read as what the program was answered.
	 *
	 * @param answers of one row, by output; a null for an output that the row leaves open
	 */
	public static Row answered(String table, Map<String, Object> answers) {
		return new Row(table, answers);
	}

	/**
	 * The one row that speaks.
	 *
	 * @throws Refusal if none does, or more than one
	 */
	public Row one(String table, Map<String, Object> told) {
		List<Row> rows = rows(table, told);
		Refusal.unless(rows.size() == 1, () -> Row.sentence(table, "对 " + inWords(told) + (rows.isEmpty() ? " 没有一行对得上" : " 有 " + rows.size()
				+ " 行同时对得上") + "，应当有且只有一行"));
		return rows.get(0);
	}

	/** In nobody's name: what a table says is no secret, and who asks has the rights of his act. */
	private List<Row> ask(String table, Supplier<DecisionsEvaluationBuilder> question, Map<String, Object> told) {
		try {
			return actors
					.openly(() -> question.get().variables(told).evaluate().getResultList().stream().map(answer -> new Row(table, answer)).toList());
		}
		// the engine of expressions has exceptions of its own, and promises none of them
		catch (RuntimeException impossible) {
			throw Refusal.invalid(Row.sentence(table, "对 " + inWords(told) + " 算不出结果，可能是几行同时对得上，或者某一格的表达式不对"), impossible);
		}
	}

	private static String inWords(Map<String, Object> told) {
		return told.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).sorted().collect(Collectors.joining("、"));
	}

	/** What one row of a table answers. */
	public static final class Row {

		private final String table;
		private final Map<String, Object> answers;

		private Row(String table, Map<String, Object> answers) {
			this.table = table;
			this.answers = answers;
		}

		/**
		 * A word of the house.
		 *
		 * @throws Refusal for any other word, and where there is none
		 */
		public <T extends Term> T word(String output, Class<T> vocabulary) {
			return word(output, vocabulary, UnaryOperator.identity());
		}

		/** The same, where tables may still have the words of former years. */
		public <T extends Term> T word(String output, Class<T> vocabulary, UnaryOperator<String> now) {
			String written = text(output).orElse("");
			return Term.find(vocabulary, now.apply(written)).orElseThrow(() -> unknown(output, written,
					Stream.of(vocabulary.getEnumConstants()).map(one -> one.code() + "（" + one.label() + "）").collect(Collectors.joining("、"))));
		}

		/** Free text; empty where the cell is. */
		public Optional<String> text(String output) {
			return Optional.ofNullable(answers.get(output)).map(String::valueOf).map(String::strip).filter(text -> !text.isEmpty());
		}

		/**
		 * A whole number within this bound.
		 *
		 * @throws Refusal for anything else, and where there is none
		 */
		public int number(String output, Bound bound) {
			if (answers.get(output) instanceof Number number && bound.holds(number)) {
				return number.intValue();
			}
			throw unknown(output, answers.get(output) == null ? "空的" : answers.get(output).toString(), bound.words());
		}

		/** Whether the cell of this output has anything in it. */
		public boolean has(String output) {
			return answers.get(output) != null;
		}

		/**
		 * A period, by its number and its unit.
		 *
		 * @throws Refusal for one that nobody understands
		 */
		public Span span(String number, String unit) {
			String written = text(unit).orElse("");
			Span.Unit of = Span.Unit.find(written).orElseThrow(() -> unknown(unit, written,
					Stream.of(Span.Unit.values()).map(one -> one.code() + "（" + one.label() + "）").collect(Collectors.joining("、"))));
			return new Span(number(number, SpanBound.of(of.code())), of);
		}

		private Refusal unknown(String output, String written, String known) {
			return Refusal.invalid(sentence(table, "输出 " + output + " 写的是“" + written + "”，系统只认得：" + known));
		}

		private static String sentence(String table, String wrong) {
			return "决策表“" + Decisions.nameOf(table) + "”（" + table + ".dmn）" + wrong + "。请告诉流程分析员：修改这张表后重新部署。";
		}
	}
}
