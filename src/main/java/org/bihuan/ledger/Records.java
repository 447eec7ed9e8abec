package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.terms.AfterMeeting;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Category;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ConversionState;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rating;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the steps wrote about one case, to be read on its page: every version and every round stays, in the order it came. */
@Repository
public class Records {

	private final JdbcClient jdbc;

	Records(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public record Instruction(long id, String leader, InstructionState state, LocalDate writtenOn, String words, boolean late, Category category,
			String committee, String enteredBy,
			OffsetDateTime enteredAt) {
	}

	/** @param reply the explanation, or a reply of a former version in one text; null when it replies point by point */
	public record Reply(long id, ReplyDecision decision, ReplyClass replyClass, String reply, String policyBasis, String talk, String contact,
			String phone, String draftedBy, OffsetDateTime draftedAt, LocalDate redoneOn) {
	}

	public record CoOpinion(String unit, Asking state, String text, String signedBy, LocalDate limitOn) {
	}

	/** @param toUnit null while the offices have not decided */
	public record Reassignment(String fromUnit, String proposedUnit, String reason, String askedBy, String toUnit, String decision,
			String decidedBy) {

		/** 退办, by the unit; else the offices moved it on their own. The same as {@link Figure#GIVEN_BACK}. */
		public boolean givenBack() {
			return !askedBy.equals(decidedBy);
		}
	}

	/**
	 * @param completedOn null: still in progress
	 * @param report as it was corrected, or a report of a former version in one text; null when it tells point by point
	 */
	public record Implementation(long id, LocalDate completedOn, String report, String reportedBy, OffsetDateTime reportedAt) {

		/** In Shanghai. */
		public LocalDate reportedOn() {
			return ShanghaiTime.dateAt(reportedAt.toInstant());
		}
	}

	/** @param evidence of a former version in one text; null when it stands point by point */
	public record LookBack(long id, int lookRound, Party party, boolean inPlace, String evidence, String siteCheck, String signedBy,
			OffsetDateTime signedAt) {
	}

	public record Inspection(String number, LocalDate openedOn, String openedBy, String reason) {
	}

	public record Conversion(long id, ConversionKind kind, String title, String proposer, ConversionState state, String number, String reason) {
	}

	public List<Instruction> instructions(String outcomeId) {
		return jdbc.sql("select * from instruction where outcome_id = ? order by coalesce(written_on, limit_on), id").param(outcomeId)
				.query(Rows.of(Instruction.class)).list();
	}

	/** What was replied, done or found for each suggestion, by the reply, report or look-back. */
	public List<Point> points(Reply reply) {
		return points("reply_point", "reply_id", reply.id());
	}

	/** What was done for each suggestion. */
	public List<Point> points(Implementation report) {
		return points("measure", "report_id", report.id());
	}

	/** What was found for each suggestion. */
	public List<Point> points(LookBack lookBack) {
		return points("look_back_evidence", "look_back_id", lookBack.id());
	}

	private List<Point> points(String table, String key, long id) {
		return jdbc.sql("select p.suggestion_id, s.seq, p.text from " + table + " p join suggestion s on s.id = p.suggestion_id where p." + key
				+ " = ? order by s.seq").param(id).query(Rows.of(Point.class)).list();
	}

	public List<Reply> replies(String assignmentId) {
		return of("reply_draft", assignmentId, Reply.class);
	}

	public List<CoOpinion> coOpinions(String assignmentId) {
		return of("co_opinion", assignmentId, CoOpinion.class);
	}

	public List<Reassignment> reassignments(String assignmentId) {
		return of("reassignment", assignmentId, Reassignment.class);
	}

	public List<Implementation> implementations(String assignmentId) {
		return of("implementation_report", assignmentId, Implementation.class);
	}

	public List<LookBack> lookBacks(String assignmentId) {
		return jdbc.sql("select * from look_back where assignment_id = ? order by look_round, party").param(assignmentId)
				.query(Rows.of(LookBack.class))
				.list();
	}

	public List<Inspection> inspections(String assignmentId) {
		return of("inspection", assignmentId, Inspection.class);
	}

	public List<Conversion> conversions(String assignmentId) {
		return of("conversion", assignmentId, Conversion.class);
	}

	/** Which assignment a task of this case was about: the trail knows it after the process has ended. */
	public List<TaskOf> tasks(String outcomeId) {
		return jdbc
				.sql("select distinct task_id, assignment_id from event where outcome_id = ? and task_id is not null and assignment_id is not null")
				.param(outcomeId)
				.query(Rows.of(TaskOf.class)).list();
	}

	public record TaskOf(String taskId, String assignmentId) {
	}

	private <T extends Record> List<T> of(String table, String assignmentId, Class<T> type) {
		return jdbc.sql("select * from " + table + " where assignment_id = ? order by id").param(assignmentId).query(Rows.of(type)).list();
	}

	/**
	 * @param party a committee or a member
	 * @param process null while asked and after silence, which is not satisfaction
	 * @param result the same
	 */
	public record Rated(int lookRound, String party, Asking state, Rating process, Rating result, String remark) {
	}

	public List<Rated> ratings(String assignmentId) {
		return jdbc.sql("select look_round, party, state, process, result, remark from satisfaction where assignment_id = ? order by look_round, id")
				.param(assignmentId)
				.query(Rows.of(Rated.class)).list();
	}

	public record Meeting(LocalDate metOn, String participants, String result, AfterMeeting decision, String decisionReason) {
	}

	/** 面商 where the ratings allowed neither 核查销号 nor another redo, and what the offices then decided. */
	public List<Meeting> meetings(String assignmentId) {
		return jdbc.sql("select met_on, participants, result, decision, decision_reason from dissatisfaction where assignment_id = ? order by id")
				.param(assignmentId)
				.query(Rows.of(Meeting.class)).list();
	}
}
