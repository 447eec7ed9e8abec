package org.bihuan.handling;

import java.util.Map;

import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Actors;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the handling does by itself: delivery, deemed receipt, recorded silence, the issued reply, the overdue mark. */
@Configuration(proxyBeanMethods = false)
class HandlingDelegates {

	private final Handling handling;
	private final Extensions extensions;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Telling telling;
	private final Trail trail;
	private final ReplyPapers papers;
	private final Receiving receiving;

	HandlingDelegates(Handling handling, Extensions extensions, Assignments assignments, Outcomes outcomes, Telling telling, Trail trail,
			ReplyPapers papers, Receiving receiving) {
		this.receiving = receiving;
		this.papers = papers;
		this.handling = handling;
		this.extensions = extensions;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.telling = telling;
		this.trail = trail;
	}

	private Assignment assignment(DelegateExecution execution) {
		return assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
	}

	private void record(Assignment assignment, Act act, Map<String, ?> detail) {
		trail.add(Actors.SYSTEM, act, Subject.assignment(assignment), detail);
	}

	/** The server stamps the delivery when the task is about to reach the unit. */
	@Bean
	JavaDelegate deliverAssignment() {
		return execution -> {
			Assignment assignment = assignment(execution);
			handling.deliver(assignment);
			extensions.overtake(assignment.id());
			// each delivery is told of, also a second one to the same unit
			long delivered = assignments.get(assignment.id()).deliveredAt().toEpochSecond();
			String what = "《" + outcomes.get(assignment.outcomeId()).title() + "》的交办件 " + assignment.id();
			String limit = String.valueOf(handling.receiptLimit(assignment.id()));
			telling.tell(News.ofAssignment(Occasion.ASSIGNED, assignment, "assigned/" + assignment.leadUnit() + "/" + delivered,
					what + " 已送达主办单位，应于 " + limit + " 前签收。")
					.wordedFor(Addressee.LEAD_UNIT, what + " 已送达，请于 " + limit + " 前签收；逾期视为签收。")
					.wordedFor(Addressee.CO_UNITS, what + " 由贵单位协办，主办单位签收后请提出协办意见。"));
			record(assignment, Act.DELIVERED, Map.of("unit", assignment.leadUnit()));
		};
	}

	/** 视为签收: unsigned after the limit counts as received on its last day. In a diagram that starts no clock by itself the clock starts here. */
	@Bean
	JavaDelegate deemReceived() {
		return execution -> {
			execution.setVariable(Variables.RECEIPT_SIGNED, false);
			if (!receiving.isDrawn(execution)) {
				receiving.deemed(assignment(execution), null, null);
			}
		};
	}

	/** 起算答复期限: by what the business-rule task before it was answered; of who has signed, or is deemed to. */
	@Bean
	JavaDelegate startReplyClock() {
		return execution -> {
			Assignment assignment = assignment(execution);
			Object number = execution.getVariable(Variables.REPLY_NUMBER);
			Object unit = execution.getVariable(Variables.REPLY_UNIT);
			if (Boolean.TRUE.equals(execution.getVariable(Variables.RECEIPT_SIGNED))) {
				receiving.signed(assignment, number, unit);
			}
			else {
				receiving.deemed(assignment, number, unit);
			}
		};
	}

	@Bean
	JavaDelegate recordCoSilence() {
		return execution -> {
			Assignment assignment = assignment(execution);
			record(assignment, Act.CO_OPINION_SILENT, Map.of("silent", handling.recordCoSilence(assignment.id())));
		};
	}

	/** The written reply: the signed paper, counted and told. It closes nothing. */
	@Bean
	JavaDelegate issueReply(Replies replies) {
		return execution -> {
			Assignment assignment = assignment(execution);
			Draft draft = replies.last(assignment.id()).orElseThrow();
			String title = outcomes.get(assignment.outcomeId()).title();
			// first what the document tells of: the day of the reply
			assignments.reply(assignment.id(), draft.replyClass(), draft.plannedOn());
			String number = papers.issue(assignment);
			String text = "《" + title + "》的交办件 " + assignment.id() + " 已书面答复（" + number + "）。答复不等于落实，后续将回头看。";
			telling.tell(News.ofAssignment(Occasion.REPLIED, assignment, "replied", text));
			execution.setVariable(Variables.HANDLING_RESULT, "adopted");
			record(assignment, Act.REPLIED, Map.of("number", number, "class", draft.replyClass()));
		};
	}

	@Bean
	JavaDelegate requestConversion() {
		return execution -> {
			papers.giveBack(assignment(execution).id());
			execution.setVariable(Variables.HANDLING_RESULT, "convert");
			record(assignment(execution), Act.CONVERSION_REQUESTED, Map.of("kind", execution.getVariable(Variables.CONVERSION_KIND)));
		};
	}

	@Bean
	JavaDelegate markOverdue() {
		return execution -> {
			Assignment assignment = assignment(execution);
			assignments.become(assignment.id(), Assignments.State.OVERDUE);
			extensions.overtake(assignment.id());
			telling.tell(News.ofAssignment(Occasion.OVERDUE, assignment, "overdue/" + assignment.expiresAt().toInstant(),
					"交办件 " + assignment.id() + " 逾期未答复。")
					.wordedFor(Addressee.LEAD_UNIT, "交办件 " + assignment.id() + " 已逾期，仍应答复。")
					.wordedFor(Addressee.THREE_OFFICES, "交办件 " + assignment.id() + " 逾期未答复，请处置。"));
			record(assignment, Act.OVERDUE, Fields.of("due", assignment.dueOn(), "promised", assignment.promisedOn()));
		};
	}
}
