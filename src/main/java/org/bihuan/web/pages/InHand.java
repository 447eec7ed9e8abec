package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Attention;
import org.bihuan.ledger.LedgerRows.Row;
import org.bihuan.waiting.Holders;
import org.bihuan.waiting.OpenTask;
import org.bihuan.waiting.WaitingTasks;
import org.springframework.stereotype.Component;

/**
 * 在谁手里: what waits now on a case, in the same words on every page and row. A page of many rows asks for all of them at once, in one statement.
 * Whoever sees an assignment sees who has it; what waits on the whole outcome he sees who sees all of that.
 */
@Component
class InHand {

	private final WaitingTasks waiting;
	private final Holders holders;
	private final Clock clock;

	InHand(WaitingTasks waiting, Holders holders, Clock clock) {
		this.waiting = waiting;
		this.holders = holders;
		this.clock = clock;
	}

	/**
	 * One step that waits.
	 *
	 * @param who unit and person; empty where a day is waited for and nobody has it
	 * @param since the day on which it began, in Shanghai; null where a day is waited for
	 * @param until its last day, in Shanghai; null where it has none
	 * @param task where the reader may open it; null where he may not
	 */
	record Now(String step, String who, LocalDate since, LocalDate until, boolean late, String task) {
	}

	/** What waits on some outcomes. */
	final class Held {

		private final Map<String, List<OpenTask>> byNumber;
		private final Reader reader;

		private Held(List<OpenTask> open, Reader reader) {
			this.byNumber = open.stream().collect(Collectors.groupingBy(OpenTask::number));
			this.reader = reader;
		}

		/** On the outcome as a whole. */
		List<Now> ofOutcome(String outcomeId) {
			return nows(outcomeId);
		}

		/**
		 * On an assignment; before it is with its unit what waits on the outcome; after that the day that is waited for.
		 *
		 * @param whole whether the reader sees all of the outcome
		 * @param lookBackOn null when none is planned
		 */
		List<Now> ofAssignment(String outcomeId, String assignmentId, Assignments.State state, LocalDate lookBackOn, boolean whole) {
			if (Assignments.ENDS.contains(state)) {
				return List.of();
			}
			List<Now> own = nows(assignmentId);
			if (!own.isEmpty()) {
				return own;
			}
			List<Now> all = whole ? nows(outcomeId) : List.of();
			if (lookBackOn == null || (!all.isEmpty() && state == Assignments.State.ASSIGNED)) {
				return all;
			}
			return List.of(new Now("等待回头看", "", null, lookBackOn, false, null));
		}

		/** On a row of the ledger. */
		List<Now> of(Row row, boolean whole) {
			return row.assignmentId() == null ? whole ? nows(row.outcomeId()) : List.of()
					: ofAssignment(row.outcomeId(), row.assignmentId(), row.assignmentState(), row.nextLookBackOn(), whole);
		}

		/** Who has the step that an assignment of which the unit says that it is done has reached: {@link Holders#ofStep}. */
		List<String> ofStep(String assignmentId, String committee) {
			return Holders.ofStep(byNumber.getOrDefault(assignmentId, List.of()), committee);
		}

		/** Whose what is owed is, by name: the unit's, and once it has reported those who look at it. */
		String owes(Attention.Item item, Names names) {
			return item.isLookedAt() ? names.of(ofStep(item.id(), item.followUpCommittee())) : names.of(item.leadUnit());
		}

		private List<Now> nows(String number) {
			return byNumber.getOrDefault(number, List.of()).stream().map(this::now).toList();
		}

		/** One open task; nothing when it is done, or of no outcome. */
		List<Now> ofTask(String taskId) {
			return byNumber.values().stream().flatMap(List::stream).filter(one -> one.id().equals(taskId)).map(this::now).toList();
		}

		/** What an open task is called; empty when it is done. */
		String stepOf(String taskId) {
			return ofTask(taskId).stream().map(Now::step).collect(Collectors.joining());
		}

		private Now now(OpenTask task) {
			boolean late = task.dueOn() != null && task.dueOn().isBefore(LocalDate.now(clock));
			return new Now(task.name(), holders.words(task), task.begunOn(), task.dueOn(), late,
					reader.isAdministrator() || task.isFor(reader) ? Tasklist.task(task.id()) : null);
		}
	}

	/** What waits on these outcomes. */
	Held of(Reader reader, Collection<String> outcomeIds) {
		return new Held(waiting.of(Set.copyOf(outcomeIds)), reader);
	}

	/** Whether a reader sees the whole of every outcome of which he sees a row; who sees some by a unit does not. */
	static boolean wholes(Reader reader) {
		return reader.seesEverything() || reader.units().isEmpty();
	}
}
