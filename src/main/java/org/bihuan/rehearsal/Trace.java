package org.bihuan.rehearsal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case that is being walked: where it has left the straight way, and what has happened so far. */
final class Trace {

	private static final String STRAIGHT = "straight";

	final List<String> keys;
	final List<String> names;
	final List<Walked.Step> steps;
	final List<Walked.Told> told;
	final Set<String> seen;
	private final Map<String, Integer> times;
	/** How many cases had left before it. */
	final int order;
	String outcomeId;
	int answers;

	/** What could have gone another way, in its order. */
	final Set<String> met = new LinkedHashSet<>();

	/** Where others leave it; null while it is walked to its end. */
	Set<String> own;

	/** Nobody answers before the limit is over. */
	boolean late;

	private Trace(List<String> keys, List<String> names, List<Walked.Step> steps, List<Walked.Told> told, Set<String> seen,
			Map<String, Integer> times, int order) {
		this.order = order;
		this.times = new HashMap<>(times);
		this.keys = new ArrayList<>(keys);
		this.names = new ArrayList<>(names);
		this.steps = new ArrayList<>(steps);
		this.told = new ArrayList<>(told);
		this.seen = new HashSet<>(seen);
	}

	static Trace begin() {
		return new Trace(List.of(), List.of(), List.of(), List.of(), Set.of(), Map.of(), 0);
	}

	/** As far as here, for a case that goes on otherwise. */
	Trace leaving(String key, String name, int order) {
		Trace other = copy(order);
		other.keys.add(key);
		other.names.add(name);
		return other;
	}

	/** The same from here on. */
	Trace again() {
		return copy(order);
	}

	private Trace copy(int order) {
		Trace other = new Trace(keys, names, steps, told, seen, times, order);
		other.outcomeId = outcomeId;
		other.answers = answers;
		other.late = late;
		return other;
	}

	/** How many days before this one the last task began; 0 where there was none. */
	long since(LocalDate day) {
		return steps.stream().filter(one -> !one.timer()).reduce((one, next) -> next)
				.map(one -> ChronoUnit.DAYS.between(LocalDate.parse(one.on()), day)).orElse(0L);
	}

	/** Counts that a step is to be answered once more, and says how often that is. */
	int again(String step) {
		return times.merge(step, 1, Integer::sum);
	}

	/** How often a step was to be answered so far. */
	int times(String step) {
		return times.getOrDefault(step, 0);
	}

	Walked.Case ended(Walked.Ending ending) {
		return new Walked.Case(keys.isEmpty() ? STRAIGHT : String.join(" ", keys), names.isEmpty() ? "照直办理" : String.join(" → ", names),
				List.copyOf(steps), List.copyOf(told), ending);
	}
}
