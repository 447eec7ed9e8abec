package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.json.Json;
import org.bihuan.terms.AfterMeeting;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Category;
import org.bihuan.terms.CheckStep;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ConversionState;
import org.bihuan.terms.Disposal;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rating;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.ResearchKind;
import org.bihuan.terms.ReviewLevel;
import org.bihuan.terms.Sealing;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the steps wrote about one case, to be read on its page: every version and every round stays, in the order it came. */
@Repository
public class Records {

	/**
	 * In SQL, of an attachment {@code a}: whether it was uploaded in 用印 and that task ended without its letter being issued, since it went back, its
	 * time ran out, it was taken back or given to another unit. Whether the task still waits only the engine's table can say, whatever ends it.
	 */
	public static final String NOT_ISSUED = """
			(a.task_key in ('%s', '%s') and not exists (select 1 from act_ru_task t where t.id_ = a.task_id)
			and not exists (select 1 from answer g join answer_value v on v.answer_id = g.id
			where g.uid = a.task_id and v.field = 'sealing' and v.given = '"%s"'))""".formatted(TaskKeys.SEAL_REPLY, TaskKeys.SEAL_REDO,
			Sealing.SEALED.code());

	private final JdbcClient jdbc;

	Records(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param category in Chinese, as it was sorted, also where a former version kept a code; null before */
	public record Instruction(long id, String leader, InstructionState state, LocalDate writtenOn, String words, boolean late, String category,
			String committee, String enteredBy,
			OffsetDateTime enteredAt) {

		public Instruction {
			category = Category.named(category);
		}
	}

	/**
	 * @param reply the explanation, or a reply of a former version in one text; null when it replies point by point
	 * @param signedBy who signed it (审签), at {@code signedAt}; null before
	 */
	public record Reply(long id, ReplyDecision decision, ReplyClass replyClass, String reply, String policyBasis, String talk, String contact,
			String phone, String draftedBy, OffsetDateTime draftedAt, LocalDate redoneOn, String signedBy, OffsetDateTime signedAt) {
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

	/**
	 * @param party a committee or a member
	 * @param process null while asked and after silence, which is not satisfaction
	 * @param result the same
	 */
	public record Rated(int lookRound, String party, Asking state, Rating process, Rating result, String remark, OffsetDateTime givenAt) {
	}

	/** 调研方案. */
	record Plan(String plan) {
	}

	/** One 集中调研, 个别走访 or 座谈会. */
	public record Research(ResearchKind kind, LocalDate heldOn, String place, String findings) {
	}

	/**
	 * What one who was asked said of the draft, and what became of it.
	 *
	 * @param asked a unit or a member
	 * @param text null while asked and after silence
	 * @param disposal null before 论证修改 said it
	 * @param givenAt null while asked and after silence
	 */
	public record Opinion(int opinionRound, String asked, Asking state, String text, Disposal disposal, String disposalReason,
			OffsetDateTime givenAt) {
	}

	/**
	 * 多层把关 or 主席会议审议.
	 *
	 * @param verdict a code of {@link org.bihuan.terms.ReviewVerdict}, or of 主席会议 of {@link org.bihuan.terms.Deliberation}
	 */
	public record Review(ReviewLevel level, String verdict, String reason, String reviewedBy, OffsetDateTime reviewedAt) {
	}

	/** 主要领导审阅 or 受理初审. */
	public record Check(CheckStep step, Verdict verdict, String reason, String checkedBy, OffsetDateTime checkedAt) {
	}

	/** @param detail of the act by which the report became this version */
	record Version(String detail) {
	}

	/**
	 * A version of the report.
	 *
	 * @param suggestions in their order; null where the report was only mended (补正), which leaves them
	 */
	public record ReportVersion(String report, List<String> suggestions) {

		static ReportVersion of(Version version) {
			JsonNode detail = Json.read(version.detail());
			return new ReportVersion(detail.path("report").asText(), !detail.has("suggestions") ? null
					: StreamSupport.stream(detail.path("suggestions").spliterator(), false).map(one -> one.path("text").asText()).toList());
		}
	}

	public record Meeting(LocalDate metOn, String participants, String result, AfterMeeting decision, String decisionReason) {
	}

	/**
	 * What somebody attached to a task of the case.
	 *
	 * @param assignmentId null when it belongs to the whole outcome
	 * @param withdrawnFor why its owner withdrew it; null, as who and when, while it stands
	 * @param notIssued whether it is the scan of a letter that was not issued ({@link #NOT_ISSUED})
	 */
	public record Attached(long id, String assignmentId, String taskId, String taskKey, String name, long sizeBytes, String uploadedBy,
			OffsetDateTime uploadedAt, String withdrawnFor, String withdrawnBy, OffsetDateTime withdrawnAt,
			boolean notIssued) {
	}

	/** What the 批示 that was sorted first is about; empty while none is. */
	public Optional<String> firstCategory(String outcomeId) {
		return jdbc.sql("select category from instruction where outcome_id = ? and category is not null order by id limit 1").param(outcomeId)
				.query(String.class).optional().map(Category::named);
	}

	/** What the forms of every step show of an outcome and its assignments, of one moment. */
	public CaseFile forForms(String outcomeId) {
		return new CaseFile(CaseFile.FOR_FORMS.read(jdbc, outcomeId));
	}

	/** The same with how the report came about: research, opinions, verdicts, its last two versions. */
	public CaseFile formed(String outcomeId) {
		return new CaseFile(CaseFile.FORMED.read(jdbc, outcomeId));
	}

	/** All that is kept of an outcome and its assignments, of one moment. There must be such an outcome. */
	public CaseFile file(String outcomeId) {
		return new CaseFile(CaseFile.ALL.read(jdbc, outcomeId));
	}
}
