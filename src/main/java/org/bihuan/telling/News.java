package org.bihuan.telling;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;

/**
 * What happened, for whoever is to hear of it; who that is, it does not say.
 *
 * @param once what makes it one of its own, for example {@code CG2023-5-1/replied}: the same for the same recipient is told once
 * @param outcomeId null where it belongs to no outcome
 * @param assignmentId null where it is about a whole outcome, or about none
 * @param text in Chinese, as anybody may read it
 * @param wordings what some parties read instead, because it asks something of them; of two that mean the same recipient the first counts
 * @param named who the parties are that only what happened can name; asked only where the table wants them
 */
public record News(Occasion occasion, String once, String outcomeId, String assignmentId, String text, Map<Addressee, String> wordings,
		Map<Addressee, Supplier<? extends List<String>>> named) {

	/** @param once the whole of it */
	public static News of(Occasion occasion, String once, String outcomeId, String assignmentId, String text) {
		return new News(occasion, once, outcomeId, assignmentId, text, Map.of(), Map.of());
	}

	/** @param once within the assignment, for example {@code replied} */
	public static News ofAssignment(Occasion occasion, Assignment about, String once, String text) {
		return of(occasion, about.id() + "/" + once, about.outcomeId(), about.id(), text);
	}

	/** @param once within the outcome, for example {@code closed} */
	public static News ofOutcome(Occasion occasion, String outcomeId, String once, String text) {
		return of(occasion, outcomeId + "/" + once, outcomeId, null, text);
	}

	/** The same, worded for this party as it concerns it. */
	public News wordedFor(Addressee party, String words) {
		Map<Addressee, String> all = new LinkedHashMap<>(wordings);
		all.put(party, words);
		return new News(occasion, once, outcomeId, assignmentId, text, all, named);
	}

	/** The same, with who this party is: the ids of groups or accounts. */
	public News with(Addressee party, Supplier<? extends List<String>> who) {
		Map<Addressee, Supplier<? extends List<String>>> all = new EnumMap<>(Addressee.class);
		all.putAll(named);
		all.put(party, who);
		return new News(occasion, once, outcomeId, assignmentId, text, wordings, all);
	}
}
