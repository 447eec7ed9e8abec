package org.bihuan.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the follow-up shows and leaves on the trail. */
abstract class FollowUpWork extends TaskWork {

	@Autowired
	FollowUp followUp;
	@Autowired
	Assignments assignments;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;
	@Autowired
	Posts posts;
	@Autowired
	Replies replies;
	@Autowired
	Dossiers dossiers;

	Assignment assignment(DelegateTask task) {
		return assignments.get(id(task, Variables.ASSIGNMENT_ID));
	}

	/**
	 * What every form of the follow-up may show besides the 案卷, in words; longer texts in Markdown.
	 *
	 * @param requirement as the offices wrote it
	 * @param replyClass what it is called, and by when the unit means to be done; empty before the reply
	 * @param reply what was replied to each suggestion; empty before the reply
	 * @param limit the day set by 加强督办, in brackets; empty when none is
	 * @param implementation the last report of the implementation; empty before
	 * @param signatures of the current look-back, those that are there
	 */
	record CaseView(@JsonUnwrapped Dossier about, String assignmentId, String unit, String requirement, String replyClass, Markdown reply,
			String level, String limit, Markdown implementation, Markdown signatures) {
	}

	CaseView caseView(DelegateTask task) {
		Assignment assignment = assignment(task);
		return new CaseView(dossiers.of(assignment.outcomeId()).part(task.getName(), assignment.id()), assignment.id(),
				organisation.name(assignment.leadUnit()), assignment.requirement(),
				(assignment.replyClass() == null ? "" : assignment.replyClass().label())
						+ (assignment.plannedOn() == null ? "" : "，计划于 " + assignment.plannedOn() + " 完成"),
				Markdown.folded(Markdown.literal(replies.standing(assignment.id()).map(replies::inWords).orElse(""))),
				assignment.supervisionLevel().label(), assignment.lookBackLimitOn() == null ? "" : "（限 " + assignment.lookBackLimitOn() + " 前到位）",
				Markdown.folded(Markdown.literal(followUp.lastReport(assignment.id()))),
				Markdown.paragraphs(followUp.signatures(assignment.id()).stream().map(one -> Markdown.of("- %s（%s）：%s。%s", one.party().label(),
						organisation.name(one.signedBy(), one.signedAt()), InPlace.of(one.inPlace()).label(), one.siteCheck())).toList()));
	}

	/** The checker is not the handler: nobody of the lead or of a co-unit, whatever other groups he is in. */
	void refuseHandlers(DelegateTask task, String actor, String why) {
		Assignment assignment = assignment(task);
		List<String> units = new ArrayList<>(assignments.coUnits(assignment.id()));
		units.add(assignment.leadUnit());
		Refusal.when(CheckingPolicy.handlers(unit -> organisation.isMember(actor, unit), units, why));
	}

	/** A form's list that begins with a row for every suggestion. */
	Map<String, Object> rowPerSuggestion(DelegateTask task, String rows) {
		return Map.of(rows, assignments.suggestions(assignment(task).id()).stream().map(one -> Map.of("suggestion", one.id())).toList());
	}

	/**
	 * What was written for each suggestion.
	 *
	 * @throws Refusal if one is missing or double
	 */
	List<Point> perSuggestion(DelegateTask task, Answer answer, String rows, String field, String what) {
		return answer.points(rows, field, assignments.suggestions(assignment(task).id()), seq -> "请为建议 " + seq + " 填写一条" + what + "，不多不少。");
	}

	/**
	 * A step of those who look at what was done has begun: what is owed now is theirs, until its last day. The unit owes nothing again until it has
	 * a new limit.
	 */
	void lookingUntil(DelegateTask task, LocalDate due) {
		Assignment assignment = assignment(task);
		if (assignment.state() == Assignments.State.IMPLEMENTED && due.isAfter(assignment.nextLookBackOn())) {
			assignments.planLookBack(assignment.id(), due);
		}
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		Assignment assignment = assignment(task);
		trail.add(actor, act, Subject.assignment(assignment).in(key(task), task.getId()), detail);
	}
}
