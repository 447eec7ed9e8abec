package org.bihuan.conversion;

import org.bihuan.ledger.Assignments;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Term;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the record of a conversion. */
@Component("openConversion")
class OpenConversion implements JavaDelegate {

	private final Conversions conversions;
	private final Assignments assignments;

	OpenConversion(Conversions conversions, Assignments assignments) {
		this.conversions = conversions;
		this.assignments = assignments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String assignmentId = (String) execution.getVariable(Variables.ASSIGNMENT_ID);
		conversions.open(assignmentId, Term.of(ConversionKind.class, (String) execution.getVariable(Variables.CONVERSION_KIND)));
		assignments.become(assignmentId, Assignments.State.CONVERTING);
	}
}
