package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bihuan.json.Json;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every answer to every form, as it was given: who, when, in which step, by which version of the form, each field with its label and its words.
 * It is permanent. A field that an analyst adds to a form is kept here and read on the outcome's page and its trail without any Java.
 */
@Repository
public class GivenAnswers {

	static final OfOutcome<Given> OF_OUTCOME = OfOutcome.in("answer", Given.class, "t.id");
	static final OfOutcome<ValueOf> VALUES = new OfOutcome<>(ValueOf.class, "t.answer_id",
			"answer_value t join answer a on a.id = t.answer_id where a.outcome_id = :outcome", "t.answer_id, t.place");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TransactionTemplate savepoint;

	GivenAnswers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * The id of the task in which a step of an assignment was answered last.
	 *
	 * @throws org.springframework.dao.EmptyResultDataAccessException where it never was
	 */
	public String lastUid(String assignmentId, String stepKey) {
		return jdbc.sql("select uid from answer where assignment_id = ? and step_key = ? order by id desc limit 1").params(assignmentId, stepKey)
				.query(String.class).single();
	}

	/**
	 * Where a form was answered.
	 *
	 * @param uid the task's id, or for a start form that of the process instance
	 * @param stepKey that of the step's {@link org.bihuan.terms.Role}, whatever its element is called; of a step that has none the element's id
	 * @param stepName as the diagram calls it now
	 * @param formVersion SHA-256 of the form that was answered
	 */
	public record Step(String uid, String processKey, String stepKey, String stepName, String form, String formVersion) {
	}

	/**
	 * One field that was filled in.
	 *
	 * @param listField the list that it is a field of; null, like its label and row, outside of lists
	 * @param listRow from 1
	 * @param type of the form's component
	 * @param given JSON, as it was submitted
	 * @param shown in words: of what was chosen the labels, as they were offered
	 */
	public record Value(String listField, String listLabel, Integer listRow, String field, String label, String type, String given, String shown) {

		/** What the field is called, in a list with its row: {@code 逐条答复 第 2 行：答复}. */
		public String name() {
			return listRow == null ? label : listLabel + " 第 " + listRow + " 行：" + label;
		}
	}

	/** @param assignmentId null when it was about the outcome as a whole */
	public record Given(long id, String uid, String outcomeId, String assignmentId, String processKey, String stepKey, String stepName, String form,
			String formVersion, String givenBy, OffsetDateTime givenAt) {
	}

	/** An answer with its fields in the form's order. */
	public record Whole(Given answer, List<Value> values) {
	}

	/**
	 * Keeps an answer that keeps to its form, in the caller's transaction; if the step refuses it, that takes it back.
	 *
	 * @param outcomeId null for a form that belongs to no outcome
	 * @param assignmentId null when it is about the outcome as a whole
	 * @param actor who gave it, now
	 * @throws org.springframework.dao.DuplicateKeyException when the same was answered already; the caller's transaction goes on
	 */
	public void keep(Step step, String outcomeId, String assignmentId, String actor, List<Value> values) {
		KeyHolder key = new GeneratedKeyHolder();
		// a failed insert would end the caller's transaction on PostgreSQL, before anybody could be told why
		savepoint.executeWithoutResult(status -> jdbc.sql("""
				insert into answer (uid, outcome_id, assignment_id, process_key, step_key, step_name, form, form_version, given_by, given_at)
				values (:uid, :outcome, :assignment, :process, :step, :name, :form, :version, :actor, :at)""").param("uid", step.uid())
				.param("outcome", outcomeId).param("assignment", assignmentId).param("process", step.processKey()).param("step", step.stepKey())
				.param("name", step.stepName()).param("form", step.form()).param("version", step.formVersion()).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update(key, "id"));
		long id = Objects.requireNonNull(key.getKey()).longValue();
		int place = 0;
		for (Value value : values) {
			place++;
			jdbc.sql("""
					insert into answer_value (answer_id, place, list_field, list_label, list_row, field, label, type, given, shown)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(id, place, value.listField(), value.listLabel(), value.listRow(), value.field(),
					value.label(), value.type(), value.given(), value.shown()).update();
		}
	}

	record ValueOf(long answerId, String listField, String listLabel, Integer listRow, String field, String label, String type, String given,
			String shown) {

		Value value() {
			return new Value(listField, listLabel, listRow, field, label, type, given, shown);
		}
	}

	/** What was answered about an outcome and its assignments, oldest first. */
	public List<Whole> ofOutcome(String outcomeId) {
		return whole(OF_OUTCOME.read(jdbc, outcomeId), VALUES.read(jdbc, outcomeId));
	}

	static List<Whole> whole(List<Given> answers, List<ValueOf> given) {
		Map<Long, List<Value>> values = given.stream()
				.collect(Collectors.groupingBy(ValueOf::answerId, Collectors.mapping(ValueOf::value, Collectors.toList())));
		return answers.stream().map(one -> new Whole(one, values.getOrDefault(one.id(), List.of()))).toList();
	}

	/**
	 * What was filled in last in a field of this name, outside of lists: about this assignment, or about its outcome as a whole.
	 *
	 * @param assignmentId null for the outcome alone
	 * @param since only later than this: what a document said that was issued before is not said again in the next one
	 * @return empty when nothing was
	 */
	public String lastSaid(String outcomeId, String assignmentId, String label, OffsetDateTime since) {
		return jdbc
				.sql("""
						select v.shown from answer_value v join answer a on a.id = v.answer_id
						where a.outcome_id = :outcome and v.label = :label and v.list_row is null and a.given_at > :since
						and (a.assignment_id is null or a.assignment_id = :assignment) order by a.id desc limit 1""")
				.param("outcome", outcomeId).param("assignment", assignmentId).param("label", label).param("since", since).query(String.class)
				.optional().orElse("");
	}

	/** The answer to a task, or to a start form, by its id; empty where there is none. */
	public Optional<Given> of(String uid) {
		return jdbc.sql("select * from answer where uid = ?").param(uid).query(Rows.of(Given.class)).optional();
	}

	/** All that was filled in the last time this step was answered for this assignment, in the form's order; empty when it never was. */
	public List<Value> last(String assignmentId, String stepKey) {
		return jdbc.sql("""
				select v.* from answer_value v where v.answer_id = (select max(id) from answer where assignment_id = ? and step_key = ?)
				order by v.place""").params(assignmentId, stepKey).query(Rows.of(ValueOf.class)).list().stream().map(ValueOf::value).toList();
	}

	/**
	 * The same as a form takes it: each field by its key, lists as rows. What was sent back is mended, not written anew.
	 *
	 * @return empty when this step was never answered
	 */
	public Map<String, Object> asFilledIn(String assignmentId, String stepKey) {
		Map<String, Object> fields = new LinkedHashMap<>();
		Map<String, SortedMap<Integer, Map<String, Object>>> lists = new LinkedHashMap<>();
		for (Value value : last(assignmentId, stepKey)) {
			Map<String, Object> into = value.listField() == null ? fields
					: lists.computeIfAbsent(value.listField(), list -> new TreeMap<>()).computeIfAbsent(value.listRow(),
							row -> new LinkedHashMap<>());
			into.put(value.field(), Json.read(value.given()));
		}
		lists.forEach((list, rows) -> fields.put(list, List.copyOf(rows.values())));
		return fields;
	}
}
