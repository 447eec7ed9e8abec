package org.bihuan.submission;

import java.time.Clock;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.Evidence;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.submission.Submission.Instruction;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 批示: entered by the leader, or by 党政办公室 on the leader's behalf; 圈阅 without words is no 批示. */
@Component("enterInstruction")
class EnterInstruction extends SubmissionWork {

	private final Clock clock;
	private final Evidence evidence;

	EnterInstruction(Clock clock, Evidence evidence) {
		this.clock = clock;
		this.evidence = evidence;
	}

	/**
	 * What its form reads.
	 *
	 * @param leader who is asked
	 * @param limit the last day for it
	 */
	record View(@JsonUnwrapped CaseView about, String leader, String limit) {
	}

	@Override
	protected View view(DelegateTask task) {
		Instruction instruction = submission.instruction(id(task, Variables.INSTRUCTION_ID));
		return new View(caseView(task), organisation.name(instruction.leader()), instruction.limitOn().toString());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return submission.instruction(id(task, Variables.INSTRUCTION_ID)).limitOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Instruction instruction = submission.instruction(id(task, Variables.INSTRUCTION_ID));
		String words = answer.term("form", InstructionForm.class) == InstructionForm.WORDS ? answer.text("words") : null;
		Refusal.when(InstructionPolicy.dated(answer.date("writtenOn"), outcomes.get(outcomeId(task)).submittedOn(), LocalDate.now(clock)));
		if (InstructionPolicy.needsPaper(words, actor, instruction.leader())) {
			evidence.require(task.getId(), Evidence.Kind.INSTRUCTION_SCAN);
		}
		submission.write(id(task, Variables.INSTRUCTION_ID), answer.date("writtenOn"), words, actor);
		record(task, actor, Act.INSTRUCTION_ENTERED, Fields.of("leader", instruction.leader(), "writtenOn", answer.text("writtenOn"), "words",
				words));
	}
}
