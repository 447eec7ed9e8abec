package org.bihuan.web.pages;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
import org.bihuan.ledger.Trail.Event;

/**
 * 经过: every act on an outcome in the order it came, each with what its person filled in, in the form's own words and as it was given; what the
 * system added to it stands behind. A form that no act tells of, as of a step that an analyst drew, is told of by itself.
 */
final class Timeline {

	/** What no form tells of. */
	private static final Set<Act> OF_FILES = EnumSet.of(Act.ATTACHMENT_ADDED, Act.ATTACHMENT_WITHDRAWN);

	private Timeline() {
	}

	/** @param at in Shanghai, to the minute */
	record Entry(String at, String actor, String act, String assignmentId, List<ActWords.Detail> details) {
	}

	private record Timed(OffsetDateTime at, Entry entry) {
	}

	/** @param shown whether the reader may see what is about this assignment, or null for the outcome as a whole */
	static List<Entry> of(List<Event> events, List<Whole> answers, Predicate<String> shown, Names names) {
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
								new Entry(Words.minute(event.at()), names.signed(event.actor(), event.at()), event.act().label(),
										event.assignmentId(),
										details(event, answer, names))));
			}
		}
		given.values().stream().filter(one -> shown.test(one.answer().assignmentId()))
				.forEach(one -> told.add(new Timed(one.answer().givenAt(), new Entry(Words.minute(one.answer().givenAt()),
						names.signed(one.answer().givenBy(), one.answer().givenAt()), one.answer().stepName(), one.answer().assignmentId(),
						filledIn(one)))));
		told.sort(Comparator.comparing(Timed::at));
		return told.stream().map(Timed::entry).toList();
	}

	private static List<ActWords.Detail> details(Event event, Whole answer, Names names) {
		if (answer == null) {
			return ActWords.details(event, Set.of(), names);
		}
		Set<String> fields = answer.values().stream().map(GivenAnswers.Value::field).collect(Collectors.toSet());
		return Stream.concat(filledIn(answer).stream(), ActWords.details(event, fields, names).stream()).toList();
	}

	private static List<ActWords.Detail> filledIn(Whole answer) {
		return answer.values().stream().map(one -> new ActWords.Detail(one.name(), one.shown())).toList();
	}
}
