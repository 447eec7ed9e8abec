package org.bihuan.amendment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Corrections.Correction;
import org.bihuan.ledger.Corrections.Field;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Event;
import org.springframework.stereotype.Component;

/**
 * Of two offices that amend the same thing at once the second is told what the first has changed, instead of writing over what it has not seen. What
 * it has seen is what stood there when its form was shown to it, and at the latest when it began, before it waited for its turn.
 */
@Component
class Meanwhile {

	/** By which an assignment goes to other hands, or out of all. */
	private static final Set<Act> MOVES = EnumSet.of(Act.REASSIGNED, Act.WITHDRAWN);
	private static final int LONGEST = 60;

	private final Corrections corrections;
	private final Trail trail;
	private final Organisation organisation;
	private final Clock clock;

	Meanwhile(Corrections corrections, Trail trail, Organisation organisation, Clock clock) {
		this.corrections = corrections;
		this.trail = trail;
		this.organisation = organisation;
		this.clock = clock;
	}

	/**
	 * What whoever amends has seen; to be asked for before {@link org.bihuan.ledger.Outcomes#lock}.
	 *
	 * @param correction the last one of the outcome, by its id
	 * @param move the last time that one of its assignments was moved, by its id on the trail
	 * @param before the moment until which he may have seen everything
	 */
	record Seen(long correction, long move, Instant before) {

		private boolean has(long id, long last, OffsetDateTime at) {
			return id <= last && !at.toInstant().isAfter(before);
		}
	}

	/** @param outcomeId of an outcome, whether there is one or not */
	Seen look(String outcomeId) {
		// a form that was shown in the very moment of a change may show what was there before it
		Instant before = FormKey.current().flatMap(FormKey::shownAt).map(shown -> shown.minusMillis(1)).orElseGet(clock::instant);
		return new Seen(corrections.ofOutcome(outcomeId).stream().mapToLong(Correction::id).max().orElse(0),
				moves(outcomeId).stream().mapToLong(Event::id).max().orElse(0), before);
	}

	private List<Event> moves(String outcomeId) {
		return trail.ofOutcome(outcomeId).stream().filter(one -> MOVES.contains(one.act())).toList();
	}

	/** @throws Refusal when another one has corrected this field since */
	void refuseIfCorrected(Seen seen, String outcomeId, Field field, String subject, String actor) {
		corrections.ofOutcome(outcomeId).stream()
				.filter(one -> one.field() == field && one.subjectId().equals(subject) && !one.correctedBy().equals(actor)
						&& !seen.has(one.id(), seen.correction(), one.correctedAt()))
				.reduce((first, last) -> last).ifPresent(one -> {
					throw Refusal.overtaken("“" + field.label() + "”刚刚由" + who(one.correctedBy(), one.correctedAt()) + "从“"
							+ words(field, one.oldValue()) + "”更正为“" + words(field, one.newValue())
							+ "”，您的更正没有写入。请核对；仍要更正的，重新打开这张表单再填。");
				});
	}

	/** @throws Refusal when another one has given the assignment to another unit, or taken it back, since */
	void refuseIfMoved(Seen seen, Assignment assignment, String actor) {
		moves(assignment.outcomeId()).stream()
				.filter(one -> assignment.id().equals(one.assignmentId()) && !one.actor().equals(actor)
						&& !seen.has(one.id(), seen.move(), one.at()))
				.reduce((first, last) -> last).ifPresent(one -> {
					throw Refusal.overtaken("交办件 " + assignment.id() + " 刚刚由" + who(one.actor(), one.at())
							+ (one.act() == Act.WITHDRAWN ? "撤回" : "改派给“" + organisation.name(one.field("to")) + "”")
							+ "，您的这一次没有写入。请核对；仍要改派或撤回的，重新打开这张表单再填。");
				});
	}

	private String who(String account, OffsetDateTime at) {
		return organisation.signed(account, at) + "于 " + ShanghaiTime.minute(at) + " ";
	}

	private String words(Field field, String value) {
		String text = value == null ? "" : field == Field.ASSIGNMENT_LEADER ? organisation.name(value) : value;
		return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "……";
	}
}
