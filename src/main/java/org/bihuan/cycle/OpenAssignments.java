package org.bihuan.cycle;

import java.util.List;

import org.bihuan.ledger.Assignments;
import org.springframework.stereotype.Component;

/** The collection of the cycle's multi-instance part: ids only. */
@Component("openAssignments")
public class OpenAssignments {

	private final Assignments assignments;

	OpenAssignments(Assignments assignments) {
		this.assignments = assignments;
	}

	/** @throws IllegalStateException when there is none: an empty collection would be skipped in silence */
	public List<String> ids(String outcomeId) {
		List<String> ids = assignments.of(outcomeId).stream().map(Assignments.Assignment::id).toList();
		if (ids.isEmpty()) {
			throw new IllegalStateException("outcome " + outcomeId + " was to be handled but has no assignment");
		}
		return ids;
	}
}
