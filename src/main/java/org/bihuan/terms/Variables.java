package org.bihuan.terms;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of the running cases, each declared once: models name them in their conditions, mappings and calls, the program by these constants.
 * They are ids and what gateways ask for; what people write goes into the ledger. Each says what it holds, and who writes it. A test holds them
 * against the models.
 */
public final class Variables {

	/** Text: the outcome's number ({@code CG2023-5}), of every case; written by the start forms, handed on by the models. */
	public static final String OUTCOME_ID = "outcomeId";

	/**
	 * Text: the assignment's number ({@code CG2023-5-1}); null or absent while the case is about the outcome as a whole. Written by the model for
	 * each assignment that it goes through, by 更正、撤回、改派 where its number is an assignment's, and by 补交办.
	 */
	public static final String ASSIGNMENT_ID = "assignmentId";

	/** JSON, local to a task: what its form reads, the record of its step; written when the task is created, and anew after a 更正. */
	public static final String VIEW = "view";

	/** Text, local to a task: the outcome's title on Tasklist's card; written with {@link #VIEW}. */
	public static final String CASE_TITLE = "caseTitle";

	/** Text, local to a task: the number of the assignment, else of the outcome, on Tasklist's card; written with {@link #VIEW}. */
	public static final String CASE_NUMBER = "caseNumber";

	/** Text: the id of the opinion that is asked for; written by the model of 形成 for each that it goes through. */
	public static final String OPINION_ID = "opinionId";

	/** Text, a code of 多层把关's verdicts; written by the task of each level. */
	public static final String REVIEW_VERDICT = "reviewVerdict";

	/** Yes or no: whether another round of opinions follows; written by 论证修改. */
	public static final String ANOTHER_ROUND = "anotherRound";

	/** Text, a code of what 主席会议 may conclude; written by 主席会议审议, handed to the whole. */
	public static final String CHAIR_MEETING_VERDICT = "chairMeetingVerdict";

	/** Text, a code of {@link Verdict}; written by 主要领导审阅 and 受理初审. */
	public static final String SUBMISSION_VERDICT = "submissionVerdict";

	/** Text: the id of the instruction that a leader is asked for; written by the model of 报送与批示 for each that it goes through. */
	public static final String INSTRUCTION_ID = "instructionId";

	/** Text, {@code yes} or {@code no}: whether anything was assigned; written by 分解交办, handed to the whole. */
	public static final String ASSIGNMENTS_MADE = "assignmentsMade";

	/** Text, {@code yes} or {@code no}: whether a further assignment was made; written by 补交办. */
	public static final String ASSIGNMENT_ADDED = "assignmentAdded";

	/** Text, local to the token that a 补交办 sends in: the number of the one assignment that it brings; written as it comes in. */
	public static final String FURTHER_ASSIGNMENT_ID = "furtherAssignmentId";

	/** Yes or no: signed, or sent back; written by 签收. */
	public static final String RECEIPT_SIGNED = "receiptSigned";

	/** Number: of how many {@link #REPLY_UNIT}s the reply's limit is, as the decision table says; written by 查答复期限. */
	public static final String REPLY_NUMBER = "replyNumber";

	/** Text, a unit of the decision table 答复期限; written with {@link #REPLY_NUMBER}. */
	public static final String REPLY_UNIT = "replyUnit";

	/** Text: the id of the 协办意见 that is asked for; written by the model of 办理与答复 for each that it goes through. */
	public static final String CO_OPINION_ID = "coOpinionId";

	/** Text: a code of {@link ReplyDecision} where the draft is signed, else {@code return}; written by 审签. */
	public static final String REPLY_VERDICT = "replyVerdict";

	/** Text, a code of what may be done about an overdue reply; written by 处置逾期答复. */
	public static final String OVERDUE_MEASURE = "overdueMeasure";

	/** Yes or no: whether the offices agree to a conversion; written by 裁定转化. */
	public static final String CONVERSION_AGREED = "conversionAgreed";

	/** Text, a code of {@link ConversionKind}; written by 审签答复, 裁定转化 or 处置逾期答复, handed from 办理与答复 to 转化. */
	public static final String CONVERSION_KIND = "conversionKind";

	/** Text, {@code accepted}, {@code returned} or {@code refused}; written by who judges a conversion, handed to the whole. */
	public static final String CONVERSION_RESULT = "conversionResult";

	/** Text, {@code adopted} or {@code convert}: how the handling ended; written by what ends it, handed to the whole. */
	public static final String HANDLING_RESULT = "handlingResult";

	/** Yes or no: completed, or still in progress; written by 落实并报告. */
	public static final String COMPLETION_CLAIMED = "completionClaimed";

	/** Text: the id of a look at the progress; written by the model of 落实与回头看 in the part that is about it, absent elsewhere. */
	public static final String TRACKING_ID = "trackingId";

	/** Text: the id of one of the three offices; written by the model of 落实与回头看 for each that it goes through. */
	public static final String OFFICE = "office";

	/** Text: the id of the rating that is asked for; written by the model of 满意度 for each that it goes through. */
	public static final String RATING_ID = "ratingId";

	/** Text, a code of {@link Sealing}; written by 给答复用印 and 给再次答复用印. */
	public static final String SEAL_VERDICT = "sealVerdict";

	/** Number: the supervision level that the decision table says comes next; written by 查督办级别. */
	public static final String NEXT_LEVEL = "nextLevel";

	/** Text, a code of {@link Verdict}; written by 审签再次答复. */
	public static final String REDO_VERDICT = "redoVerdict";

	/** Text, a code of what the offices may put right; written by the start form of 更正、撤回、改派、补交办. */
	public static final String AMENDMENT_KIND = "amendmentKind";

	/** Number: the id of the mail that an instance of 邮件送达 is about; written by who starts it. */
	public static final String MAIL_ID = "mailId";

	/** Those that no model names: the program alone writes and reads them. */
	public static final Set<String> OF_THE_PROGRAM = Set.of(VIEW, CASE_TITLE, CASE_NUMBER, FURTHER_ASSIGNMENT_ID, MAIL_ID);

	/** All of them, as they are declared above: nobody else may write a variable of such a name. */
	private static final Set<String> ALL = Stream.of(Variables.class.getDeclaredFields()).filter(one -> one.getType() == String.class)
			.map(Variables::name).collect(Collectors.toUnmodifiableSet());

	private Variables() {
	}

	public static boolean isOurs(String name) {
		return ALL.contains(name);
	}

	private static String name(Field constant) {
		try {
			return (String) constant.get(null);
		}
		catch (IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
