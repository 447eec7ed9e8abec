package org.bihuan.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.OpenTasks;
import org.bihuan.engine.answer.StartWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** 补录批示: an instruction that came late, for a running or closed outcome; it counts like any other. */
@Component("lateInstruction")
class LateInstruction extends StartWork {

	private final Submission submission;
	private final Outcomes outcomes;
	private final Organisation organisation;
	private final Trail trail;
	private final Clock clock;
	private final OpenTasks openTasks;

	LateInstruction(Submission submission, Outcomes outcomes, Organisation organisation, Trail trail, Clock clock, OpenTasks openTasks) {
		this.openTasks = openTasks;
		this.submission = submission;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	protected void accept(DelegateExecution execution, Answer answer, String actor) {
		String id = answer.text("outcomeNo");
		LocalDate submittedOn = outcomes.find(id).map(Outcomes.Outcome::submittedOn)
				.orElseThrow(() -> Refusal.invalid("没有已报送的成果“" + id + "”，请核对成果编号（如 CG2023-5）。"));
		String leader = organisation.leaders().stream().filter(one -> one.isMeantBy(answer.text("leader"))).map(Option::value).findFirst()
				.orElseThrow(() -> Refusal.invalid("“" + answer.text("leader") + "”不在区领导名单中，请填写领导姓名。"));
		Refusal.when(InstructionPolicy.dated(answer.date("writtenOn"), submittedOn, LocalDate.now(clock)));
		outcomes.lock(id);
		Refusal.unless(!submission.has(id, leader, answer.date("writtenOn"), answer.text("words")), "这条批示（同一领导、同一日期、同样内容）已经补录过，请勿重复补录。");
		submission.addLate(id, leader, answer.date("writtenOn"), answer.text("words"), actor);
		execution.setProcessBusinessKey(id);
		execution.setVariable(Variables.OUTCOME_ID, id);
		trail.add(actor, Act.LATE_INSTRUCTION_ENTERED,
				Subject.outcome(id).in(key(execution), execution.getProcessInstanceId()),
				Map.of("leader", leader, "writtenOn", answer.text("writtenOn"), "words",
						answer.text("words")));
		// who has a task of the case open sees it, too
		openTasks.showAnew(id);
	}
}
