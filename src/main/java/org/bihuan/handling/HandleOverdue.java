package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Documents;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.ConversionKind;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 逾期处置: a 督办单 with a promised date, the reply is still owed; or conversion. */
@Component("handleOverdue")
class HandleOverdue extends HandlingWork {

	private final Clock clock;
	private final Numbers numbers;
	private final Documents documents;

	HandleOverdue(Clock clock, Numbers numbers, Documents documents) {
		this.clock = clock;
		this.numbers = numbers;
		this.documents = documents;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		return caseView(task);
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
		task.getExecution().setVariable("overdueMeasure", measure.code());
		if (measure == OverdueMeasure.SUPERVISE) {
			LocalDate promised = answer.date("promisedOn");
			Refusal.unless(promised.isAfter(LocalDate.now(clock)), "“承诺答复日期”应晚于今天，请重新选择。");
			assignments.promise(assignment.id(), promised, answer.text("reason"));
			assignments.become(assignment.id(), State.RECEIVED);
			documents.issue(Documents.Kind.SUPERVISION, numbers.next(Numbers.Kind.SUPERVISION), "关于逾期未答复的督办单", assignment.outcomeId(),
					assignment.id(),
					Map.of("promisedOn", promised.toString(), "reason", answer.text("reason")), actor);
		}
		else {
			task.getExecution().setVariable("conversionKind", answer.term("kind", ConversionKind.class).code());
		}
		record(task, actor, Act.OVERDUE_HANDLED, Map.of("measure", measure, "reason", answer.text("reason")));
	}
}
