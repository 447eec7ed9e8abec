package org.bihuan.followup;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Point;
import org.bihuan.terms.Party;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 推进中的回头看: as at the look-back after completion, both parties sign with evidence for every suggestion; but nothing is closed by it. */
@Component("trackProgress")
class TrackProgress extends FollowUpWork {

	private final Tracking tracking;

	TrackProgress(Tracking tracking) {
		this.tracking = tracking;
	}

	/** In which task a party signs. */
	static String task(Party party) {
		return party == Party.COMMITTEE ? TaskKeys.TRACK_BY_COMMITTEE : TaskKeys.TRACK_BY_SUPERVISION;
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
	protected void accept(DelegateTask task, Answer answer, String actor) {
		refuseHandlers(task, actor, "承办单位的人员不能核查本单位的进展，请由他人办理。");
		String trackingId = id(task, Variables.TRACKING_ID);
		Refusal.when(CheckingPolicy.second(actor, tracking.signers(trackingId)));
		Party party = inThisStep(task, Map.of(task(Party.COMMITTEE), Party.COMMITTEE, task(Party.SUPERVISION), Party.SUPERVISION));
		OnTrack onTrack = answer.term("onTrack", OnTrack.class);
		posts.require(actor, party.label() + "回头看", List.of(followUp.groupOf(assignment(task).id(), party)));
		List<Point> evidence = perSuggestion(task, answer, "evidences", "evidence", "核查依据");
		tracking.sign(trackingId, party, onTrack, answer.text("siteCheck"), evidence, actor);
		record(task, actor, Act.PROGRESS_LOOKED_AT,
				Map.of("party", party, "onTrack", onTrack));
	}
}
