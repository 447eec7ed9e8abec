package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.decision.OtherLimit;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.decision.Tables;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.followup.SatisfactionPolicy.Rated;
import org.bihuan.followup.SatisfactionPolicy.Said;
import org.bihuan.followup.SatisfactionPolicy.Verdict;
import org.bihuan.followup.SatisfactionPolicy.Way;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Assignments;
import org.bihuan.terms.AfterMeeting;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Decisions.SatisfactionConsequence;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Rows;
import org.bihuan.terms.TaskKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 满意度 and what follows from it: the ratings of each look-back, the one redo, the meeting and the offices' decision. */
@Component("satisfaction")
public class Satisfaction {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final FollowUp followUp;
	private final Assignments assignments;
	private final WorkingDays workingDays;
	private final ReplyDeadline replyDeadline;
	private final TaskLimits limits;
	private final ReplyLimits replyLimits;
	private final Tables tables;

	private final Posts posts;

	Satisfaction(JdbcClient jdbc, Clock clock, FollowUp followUp, Assignments assignments, WorkingDays workingDays, ReplyDeadline replyDeadline,
			TaskLimits limits, ReplyLimits replyLimits, Tables tables, Posts posts) {
		this.replyLimits = replyLimits;
		this.tables = tables;
		this.posts = posts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.followUp = followUp;
		this.assignments = assignments;
		this.workingDays = workingDays;
		this.replyDeadline = replyDeadline;
		this.limits = limits;
	}

	record Asked(long id, String assignmentId, String party, Asking state, Rating process, Rating result, String remark, LocalDate limitOn,
			OffsetDateTime givenAt) {
	}

	record Meeting(LocalDate metOn, String participants, String result, AfterMeeting decision, String decisionReason) {
	}

	/**
	 * The ratings still asked for, as strings: a multi-instance collection of ids.
	 *
	 * @throws IllegalStateException when there is none: an empty collection would be skipped in silence. The 专委会 is always asked.
	 */
	public List<String> askedIds(String assignmentId) {
		List<String> ids = ofRound(assignmentId).stream().filter(one -> one.state() == Asking.ASKED).map(one -> String.valueOf(one.id())).toList();
		if (ids.isEmpty()) {
			throw new IllegalStateException("交办件 " + assignmentId + " 没有可以评价满意度的人。");
		}
		return ids;
	}

	/** The committee that is asked, or none. */
	public List<String> askedGroup(String ratingId) {
		String party = asked(ratingId).party();
		return Organisation.isCommittee(party) ? List.of(party) : List.of();
	}

	/** The member who is asked, or nobody. */
	public List<String> askedUser(String ratingId) {
		String party = asked(ratingId).party();
		return Organisation.isCommittee(party) ? List.of() : List.of(party);
	}

	/** When silence is recorded: 00:00 of the day after the limit. */
	public Date ratingLimit(String assignmentId) {
		return Date.from(ShanghaiTime.endOf(ofRound(assignmentId).get(0).limitOn()));
	}

	/** Whether the ratings allow 核查销号. */
	public boolean allows(String assignmentId) {
		return verdict(assignmentId).way() == Way.CLOSE;
	}

	/** Whether the unit is to do it again. */
	public boolean demandsRedo(String assignmentId) {
		return verdict(assignmentId).way() == Way.REDO;
	}

	/** When doing it again is overdue: 00:00 of the day after its limit. */
	public Date redoExpiry(String assignmentId) {
		return Date.from(ShanghaiTime.endOf(assignments.get(assignmentId).redoLimitOn()));
	}

	/** Whether the offices decided after the meeting that it is closed all the same; anything else is not. */
	public boolean closedAfterMeeting(String assignmentId) {
		Meeting meeting = meeting(assignmentId);
		return meeting != null && meeting.decision() == AfterMeeting.CLOSE;
	}

	/** Why 核查销号 is right as far as the satisfaction goes, for the trail: the offices' reason, or what the ratings say. */
	String whyClosed(String assignmentId) {
		return closedAfterMeeting(assignmentId) ? "面商后予以销号：" + meeting(assignmentId).decisionReason() : verdict(assignmentId).reason();
	}

	Verdict verdict(String assignmentId) {
		Said said = Said.of(ofRound(assignmentId).stream().map(one -> new Rated(one.party(), one.process(), one.result())).toList());
		boolean redone = assignments.get(assignmentId).redoLimitOn() != null;
		return SatisfactionPolicy.judge(said, redone, way(tables, said, redone));
	}

	/** What the table says of what was said. */
	static Way way(Tables tables, Said said, boolean redone) {
		return tables.one(SatisfactionConsequence.KEY, Map.of(SatisfactionConsequence.UNSATISFIED, said.unsatisfied(),
				SatisfactionConsequence.ANSWERED, said.answered(), SatisfactionConsequence.REDONE, redone))
				.word(SatisfactionConsequence.WAY, Way.class);
	}

	Asked asked(String ratingId) {
		return jdbc.sql("select * from satisfaction where id = ?").param(Long.valueOf(ratingId)).query(Rows.of(Asked.class)).single();
	}

	/** The ratings of the current look-back, given or not. */
	List<Asked> ofRound(String assignmentId) {
		return jdbc.sql("select * from satisfaction where assignment_id = ? and look_round = ? order by id")
				.params(assignmentId, followUp.round(assignmentId))
				.query(Rows.of(Asked.class)).list();
	}

	/** The meeting of the current look-back; null when there was none. */
	Meeting meeting(String assignmentId) {
		return jdbc.sql("select * from dissatisfaction where assignment_id = ? and look_round = ?")
				.params(assignmentId, followUp.round(assignmentId))
				.query(Rows.of(Meeting.class)).optional().orElse(null);
	}

	/** @param reachable whether there is somebody to answer: for a member who has left, silence is recorded at once */
	void ask(String assignmentId, String party, boolean reachable) {
		jdbc.sql("insert into satisfaction (assignment_id, look_round, party, state, limit_on) values (?, ?, ?, ?, ?)").params(assignmentId,
				followUp.round(assignmentId), party, (reachable ? Asking.ASKED : Asking.SILENT).code(),
				workingDays.after(LocalDate.now(clock), limits.workingDays(ProcessKeys.FOLLOW_UP, TaskKeys.RATE_SATISFACTION)).due()).update();
	}

	void rate(String ratingId, Rating process, Rating result, String remark, String actor) {
		Asked asked = asked(ratingId);
		posts.require(actor, "评价满意度", List.of(asked.party()));
		jdbc.sql("update satisfaction set state = ?, process = ?, result = ?, remark = ?, given_by = ?, given_at = ? where id = ?")
				.params(Asking.GIVEN.code(), process.code(), result.code(), remark, actor, OffsetDateTime.now(clock), asked.id()).update();
		if (Organisation.isCommittee(asked.party())) {
			followUp.rated(asked.assignmentId(), process, result);
		}
	}

	int recordSilence(String assignmentId) {
		return jdbc.sql("update satisfaction set state = ? where assignment_id = ? and look_round = ? and state = ?")
				.params(Asking.SILENT.code(), assignmentId, followUp.round(assignmentId), Asking.ASKED.code()).update();
	}

	/**
	 * Orders that it is done again.
	 *
	 * @return its last day, so long from today as the table 其他期限 says
	 */
	LocalDate orderRedo(String assignmentId) {
		LocalDate limit = replyDeadline.after(LocalDate.now(clock), replyLimits.other(OtherLimit.REDO)).due();
		assignments.redo(assignmentId, limit);
		return limit;
	}

	void met(String assignmentId, Answer answer, String actor) {
		jdbc.sql("""
				insert into dissatisfaction (assignment_id, look_round, met_on, participants, result, recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)""")
				.params(assignmentId, followUp.round(assignmentId), answer.date("metOn"), answer.text("participants"),
						answer.text("result"), actor, OffsetDateTime.now(clock))
				.update();
	}

	void decide(String assignmentId, AfterMeeting decision, String reason, String actor) {
		jdbc.sql("update dissatisfaction set decision = ?, decision_reason = ?, decided_by = ?, decided_at = ? where assignment_id = ? and "
				+ "look_round = ?")
				.params(decision.code(), reason, actor, OffsetDateTime.now(clock), assignmentId, followUp.round(assignmentId))
				.update();
	}
}
