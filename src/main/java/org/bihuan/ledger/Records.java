package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

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
import org.springframework.jdbc.core.RowMapper;
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

	/** Which assignment a task of this case was about: the trail knows it after the process has ended. */
	public List<TaskOf> tasks(String outcomeId) {
		return jdbc
				.sql("select distinct task_id, assignment_id from event where outcome_id = ? and task_id is not null and assignment_id is not null")
				.param(outcomeId)
				.query(Rows.of(TaskOf.class)).list();
	}

	public record TaskOf(String taskId, String assignmentId) {
	}

	/**
	 * @param party a committee or a member
	 * @param process null while asked and after silence, which is not satisfaction
	 * @param result the same
	 */
	public record Rated(int lookRound, String party, Asking state, Rating process, Rating result, String remark) {
	}

	public record Meeting(LocalDate metOn, String participants, String result, AfterMeeting decision, String decisionReason) {
	}

	/** What the steps wrote about the assignments of an outcome: each table is read once, when it is first asked for. */
	public CaseFile file(String outcomeId) {
		return new CaseFile(jdbc, outcomeId);
	}

	/** The records of one case, by assignment. */
	public static final class CaseFile {

		private final JdbcClient jdbc;
		private final String outcomeId;
		private final Map<String, Map<String, ? extends List<?>>> read = new HashMap<>();
		private Map<String, List<Point>> points;

		private CaseFile(JdbcClient jdbc, String outcomeId) {
			this.jdbc = jdbc;
			this.outcomeId = outcomeId;
		}

		/** Every version of a reply, the last one last. */
		public List<Reply> replies(String assignmentId) {
			return of("reply_draft", "t.id", assignmentId, Reply.class);
		}

		public List<CoOpinion> coOpinions(String assignmentId) {
			return of("co_opinion", "t.id", assignmentId, CoOpinion.class);
		}

		public List<Reassignment> reassignments(String assignmentId) {
			return of("reassignment", "t.id", assignmentId, Reassignment.class);
		}

		public List<Implementation> implementations(String assignmentId) {
			return of("implementation_report", "t.id", assignmentId, Implementation.class);
		}

		public List<LookBack> lookBacks(String assignmentId) {
			return of("look_back", "t.look_round, t.party", assignmentId, LookBack.class);
		}

		public List<Inspection> inspections(String assignmentId) {
			return of("inspection", "t.id", assignmentId, Inspection.class);
		}

		public List<Conversion> conversions(String assignmentId) {
			return of("conversion", "t.id", assignmentId, Conversion.class);
		}

		public List<Rated> ratings(String assignmentId) {
			return of("satisfaction", "t.look_round, t.id", assignmentId, Rated.class);
		}

		/** 面商 where the ratings allowed neither 核查销号 nor another redo, and what the offices then decided. */
		public List<Meeting> meetings(String assignmentId) {
			return of("dissatisfaction", "t.id", assignmentId, Meeting.class);
		}

		/** 协办. */
		public List<String> coUnits(String assignmentId) {
			return of("assignment_unit", "t.unit", assignmentId, CoUnit.class).stream().map(CoUnit::unit).toList();
		}

		private record CoUnit(String unit) {
		}

		/** The ids of the suggestions that an assignment answers. */
		public List<String> suggestionIds(String assignmentId) {
			return of("assignment_suggestion", "t.suggestion_id", assignmentId, Answered.class).stream().map(Answered::suggestionId).toList();
		}

		private record Answered(String suggestionId) {
		}

		/** What was replied to each suggestion. */
		public List<Point> points(Reply reply) {
			return points("reply", reply.id());
		}

		/** What was done for each suggestion. */
		public List<Point> points(Implementation report) {
			return points("report", report.id());
		}

		/** What was found for each suggestion. */
		public List<Point> points(LookBack lookBack) {
			return points("look-back", lookBack.id());
		}

		private List<Point> points(String of, long id) {
			if (points == null) {
				RowMapper<Point> point = Rows.of(Point.class);
				points = jdbc.sql("""
						select 'reply ' || cast(p.reply_id as varchar) as of_row, p.suggestion_id, s.seq, p.text from reply_point p
						join suggestion s on s.id = p.suggestion_id where s.outcome_id = :outcome
						union all select 'report ' || cast(p.report_id as varchar), p.suggestion_id, s.seq, p.text from measure p
						join suggestion s on s.id = p.suggestion_id where s.outcome_id = :outcome
						union all select 'look-back ' || cast(p.look_back_id as varchar), p.suggestion_id, s.seq, p.text from look_back_evidence p
						join suggestion s on s.id = p.suggestion_id where s.outcome_id = :outcome order by 3""").param("outcome", outcomeId)
						.query((row, number) -> Map.entry(row.getString("of_row"), point.mapRow(row, number))).list().stream().collect(BY_KEY);
			}
			return points.getOrDefault(of + " " + id, List.of());
		}

		private static final Collector<Map.Entry<String, Point>, ?, Map<String, List<Point>>> BY_KEY = Collectors.groupingBy(Map.Entry::getKey,
				Collectors.mapping(Map.Entry::getValue, Collectors.toList()));

		@SuppressWarnings("unchecked")
		private <T extends Record> List<T> of(String table, String order, String assignmentId, Class<T> type) {
			Map<String, List<T>> all = (Map<String, List<T>>) read.computeIfAbsent(table, asked -> {
				RowMapper<T> row = Rows.of(type);
				return jdbc
						.sql("select t.* from " + asked + " t join assignment a on a.id = t.assignment_id where a.outcome_id = ? order by " + order)
						.param(outcomeId).query((result, number) -> Map.entry(result.getString("assignment_id"), row.mapRow(result, number))).list()
						.stream()
						.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
			});
			return all.getOrDefault(assignmentId, List.of());
		}
	}
}
