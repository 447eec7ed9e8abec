package org.bihuan.cycle;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.StartWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** 登记选题: the first question is 涉密, and a yes stores nothing [D]. */
@Component("registerOutcome")
class RegisterOutcome extends StartWork {

	private final Outcomes outcomes;
	private final Numbers numbers;
	private final Organisation organisation;
	private final Trail trail;

	RegisterOutcome(Outcomes outcomes, Numbers numbers, Organisation organisation, Trail trail) {
		this.outcomes = outcomes;
		this.numbers = numbers;
		this.organisation = organisation;
		this.trail = trail;
	}

	@Override
	protected void accept(DelegateExecution execution, Answer answer, String actor) {
		Refusal.unless("no".equals(answer.text("secret")), "涉密事项不得进入本系统：未保存任何内容。请按保密规定以纸质方式办理。");
		List<String> committees = organisation.committeesOf(actor);
		Refusal.unless(committees.size() == 1, "选题由牵头专委会登记：请用所属专委会的账号办理。");
		String id = numbers.nextOutcomeId();
		outcomes.register(id, execution.getProcessInstanceId(), answer.text("title"), answer.term("kind", Outcomes.Kind.class), committees.get(0),
				answer.text("background"), List.of(), actor);
		execution.setProcessBusinessKey(id);
		execution.setVariable(Variables.OUTCOME_ID, id);
		trail.add(actor, Act.TOPIC_REGISTERED, Subject.outcome(id).in(key(execution), execution.getProcessInstanceId()),
				Map.of("title", answer.text("title"), "committee", committees.get(0),
						"background", answer.text("background")));
	}
}
