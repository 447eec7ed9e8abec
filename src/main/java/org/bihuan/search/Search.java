package org.bihuan.search;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Scope;
import org.bihuan.search.SearchKind.Readers;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds cases by what was written about them. A case is found when each word stands in a text of it that the reader may read; what he may not read
 * is never compared with his words, so that neither a hit nor a number tells of it. Newest first. What is written everywhere is found among the
 * newest cases; else, on PostgreSQL, an index of single characters and pairs leads to the texts. Where even that takes too long, the database stops
 * and the reader is asked for another word.
 */
@Repository
public class Search {

	/** Seconds that a question may take. */
	private static final int PATIENCE = 5;
	/** Of a case, of which the page shows a few. */
	private static final int TEXTS_OF_A_CASE = 40;
	/** So many cases are looked at text by text before the index is asked. */
	private static final int NEAR = 2000;
	private static final String AFTER = "(o.registered_at, o.id) < (:afterAt, :afterId)";
	private static final String ORDER = " order by o.registered_at desc, o.id desc";

	private final JdbcClient jdbc;

	public Search(DataSource database) {
		JdbcTemplate patient = new JdbcTemplate(database);
		patient.setQueryTimeout(PATIENCE);
		this.jdbc = JdbcClient.create(patient);
	}

	/**
	 * @param words as {@link Sought} has them; at least one
	 * @param kind null for every one
	 * @param year of 报送; null for every one, also before it
	 */
	public record Wanted(List<String> words, SearchKind kind, Integer year) {
	}

	/** An outcome in which all was found. */
	public record Case(String id, String title, String committee, Outcomes.State state, Outcomes.Closing closing, String submissionNo,
			LocalDate submittedOn, OffsetDateTime registeredAt) {
	}

	/** @param assignmentId null for what is about the outcome as a whole */
	public record Found(String outcomeId, String assignmentId, SearchKind kind, String text) {
	}

	/** Where a case stands in the order. */
	record Place(OffsetDateTime registeredAt, String id) {
	}

	/** How a word is looked for. */
	enum Way {

		/** Text by text, in a few cases: of what is written everywhere enough stands in them, and the index would name nearly all there is. */
		NEAR("position(:word%d in t.folded) > 0"),
		/** In all of them, by the index where there is one. */
		FAR("ledger_finds(t.folded, :word%d)");

		private final String finds;

		Way(String finds) {
			this.finds = finds;
		}

		private String finds(int word) {
			return finds.formatted(word);
		}
	}

	/**
	 * @param after the id of the case before the first one wanted; null, or one that is not found, for the beginning
	 * @param most how many at most
	 * @throws QueryTimeoutException when it takes too long
	 */
	public List<Case> cases(Scope scope, Wanted wanted, String after, int most) {
		Place last = after == null ? null : one(scope, wanted, after).map(it -> new Place(it.registeredAt(), it.id())).orElse(null);
		Optional<Place> near = near(scope, last);
		if (near.isPresent()) {
			List<Case> found = rows(new Question(scope, wanted, Way.NEAR).after(last).upTo(near.get()), most);
			if (found.size() == most) {
				return found;
			}
		}
		return rows(new Question(scope, wanted, Way.FAR).after(last), most);
	}

	private List<Case> rows(Question question, int most) {
		return jdbc.sql(question.sql()).params(question.parameters).param("most", most).query(Rows.of(Case.class)).list();
	}

	private Optional<Case> one(Scope scope, Wanted wanted, String id) {
		return rows(new Question(scope, wanted, Way.FAR).and("o.id = :id").with("id", id), 1).stream().findFirst();
	}

	/** The last of the next cases that are near; empty where all are, and for who sees some alone: his few are found by whose they are. */
	private Optional<Place> near(Scope scope, Place after) {
		if (!scope.everything()) {
			return Optional.empty();
		}
		return jdbc.sql("select o.registered_at, o.id from outcome o where " + (after == null ? "1 = 1" : AFTER) + ORDER + " limit 1 offset " + NEAR)
				.params(parametersOf(after)).query(Rows.of(Place.class)).optional();
	}

	/**
	 * How many cases are found, counted no further than this.
	 *
	 * @throws QueryTimeoutException when it takes too long
	 */
	public int count(Scope scope, Wanted wanted, int upTo) {
		Optional<Place> near = near(scope, null);
		if (near.isPresent() && count(new Question(scope, wanted, Way.NEAR).upTo(near.get()), upTo) == upTo) {
			return upTo;
		}
		return count(new Question(scope, wanted, Way.FAR), upTo);
	}

	private int count(Question question, int upTo) {
		return jdbc.sql("select count(*) from (select o.id from outcome o where " + question.where() + " limit :most) counted")
				.params(question.parameters).param("most", upTo).query(Integer.class).single();
	}

	/** The texts of these cases in which any of the words stands, in the order of the cycle, as far as the reader may read them. */
	public List<Found> texts(Scope scope, Wanted wanted, List<String> outcomes) {
		if (outcomes.isEmpty()) {
			return List.of();
		}
		List<String> any = new ArrayList<>();
		for (int word = 0; word < wanted.words().size(); word++) {
			any.add(Way.NEAR.finds(word));
		}
		return jdbc.sql("select f.* from (select t.*, row_number() over (partition by t.outcome_id order by t.id) as place from search_text t where "
				+ "t.outcome_id in (:outcomes) and " + read(scope, wanted) + " and (" + String.join(" or ", any) + ")) f where f.place <= "
				+ TEXTS_OF_A_CASE + " order by f.outcome_id, f.place").params(parameters(scope, wanted)).param("outcomes", outcomes)
				.query(Rows.of(Found.class)).list();
	}

	/** The SQL of a page's first cases, for the test that asks the database how it would find them; its parameters stand beside. */
	Map.Entry<String, Map<String, Object>> explained(Scope scope, Wanted wanted, Way way) {
		Question question = new Question(scope, wanted, way);
		near(scope, null).filter(it -> way == Way.NEAR).ifPresent(question::upTo);
		return Map.entry(question.sql(), question.parameters);
	}

	private static Map<String, Object> parametersOf(Place after) {
		return after == null ? Map.of() : Map.of("afterAt", after.registeredAt(), "afterId", after.id());
	}

	private static Map<String, Object> parameters(Scope scope, Wanted wanted) {
		Map<String, Object> parameters = new HashMap<>(scope.parameters());
		for (int word = 0; word < wanted.words().size(); word++) {
			parameters.put("word" + word, wanted.words().get(word));
		}
		parameters.put("kind", Term.codeOf(wanted.kind()));
		parameters.put("year", wanted.year());
		return parameters;
	}

	/** One SELECT of cases under construction. */
	private static final class Question {

		private final List<String> conditions = new ArrayList<>();
		private final Map<String, Object> parameters;

		Question(Scope scope, Wanted wanted, Way way) {
			parameters = parameters(scope, wanted);
			for (int word = 0; word < wanted.words().size(); word++) {
				and("exists (select 1 from search_text t where t.outcome_id = o.id and " + read(scope, wanted) + " and " + way.finds(word) + ")");
			}
			if (wanted.year() != null) {
				and("o.submitted_year = :year");
			}
		}

		Question and(String condition) {
			conditions.add(condition);
			return this;
		}

		Question with(String name, Object value) {
			parameters.put(name, value);
			return this;
		}

		/** @param place null for the beginning */
		Question after(Place place) {
			parameters.putAll(parametersOf(place));
			return place == null ? this : and(AFTER);
		}

		Question upTo(Place place) {
			return and("(o.registered_at, o.id) >= (:nearAt, :nearId)").with("nearAt", place.registeredAt()).with("nearId", place.id());
		}

		String where() {
			return String.join(" and ", conditions);
		}

		String sql() {
			return "select o.* from outcome o where " + where() + ORDER + " limit :most";
		}
	}

	/** Which texts {@code t} are compared at all. */
	private static String read(Scope scope, Wanted wanted) {
		String ofThisKind = wanted.kind() == null ? "" : "t.kind = :kind and ";
		if (scope.everything() || scope.units().isEmpty()) {
			return ofThisKind + scope.ofWhole("t.outcome_id");
		}
		// a unit sees its assignments, what they answer, and of the case what everybody sees who sees any of it
		return ofThisKind + "(" + String.join(" or ", scope.ofWhole("t.outcome_id"),
				"t.assignment_id in (" + scope.ofAssignments("a.id") + ")",
				"t.kind in " + kinds(Readers.OF_THE_CASE) + " and t.outcome_id in (" + scope.ofAssignments("a.outcome_id") + ")",
				"t.kind in " + kinds(Readers.OF_THE_SUGGESTION) + " and t.suggestion_id in (select g.suggestion_id from assignment_suggestion g "
						+ "where g.assignment_id in (" + scope.ofAssignments("a.id") + "))")
				+ ")";
	}

	private static String kinds(Readers readers) {
		return Term.quoted(Arrays.stream(SearchKind.values()).filter(kind -> kind.readers() == readers).toList());
	}
}
