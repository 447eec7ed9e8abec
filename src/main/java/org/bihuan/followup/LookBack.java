package org.bihuan.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.document.Evidence;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Point;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.Party;
import org.bihuan.terms.TaskKeys;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 回头看: 专委会 and 督考办 each sign; two people, none of the handling units; evidence for every suggestion. */
@Component("lookBack")
class LookBack extends FollowUpWork {

	private static final Map<String, Party> PARTIES = Map.of(TaskKeys.LOOK_BACK_BY_COMMITTEE, Party.COMMITTEE, TaskKeys.LOOK_BACK_BY_SUPERVISION,
			Party.SUPERVISION);

	private final Evidence proof;

	LookBack(Evidence proof) {
		this.proof = proof;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return rowPerSuggestion(task, "evidences");
	}

	@Override
	protected void begun(DelegateTask task, LocalDate due) {
		lookingUntil(task, due);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		refuseHandlers(task, actor, "承办单位的人员不能核查本单位的落实情况，请由他人办理。");
		Refusal.when(CheckingPolicy.second(actor, followUp.signatures(assignment.id()).stream().map(FollowUp.Signature::signedBy).toList()));
		Party party = inThisStep(task, PARTIES);
		InPlace inPlace = answer.term("inPlace", InPlace.class);
		List<Point> evidence = perSuggestion(task, answer, "evidences", "evidence", "核查依据");
		proof.require(task.getId(), Evidence.Kind.LOOK_BACK_EVIDENCE);
		followUp.sign(assignment.id(), party, inPlace, answer.text("siteCheck"), evidence, actor);
		record(task, actor, Act.LOOKED_BACK,
				Map.of("party", party, "inPlace", inPlace));
	}
}
