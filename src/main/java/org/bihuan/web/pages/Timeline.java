package org.bihuan.web.pages;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.GivenAnswers.Whole;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Trail.Event;
import org.bihuan.terms.Role;

/**
 * 经过: every act on an outcome in the order it came, each with what its person filled in, in the form's own words and as it was given; what the
 * system added to it stands behind. A form that no act tells of, as of a step that an analyst drew, is told of by itself. Each act is said once: a
 * text that stands above on the page, letter by letter, is pointed to, and a suggestion is called by its number.
 */
final class Timeline {

	/** What no form tells of. */
	private static final Set<Act> OF_FILES = EnumSet.of(Act.ATTACHMENT_ADDED, Act.ATTACHMENT_WITHDRAWN);

	/** What a step that was added is called stands in its place already. */
	private static final Set<String> NAMED = Set.of("task");

	private static final String ABOVE = "见上文";

	private Timeline() {
	}

	/**
	 * What stands above on the page.
	 *
	 * @param texts as they stand there; nulls among them are nothing
	 */
	record Above(List<Suggestion> suggestions, Set<String> texts) {

		private boolean has(String shown) {
			return shown.length() > ActWords.SHORT && texts.contains(shown);
		}

		/** Whether this is all that a list's rows say: which suggestion, and what stands above about it. */
		private boolean hasAll(List<GivenAnswers.Value> rows) {
			return rows.stream().anyMatch(one -> has(one.shown()))
					&& rows.stream()
							.allMatch(one -> has(one.shown()) || suggestions.stream().anyMatch(it -> it.option().label().equals(one.shown())));
		}

		private String words(String shown) {
			if (has(shown)) {
				return ABOVE;
			}
			String words = shown;
			for (Suggestion one : suggestions) {
				words = words.replace(one.option().label(), one.name());
			}
			return words;
		}
	}

	/** @param at in Shanghai, to the minute */
	record Entry(String at, String actor, String act, String assignmentId, List<ActWords.Detail> details) {
	}

	private record Timed(OffsetDateTime at, Entry entry) {
	}

	/** @param shown whether the reader may see what is about this assignment, or null for the outcome as a whole */
	static List<Entry> of(List<Event> events, List<Whole> answers, Above above, Predicate<String> shown, Names names) {
		Map<String, Whole> given = new LinkedHashMap<>();
		answers.forEach(one -> given.put(one.answer().uid(), one));
		List<Timed> told = new ArrayList<>();
		for (Event event : events) {
			Whole whole = OF_FILES.contains(event.act()) ? null : given.remove(event.taskId());
			// 分解交办 is one form about every unit: who sees one assignment alone is not shown the others' rows
			Whole answer = whole == null || !shown.test(whole.answer().assignmentId()) ? null : whole;
			if (shown.test(event.assignmentId())) {
				told.add(
						new Timed(event.at(),
								new Entry(Words.minute(event.at()), names.signed(event.actor(), event.at()), called(event, whole),
										event.assignmentId(),
										details(event, answer, above, names))));
			}
		}
		given.values().stream().filter(one -> shown.test(one.answer().assignmentId()))
				.forEach(one -> told.add(new Timed(one.answer().givenAt(), new Entry(Words.minute(one.answer().givenAt()),
						names.signed(one.answer().givenBy(), one.answer().givenAt()), one.answer().stepName(), one.answer().assignmentId(),
						filledIn(one, above)))));
		told.sort(Comparator.comparing(Timed::at));
		return told.stream().map(Timed::entry).toList();
	}

	/**
	 * What an act is called: a step that an analyst added is called as its diagram calls it. So is one of a diagram from before this was looked at,
	 * at which another step's work stands: nobody's act is told under the name of another step.
	 */
	private static String called(Event event, Whole answer) {
		if (event.act() == Act.STEP_TAKEN) {
			return event.field("task");
		}
		boolean another = answer != null && event.taskKey() != null && Role.ofKey(event.taskKey()).isEmpty();
		return another ? answer.answer().stepName() : event.act().label();
	}

	private static List<ActWords.Detail> details(Event event, Whole answer, Above above, Names names) {
		if (answer == null) {
			return pointing(ActWords.details(event, event.act() == Act.STEP_TAKEN ? NAMED : Set.of(), Set.of(), names), above);
		}
		Set<String> fields = answer.values().stream().map(GivenAnswers.Value::field).collect(Collectors.toCollection(HashSet::new));
		if (event.act() == Act.STEP_TAKEN) {
			fields.addAll(NAMED);
		}
		Set<String> said = answer.values().stream().map(GivenAnswers.Value::shown)
				.flatMap(one -> Stream.concat(Stream.of(one), Stream.of(one.split("、")))).collect(Collectors.toCollection(HashSet::new));
		said.add(names.of(event.actor(), event.at()));
		return Stream.concat(filledIn(answer, above).stream(), pointing(ActWords.details(event, fields, said, names), above).stream()).toList();
	}

	private static List<ActWords.Detail> pointing(List<ActWords.Detail> details, Above above) {
		return details.stream().map(one -> new ActWords.Detail(one.label(), above.words(one.words()))).toList();
	}

	/** Field by field, and of a list row by row, unless all of it stands above. */
	private static List<ActWords.Detail> filledIn(Whole answer, Above above) {
		Map<String, List<GivenAnswers.Value>> lists = answer.values().stream().filter(one -> one.listRow() != null)
				.collect(Collectors.groupingBy(GivenAnswers.Value::listField));
		Map<String, ActWords.Detail> told = new LinkedHashMap<>();
		for (GivenAnswers.Value one : answer.values()) {
			boolean inRow = one.listRow() != null;
			if (inRow && above.hasAll(lists.get(one.listField()))) {
				told.put(one.listField(), new ActWords.Detail(one.listLabel(), ABOVE));
				continue;
			}
			String words = above.words(one.shown());
			told.merge(inRow ? one.listField() + " " + one.listRow() : one.field(),
					new ActWords.Detail(inRow ? one.listLabel() + " " + one.listRow() : one.label(), inRow ? one.label() + "：" + words : words),
					(row, next) -> new ActWords.Detail(row.label(), row.words() + "；" + next.words()));
		}
		return List.copyOf(told.values());
	}
}
