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
 * is never compared with his words, so that neither a hit nor a number tells of it. Newest first. On PostgreSQL an index of single characters and
 * pairs leads to the texts; where even that takes too long, the database stops and the reader is asked for another word.
 */
@Repository
public class Search {

	/** Seconds that a question may take. */
	private static final int PATIENCE = 5;
	/** Of a case, of which the page shows a few. */
	private static final int TEXTS_OF_A_CASE = 40;

	private final JdbcClient jdbc;

	public Search(DataSource database) {
		JdbcTemplate patient = new JdbcTemplate(database);
		patient.setQueryTimeout(PATIENCE);
		this.jdbc = JdbcClient.create(patient);
	}

	/**
	 * @param words as {@link Sought} has them
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

	/**
	 * @param after the id of the case before the first one wanted; null, or one that is not found, for the beginning
	 * @param most how many at most
	 * @throws QueryTimeoutException when it takes too long
	 */
	public List<Case> cases(Scope scope, Wanted wanted, String after, int most) {
		Map<String, Object> parameters = parameters(scope, wanted);
		List<String> conditions = conditions(scope, wanted);
		Optional<Case> last = after == null ? Optional.empty() : one(scope, wanted, after);
		last.ifPresent(one -> {
			conditions.add("(o.registered_at, o.id) < (:afterAt, :afterId)");
			parameters.put("afterAt", one.registeredAt());
			parameters.put("afterId", one.id());
		});
		return jdbc.sql("select o.* from outcome o where " + String.join(" and ", conditions) + " order by o.registered_at desc, o.id desc limit :most")
				.params(parameters).param("most", most).query(Rows.of(Case.class)).list();
	}

	private Optional<Case> one(Scope scope, Wanted wanted, String id) {
		return jdbc.sql("select o.* from outcome o where o.id = :id and " + String.join(" and ", conditions(scope, wanted)))
				.params(parameters(scope, wanted)).param("id", id).query(Rows.of(Case.class)).optional();
	}

	/**
	 * How many cases are found, counted no further than this.
	 *
	 * @throws QueryTimeoutException when it takes too long
	 */
	public int count(Scope scope, Wanted wanted, int upTo) {
		return jdbc.sql("select count(*) from (select o.id from outcome o where " + String.join(" and ", conditions(scope, wanted))
				+ " limit :most) counted").params(parameters(scope, wanted)).param("most", upTo).query(Integer.class).single();
	}

	/** The texts of these cases in which any of the words stands, in the order of the cycle, as far as the reader may read them. */
	public List<Found> texts(Scope scope, Wanted wanted, List<String> outcomes) {
		if (outcomes.isEmpty()) {
			return List.of();
		}
		List<String> any = new ArrayList<>();
		for (int word = 0; word < wanted.words().size(); word++) {
			any.add(finds(word));
		}
		return jdbc.sql("select f.* from (select t.*, row_number() over (partition by t.outcome_id order by t.id) as place from search_text t where "
				+ "t.outcome_id in (:outcomes) and " + read(scope, wanted) + " and (" + String.join(" or ", any) + ")) f where f.place <= "
				+ TEXTS_OF_A_CASE + " order by f.outcome_id, f.place").params(parameters(scope, wanted)).param("outcomes", outcomes)
				.query(Rows.of(Found.class)).list();
	}

	/** The SQL of a page's first cases, for the test that asks the database how it would find them; its parameters stand beside. */
	Map.Entry<String, Map<String, Object>> explained(Scope scope, Wanted wanted) {
		return Map.entry("select o.* from outcome o where " + String.join(" and ", conditions(scope, wanted))
				+ " order by o.registered_at desc, o.id desc limit :most", parameters(scope, wanted));
	}

	private static List<String> conditions(Scope scope, Wanted wanted) {
		List<String> conditions = new ArrayList<>();
		for (int word = 0; word < wanted.words().size(); word++) {
			conditions.add("exists (select 1 from search_text t where t.outcome_id = o.id and " + read(scope, wanted) + " and " + finds(word) + ")");
		}
		if (wanted.year() != null) {
			conditions.add("o.submitted_year = :year");
		}
		return conditions;
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

	private static String finds(int word) {
		return "ledger_finds(t.folded, :word" + word + ")";
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
