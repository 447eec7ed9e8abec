package org.bihuan.cycle;

import java.util.List;

import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection of the cycle's multi-instance part: ids only. */
@Component("openAssignments")
public class OpenAssignments {

	private final Assignments assignments;

	OpenAssignments(Assignments assignments) {
		this.assignments = assignments;
	}

	/**
	 * All that were made at 分解交办; for a token that a 补交办 sent in, that one alone.
	 *
	 * @throws IllegalStateException when there is none: an empty collection would be skipped in silence
	 */
	public List<String> ids(DelegateExecution execution) {
		String further = (String) execution.getVariable(Variables.FURTHER_ASSIGNMENT_ID);
		if (further != null) {
			return List.of(further);
		}
		return ids((String) execution.getVariable(Variables.OUTCOME_ID));
	}

	/** The same as {@link #ids(DelegateExecution)} asks for in cases that began before there was 补交办: their diagrams name the outcome. */
	public List<String> ids(String outcomeId) {
		List<String> ids = assignments.of(outcomeId).stream().map(Assignment::id).toList();
		if (ids.isEmpty()) {
			throw new IllegalStateException("outcome " + outcomeId + " was to be handled but has no assignment");
		}
		return ids;
	}

	/** In the transaction of the 补交办, which holds the outcome's row: the newest assignment is the one that was just made. */
	@Bean
	JavaDelegate takeFurther() {
		return execution -> {
			List<Assignment> all = assignments.of((String) execution.getVariable(Variables.OUTCOME_ID));
			execution.setVariableLocal(Variables.FURTHER_ASSIGNMENT_ID, all.get(all.size() - 1).id());
		};
	}
}
