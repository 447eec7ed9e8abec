package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.calendar.Deadline;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.TaskKeys;
import org.camunda.bpm.engine.delegate.BpmnModelExecutionContext;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/**
 * The receipt of an assignment, by which its clock starts: in the ledger, on the trail, told. A diagram shows this as a step behind 签收 and 视为签收,
 * after the decision table was asked; in the diagrams from before that, whose cases go on, it is a part of those two.
 */
@Component
class Receiving {

	/** As a diagram names the step. */
	private static final String STEP = "${startReplyClock}";

	private final Handling handling;
	private final ReplyLimits limits;
	private final GivenAnswers answers;
	private final Telling telling;
	private final Trail trail;
	private final Actors actors;
	private final Clock clock;

	Receiving(Handling handling, ReplyLimits limits, GivenAnswers answers, Telling telling, Trail trail, Actors actors, Clock clock) {
		this.handling = handling;
		this.limits = limits;
		this.answers = answers;
		this.telling = telling;
		this.trail = trail;
		this.actors = actors;
		this.clock = clock;
	}

	/** Whether the diagram has the step: what comes before it leaves the receipt to it. */
	boolean isDrawn(BpmnModelExecutionContext diagram) {
		return diagram.getBpmnModelInstance().getModelElementsByType(ServiceTask.class).stream()
				.anyMatch(one -> STEP.equals(one.getCamundaDelegateExpression()));
	}

	/**
	 * 签收, by who acts now, today.
	 *
	 * @param number what the decision table 答复期限 said; null where nobody has asked it
	 */
	void signed(Assignment assignment, Object number, Object unit) {
		Deadline deadline = handling.receive(assignment.id(), LocalDate.now(clock), Receipt.SIGNED, limits.of(assignment, number, unit));
		trail.add(actors.current(), Act.RECEIVED,
				Subject.assignment(assignment).in(TaskKeys.SIGN_RECEIPT, answers.lastUid(assignment.id(), TaskKeys.SIGN_RECEIPT)),
				Map.of("due", deadline.due().toString(), "steps", deadline.steps()));
	}

	/** 视为签收, on the last day for signing; that is told. */
	void deemed(Assignment assignment, Object number, Object unit) {
		Deadline deadline = handling.receive(assignment.id(), handling.receiptLimit(assignment.id()), Receipt.DEEMED,
				limits.of(assignment, number, unit));
		telling.tell(News.ofAssignment(Occasion.DEEMED_RECEIVED, assignment, "deemed/" + deadline.received(),
				"交办件 " + assignment.id() + " 逾期未签收，视为 " + deadline.received() + " 签收，答复到期日 " + deadline.due() + "。"));
		trail.add(Actors.SYSTEM, Act.DEEMED_RECEIVED, Subject.assignment(assignment),
				Map.of("received", deadline.received().toString(), "due", deadline.due().toString(), "steps", deadline.steps()));
	}
}
