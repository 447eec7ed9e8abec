package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Replies.Content;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.ledger.ReplyPolicy;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.springframework.stereotype.Component;

/** 再次答复: a reply like the first, drafted, signed, numbered and issued; it reports no implementation, that is for the look-back to see. */
@Component
class RedoneReply {

	private final Replies replies;
	private final Clock clock;
	private final LookBackSchedule schedule;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final ReplyPapers papers;
	private final Telling telling;

	RedoneReply(Replies replies, Clock clock, LookBackSchedule schedule, Assignments assignments, Outcomes outcomes, ReplyPapers papers,
			Telling telling) {
		this.replies = replies;
		this.clock = clock;
		this.schedule = schedule;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.papers = papers;
		this.telling = telling;
	}

	/** Keeps a version; a form of a former version asks for no class, which is then that of the first reply. */
	void draft(Assignment assignment, Answer answer, List<Point> points, String actor) {
		LocalDate today = LocalDate.now(clock);
		LocalDate redoneOn = answer.date("completedOn");
		Refusal.when(RedoPolicy.refusal(redoneOn, assignment.implementedOn(), today));
		LocalDate plannedOn = answer.date("plannedOn");
		Refusal.when(ReplyPolicy.planned(plannedOn, today));
		ReplyClass given = answer.term("replyClass", ReplyClass.class);
		replies.draft(assignment.id(), new Content(ReplyDecision.ADOPTED, given == null ? assignment.replyClass() : given, points, null, null, null,
				answer.text("talk"), answer.text("contact"), answer.text("phone"), null, plannedOn, redoneOn), actor);
		papers.drafted(assignment.id());
	}

	/**
	 * Issues the last version: under its own number, its own paper, and the day of its own look-back.
	 *
	 * @return what the trail tells of it
	 */
	Map<String, Object> issue(Assignment assignment) {
		Draft draft = replies.last(assignment.id()).orElseThrow();
		String title = outcomes.get(assignment.outcomeId()).title();
		LocalDate lookBackOn = schedule.next(assignment, draft.redoneOn());
		assignments.repliedAgain(assignment.id(), draft.replyClass(), lookBackOn);
		String number = papers.issue(assignment);
		String text = "《" + title + "》的交办件 " + assignment.id() + " 经重新办理，已再次书面答复（" + number + "），定于 " + lookBackOn + " 回头看。";
		telling.tell(News.ofAssignment(Occasion.REPLIED_AGAIN, assignment, "replied-again", text));
		return Fields.of("number", number, "class", draft.replyClass(), "lookBackOn", lookBackOn);
	}
}
