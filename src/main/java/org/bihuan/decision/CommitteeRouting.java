package org.bihuan.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.bihuan.decision.Tables.Row;
import org.bihuan.model.Bound;
import org.bihuan.terms.Category;
import org.bihuan.terms.Decisions;
import org.springframework.stereotype.Component;

/**
 * Whose a text is, by the decision table 分送专委会: every row that speaks weighs what it says; the committee, and of its rows the category, on which
 * most weight lies is proposed. The order of rows decides nothing. Where nothing speaks, or two committees weigh the same, the row with the weight 0
 * is proposed, which is the committee that formed the outcome. A person confirms.
 */
@Component
public class CommitteeRouting {

	/** What a row may weigh; 0 is the one that is proposed where nothing else speaks. */
	public static final Bound WEIGHT = new Bound(0, 1000, "分量是各行相加来比的，0 是别的都不对时才用的");

	private final Tables tables;

	public CommitteeRouting(Tables tables) {
		this.tables = tables;
	}

	/**
	 * @param category as the form offers it; empty where two weigh the same
	 * @param committee a group's id
	 */
	public record Proposal(Optional<String> category, String committee) {
	}

	private record Weighed(String category, String committee, int weight) {

		static Weighed of(Row row) {
			return new Weighed(row.text(Decisions.CommitteeRouting.CATEGORY).map(Category::named).orElse(""),
					row.text(Decisions.CommitteeRouting.COMMITTEE).orElse(""),
					// a table from before rows were weighed
					row.has(Decisions.CommitteeRouting.WEIGHT) ? row.number(Decisions.CommitteeRouting.WEIGHT, WEIGHT) : 1);
		}
	}

	/**
	 * @param text the title, and the words of a 批示
	 * @param leading the id of the committee that formed the outcome
	 * @param offered the committees that there are: what the table says of any other is no proposal
	 */
	public Proposal of(String text, String leading, Collection<String> offered) {
		List<Weighed> rows = tables.rows(Decisions.CommitteeRouting.KEY, Map.of(Decisions.CommitteeRouting.TEXT, text,
				Decisions.CommitteeRouting.LEADING, leading)).stream().map(Weighed::of).filter(row -> offered.contains(row.committee())).toList();
		Optional<Weighed> otherwise = rows.stream().filter(row -> row.weight() == 0).findFirst();
		return heaviest(rows, Weighed::committee)
				.map(committee -> new Proposal(heaviest(rows.stream().filter(row -> row.committee().equals(committee)).toList(), Weighed::category),
						committee))
				.orElseGet(() -> new Proposal(otherwise.map(Weighed::category).filter(category -> !category.isEmpty()),
						otherwise.map(Weighed::committee).orElse(leading)));
	}

	/** Empty where nothing weighs anything, or two weigh the same. */
	private static Optional<String> heaviest(List<Weighed> rows, Function<Weighed, String> said) {
		Map<String, Integer> weights = new HashMap<>();
		rows.stream().filter(row -> row.weight() > 0).forEach(row -> weights.merge(said.apply(row), row.weight(), Integer::sum));
		int most = weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<String> first = weights.entrySet().stream().filter(one -> one.getValue() == most).map(Map.Entry::getKey).toList();
		return first.size() == 1 ? Optional.of(first.get(0)).filter(one -> !one.isEmpty()) : Optional.empty();
	}
}
