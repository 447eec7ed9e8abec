package org.bihuan.terms;

import java.util.Set;

/**
 * What happens of which somebody is told. A {@link NoticeKind} is what a notice is called in the list; where different parties hear of
 * what is called the
 * same, there are several occasions. Who hears is not said here: the decision table 告知安排 does.
 */
public enum Occasion implements Term {

	SUBMITTED("submitted", "已报送", NoticeKind.SUBMITTED, About.OUTCOME),
	ASSIGNED("assigned", "已交办", NoticeKind.ASSIGNED, About.ASSIGNMENT),
	ASSIGNED_FURTHER("assigned-further", "补交办", NoticeKind.ASSIGNED_FURTHER, About.ASSIGNMENT),
	DEEMED_RECEIVED("deemed-received", "视为签收", NoticeKind.DEEMED_RECEIVED, About.ASSIGNMENT),
	REASSIGNED("reassigned", "已改派", NoticeKind.REASSIGNED, About.ASSIGNMENT),
	REPLIED("replied", "已答复", NoticeKind.REPLIED, About.ASSIGNMENT),
	OVERDUE("overdue", "答复期限已过", NoticeKind.OVERDUE, About.ASSIGNMENT),
	/** From the second promise of an item on. */
	PROMISED_AGAIN("promised-again", "再次推迟答复", NoticeKind.PROMISED_AGAIN, About.ASSIGNMENT),
	CONVERTED("converted", "已转化", NoticeKind.CONVERTED, About.ASSIGNMENT),
	CONVERSION_REFUSED("conversion-refused", "转化未被采纳", NoticeKind.CONVERSION_REFUSED, About.ASSIGNMENT),
	IMPLEMENTED("implemented", "报告落实完成", NoticeKind.IMPLEMENTED, About.ASSIGNMENT),
	PROGRESS_DUE("progress-due", "该报告进展", NoticeKind.PROGRESS_DUE, About.ASSIGNMENT),
	/** After it: the level that the table is told is the new one. */
	SUPERVISION_RAISED("supervision-raised", "督办升级", NoticeKind.REMINDER, About.ASSIGNMENT),
	REDO_ORDERED("redo-ordered", "责成重新办理", NoticeKind.REDO_ORDERED, About.ASSIGNMENT),
	REDO_DUE("redo-due", "重新办理到期", NoticeKind.REDO_DUE, About.ASSIGNMENT),
	REPLIED_AGAIN("replied-again", "已再次答复", NoticeKind.REPLIED_AGAIN, About.ASSIGNMENT),
	VERIFIED("verified", "已核查销号", NoticeKind.VERIFIED, About.ASSIGNMENT),
	CLOSED("closed", "成果办结", NoticeKind.CLOSED, About.OUTCOME),
	OUTCOME_CORRECTED("outcome-corrected", "成果有更正", NoticeKind.CORRECTED, About.OUTCOME),
	ASSIGNMENT_CORRECTED("assignment-corrected", "交办件有更正", NoticeKind.CORRECTED, About.ASSIGNMENT),
	/** A letter on its way says what was corrected: it has to be signed anew. */
	LETTER_CORRECTED("letter-corrected", "待印发的答复函有更正", NoticeKind.CORRECTED, About.ASSIGNMENT),
	ASSIGNMENT_WITHDRAWN("assignment-withdrawn", "撤回交办件", NoticeKind.WITHDRAWN, About.ASSIGNMENT),
	/** Each assignment of an outcome that is withdrawn; of the outcome itself tells {@link #OUTCOME_WITHDRAWN}. */
	WITHDRAWN_WITH_OUTCOME("withdrawn-with-outcome", "随成果撤回交办件", NoticeKind.WITHDRAWN, About.ASSIGNMENT),
	OUTCOME_WITHDRAWN("outcome-withdrawn", "撤回成果", NoticeKind.WITHDRAWN, About.OUTCOME),
	TASK_DUE("task-due", "任务将到期", NoticeKind.REMINDER, About.TASK),
	TASK_OVERDUE("task-overdue", "任务超期", NoticeKind.TASK_OVERDUE, About.TASK),
	/** Another day of tracking has come while the former is not signed yet. */
	TRACKING_OVERDUE("tracking-overdue", "跟踪未完成", NoticeKind.TASK_OVERDUE, About.ASSIGNMENT),
	OVERDUE_SHEET("overdue-sheet", "逾期清单", NoticeKind.OVERDUE_SHEET, About.NOTHING),
	/** The engine could not take a step, and waits for an administrator. */
	STEP_STUCK("step-stuck", "系统故障", NoticeKind.STUCK, About.NOTHING),
	/** The same of a letter: of it nobody is told by another letter. */
	MAIL_STUCK("mail-stuck", "邮件没有送出", NoticeKind.STUCK, About.NOTHING),
	/** Whom and when, 催办安排 says, not 告知安排. */
	PERIOD_ENDS("period-ends", "催办", NoticeKind.REMINDER, About.ASSIGNMENT);

	/** What an occasion belongs to. */
	public enum About {
		/** No case at all. */
		NOTHING,
		/** A whole outcome. */
		OUTCOME,
		/** One assignment, and so its outcome, too. */
		ASSIGNMENT,
		/** A task: of an assignment, of a whole outcome or, seldom, of no case. */
		TASK
	}

	private final String code;
	private final String label;
	private final NoticeKind kind;
	private final About about;

	Occasion(String code, String label, NoticeKind kind, About about) {
		this.code = code;
		this.label = label;
		this.kind = kind;
		this.about = about;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}

	public NoticeKind kind() {
		return kind;
	}

	/** Whether 告知安排 says who hears. */
	public boolean isOfTheTable() {
		return this != PERIOD_ENDS;
	}

	/** Whether this party can be told of it: there is nobody behind one that what happened does not have. */
	public boolean has(Addressee party) {
		return switch (party.of()) {
			case HOUSE -> true;
			case OUTCOME -> about != About.NOTHING;
			case ASSIGNMENT -> about == About.ASSIGNMENT || about == About.TASK;
			case OCCASION -> named().contains(party);
		};
	}

	/** The parties that only what happened can name: whoever tells of it says who they are. */
	private Set<Addressee> named() {
		return switch (this) {
			case REASSIGNED -> Set.of(Addressee.FORMER_UNIT);
			case TASK_DUE, TASK_OVERDUE -> Set.of(Addressee.HOLDER, Addressee.SUPERIOR);
			case TRACKING_OVERDUE -> Set.of(Addressee.SUPERIOR);
			case PERIOD_ENDS -> Set.of(Addressee.UNIT);
			default -> Set.of();
		};
	}
}
