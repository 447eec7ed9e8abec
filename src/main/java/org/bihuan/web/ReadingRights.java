package org.bihuan.web;

import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.springframework.stereotype.Component;

/** Which assignments a reader may read: all for who sees everything, its own for a unit, those of his outcomes for a member. */
@Component
class ReadingRights {

	private final Assignments assignments;
	private final Outcomes outcomes;

	ReadingRights(Assignments assignments, Outcomes outcomes) {
		this.assignments = assignments;
		this.outcomes = outcomes;
	}

	boolean mayRead(Reader reader, Assignment assignment) {
		return reader.seesEverything() || reader.units().contains(assignment.leadUnit()) || assignments.coUnits(assignment.id()).stream().anyMatch(reader.units()::contains)
				|| outcomes.members(assignment.outcomeId()).contains(reader.id());
	}
}
