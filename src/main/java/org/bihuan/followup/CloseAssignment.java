package org.bihuan.followup;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.numbering.Numbers;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 核查销号: with both signatures and nobody left dissatisfied, or by the offices' decision after a meeting; only then. */
@Component("closeAssignment")
class CloseAssignment implements JavaDelegate {

	private final FollowUp followUp;
	private final Satisfaction satisfaction;
	private final Assignments assignments;
	private final Numbers numbers;
	private final Documents documents;
	private final Telling telling;
	private final Trail trail;

	CloseAssignment(FollowUp followUp, Satisfaction satisfaction, Assignments assignments, Numbers numbers, Documents documents,
			Telling telling, Trail trail) {
		this.followUp = followUp;
		this.satisfaction = satisfaction;
		this.assignments = assignments;
		this.numbers = numbers;
		this.documents = documents;
		this.telling = telling;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		var assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		if (!followUp.inPlace(assignment.id())) {
			throw new IllegalStateException("交办件 " + assignment.id() + " 没有两方到位的签字，不能销号。");
		}
		if (!satisfaction.settled(assignment.id())) {
			throw new IllegalStateException("交办件 " + assignment.id() + " 的满意度评价不支持销号，党政办公室也未决定销号。");
		}
		List<String> signers = followUp.signatures(assignment.id()).stream().map(FollowUp.Signature::signedBy).toList();
		String number = numbers.next(Numbers.Kind.CLOSING);
		documents.issue(Documents.Kind.CLOSING, number, Documents.Kind.CLOSING.label(), assignment.outcomeId(), assignment.id(),
				Map.of("signers", signers), signers.get(0));
		assignments.end(assignment.id(), Assignments.State.VERIFIED);
		telling.tell(News.ofAssignment(Occasion.VERIFIED, assignment, "verified",
				"交办件 " + assignment.id() + " 经回头看核查到位，已销号（" + number + "）。"));
		trail.add(Actors.SYSTEM, Act.VERIFIED, Subject.assignment(assignment), Map.of("number", number, "signers", signers, "satisfaction",
				satisfaction.whyClosed(assignment.id())));
	}
}
