package org.bihuan.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.engine.time.TaskLimit;
import org.bihuan.identity.Reader;

/**
 * A task that waits for people, with its case.
 *
 * @param key of its role; of a step that the program does not know the id of its element
 * @param begunOn the day on which it was created, in Shanghai
 * @param dueOn its last day, in Shanghai; null only for a task of a former version that had none
 * @param outcomeId null when the task belongs to no outcome of the ledger
 * @param assignmentId null when it is about the whole outcome
 * @param title of the outcome; empty when there is none
 * @param claimedBy who claimed it; null while nobody has
 * @param groups to which it is offered, also after it was claimed
 * @param people to whom it is offered by name, also after it was claimed
 */
public record OpenTask(String id, String key, String name, TaskLimit limit, LocalDate begunOn, LocalDate dueOn, String outcomeId,
		String assignmentId, String title, String claimedBy, List<String> groups, List<String> people) {

	/** Whether this reader may answer it now: it is offered to him or to a group of his, nobody else has claimed it, and he is no administrator. */
	public boolean isToBeAnsweredBy(Reader reader) {
		return (claimedBy == null || claimedBy.equals(reader.id())) && !reader.isAdministrator()
				&& (people.contains(reader.id()) || groups.stream().anyMatch(reader.groups()::contains));
	}

	/** Who has it: the one who claimed it, or the groups and people it is offered to. */
	public List<String> holders() {
		return claimedBy != null ? List.of(claimedBy) : Stream.concat(groups.stream(), people.stream()).toList();
	}

	/** Whether it is this reader's to do: offered to him or to a group of his, or claimed by him. */
	public boolean isFor(Reader reader) {
		return reader.id().equals(claimedBy) || people.contains(reader.id()) || groups.stream().anyMatch(reader.groups()::contains);
	}

	/** The same with this last day. */
	OpenTask due(LocalDate day) {
		return new OpenTask(id, key, name, limit, begunOn, day, outcomeId, assignmentId, title, claimedBy, groups, people);
	}

	/** The number of the case, as its card shows it; empty when there is none. */
	public String number() {
		return assignmentId != null ? assignmentId : outcomeId == null ? "" : outcomeId;
	}
}
