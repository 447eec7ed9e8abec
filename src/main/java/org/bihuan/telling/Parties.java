package org.bihuan.telling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Supervision;
import org.springframework.stereotype.Component;

/** Who they are that tables and diagrams call by a word of {@link Addressee}: the groups and people behind it, for one case. Nobody else says. */
@Component
public class Parties {

	private final Outcomes outcomes;
	private final Assignments assignments;

	Parties(Outcomes outcomes, Assignments assignments) {
		this.outcomes = outcomes;
		this.assignments = assignments;
	}

	/**
	 * Those of a case as the ledger has it when they are asked for.
	 *
	 * @param outcomeId null where it belongs to no outcome: then only the parties of the house are anybody
	 * @param assignmentId null where it is about the whole outcome
	 */
	public OfCase of(String outcomeId, String assignmentId) {
		return new OfCase(outcomeId, assignmentId);
	}

	/** The parties of one case. It reads only what is asked for, once: for the moment of one telling, not to be kept. */
	public final class OfCase {

		private final String outcomeId;
		private final String assignmentId;
		private Optional<Outcome> outcome;
		private Optional<Assignment> assignment;

		private OfCase(String outcomeId, String assignmentId) {
			this.outcomeId = outcomeId;
			this.assignmentId = assignmentId;
		}

		/**
		 * The ids of groups or accounts; empty where the case has no such party.
		 *
		 * @throws IllegalArgumentException for a party that only what happened can name
		 */
		public List<String> who(Addressee party) {
			return switch (party) {
				case LEAD_UNIT -> ofAssignment(Assignment::leadUnit);
				case CO_UNITS -> assignmentId == null ? List.of() : assignments.coUnits(assignmentId);
				case RESPONSIBLE_LEADER -> ofAssignment(Assignment::responsibleLeader);
				case COMMITTEE -> ofOutcome(Outcome::followedBy);
				case LEADING_COMMITTEE -> ofOutcome(Outcome::committee);
				case MEMBERS -> outcomeId == null ? List.of() : outcomes.members(outcomeId);
				case LEADERS -> outcomeId == null ? List.of() : outcomes.leaders(outcomeId);
				case THREE_OFFICES -> Organisation.THREE_OFFICES;
				case PARTY_OFFICE -> List.of(Organisation.PARTY_OFFICE);
				case GOV_OFFICE -> List.of(Organisation.GOV_OFFICE);
				case CPPCC_OFFICE -> List.of(Organisation.CPPCC_OFFICE);
				case SUPERVISION_OFFICE -> List.of(Organisation.SUPERVISION_OFFICE);
				case DEPUTY_CHAIR -> List.of(Organisation.DEPUTY_CHAIR);
				case CHAIR -> List.of(Organisation.CPPCC_CHAIR);
				case ADMINISTRATORS -> List.of(Organisation.ADMINS);
				case HOLDER, SUPERIOR, FORMER_UNIT, UNIT -> throw new IllegalArgumentException(party + " is named by what happened alone");
			};
		}

		/** The level of supervision of the assignment; none where it is about no assignment. */
		Supervision level() {
			return assignment().map(Assignment::supervisionLevel).orElse(Supervision.NONE);
		}

		private List<String> ofAssignment(Function<Assignment, String> who) {
			return assignment().map(who).map(List::of).orElse(List.of());
		}

		private List<String> ofOutcome(Function<Outcome, String> who) {
			return outcome().map(who).map(List::of).orElse(List.of());
		}

		private Optional<Assignment> assignment() {
			if (assignment == null) {
				assignment = assignmentId == null ? Optional.empty() : assignments.find(assignmentId);
			}
			return assignment;
		}

		private Optional<Outcome> outcome() {
			if (outcome == null) {
				outcome = outcomeId == null ? Optional.empty() : outcomes.find(outcomeId);
			}
			return outcome;
		}
	}
}
