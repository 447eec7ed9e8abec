package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Promises;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.numbering.Numbers;
import org.bihuan.telling.Telling;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 处置逾期答复: a 督办单 with a promised date, the reply is still owed; or conversion. */
@Component("handleOverdue")
class HandleOverdue extends HandlingWork {

	private final Clock clock;
	private final Numbers numbers;
	private final Documents documents;
	private final Promises promises;
	private final ReplyLimits limits;
	private final Telling telling;

	HandleOverdue(Clock clock, Numbers numbers, Documents documents, Promises promises, ReplyLimits limits, Telling telling) {
		this.telling = telling;
		this.promises = promises;
		this.limits = limits;
		this.clock = clock;
		this.numbers = numbers;
		this.documents = documents;
	}

	/**
	 * What its form reads.
	 *
	 * @param promises the days that were promised before
	 * @param decided in brackets, what the unit has drafted and nobody has issued: what it means to do, and to what it would convert; empty without
	 * a draft
	 * @param latest the last day that may be promised
	 */
	record View(@JsonUnwrapped CaseView about, Markdown promises, String decided, String latest) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), promises.inWords(assignment(task).id(),
				telling.inWords(Occasion.PROMISED_AGAIN, assignment(task).outcomeId(), assignment(task).id())),
				replies.last(assignment(task).id()).map(HandleOverdue::decided).orElse(""),
				limits.promise().latest(assignment(task).dueOn(), LocalDate.now(clock)).toString());
	}

	private static String decided(Draft draft) {
		return "（" + draft.decision().label() + (draft.proposedKind() == null ? "" : "，建议转为" + draft.proposedKind().label())
				+ (draft.signedBy() == null ? "，还没有审签）" : "，已审签，还没有印发）");
	}

	/** The day that has passed: the task is red from its first moment. */
	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		OverdueMeasure measure = answer.term("measure", OverdueMeasure.class);
		var assignment = assignment(task);
		task.getExecution().setVariable(Variables.OVERDUE_MEASURE, measure.code());
		if (measure == OverdueMeasure.SUPERVISE) {
			LocalDate promised = answer.date("promisedOn");
			Refusal.when(limits.promise().refusal("承诺答复日期", promised, assignment.dueOn(), LocalDate.now(clock)));
			promises.make(assignment, promised, answer.text("reason"), actor);
			assignments.become(assignment.id(), State.RECEIVED);
			documents.issue(Documents.Kind.SUPERVISION, numbers.next(Numbers.Kind.SUPERVISION), "关于逾期未答复的督办单", assignment.outcomeId(),
					assignment.id(),
					Map.of("promisedOn", promised.toString(), "reason", answer.text("reason")), actor);
		}
		else {
			task.getExecution().setVariable(Variables.CONVERSION_KIND, answer.term("kind", ConversionKind.class).code());
		}
		record(task, actor, Act.OVERDUE_HANDLED, Map.of("measure", measure, "reason", answer.text("reason")));
	}
}
