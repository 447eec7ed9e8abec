package org.bihuan.waiting;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.bihuan.engine.time.Superior;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.springframework.stereotype.Component;

/** Who they are that a model calls the superiors of a task. */
@Component
public class Superiors {

	private final Assignments assignments;
	private final Outcomes outcomes;

	Superiors(Assignments assignments, Outcomes outcomes) {
		this.assignments = assignments;
		this.outcomes = outcomes;
	}

	/**
	 * The groups and people, each once.
	 *
	 * @param outcomeId null for a task of no case: then only offices can be told
	 * @param assignmentId null when the task is about the whole outcome
	 */
	public Set<String> of(Collection<Superior> words, String outcomeId, String assignmentId) {
		Set<String> all = new LinkedHashSet<>();
		words.forEach(word -> all.addAll(of(word, outcomeId, assignmentId)));
		return all;
	}

	private List<String> of(Superior word, String outcomeId, String assignmentId) {
		return switch (word) {
			case COMMITTEE -> outcomeId == null ? List.of(Organisation.CPPCC_OFFICE) : List.of(committee(outcomeId));
			case RESPONSIBLE_LEADER -> List.of(leader(assignmentId));
			case THREE_OFFICES -> Organisation.THREE_OFFICES;
			case CPPCC_OFFICE -> List.of(Organisation.CPPCC_OFFICE);
			case SUPERVISION_OFFICE -> List.of(Organisation.SUPERVISION_OFFICE);
			case DEPUTY_CHAIR -> List.of(Organisation.DEPUTY_CHAIR);
			case CHAIR -> List.of(Organisation.CPPCC_CHAIR);
		};
	}

	private String committee(String outcomeId) {
		var outcome = outcomes.get(outcomeId);
		return outcome.followUpCommittee() == null ? outcome.committee() : outcome.followUpCommittee();
	}

	private String leader(String assignmentId) {
		String leader = assignmentId == null ? null : assignments.find(assignmentId).map(Assignment::responsibleLeader).orElse(null);
		return leader == null ? Organisation.SUPERVISION_OFFICE : leader;
	}
}
