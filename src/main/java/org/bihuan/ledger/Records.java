package org.bihuan.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;

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

	public record Meeting(LocalDate metOn, String participants, String result, AfterMeeting decision, String decisionReason) {
	}

	/** All that is kept of an outcome and its assignments, of one moment. There must be such an outcome. */
	public CaseFile file(String outcomeId) {
		return new CaseFile(CaseFile.ALL.read(jdbc, outcomeId));
	}
}
